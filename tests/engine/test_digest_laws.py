"""Whatever comes in a night and whenever the process dies: each trade stands in one message, and that one is true."""

import asyncio
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import CardKind, Status, TradeId
from bot.store import SqliteLedger, SqliteStore, open_database
from tests.engine.nights import Night, killed_at

NAMES = tuple("abcdef")
STEPS = st.one_of(
    st.tuples(st.just("tell"), st.sampled_from(NAMES)),
    st.tuples(st.just("void"), st.sampled_from(NAMES)),
    st.tuples(st.just("wait"), st.sampled_from([1, 30, 240, 600])),
    st.tuples(st.just("die"), st.integers(1, 25), st.booleans()),
    st.tuples(st.just("work"), st.none()),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(STEPS, min_size=3, max_size=25), st.sampled_from([0, 120]))
def test_each_trade_stands_in_one_true_message(
    steps: list[tuple[object, ...]], safe_s: float
) -> None:
    """At the end of it all."""
    with TemporaryDirectory() as folder:
        asyncio.run(_lived(Path(folder), steps, safe_s))


async def _lived(folder: Path, steps: list[tuple[object, ...]], safe_s: float) -> None:
    async with open_database(folder / "gridwire.db") as database:
        night = Night(store=SqliteStore(database), ledger=SqliteLedger(database))
        night.notifier.safe_s = safe_s
        await night.ledger.sync_destinations(night.destinations)
        versions = Counter[str]()
        off: set[str] = set()
        for what, *given_ in steps:
            await _step(night, str(what), given_, versions, off)
        for _ in range(5):
            night.clock.advance(200)
            night.morning_if_quiet()
            await night.work()
        await _holds(night, versions, off)


async def _step(
    night: Night, what: str, given_: list[object], versions: Counter[str], off: set[str]
) -> None:
    match what, given_:
        case "tell" | "void", [str(name)] if name not in off and (what == "tell" or versions[name]):
            versions[name] += 1
            status = Status.VOIDED if what == "void" else Status.REPORTED
            off |= {name} if what == "void" else set()
            await night.told(name, version=versions[name], status=status)
        case "wait", [int(minutes)]:
            night.clock.advance(60 * minutes)
        case "die", [int(step), bool(after)]:
            await killed_at(night, step, after=after)
        case "work", _:
            await night.work()


async def _holds(night: Night, versions: Counter[str], off: set[str]) -> None:
    lines = [line for kind, line in night.notifier.lines() if kind is CardKind.CARD]
    shown = dict(line.split(" ")[0].split("@") for line in lines)
    assert len(shown) == len(lines), "a trade stands twice"
    for name, version in versions.items():
        [(state, error)] = [
            (words, error)
            for row, words, error in await night.store.deliveries(TradeId(name))
            if row.key.kind is CardKind.CARD
        ]
        if name in shown:
            assert (state, shown[name]) == ("shown", str(version)), "it is not true"
        else:
            assert name in off, f"lost: {state} {error}"
