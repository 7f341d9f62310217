"""Who announced the trade: a club that takes part, or the league, in a sentence that speaks of this trade."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot import clubs
from bot.extract import marks
from bot.extract.lexicon import Force, Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.reading import Sentence
from bot.extract.sources import Told
from bot.model import ClubCode, Deal, DealStatus, Mark, Player, Source, SourceKind

_ANNOUNCES = frozenset("announced announce announces confirmed confirm confirms".split())
_SAYS = frozenset({"said", "says"})  # of clubs alone: "the teams said"
_COMMISSIONERS = frozenset({"roger goodell", "paul tagliabue"})
_GENERIC = frozenset("team teams club clubs league nfl franchise franchises".split())
_TITLES = frozenset(
    ("gm", "general manager", "owner", "president", "chief executive", "ceo", "chairman", "coach",
     "head coach", "spokesman")
)  # fmt: skip
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday today tonight yesterday morning"
    " afternoon evening night late early later"
)
_BETWEEN = frozenset(f"have has had also officially just both jointly now on {_DAYS}".split())
_SUBJECT_ENDS = frozenset({Kind.COMMA, Kind.STOP, Kind.COLON, Kind.AFTER, Kind.NOUN})
_NOT_YET = frozenset({"until", "before", "once", "when", "prior to", "if", "as soon as"})
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME})
_THING = frozenset(
    "trade trades swap transaction exchange acquisition agreement deal move news it".split()
)
_NO_TRADE = frozenset("deadline block clause market value partner partners target targets".split())
_WHEN = frozenset(f"on in {_DAYS}".split())
_OTHER_MOVE = re.compile(
    r"\bpractice squad\b|\bwaive|\bcontract\b|\bextension\b|\b(?:one|two|three|four|five) year\b"
    r"|\breleas|\binjur|\breserve\b|\bsign(?:s|ed|ing)?\b|\brestructur"
)
_TALK = re.compile(
    r"\b(?:talks?|interest(?:ed)?|requests?|requested|rumou?rs?|offers?|offered|block|listen\w*|want\w*"
    r"|seek\w*|sought|discuss\w*|consider\w*|explor\w*|available|demand\w*)\b"
)
_UNDONE = re.compile(
    r"\b(?:not|no|never|neither|nor|none|yet|until|unless|before|once|if|when|whether|without|will"
    r"|would|could|should|may|might|can|cannot|expected|be|awaits?|awaiting|waiting|pending)\b|n't\b"
)
_PLACES = frozenset({Kind.SOFT, Kind.FROM})  # "in a statement", "from the stage"
_DONE = re.compile(
    r"\bofficially (?:acquire[sd]?|trade[sd]?|sends?|sent|ship(?:s|ped)?|complete[sd]?|announced"
    r"|processed)\b|\b(?:made|makes) (?:it |the (?:trade|deal|move) )?official\b|\bhas been processed\b"
    r"|^official :|\b(?:announced|confirmed) by (?:the |both )?(?:teams?|clubs?|league|nfl)\b"
    r"|\b(?:per|according to|via) (?:an? |the )?(?:teams?|clubs?|league|nfl)(?:'s)?(?: press| official)?"
    r"(?: (?:release|statement|announcement|website|account)|$| :)"
)
_SIGNS = frozenset({"\u2014", "--", "-", "~", "("})
_SIGNATURE = 5  # chunks before the account, and behind it (a date)
_NEAR = 40  # characters before "officially" in which a "not yet" speaks of it


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
    if club := signer(chunks):
        source = Source(name=clubs.name(club.clubs[0]), kind=SourceKind.CLUB, tier=1)
        return Announced(source=source, first=club.first, last=club.last)
    for at, chunk in enumerate(chunks):
        start = _subject_start(chunks, at)
        subject = chunks[start:at]
        if not _is_announcing(chunk, subject):
            continue
        if _can_announce(subject, deal.clubs) and not _is_conditional(chunks, start):
            news = _content(chunks, start, at)
            if not news or _speaks_of(news, deal, follows=news[0].first > chunk.first):
                first = subject[0].first if subject else chunk.first
                return Announced(source=_source(subject), first=first, last=chunk.last)
    return _done(chunks, text, deal)


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


def _is_announcing(chunk: Chunk, subject: Sequence[Chunk]) -> bool:
    if chunk.kind is Kind.STOP and chunk.text in _SAYS:
        return bool(subject) and all(c.text in _GENERIC or c.kind is Kind.CLUB for c in subject)
    return chunk.kind is Kind.WORD and chunk.text in _ANNOUNCES


def _subject_start(chunks: Sequence[Chunk], at: int) -> int:
    while at and chunks[at - 1].kind not in _SUBJECT_ENDS:
        at -= 1
    return at


def _can_announce(subject: Sequence[Chunk], parties: Collection[ClubCode]) -> bool:
    """Nothing but parties, "the team", "the league", their officers by name, and harmless adverbs."""
    named = [chunk for chunk in subject if chunk.kind is Kind.CLUB]
    if len(parties) > 1 and any(not set(chunk.clubs) & set(parties) for chunk in named):
        return False
    speaks = named or any(
        chunk.text in _GENERIC | _TITLES or _leads_league(chunk) for chunk in subject
    )
    return bool(speaks) and all(_fits_subject(subject, i) for i in range(len(subject)))


def _fits_subject(subject: Sequence[Chunk], index: int) -> bool:
    chunk = subject[index]
    match chunk.kind:
        case Kind.CLUB | Kind.AND:
            return True
        case Kind.PERSON:
            before = subject[index - 1] if index else None
            named = before is not None and before.kind is Kind.PERSON
            return chunk.text in _TITLES or (
                named and before is not None and before.text in _TITLES
            )
        case Kind.PLAYER:
            return _leads_league(chunk)
        case _:
            return chunk.text in _GENERIC | _BETWEEN


def _leads_league(chunk: Chunk) -> bool:
    return chunk.text.casefold() in _COMMISSIONERS


def _is_conditional(chunks: Sequence[Chunk], start: int) -> bool:
    """Read "until the team announced it"."""
    return start > 0 and chunks[start - 1].text in _NOT_YET


def _content(chunks: Sequence[Chunk], start: int, at: int) -> Sequence[Chunk]:
    """What is announced: what follows the verb, else what stands before its subject."""
    after = at + 1
    while after < len(chunks) and _is_when(chunks, after):
        after += 1
    ends = after == len(chunks) or (
        chunks[after].kind in {Kind.COMMA, Kind.AFTER, Kind.STOP} and chunks[after].text != "that"
    )
    return chunks[:start] if ends else chunks[after:]


def _is_when(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "Tuesday", "on social media", "in a statement"."""
    chunk, before = chunks[at], chunks[at - 1]
    plain = chunk.kind is Kind.WORD and chunk.text not in _THING
    if chunk.kind is Kind.CLUB and before.kind is Kind.SOFT:
        return True  # "in Las Vegas"
    return chunk.text in _DAYS.split() or chunk.kind in _PLACES or (
        plain and (before.kind in _PLACES or before.text in {"social", "news"})
    )  # fmt: skip


