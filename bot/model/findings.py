"""What a check-up of the whole installation found, one line a check."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARN = "warn"
    FAIL = "FAIL"


class Mend(StrEnum):
    """What a failure is mended by."""

    SETTING = "setting"
    WAITING = "waiting"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One check and what came of it.

    Attributes:
        check: what was looked at: "token", or the id of a destination.
        text: what was found; the beginning of a sentence.
        do: what to do about it, without a full stop; empty where nothing is to be done.
        mend: of a failure alone.
    """

    check: str
    grade: Grade
    text: str
    do: str = ""
    mend: Mend | None = None


def well(check: str, text: str) -> Finding:
    """A check that passed."""
    return Finding(check=check, grade=Grade.OK, text=text)


def odd(check: str, text: str, do: str) -> Finding:
    """Something that works, and not as it should."""
    return Finding(check=check, grade=Grade.WARN, text=text, do=do)


def broken(check: str, text: str, do: str, mend: Mend = Mend.PERSON) -> Finding:
    """Something that does not work."""
    return Finding(check=check, grade=Grade.FAIL, text=text, do=do, mend=mend)
