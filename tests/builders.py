"""Values for tests: sensible by default, every field can be named."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.model import (
    Card,
    CardKind,
    ClubCode,
    Deal,
    DealKind,
    DealStatus,
    DeliveryKey,
    Destination,
    DestinationId,
    LaneId,
    Leg,
    Pick,
    Player,
    Report,
    ReportKind,
    Side,
    Sighting,
    Source,
    SourceKind,
    Status,
    Trade,
    TradeId,
    Trust,
)

NOON = datetime(2025, 10, 7, 16, 0, tzinfo=UTC)
GB, NYJ = ClubCode("GB"), ClubCode("NYJ")
PRESTON = Player(name="Dale Preston", position="WR")  # an invented player
FOURTH = Pick(season=2026, round=4)
REPORTER = Source(name="Adam Schefter", kind=SourceKind.REPORTER, tier=1)


def minutes(n: float) -> datetime:
    """`NOON` and so many minutes."""
    return NOON + timedelta(minutes=n)


def a_report(**given: Any) -> Report:
    """A news report of the sample trade."""
    fields: dict[str, Any] = {
        "id": "r1",
        "feed": "desk",
        "trust": Trust.TRUSTED,
        "kind": ReportKind.NEWS,
        "title": "Packers trade WR Dale Preston to Jets for 2026 fourth-round pick",
        "text": "The deal was first reported by Adam Schefter of ESPN.",
        "published_at": NOON,
        "seen_at": NOON,
    }
    return Report(**{**fields, **given})


def a_deal(**given: Any) -> Deal:
    """Packers send an invented receiver to the Jets for a fourth."""
    fields: dict[str, Any] = {
        "kind": DealKind.TRADE,
        "status": DealStatus.AGREED,
        "legs": (
            Leg(gave=GB, received=NYJ, asset=PRESTON),
            Leg(gave=NYJ, received=GB, asset=FOURTH),
        ),
        "clubs": (GB, NYJ),
        "sources": (REPORTER,),
        "rule": "test",
    }
    return Deal(**{**fields, **given})


def a_sighting(**given: Any) -> Sighting:
    """The sample report as a line of the timeline."""
    fields: dict[str, Any] = {
        "report": "r1",
        "feed": "desk",
        "trust": Trust.TRUSTED,
        "status": DealStatus.AGREED,
        "sources": (REPORTER,),
        "published_at": NOON,
        "seen_at": NOON,
    }
    return Sighting(**{**fields, **given})


def a_trade(**given: Any) -> Trade:
    """The sample deal as a reported trade, version 1."""
    fields: dict[str, Any] = {
        "id": TradeId("2025-preston-gb-nyj-abcd"),
        "version": 1,
        "kind": DealKind.TRADE,
        "status": Status.REPORTED,
        "legs": a_deal().legs,
        "clubs": (GB, NYJ),
        "terms_rank": 3,
        "traded_on": date(2025, 10, 7),
        "created_at": NOON,
        "updated_at": NOON,
        "sightings": (a_sighting(),),
    }
    return Trade(**{**fields, **given})


def a_card(**given: Any) -> Card:
    """The sample trade's card."""
    fields: dict[str, Any] = {
        "trade": TradeId("2025-preston-gb-nyj-abcd"),
        "version": 1,
        "kind": CardKind.CARD,
        "status": Status.REPORTED,
        "headline": "Packers send WR Dale Preston to the Jets",
        "summary": "Reported: Packers send WR Dale Preston to the Jets for a 2026 4th-round pick.",
        "day": date(2025, 10, 7),
        "sides": (
            Side(club=NYJ, name="Jets", gets=("WR Dale Preston",)),
            Side(club=GB, name="Packers", gets=("2026 4th-round pick",)),
        ),
        "reasons": (),
        "notes": (),
        "timeline": ("Tue 12:00 ET  reported  Adam Schefter (desk)",),
        "colour": 0x115740,
        "clubs": (NYJ, GB),
        "players": ("Dale Preston",),
    }
    return Card(**{**fields, **given})


def a_destination(**given: Any) -> Destination:
    """A channel that wants everything but rumours."""
    fields: dict[str, Any] = {
        "id": DestinationId("discord:900000000000000003"),
        "platform": "discord",
        "channel": "900000000000000003",
        "lane": LaneId("discord"),
    }
    return Destination(**{**fields, **given})


def a_key(**given: Any) -> DeliveryKey:
    """The sample trade's card in the sample channel."""
    fields: dict[str, Any] = {
        "trade": TradeId("2025-preston-gb-nyj-abcd"),
        "destination": DestinationId("discord:900000000000000003"),
        "kind": CardKind.CARD,
    }
    return DeliveryKey(**{**fields, **given})