def _speaks_of(news: Sequence[Chunk], deal: Deal, *, follows: bool) -> bool:
    """These words tell of the trade, and not of another move, of talks, or of another man.

    Args:
        news: the words.
        deal: the trade.
        follows: they follow "announced", so all of them are announced.
    """
    words = " ".join(chunk.text.casefold() for chunk in news)
    if (follows and (_is_refusal(words) or _TALK.search(words))) or not _names_its_men(news, deal):
        return False
    if any(_is_trade_verb(chunk) for chunk in news):
        return True
    if _OTHER_MOVE.search(words) or _TALK.search(words):
        return False
    return _names_the_trade(news, deal)


def _is_refusal(words: str) -> bool:
    return (
        re.search(r"\b(?:not|no|never|neither|nor|would|could|might|may|if)\b|n't\b", words)
        is not None
    )


def _is_trade_verb(chunk: Chunk) -> bool:
    if chunk.verb is not None and chunk.verb.frame is Frame.CLIMB:
        return True
    return chunk.verb is not None and chunk.verb.force is Force.STRONG and not (
        chunk.article and chunk.verb.noun
    )  # fmt: skip


def _names_the_trade(news: Sequence[Chunk], deal: Deal) -> bool:
    men = bool(_surnames(news) & _men(deal))
    party = any(set(chunk.clubs) & set(deal.clubs) for chunk in news if chunk.kind is Kind.CLUB)
    if any(_is_thing(news, at, known=men or party) for at in range(len(news))):
        return True
    moves = any(chunk.kind is Kind.VERB for chunk in news)
    return moves and (men or any(chunk.kind is Kind.PICKS for chunk in news))


def _is_thing(news: Sequence[Chunk], at: int, *, known: bool) -> bool:
    """Read "the trade", "it", and neither "the trade deadline" nor "a deal with a sponsor"."""
    after = news[at + 1] if at + 1 < len(news) else None
    if news[at].text not in _THING or (after is not None and after.text in _NO_TRADE):
        return False
    return known or after is None or after.kind in _SUBJECT_ENDS or after.text in _WHEN


def _names_its_men(news: Sequence[Chunk], deal: Deal) -> bool:
    """Names no man, or at least one of the deal's."""
    named = _surnames([chunk for chunk in news if chunk.kind is Kind.PLAYER])
    return not named or not _men(deal) or bool(_surnames(news) & _men(deal))


def _men(deal: Deal) -> set[str]:
    return {_surname(leg.asset.name) for leg in deal.legs if isinstance(leg.asset, Player)}


def _surnames(chunks: Sequence[Chunk]) -> set[str]:
    return {_surname(chunk.text) for chunk in chunks if chunk.kind in _MEN and chunk.text}


def _surname(name: str) -> str:
    words = [word for word in name.casefold().split() if word.rstrip(".") not in _SUFFIXES]
    return words[-1] if words else ""


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})


def _source(subject: Sequence[Chunk]) -> Source | None:
    club = next((c for c in subject if c.kind is Kind.CLUB and len(c.clubs) == 1), None)
    if club is not None:
        return Source(name=clubs.name(club.clubs[0]), kind=SourceKind.CLUB, tier=1)
    if any(chunk.text in {"nfl", "league"} or _leads_league(chunk) for chunk in subject):
        return Source(name="NFL", kind=SourceKind.LEAGUE, tier=1)
    return None


def _done(chunks: Sequence[Chunk], text: str, deal: Deal) -> Announced | None:
    """Read "officially acquired", "made official", "announced by the team", and no "not" or "will" near."""
    match = _DONE.search(text)
    if match is None or _UNDONE.search(text[max(0, match.start() - _NEAR) : match.start()]):
        return None
    speaks = any(chunk.kind is Kind.VERB or chunk.text in _THING for chunk in chunks)
    if not speaks or not _names_its_men(chunks, deal):
        return None
    first = text.count(" ", 0, match.start())
    return Announced(first=first, last=first + len(match[0].split()))
