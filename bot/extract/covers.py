"""Whether the words that are announced speak of this trade, and not of another move, of talks or of another man."""

import re
from collections.abc import Sequence

from bot.extract.lexicon import Force, Frame, Kind
from bot.extract.mentions import Chunk
from bot.model import Deal, Player

DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday today tonight yesterday morning"
    " afternoon evening night late early later"
)
SUBJECT_ENDS = frozenset({Kind.COMMA, Kind.STOP, Kind.COLON, Kind.AFTER, Kind.NOUN})
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME})
THING = frozenset(
    "trade trades swap transaction exchange acquisition agreement deal move news it".split()
)
_NO_TRADE = frozenset("deadline block clause market value partner partners target targets".split())
_OF_BUSINESS = frozenset(
    "stadium lease tv television media rights sponsorship contract coaching ticket sale".split()
)
_WHEN = frozenset(f"on in {DAYS}".split())
_OTHER_MOVE = re.compile(
    r"\bpractice squad\b|\bwaive|\bcontract\b|\bextension\b|\b(?:one|two|three|four|five) year\b"
    r"|\breleas|\binjur|\breserve\b|\bsign(?:s|ed|ing)?\b|\brestructur"
)
_TALK = re.compile(
    r"\b(?:talks?|interest(?:ed)?|requests?|requested|rumou?rs?|offers?|offered|block|listen\w*|want\w*"
    r"|seek\w*|sought|discuss\w*|consider(?!ation)\w*|explor\w*|available|demand\w*)\b"
)
_COMPLETES = re.compile(r"\b(?:completing|finali[sz]ing|completes|finali[sz]es) (?:trade|swap)\b")
_CLAUSE_ENDS = frozenset({Kind.COMMA, Kind.STOP, Kind.COLON, Kind.AFTER, Kind.SOFT, Kind.FROM})
_TELLS_MORE = frozenset({Kind.VERB, Kind.MOVE, Kind.PLAYER, Kind.NOUN})
_MEANS = frozenset("at via through after in on during over".split())
_PLACES = frozenset({Kind.SOFT, Kind.FROM})  # "in a statement", "from the stage"


def content(chunks: Sequence[Chunk], start: int, at: int) -> Sequence[Chunk]:
    """What is announced: what follows the verb, else what stands before its subject.

    Args:
        chunks: of the sentence.
        start: index where the subject begins.
        at: index of the verb.
    """
    after = at + 1
    while after < len(chunks):
        behind = _behind_aside(chunks, after)
        if behind == after and not _is_when(chunks, after):
            break
        after = max(behind, after + 1)
    ends = after == len(chunks) or (
        chunks[after].kind in {Kind.COMMA, Kind.AFTER, Kind.STOP} and chunks[after].text != "that"
    )
    return chunks[:start] if ends else chunks[after:]


def clause_end(chunks: Sequence[Chunk], at: int) -> int:
    """Index behind the words up to the next comma, clause or preposition.

    Args:
        chunks: of the sentence.
        at: where to begin.
    """
    while at < len(chunks) and chunks[at].kind not in _CLAUSE_ENDS:
        at += 1
    return at


def _behind_aside(chunks: Sequence[Chunk], at: int) -> int:
    """Behind "during the first round", "at a news conference", "via Twitter", "through its website"."""
    if chunks[at].text not in _MEANS:
        return at
    stop = at + 1
    while stop < len(chunks) and chunks[stop].kind not in _CLAUSE_ENDS - _PLACES:
        stop += 1
    return at if any(_tells_more(c) for c in chunks[at:stop]) else stop


def _tells_more(chunk: Chunk) -> bool:
    """It is more than a place or a time; "a news release" is one."""
    if chunk.text in {"news", "release"}:
        return False
    return chunk.kind in _TELLS_MORE or chunk.text in THING


def _is_when(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "Tuesday", "on social media", "in a statement"."""
    chunk, before = chunks[at], chunks[at - 1]
    plain = chunk.kind is Kind.WORD and chunk.text not in THING
    if chunk.kind is Kind.CLUB and before.kind is Kind.SOFT:
        return True  # "in Las Vegas"
    return chunk.text in DAYS.split() or chunk.kind in _PLACES or (
        plain and (before.kind in _PLACES or before.text in {"social", "news"})
    )  # fmt: skip


def speaks_of(news: Sequence[Chunk], deal: Deal, *, follows: bool) -> bool:
    """These words tell of the trade, and not of another move, of talks, or of another man.

    Args:
        news: the words.
        deal: the trade.
        follows: they follow "announced", so all of them are announced.
    """
    words = " ".join(chunk.text.casefold() for chunk in news)
    if (follows and (_is_refusal(words) or _TALK.search(words))) or not names_its_men(news, deal):
        return False
    if any(_is_trade_verb(chunk) for chunk in news) or (follows and _COMPLETES.search(words)):
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
    if news[at].text not in THING or (after is not None and after.text in _NO_TRADE):
        return False
    if at and news[at - 1].text in _OF_BUSINESS:
        return False
    return known or after is None or after.kind in SUBJECT_ENDS or after.text in _WHEN


def names_its_men(news: Sequence[Chunk], deal: Deal) -> bool:
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
