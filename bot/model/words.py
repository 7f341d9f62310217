"""The plain words: ids, kinds, statuses, names and days."""

import re
import unicodedata
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import NewType
from zoneinfo import ZoneInfo

ClubCode = NewType("ClubCode", str)  # nflverse's codes: LA, WAS, LV, JAX
GsisId = NewType("GsisId", str)
TradeId = NewType("TradeId", str)  # derived from content, so that two instances agree
DestinationId = NewType("DestinationId", str)  # "<platform>:<channel>"
LaneId = NewType("LaneId", str)  # one rate-limit domain
MessageRef = NewType("MessageRef", str)  # how a platform finds a posted message again


LEAGUE_ZONE = ZoneInfo("America/New_York")  # the league's day ends at midnight Eastern


def league_day(moment: datetime, *, day_only: bool) -> date:
    """The day of an event: the wire's stamp is one already, news has a moment."""
    return moment.date() if day_only else moment.astimezone(LEAGUE_ZONE).date()


class Trust(StrEnum):
    """How far a feed is believed, by configuration."""

    OFFICIAL = "official"
    TRUSTED = "trusted"
    AGGREGATOR = "aggregator"


class ReportKind(StrEnum):
    """How a report is written: decides which grammar reads it."""

    WIRE = "wire"
    NEWS = "news"


class DealKind(StrEnum):
    """What changed hands."""

    TRADE = "trade"
    PICK_TRADE = "pick_trade"


class DealStatus(StrEnum):
    """What one report claims about a deal."""

    RUMOUR = "rumour"
    AGREED = "agreed"
    OFFICIAL = "official"
    FAILED = "failed"


class Status(StrEnum):
    """What we hold to be true of a trade, and so what its card says."""

    RUMOUR = "rumour"
    REPORTED = "reported"
    OFFICIAL = "official"
    VOIDED = "voided"


class SourceKind(StrEnum):
    """Who the primary source of a report is."""

    REPORTER = "reporter"
    OUTLET = "outlet"
    CLUB = "club"
    LEAGUE = "league"


class Doubt(StrEnum):
    """What speaks against the direction of a player as a report states it."""

    TORN = "torn"
    TURNED = "turned"

    @property
    def words(self) -> str:
        """The doubt in a person's words; his name goes ahead of it."""
        return _DOUBTS[self]


_DOUBTS = {
    Doubt.TORN: "is sent two ways by one report",
    Doubt.TURNED: "was the receiver's already, and never the giver's",
}

_SUFFIX = re.compile(r" (?:jr|sr|ii|iii|iv|v)$")
_TYPED = str.maketrans(
    {"\u00b4": "'"} | dict.fromkeys(map(chr, range(0x2010, 0x2016)), "-")
)  # NFKD knows neither
_PLAIN = str.maketrans({**dict.fromkeys(".'`"), "-": " ", ",": " "})
_INITIALS = re.compile(r"\b([a-z]) (?=[a-z]\b)")


@lru_cache(maxsize=4096)  # a report, its trade and its players' register ask for the same names
def name_key(name: str) -> str:
    """A player's name for comparing: no case, accents, dots, apostrophes or suffix; "A. J." is "aj"."""
    typed = unicodedata.normalize("NFKD", name.translate(_TYPED))
    plain = typed.encode("ascii", "ignore").decode().casefold()
    words = " ".join(plain.translate(_PLAIN).split())
    return _INITIALS.sub(r"\1", _SUFFIX.sub("", words))
