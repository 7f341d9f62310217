"""What a word or phrase of a question can say."""

from dataclasses import dataclass

from bot.ask.measure import Loose, Measure
from bot.ask.query import Cue, Part, RelativeWeek, Time
from bot.model import ClubCode


@dataclass(frozen=True, slots=True)
class Clubs:
    """Whom a club's name may mean."""

    codes: tuple[ClubCode, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Position groups."""

    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Division:
    """Such as "NFC North" or "NFC"."""

    name: str


@dataclass(frozen=True, slots=True)
class Takes:
    """What the numbers of a phrase are for: `season`, `week`, `least` ..., see `reading`."""

    slot: str


@dataclass(frozen=True, slots=True)
class Against:
    """The next club is the opponent."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Says nothing of its own."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Goes on from the question before."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Such as "threw", "ran", "caught": decides a loose "yards" or "touchdowns"."""

    name: str


@dataclass(frozen=True, slots=True)
class Month:
    """Of the calendar, 1 to 12."""

    number: int


@dataclass(frozen=True, slots=True)
class Pronoun:
    """The subject of the question before, unless this one names its own."""


@dataclass(frozen=True, slots=True)
class Refuse:
    """A subject of which nothing is known; the text says why."""

    why: str


Meaning = (
    Cue | Part | Time | RelativeWeek | Measure | Loose | Clubs | Group | Division | Takes | Against | Filler | FollowUp | Pronoun | Manner | Month | Refuse
)  # fmt: skip
