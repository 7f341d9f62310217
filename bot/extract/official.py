"""Who announced the trade: a club that takes part, or the league, in a sentence that speaks of this trade."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.extract import announcers, final, marks
from bot.extract.covers import DAYS, clause_end, content, names_its_men, speaks_of
from bot.extract.lexicon import Form, Kind
from bot.extract.mentions import Chunk
from bot.extract.reading import Sentence
from bot.extract.sources import Told
from bot.model import Deal, DealStatus, Mark, Source

_ANNOUNCES = frozenset("announced announce announces confirmed confirm confirms".split())
_SAYS = frozenset("said says tweeted tweets posted".split())  # of clubs alone: "the teams said"
_PARTINGS = frozenset("goodbye farewell adios hello welcome thanks no yes enough".split())
_STATEMENTS = frozenset({"statement", "release"})
_IN_STATEMENT = frozenset({"in", "on", "team", "club", "news", "press", "written", *DAYS.split()})
_UNDONE = frozenset(
    "not n't never no if unless would could may might until talks falls fell".split()
)
_TELLS = frozenset({"told", "tell", "tells"})
_HERALDS = _ANNOUNCES | _SAYS | _TELLS
_WE = frozenset("team club they we franchise organization".split())
_PASSIVE = frozenset("was were is has have been since later then officially first also".split())
_NOT_YET = frozenset({"until", "before", "once", "when", "prior to", "if", "as soon as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """One sentence that makes a trade official.

    Attributes:
        source: who announced it, where the sentence names the club or the league.
        first: token index of the words that say so.
        last: token index behind them.
    """

    first: int
    last: int
    source: Source | None = None


def as_announced(deal: Deal, sentences: Sequence[Sentence]) -> Deal:
    """The deal with whoever announced it in these sentences among its sources, and official by that."""
    news = [(s, one) for s in sentences if (one := announced(s.chunks, s.text, deal))]
    if not news:
        return deal
    by = [
        Told(one.source, "announced", s.span(one.first, one.last)) for s, one in news if one.source
    ]
    deal = replace(
        deal,
        sources=tuple(dict.fromkeys((*deal.sources, *(one.source for one in by)))),
        marks=(*deal.marks, *marks.told(by)),
    )
    if deal.status is DealStatus.FAILED:
        return deal
    sentence, first = news[0]
    status = Mark(field="status", rule="announced", span=sentence.span(first.first, first.last))
    kept = tuple(mark for mark in deal.marks if mark.field != "status")
    return replace(deal, status=DealStatus.OFFICIAL, marks=(*kept, status))


def announced(chunks: Sequence[Chunk], text: str, deal: Deal) -> Announced | None:
    """The announcement of this deal in this sentence, if it holds one.

    Args:
        chunks: of the sentence.
        text: the sentence, casefolded.
        deal: what the report says of the trade.
    """
    club = announcers.signer(chunks) or _stater(chunks, deal) or _signs(chunks, deal)
    if club is not None:
        return Announced(source=announcers.of_club(club), first=club.first, last=club.last)
    for at in (at for at, chunk in enumerate(chunks) if chunk.text in _HERALDS):
        if one := (
            _told(chunks, at, deal)
            or _told_by(chunks, at, text, deal)
            or _it_was(chunks, at, deal)
            or _officer_said(chunks, at, deal)
            or _in_statement(chunks, at, deal)
        ):
            return one
    if words := final.settles(chunks, text, deal):
        return Announced(first=words[0], last=words[1])
    return None


def _stater(chunks: Sequence[Chunk], deal: Deal) -> Chunk | None:
    """Read "Statement from the Bears: We have acquired Dale Preston", and no statement on another thing."""
    club = announcers.stater(chunks)
    if club is None or not set(club.clubs) & set(deal.clubs):
        return None
    said = [chunk for chunk in chunks if chunk.first > club.last]
    return club if speaks_of(said, deal, follows=True) else None


def _signs(chunks: Sequence[Chunk], deal: Deal) -> Chunk | None:
    """Read "- Arizona Cardinals" under a trade of theirs."""
    club = announcers.signs_in_full(chunks)
    return club if club is not None and set(club.clubs) & set(deal.clubs) else None


def _it_was(chunks: Sequence[Chunk], at: int, deal: Deal) -> Announced | None:
    """Read "The Bears have acquired Dale Preston, it was announced today", "It was announced that"."""
    words = [chunk.text for chunk in chunks[max(0, at - 2) : at + 1]]
    if words not in (["it", "was", "announced"], ["it", "is", "announced"]):
        return None
    start = at - 2
    if start and chunks[start - 1].kind is not Kind.COMMA:
        return None
    news = content(chunks, start, at)
    if not news or not speaks_of(news, deal, follows=news[0].first > chunks[at].first):
        return None
    return Announced(first=chunks[start].first, last=chunks[at].last)


def _officer_said(chunks: Sequence[Chunk], at: int, deal: Deal) -> Announced | None:
    """Read "Bears GM Al Moss said Tuesday the club has dealt Dale Preston to Denver"."""
    if chunks[at].text not in _SAYS:
        return None
    start, who = announcers.subject(chunks, at)
    if not announcers.can_announce(who, deal.clubs) or not any(
        chunk.kind is Kind.CLUB for chunk in who
    ):
        return None
    news = content(chunks, start, at)
    follows = bool(news) and news[0].first > chunks[at].first
    if not follows or not _has_dealt(news) or not names_its_men(news, deal):
        return None
    return Announced(source=announcers.source(who), first=who[0].first, last=chunks[at].last)


def _in_statement(chunks: Sequence[Chunk], at: int, deal: Deal) -> Announced | None:
    """Read "The trade is pending a physical, general manager Al Moss said in a statement": his club's own word."""
    after = [chunk.text for chunk in chunks[at + 1 :]]
    if chunks[at].text not in _SAYS or not _closes_with_statement(after):
        return None
    start, who = announcers.subject(chunks, at)
    news = chunks[:start]
    if not announcers.can_announce(who, deal.clubs) or not names_its_men(news, deal):
        return None
    open_ = any(chunk.text in _UNDONE for chunk in news)
    if not news or open_ or not speaks_of(news[:1], deal, follows=False):
        return None
    return Announced(source=announcers.source(who), first=who[0].first, last=chunks[at].last)


