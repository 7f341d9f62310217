"""Officers who act for their club: in "Al Moss pried Dale Preston from the Bears" the man's club gets him.

The chunk of his name becomes his club's where he does what a club does, and a man who cannot be traded elsewhere.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot import clubs
from bot.extract import people, staff
from bot.extract.lexicon import Form, Kind
from bot.extract.mentions import Chunk
from bot.extract.walk import REPORTING
from bot.model import ClubCode

_NAMES = frozenset({Kind.PLAYER, Kind.PERSON})
_BE = frozenset("is are was were be been being get gets got getting".split())
_MAKES = frozenset(
    "made makes making swung swings swinging struck strikes completed completes executed executes"
    " engineered engineers orchestrated orchestrates finalized finalizes reached reaches pulled pulls"
    " agreed agrees worked works".split()
)
_SPEAKS = REPORTING | frozenset(
    "called calls explained explains wants wanted hopes hoped thinks thought believes believed joked jokes"
    " admitted admits declined refused refuses denied denies defended defends discussed"
    " discusses argued insisted insists asked asks mentioned compared praised recalled spoke speaks addressed"
    " hired fired dismissed retired resigned interviewed".split()
)
_ANNOUNCES = frozenset({"announced", "announces"})
_NO_LONGER = frozenset("former ex fired ousted deposed onetime then like unlike".split())
_BEFORE = frozenset(
    {Kind.TO, Kind.FROM, Kind.WITH, Kind.FOR, Kind.OF, Kind.SOFT, Kind.COLON, Kind.VERB, Kind.MOVE}
)
_FAR = 10  # chunks between him and his verb
_OWN = 4  # chunks of ", the Bears' general manager,"


def acting(chunks: Sequence[Chunk], day: date) -> list[Chunk]:
    """The chunks, in which officers of that day are their clubs where they act, and no players anywhere.

    Args:
        chunks: of a sentence.
        day: of the report.
    """
    known = [(chunk, _club(chunk, day)) for chunk in chunks]
    plain = [
        replace(chunk, kind=Kind.PERSON) if club and chunk.kind is Kind.PLAYER else chunk
        for chunk, club in known
    ]
    last = len(known)
    for index in range(len(known) - 1, -1, -1):
        club = known[index][1]
        if club and index < last and not known[index][0].owner:
            last = _first_of(known, index)
            _let_act(plain, last, index, club)
    return plain


def _first_of(known: Sequence[tuple[Chunk, ClubCode | None]], index: int) -> int:
    """Where "Al Moss and Bo Rust" begins, two officers of one club."""
    club = known[index][1]
    paired = index > 1 and known[index - 1][0].kind is Kind.AND and known[index - 2][1] == club
    return index - 2 if paired else index


def _club(chunk: Chunk, day: date) -> ClubCode | None:
    if chunk.kind not in _NAMES or chunk.position or " " not in chunk.text:
        return None
    return None if chunk.text in people.titles() else staff.employer(chunk.text, day)


def _let_act(chunks: list[Chunk], first_of: int, index: int, club: ClubCode) -> None:
    """Put the club for the man, his title and what else names the club beside him."""
    start = _start(chunks, first_of, club)
    stop = _behind_own(chunks, index, club)
    if start is None or not (_acts(chunks, stop) or _is_agent(chunks, start)):
        return
    chunks[start:stop] = [
        Chunk(
            kind=Kind.CLUB, first=chunks[start].first, last=chunks[stop - 1].last, clubs=(club,), strong=True,
            text=clubs.name(club).casefold(),
        )
    ]  # fmt: skip


def _start(chunks: Sequence[Chunk], index: int, club: ClubCode) -> int | None:
    """Where "Bears general manager Al Moss" begins; None where another club or time is his, or he is no subject."""
    start = index
    while start and chunks[start - 1].kind is Kind.PERSON and (
        chunks[start - 1].text in people.titles()
    ):  # fmt: skip
        start -= 1
    before = chunks[start - 1] if start else None
    if before is None:
        return start
    if before.kind is Kind.CLUB:
        return start - 1 if before.clubs == (club,) else None
    if before.text in _NO_LONGER or before.kind in _BEFORE:
        return None
    if before.kind is Kind.AND and start > 1 and chunks[start - 2].kind in _NAMES:
        return None  # "Dale Preston and Al Moss traded": the first may be anybody
    return start


def _behind_own(chunks: Sequence[Chunk], index: int, club: ClubCode) -> int:
    """The index behind ", the Bears' general manager,", or behind the name."""
    behind = chunks[index + 1 : index + 1 + _OWN]
    if [c.kind for c in behind] == [Kind.COMMA, Kind.CLUB, Kind.PERSON, Kind.COMMA] and (
        behind[1].clubs == (club,)
    ):
        return index + 1 + _OWN
    return index + 1


def _is_agent(chunks: Sequence[Chunk], start: int) -> bool:
    """Read "was pried by Al Moss from the Bears"."""
    verb = chunks[start - 2].verb if start > 1 else None
    return verb is not None and verb.form is Form.PAST and chunks[start - 1].kind is Kind.BY


def _acts(chunks: Sequence[Chunk], start: int) -> bool:
    """A trade verb follows of which he is the subject: "surprised everyone by moving X"."""
    made = been = False
    for at, chunk in enumerate(chunks[start : start + _FAR], start):
        if chunk.verb is not None and not (chunk.article and not made):
            return not (been and chunk.verb.form is Form.PAST)
        if chunk.kind is Kind.NOUN and made:
            return True
        if chunk.text in _ANNOUNCES and not been:
            return True  # what he announces is his club's word
        if not _goes_on(chunks, at):
            return False
        made = made or chunk.text in _MAKES
        been = been or chunk.text in _BE
    return False


def _goes_on(chunks: Sequence[Chunk], at: int) -> bool:
    """Nothing that takes the sentence elsewhere: no other man or club, no speech."""
    chunk = chunks[at]
    if chunk.kind in {Kind.COMMA, Kind.AND, Kind.BY}:
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        return after is not None and (after.verb is not None or chunk.kind is not Kind.COMMA)
    if chunk.kind is Kind.PICKS and chunks[at - 1].text == "into":
        return True  # "bought his way into the second round, sending"
    return chunk.kind in {Kind.WORD, Kind.SOFT, Kind.TO, Kind.UNNAMED} and (
        chunk.text not in _SPEAKS
    )
