"""Names that could be a reporter's or an outlet's by their look: runs of capitalised words nobody listed."""

import re
from collections.abc import Collection, Iterator, Sequence

from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.people import NOT_NAMES, PARTICLES, SUFFIXES
from bot.extract.reading import Sentence
from bot.extract.tokens import Token
from bot.model import Source, SourceKind

UNKNOWN_TIER = 3
_PRESS = frozenset(
    "news times post herald tribune radio tv sport sports network fm am journal star observer gazette"
    " press chronicle courier dispatch register sentinel ledger record sun globe review today magazine"
    " podcast ticket fan game zone wire report insider nation central daily weekly channel blog"
    " examiner telegraph advocate mirror bulletin athletic media broadcasting football".split()
)
_STAFFS = frozenset(
    {"insiders", "reporters", "analysts", "insider", "reporter", "columnist"}
)  # "Courier Insiders"
_OF_PRESS = frozenset(
    "pro draft nfl nfc afc north south east west deal fantasy power super".split()
)
_NO_NAMES = NOT_NAMES - _PRESS - SUFFIXES
_DOMAIN = re.compile(r".+\.(?:com|net|org|football|tv|news|fm)$")
_CALL_SIGN = re.compile(r"(?:[KW][A-Z]{2,3}\d*|[A-Z]{3,4})(?:-(?:TV|FM|AM))?$")
_STATION = re.compile(r"\d+\.\d$|\d+[A-Z]")  # "97.1", "9News"
_STAFF = frozenset(
    ("gm", "general manager", "coach", "head coach", "owner", "president", "agent", "agents",
     "coordinator", "offensive coordinator", "defensive coordinator", "executive", "vice president",
     "interim coach", "commissioner", "chief executive", "co-owner", "chairman", "spokesman", "ceo")
)  # fmt: skip
_NAMED = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.WORD, Kind.PERSON, Kind.OF, Kind.CLUB})
_MOST = 5  # words in a name
_FEWEST = 2  # words in a person's name


def candidates(sentence: Sentence, men: Collection[str]) -> tuple[list[Chunk], dict[int, Source]]:
    """The chunks, with each name that may be a source as one of them, and these by their index.

    Args:
        sentence: as read.
        men: last names, casefolded, of whom the report tells.
    """
    chunks = list(sentence.chunks)
    found: dict[int, Source] = {}
    for first, last in _runs(sentence):
        inside = [i for i, c in enumerate(chunks) if c.first < last and c.last > first]
        source = _source(sentence, first, last)
        if not inside or source is None or not _may_be(chunks, inside, (first, last), source, men):
            continue
        one = Chunk(
            kind=Kind.PLAYER, first=first, last=last, text=source.name,
            owner=sentence.tokens[last - 1].owner,
        )  # fmt: skip
        chunks[inside[0] : inside[-1] + 1] = [one]
        found[inside[0]] = source
    return chunks, found


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where capitalised words stand side by side; a possessive ends the name."""
    known = {i for c in sentence.chunks if c.source is not None for i in range(c.first, c.last)}
    tokens = sentence.tokens
    first = None
    for index in range(len(tokens) + 1):
        here = index < len(tokens) and index not in known and _is_name(tokens, index)
        if first is not None and (not here or tokens[index - 1].owner):
            yield first, index
            first = None
        if here and first is None:
            first = index


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.low in PARTICLES and not token.capital:
        return (
            0 < index < len(tokens) - 1 and tokens[index - 1].capital and tokens[index + 1].capital
        )
    if token.low in _NO_NAMES:
        return token.text == "The" or (token.low in _OF_PRESS and token.capital)
    return (token.capital and token.text[0] != "#") or _is_outlets(token) or (
        token.text.isdigit() and index > 0 and tokens[index - 1].low in _PRESS
    )  # fmt: skip


def _is_outlets(token: Token) -> bool:
    if token.text[0].isdecimal():
        return _STATION.match(token.text) is not None or _DOMAIN.match(token.low) is not None
    return "." in token.low and _DOMAIN.match(token.low) is not None


def _source(sentence: Sentence, first: int, last: int) -> Source | None:
    """Who it would be: an outlet by its words, else a person by first and last name."""
    words = _unstaffed(sentence.tokens[first:last])
    if not 0 < len(words) <= _MOST:
        return None
    if _is_press(words) or _is_short_for_one(sentence, first, words):
        return Source(name=_spelt(_proper(words, first)), kind=SourceKind.OUTLET, tier=UNKNOWN_TIER)
    words = words[words[0].text == "The" and first == 0 :]
    if any(t.low in _OF_PRESS for t in words):
        return None
    plain = all(t.text[0].isalpha() for t in words)
    if len(words) < _FEWEST or not plain:
        return None
    return Source(name=_spelt(words), kind=SourceKind.REPORTER, tier=UNKNOWN_TIER)


def _is_short_for_one(sentence: Sentence, first: int, words: Sequence[Token]) -> bool:
    """Read "the Courier", and "SI's Adam Schefter": one word that holds a known reporter."""
    if len(words) > 1:
        return False
    articled = first > 0 and sentence.tokens[first - 1].low == "the"
    after = next((c for c in sentence.chunks if c.first == first + 1), None)
    holds = words[0].owner and after is not None and after.source is not None
    return (articled and words[0].low in _PRESS) or holds


def _unstaffed(words: Sequence[Token]) -> Sequence[Token]:
    """Read "Courier Insiders" and "NFL Insider Jane Rowe": the name without what he is."""
    role = next((i for i in reversed(range(len(words))) if words[i].low in _STAFFS), None)
    if role is None:
        return words
    return words[role + 1 :] or words[:role]


def _proper(words: Sequence[Token], first: int) -> Sequence[Token]:
    """Without the article that only opens the sentence."""
    return words[1:] if first == 0 and words[0].text == "The" else words


def _is_press(words: Sequence[Token]) -> bool:
    if len(words) == 1:
        text = words[0].text
        called = _CALL_SIGN.match(text) is not None and words[0].low not in NOT_NAMES
        return called or _is_outlets(words[0])
    called = _CALL_SIGN.match(words[0].text) is not None and words[0].low not in NOT_NAMES
    return called or any(t.low in _PRESS or _is_outlets(t) for t in words)


def _spelt(words: Sequence[Token]) -> str:
    return "".join(f"-{t.text}" if t.hyphen else f" {t.text}" for t in words).strip(" -")


def _may_be(
    chunks: Sequence[Chunk], inside: Sequence[int], run: tuple[int, int], source: Source,
    men: Collection[str],
) -> bool:  # fmt: skip
    """No club, no man with a position or an office, none of whom the report tells."""
    touched = [chunks[i] for i in inside]
    if any(c.first < run[0] or c.last > run[1] or c.position for c in touched):
        return False
    if source.kind is SourceKind.OUTLET:
        return any(c.kind is not Kind.CLUB for c in touched)
    before = chunks[inside[0] - 1] if inside[0] else None
    staff = before is not None and before.text in _STAFF
    clubs = any(c.kind is Kind.CLUB for c in touched)
    return not staff and not clubs and all(c.kind in _NAMED for c in touched) and (
        source.name.casefold().split()[-1] not in men
    )  # fmt: skip