def _closes_with_statement(words: Sequence[str]) -> bool:
    """Read "in a statement", "Monday in a news release", and nothing behind it."""
    return bool(words) and words[-1] in _STATEMENTS and set(words[:-1]) <= _IN_STATEMENT


def _has_dealt(news: Sequence[Chunk]) -> bool:
    """Read "that the club has dealt", "they have acquired", "the Bears have traded": done by his own club."""
    told = [chunk for chunk in news if chunk.text not in {"that", "the"}]
    who = bool(told) and (told[0].text in _WE or told[0].kind is Kind.CLUB)
    verb = next((chunk.verb for chunk in told[2:4] if chunk.verb is not None), None)
    done = [chunk.text for chunk in told[1:2]] in (["has"], ["have"], ["'ve"])
    return who and done and verb is not None and verb.form is Form.PAST


def _told(chunks: Sequence[Chunk], at: int, deal: Deal) -> Announced | None:
    """Read "the Bears announced the trade", ", general manager Al Moss announced during the draft"."""
    chunk = chunks[at]
    start, who = announcers.subject(chunks, at)
    if not _is_announcing(chunks, at, who) or _is_conditional(chunks, start):
        return None
    if not announcers.can_announce(who, deal.clubs):
        return None
    news = content(chunks, start, _behind_hearer(chunks, at))
    if not news and chunk.text in _SAYS | _TELLS:
        return None
    if news and not speaks_of(news, deal, follows=news[0].first > chunk.first):
        return None
    first = who[0].first if who else chunk.first
    return Announced(source=announcers.source(who), first=min(first, chunk.first), last=chunk.last)


def _behind_hearer(chunks: Sequence[Chunk], at: int) -> int:
    """The last chunk of "told ESPN's Jane Rowe"; the verb itself where it has no hearer."""
    while chunks[at].text in _TELLS | {"'s"} or chunks[at].source is not None:
        if at + 1 == len(chunks) or chunks[at + 1].source is None:
            break
        at += 1
    return at


def _told_by(chunks: Sequence[Chunk], at: int, text: str, deal: Deal) -> Announced | None:
    """Read "The trade was announced by general manager Al Moss"."""
    if chunks[at].text not in _ANNOUNCES or [c.kind for c in chunks[at + 1 : at + 2]] != [Kind.BY]:
        return None
    stop = clause_end(chunks, at + 2)
    who = chunks[at + 2 : stop]
    news = _without_tail(chunks[:at])
    if not announcers.can_announce(who, deal.clubs) or final.is_open(text, news):
        return None
    if not news or not speaks_of(news, deal, follows=False):
        return None
    return Announced(source=announcers.source(who), first=chunks[at].first, last=who[-1].last)


def _without_tail(words: Sequence[Chunk]) -> Sequence[Chunk]:
    """Read "The trade" of "The trade has since been"."""
    while words and words[-1].text in _PASSIVE:
        words = words[:-1]
    return words


def _is_announcing(chunks: Sequence[Chunk], at: int, who: Sequence[Chunk]) -> bool:
    chunk, after = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else None
    if chunk.text in _SAYS:
        parts = after is not None and after.text in _PARTINGS
        return announcers.are_clubs(who) and not parts
    if chunk.text in _TELLS:  # "the teams told AP"
        return announcers.are_clubs(who) and after is not None and after.source is not None
    return chunk.kind is Kind.WORD and chunk.text in _ANNOUNCES


def _is_conditional(chunks: Sequence[Chunk], start: int) -> bool:
    """Read "until the team announced it"."""
    return start > 0 and chunks[start - 1].text in _NOT_YET
