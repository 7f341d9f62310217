"""What holds for the card of any trade, however odd its names and legs."""

import unicodedata
from collections import Counter
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import cards
from bot.clubs import CLUBS
from bot.model import (
    CardKind,
    Cash,
    DealStatus,
    FutureConsiderations,
    Leg,
    Pick,
    Player,
    Source,
    SourceKind,
    Status,
    Trade,
)
from tests.builders import (
    NOON,
    a_sighting,
    a_trade,
)

EASTERN = ZoneInfo("America/New_York")
CODES = [club.code for club in CLUBS]
names = st.text(min_size=1, max_size=40)
players = st.builds(Player, name=names, position=st.none() | st.sampled_from(["QB", "OT"]))
picks = st.builds(
    Pick,
    season=st.none() | st.integers(1990, 2035),
    round=st.none() | st.integers(1, 12),
    number=st.none() | st.integers(1, 300),
    original=st.none() | st.sampled_from(CODES),
    condition=st.none() | names,
)
assets = players | picks | st.builds(Cash) | st.builds(FutureConsiderations)
sightings = st.builds(
    a_sighting,
    status=st.sampled_from(DealStatus),
    feed=names,
    sources=st.lists(
        st.builds(Source, name=names, kind=st.sampled_from(SourceKind), tier=st.just(1)), max_size=3
    ).map(tuple),
    published_at=st.timedeltas(timedelta(0), timedelta(days=9)).map(lambda late: NOON + late),
    day_only=st.booleans(),
)


@st.composite
def trades(draw: st.DrawFn) -> Trade:
    """Any trade of up to four clubs and 30 assets, with sides left out at will."""
    clubs = draw(st.lists(st.sampled_from(CODES), max_size=4, unique=True))
    side = st.sampled_from([None, *clubs])
    legs = st.builds(Leg, gave=side, received=side, asset=assets)
    return a_trade(
        legs=tuple(draw(st.lists(legs, max_size=30))),
        clubs=tuple(clubs),
        traded_on=draw(st.dates(date(2000, 1, 1), date(2040, 1, 1))),
        sightings=tuple(draw(st.lists(sightings, max_size=4))),
    )


@given(trade=trades(), status=st.sampled_from([Status.REPORTED, Status.OFFICIAL]))
@settings(max_examples=100, deadline=None)
def test_no_asset_is_ever_lost(trade: Trade, status: Status) -> None:
    """Every asset stands on the side that gets it, or in the note of those without a receiver."""
    card = cards.build(trade, status, CardKind.CARD, EASTERN)
    shown = Counter((side.club, text) for side in card.sides for text in side.gets)
    for one in trade.legs:
        text = cards.asset_text(one.asset)
        if one.received is None:
            assert any(text in note for note in card.notes)
        else:
            assert (one.received, text) in shown
    assert sum(1 for one in trade.legs if one.received) == shown.total() - sum(
        1 for _, text in shown.elements() if text == "terms not disclosed"
    )


@given(trade=trades(), status=st.sampled_from(Status), kind=st.sampled_from(CardKind))
@settings(max_examples=100, deadline=None)
def test_any_trade_has_a_card_and_its_text_cannot_steer_a_terminal(
    trade: Trade, status: Status, kind: CardKind
) -> None:
    """Hostile names raise nothing, and no control, bidi or zero-width character is printed."""
    card = cards.build(trade, status, kind, EASTERN)
    assert card.headline
    assert card.summary.endswith(".")
    text = cards.plain(card)
    assert max(map(len, text.split("\n"))) <= 80
    assert not [
        char for char in text if char != "\n" and unicodedata.category(char).startswith("C")
    ]
