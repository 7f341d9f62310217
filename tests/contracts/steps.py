"""Steps that the contract tests of a Store and of a DeliveryQueue share."""

from bot.model import (
    Change,
    ChangeReason,
    Check,
    ClubCode,
    Condition,
    Decided,
    Delivery,
    DeliveryKey,
    DestinationId,
    LaneId,
    MessageRef,
    Player,
    Status,
    Trade,
    TradeId,
)
from bot.ports import DeliveryQueue, Store
from tests.builders import NOON, a_deal, a_key, a_report, a_trade, minutes

LANE, LANE_2 = LaneId("discord"), LaneId("slack:7")
REF = MessageRef("m1")
KC, SEA = ClubCode("KC"), ClubCode("SEA")
OTHER_PLAYER = Player(name="Rex Hollander", position="QB")  # an invented player
OTHER = DestinationId("discord:900000000000000004")

HOLD = Decided(
    deal=0,
    trade=a_trade().id,
    action="hold",
    card=Status.REPORTED,
    reason="first report of this trade",
    checks=(Check(check=Condition.PAUSE, passed=False, text="paused: by hand"),),
    at=NOON,
    waits=True,
)


def new(trade: Trade) -> Change:
    """The first report of this trade."""
    return Change(reason=ChangeReason.NEW, trade=trade, expected_version=0)


async def keep(store: Store, trade: Trade) -> Trade:
    """Store a new trade under a report of its own."""
    await store.apply(a_report(id=f"about {trade.id}"), (a_deal(),), (new(trade),), (), NOON)
    return trade


def a_named_trade(name: str, **fields: object) -> Trade:
    """The sample trade under another id."""
    return a_trade(id=TradeId(name), **fields)


async def publish(
    store: Store, version: int, *keys: DeliveryKey, lane: LaneId = LANE, minute: float = 0
) -> None:
    """Want this version of these deliveries; the trades are stored first."""
    changes = [
        new(a_trade(id=trade))
        for trade in dict.fromkeys(key.trade for key in keys)
        if await store.trade(trade) is None
    ]
    wanted = [(key, lane, version) for key in keys]
    await store.apply(a_report(), (a_deal(),), changes, wanted, minutes(minute))


def keys(*names: str, **given: object) -> list[DeliveryKey]:
    """A card of each of these trades in the sample channel."""
    return [a_key(trade=TradeId(name), **given) for name in names]


async def claim(
    queue: DeliveryQueue, epoch: int, minute: float = 0, *, lane: LaneId = LANE
) -> Delivery:
    """Claim a row that must be there."""
    [row] = await queue.claim(lane, epoch, minutes(minute))
    return row


async def claim_all(queue: DeliveryQueue, epoch: int, minute: float = 0) -> list[DeliveryKey]:
    """Everything that can be claimed now."""
    found = []
    while rows := await queue.claim(LANE, epoch, minutes(minute)):
        found += [row.key for row in rows]
    return found


async def posted(store: Store, queue: DeliveryQueue, epoch: int, version: int = 1) -> None:
    """The sample card stands in its channel, with the next edit not before minute 1."""
    await publish(store, version, a_key())
    await claim(queue, epoch)
    assert await queue.ack(a_key(), epoch, version, REF, minutes(1))


async def only(store: Store) -> tuple[Delivery, str, str]:
    """The sample trade's one ledger row."""
    (row,) = await store.deliveries(a_key().trade)
    return row
