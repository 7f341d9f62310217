"""Cards of any trade, their texts full of mischief: what every platform's card is held against."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from bot import cards
from bot.clubs import CLUBS
from bot.model import (
    LEAGUE_ZONE,
    Asset,
    Card,
    CardKind,
    Cash,
    Claim,
    ClubCode,
    DealKind,
    DealStatus,
    FutureConsiderations,
    Insight,
    Leg,
    Pick,
    Player,
    Sighting,
    Source,
    SourceKind,
    Status,
    Topic,
    Trade,
)
from tests.builders import NOON, a_sighting, a_trade

CODES = [club.code for club in CLUBS]
MISCHIEF = (
    "@everyone", "@here", "@\u200beveryone", "<@1>", "<@&1>", "<#1>", "<a:b:1>", "<t:1:R>", "</x:1>",
    "[a](http://b.c)", "https://e.vil/", "discord.gg/x", "<https://e.vil>", "~~", "||", "```", "**", "__",
    "# h", "- x", "-# s", "1. x", "> q", "\\", "\u1fef", "\u202e\u2066rtl\u2069", "\u200f", "\u05d0\u05d1",
    "\u0627\u0644", "Z" + "\u0335" * 60, "\U000e0041", "\u3164", "\U0001f3c8" * 30, "\x00\x1b[31m", "\n\n", "e" * 400,
)  # fmt: skip

MOSTLY, RARELY = 0.8, 0.2


def mischievous(rng: Random) -> str:
    """A text of a few pieces of mischief, honest letters and anything else."""
    pieces = (
        rng.choice(MISCHIEF) if rng.random() < MOSTLY else chr(rng.randrange(0x110000))
        for _ in range(rng.randint(1, 5))
    )
    return rng.choice(("", " ")).join(pieces) + rng.choice(("", "Ja'Marr"))


hostile = st.one_of(
    st.text(min_size=1, max_size=20),
    st.lists(st.sampled_from(MISCHIEF) | st.just("Ja'Marr"), min_size=1, max_size=4).map(" ".join),
    st.lists(st.sampled_from(MISCHIEF), min_size=1, max_size=3).map("".join),
)


@st.composite
def any_card(draw: st.DrawFn) -> Card:
    """The card of any trade: hypothesis finds the texts, and a seed puts them anywhere."""
    texts = draw(st.lists(hostile, min_size=1, max_size=6))
    return card_of(Random(draw(st.integers(0, 2**32))), texts)  # noqa: S311 - no secret


def card_of(rng: Random, texts: Sequence[str]) -> Card:
    """The card of a trade with these names, in any state, with reasons."""
    status, kind = rng.choice(list(Status)), rng.choice(list(CardKind))
    reasons = [_insight(rng, texts) for _ in range(rng.randrange(7))]
    return cards.build(trade_of(rng, texts), status, kind, LEAGUE_ZONE, reasons, most=30)


def trade_of(rng: Random, texts: Sequence[str]) -> Trade:
    """A trade of up to four clubs and 30 assets, told and told otherwise."""
    clubs = rng.sample(CODES, rng.randrange(5))
    legs, earlier = (_legs(rng, texts, clubs, rng.choice((1, 4, 30))) for _ in range(2))
    sightings = (_sighting(rng, texts) for _ in range(rng.randrange(9)))
    return a_trade(
        legs=legs,
        clubs=tuple(clubs),
        claims=(_claim(0, earlier, clubs), _claim(1, legs, clubs)),
        traded_on=date(1970, 1, 1) + timedelta(days=rng.randrange(45_000)),
        sightings=tuple(sightings),
    )


def _legs(
    rng: Random, texts: Sequence[str], clubs: Sequence[ClubCode], most: int
) -> tuple[Leg, ...]:
    sides = [None, *clubs]
    return tuple(
        Leg(gave=rng.choice(sides), received=rng.choice(sides), asset=_asset(rng, texts))
        for _ in range(rng.randint(0, most))
    )


def _asset(rng: Random, texts: Sequence[str]) -> Asset:
    match rng.randrange(8):
        case 0:
            return Cash()
        case 1:
            return FutureConsiderations()
        case 2 | 3 | 4:
            return Pick(
                season=rng.choice((None, 1990, 2026)),
                round=rng.choice((None, 1, 4, 12)),
                number=rng.choice((None, 1, 300)),
                original=rng.choice((None, *CODES)),
                condition=rng.choice((None, *texts)),
            )
        case _:
            return Player(name=rng.choice(texts), position=rng.choice((None, "QB")))


def _sighting(rng: Random, texts: Sequence[str]) -> Sighting:
    return a_sighting(
        status=rng.choice(list(DealStatus)),
        feed=rng.choice(texts),
        sources=tuple(
            Source(name=rng.choice(texts), kind=rng.choice(list(SourceKind)), tier=1)
            for _ in range(rng.randrange(3))
        ),
        published_at=NOON + timedelta(seconds=rng.randrange(800_000)),
        day_only=rng.random() < RARELY,
    )


def _insight(rng: Random, texts: Sequence[str]) -> Insight:
    return Insight(
        kind="incumbent",
        topic=rng.choice(list(Topic)),
        club=rng.choice(CODES),
        player=rng.choice(texts),
        text=rng.choice(texts),
        data={},
        source=rng.choice(texts),
        as_of=date(2025, 10, 7),
    )


def _claim(number: int, legs: Sequence[Leg], clubs: Sequence[ClubCode]) -> Claim:
    at = NOON + timedelta(minutes=number)
    return Claim(
        report=f"r{number}",
        feed="desk",
        status=DealStatus.AGREED,
        rank=3,
        at=at,
        seen_at=at,
        legs=tuple(legs),
        clubs=tuple(clubs),
        kind=DealKind.TRADE,
    )
