"""Sources that nobody listed: a person or an outlet in a frame that attributes the news to him or it."""

import re
from collections.abc import Iterator

from bot.extract.attribution import INFORMANTS, TELLING
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.reading import Sentence
from bot.model import Source, SourceKind

UNKNOWN_TIER = 3
_LEADS = frozenset({"per", "according to", "via", "citing"})
_TELLS = frozenset({"told", "tells", "tell"})
_REPORTS = frozenset("reports reported tweets tweeted writes wrote hears posted".split())
_BETWEEN = frozenset("first has also have later then".split())
_DESCRIBES = frozenset(
    "the longtime local radio reporter insider beat writer writers columnist host analyst former"
    " veteran team's 's".split()
)
_NOBODY = frozenset(
    "source sources report reports multiple several league nfl team teams club clubs agent agents his"
    " her their gm coach general owner president spokesman monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october november"
    " december multi people a an one two both he she they it who official officials documents records"
    " trade breaking news update this that there we i you in on as but and".split()
)
_OF = frozenset({"of", "with", "for", "at", "from"})
_PRESS = re.compile(
    r"\b(?:news|times|post|herald|tribune|radio|tv|sports?|network|fm|am|journal|star|observer|gazette|press"
    r"|chronicle|courier|dispatch|register|sentinel|ledger|record|sun|globe|review|today|magazine|podcast"
    r"|ticket|fan|game|zone|wire|report|insider|nation|central|daily|weekly)\b|\d|\.com|\.net|\.org"
)
_CALL_SIGN = re.compile(r"(?:[KW][A-Z]{2,3}|[A-Z]{3,4})(?:-(?:TV|FM|AM))?$")
_STATION = re.compile(r"\d+\.\d$|\d+[A-Z]")  # "97.1", "9News"
_MOST = 5  # words in a name
_BEFORE = 8  # chunks before "told" among which the informant stands


def strangers(sentence: Sentence) -> Iterator[tuple[Source, tuple[int, int], str]]:
    """Whom the sentence attributes its news to by name alone: the source, its place and its frame."""
    for index, chunk in enumerate(sentence.chunks):
        if _leads(sentence, index):
            first = _skip(sentence, chunk.last)
            last = _run(sentence, first)
            rule = "per"
        elif chunk.text in _REPORTS and chunk.kind is Kind.WORD:
            first, last = _run_back(sentence, chunk.first)
            rule = "reports"
        else:
            continue
        if source := _source(sentence, first, last):
            yield source, sentence.span(first, last), rule


def _leads(sentence: Sentence, index: int) -> bool:
    """Read "per", "told" behind an informant, and ", reports"."""
    chunk, before = sentence.chunks[index], sentence.chunks[max(0, index - _BEFORE) : index]
    if chunk.text in _LEADS:
        return True
    if chunk.text in _TELLS:
        return any(c.text in INFORMANTS or "source" in c.text for c in before)
    return chunk.text in TELLING and bool(before) and before[-1].kind is Kind.COMMA


def _skip(sentence: Sentence, at: int) -> int:
    """The place behind "longtime Lions reporter"."""
    for _ in range(_MOST):
        if at >= len(sentence.tokens):
            break
        club = _chunk_at(sentence, at, Kind.CLUB)
        if club and not (_is_name(sentence, club.last) and not _is_described(sentence, club.last)):
            at = club.last
        elif sentence.tokens[at].low in _DESCRIBES:
            at += 1
        else:
            break
    return at


def _is_described(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].low in _DESCRIBES


def _chunk_at(sentence: Sentence, at: int, kind: Kind) -> Chunk | None:
    return next((c for c in sentence.chunks if c.first == at and c.kind is kind), None)


def _is_name(sentence: Sentence, at: int) -> bool:
    if not 0 <= at < len(sentence.tokens):
        return False
    token = sentence.tokens[at]
    return token.capital or _STATION.match(token.text) is not None or token.text.endswith(".com")


def _run(sentence: Sentence, first: int) -> int:
    last = first
    while last - first < _MOST and _is_name(sentence, last):
        last += 1
    return last


def _run_back(sentence: Sentence, last: int) -> tuple[int, int]:
    """The name that ends here; of "Jane Rowe of the Courier", Jane Rowe."""
    while last and sentence.tokens[last - 1].low in _BETWEEN:
        last -= 1
    first = _start(sentence, last)
    of = first - 1 - (first > 0 and sentence.tokens[first - 1].low == "the")
    if of > 0 and sentence.tokens[of].low in _OF and (person := _start(sentence, of)) < of:
        return person, of
    return first, last


def _start(sentence: Sentence, last: int) -> int:
    first = last
    while last - first < _MOST and _is_name(sentence, first - 1):
        first -= 1
    return first


def _source(sentence: Sentence, first: int, last: int) -> Source | None:
    words = sentence.tokens[first:last]
    if not words or any(token.low in _NOBODY for token in words[:1]):
        return None
    touched = [c for c in sentence.chunks if c.first < last and c.last > first]
    if any(c.source is not None for c in touched) or _is_of_known(sentence, last):
        return None
    text = "".join(f"-{t.text}" if t.hyphen else f" {t.text}" for t in words).strip()
    outlet = bool(_PRESS.search(text.casefold())) or _CALL_SIGN.match(text) is not None
    alone = len(words) == 1 and not outlet
    if alone or (all(c.kind is Kind.CLUB for c in touched) and not outlet):
        return None
    kind = SourceKind.OUTLET if outlet else SourceKind.REPORTER
    return Source(name=text, kind=kind, tier=UNKNOWN_TIER)


def _is_of_known(sentence: Sentence, at: int) -> bool:
    """Read "Jane Rowe of the Star", where the Star is known and speaks for her."""
    tail = [c for c in sentence.chunks if c.first >= at][:2]
    return len(tail) > 1 and tail[0].text in _OF and tail[1].source is not None
