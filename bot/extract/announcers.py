"""Who may announce a trade: a club that takes part, its officers, the league."""

from collections.abc import Collection, Sequence

from bot import clubs
from bot.extract.covers import DAYS, SUBJECT_ENDS
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.model import ClubCode, Source, SourceKind

_COMMISSIONERS = frozenset({"roger goodell", "paul tagliabue"})
GENERIC = frozenset(
    "team teams club clubs league nfl franchise franchises organization officials".split()
)
_TITLES = frozenset(
    ("gm", "general manager", "owner", "president", "vice president", "executive", "chief executive",
     "ceo", "chairman", "coach", "head coach", "spokesman", "commissioner")
)  # fmt: skip
_FILL = frozenset(
    "have has had also officially formally publicly just since both jointly now on senior"
    " team's football operations player personnel".split()
) | frozenset(DAYS.split())
_FORMER = frozenset({"former", "ex", "longtime", "late"})
_NAMES = frozenset({Kind.PLAYER, Kind.PERSON, Kind.SURNAME})
_SIGNS = frozenset({"\u2014", "--", "-", "~", "("})
_SIGNATURE = 5  # chunks before the account, and behind it (a date)
_HEADING = frozenset(
    "statement official press news release announcement team from by on the twitter x".split()
)
_TAGS = 3  # chunks before the dash of a signature
_LONGEST = 6  # chunks of a heading
WE = frozenset({"we", "we've", "we're"})


def subject(chunks: Sequence[Chunk], at: int) -> tuple[int, Sequence[Chunk]]:
    """Where the subject of a verb begins, and its words; of an apposition, those with the title.

    Args:
        chunks: of the sentence.
        at: index of the verb, or of what stands for it.
    """
    start = subject_start(chunks, at)
    if start < at or not at or chunks[at - 1].kind is not Kind.COMMA:
        return start, chunks[start:at]
    middle = subject_start(chunks, at - 1)  # ", the Bears' general manager, announced"
    front = subject_start(chunks, middle - 1) if middle else 0
    one, two = chunks[front : max(front, middle - 1)], chunks[middle : at - 1]
    for named, titled in ((one, two), (two, one)):
        if named and all(c.kind in _NAMES for c in named) and _has_title(titled):
            return front, titled
    return at, ()


def subject_start(chunks: Sequence[Chunk], at: int) -> int:
    """Where the clause before a verb begins."""
    while at and (chunks[at - 1].kind not in SUBJECT_ENDS or _is_adverb(chunks, at - 1)):
        if _is_noun(chunks[at - 1]):
            break
        at -= 1
    return at


def _is_noun(chunk: Chunk) -> bool:
    """Read "in a trade the Bears announced": the clause about the trade begins behind it."""
    return chunk.article and chunk.verb is not None and chunk.verb.noun


def _is_adverb(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "the Bears have since confirmed"."""
    return chunks[at].text == "since" and at > 0 and chunks[at - 1].text in {"has", "have"}


def _has_title(words: Sequence[Chunk]) -> bool:
    return any(c.text in _TITLES for c in words) and not any(c.text in _FORMER for c in words)


def can_announce(words: Sequence[Chunk], parties: Collection[ClubCode]) -> bool:
    """Nothing but parties, "the team", "the league", their officers by name, and harmless adverbs.

    Args:
        words: who announces.
        parties: the clubs of the trade.
    """
    named = [chunk for chunk in words if chunk.kind is Kind.CLUB]
    if len(parties) > 1 and any(not set(chunk.clubs) & set(parties) for chunk in named):
        return False
    speaks = named or any(
        chunk.text in GENERIC | _TITLES or _leads_league(chunk) for chunk in words
    )
    return bool(speaks) and all(_fits(words, i) for i in range(len(words)))


def _fits(words: Sequence[Chunk], index: int) -> bool:
    chunk = words[index]
    before = words[index - 1] if index else None
    match chunk.kind:
        case Kind.CLUB | Kind.AND | Kind.OF:
            return True
        case Kind.PERSON:
            titled = before is not None and before.text in _TITLES and before.kind is Kind.PERSON
            return chunk.text in _TITLES or titled
        case Kind.PLAYER:
            return _leads_league(chunk)
        case _:
            return chunk.text in GENERIC | _FILL


def _leads_league(chunk: Chunk) -> bool:
    return chunk.text.casefold() in _COMMISSIONERS


def are_clubs(words: Sequence[Chunk]) -> bool:
    """Read "both teams", "the Bears": nobody but clubs, whose "said" is an announcement."""
    plain = all(c.text in GENERIC | {"both"} or c.kind in {Kind.CLUB, Kind.AND} for c in words)
    return plain and any(c.text in GENERIC or c.kind is Kind.CLUB for c in words)


def source(words: Sequence[Chunk]) -> Source | None:
    """The club or the league, where these words name it."""
    club = next((c for c in words if c.kind is Kind.CLUB and len(c.clubs) == 1), None)
    if club is not None:
        return of_club(club)
    if any(
        chunk.text in {"nfl", "league", "commissioner"} or _leads_league(chunk) for chunk in words
    ):
        return Source(name="NFL", kind=SourceKind.LEAGUE, tier=1)
    return None


def of_club(club: Chunk) -> Source:
    """The club as a source."""
    return Source(name=clubs.name(club.clubs[0]), kind=SourceKind.CLUB, tier=1)


def signer(chunks: Sequence[Chunk]) -> Chunk | None:
    """The account in "- Arizona Cardinals (@AZCardinals)": a club that signs with its own."""
    account = next(
        (i for i, c in enumerate(chunks) if c.kind is Kind.CLUB and c.text[0] == "@"), None
    )
    if account is None or account > _SIGNATURE:
        return None
    ahead = chunks[:account]
    plain = all(c.text in _SIGNS or c.clubs == chunks[account].clubs for c in ahead)
    return chunks[account] if plain and len(chunks) <= account + _SIGNATURE else None


def signs_in_full(chunks: Sequence[Chunk]) -> Chunk | None:
    """The club in "- Arizona Cardinals", which is all of the line: its own word."""
    dash = next((i for i, chunk in enumerate(chunks[:_TAGS]) if chunk.text in _SIGNS - {"("}), None)
    if dash is None or len(chunks) != dash + len("-A"):
        return None
    if any(chunk.kind is not Kind.SURNAME for chunk in chunks[:dash]):
        return None  # more than a tag: "#OurDraft - Arizona Cardinals"
    club = chunks[-1]
    whole = club.kind is Kind.CLUB and len(club.clubs) == 1 and not club.owner
    return club if whole and " " in club.text and club.text[0] != "@" else None


def stater(chunks: Sequence[Chunk]) -> Chunk | None:
    """The club in "Statement from the Cardinals: ..." and in "Cardinals: We have ..."."""
    colon = next((i for i, c in enumerate(chunks[:_LONGEST]) if c.kind is Kind.COLON), 0)
    heading = chunks[:colon]
    named = [c for c in heading if c.kind is Kind.CLUB and len(c.clubs) == 1]
    plain = all(c.kind is Kind.CLUB or c.text.casefold() in _HEADING for c in heading)
    if len(named) != 1 or not plain:
        return None
    we = colon + 1 < len(chunks) and chunks[colon + 1].text in WE
    return named[0] if we or any("statement" in c.text.casefold() for c in heading) else None
