"""Whom the news comes from: reporters and outlets in a frame that attributes it, a signature, a byline."""

from collections.abc import Iterable, Sequence
from functools import cache

from bot.extract import people
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.model import Report, Source, SourceKind

_UNKNOWN_TIER = 3
_PER = frozenset({"per", "according to"})
_AHEAD = _PER | {"via", "citing", "cites", "cited", "rt", "h"}
_TELLS = frozenset({"told", "tell", "tells"})
_BEHIND_BY = frozenset(
    "reported report reports tweeted confirmed said written first posted relayed".split()
)
_REPORTS = frozenset(
    "reports report reported tweets tweeted says said writes wrote adds added notes noted confirms"
    " confirmed relays relayed hears heard posts posted learned broke".split()
)
_BEFORE_REPORTS = frozenset(
    "now first also has have was were had just since later to the on".split()
)
_INFORMANTS = frozenset(
    "source sources person people official officials executive executives familiar knowledge".split()
)
_BESIDE = frozenset(
    "me insider reporter analyst senior writer columnist nfl com colleague"
    " insiders reporters writers colleagues".split()
)
_PICTURE = frozenset("photo photos image images picture credit getty file".split())
_LABELS = frozenset("source sources report reports reporter breaking rt via".split())
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan. feb."
    " mar. apr. aug. sept. oct. nov. dec. on".split()
)
_DASHES = frozenset({"\u2014", "--", "~", "-", "|"})
_NEAR = 8  # chunks before "told" among which the informant stands, before a name a picture's credit
_DESCRIBED = 4  # chunks between "per" and the name: "per longtime Rams reporter"
_JOINS = frozenset({Kind.AND, Kind.OF, Kind.FOR, Kind.WITH, Kind.PERSON, Kind.COMMA})


def sources(report: Report, sentences: Iterable[Sequence[Chunk]]) -> tuple[Source, ...]:
    """The reporters and outlets to which these sentences attribute their news, once each, in order.

    A name outside such a frame (a photo credit, a channel to watch, a reporter who has *not* reported
    it) is no source; nor is a reporter's outlet a second one. Where nobody is named, a known reporter
    who wrote the post is the source himself.
    """
    found = dict.fromkeys(source for chunks in sentences for source in _named(chunks))
    if not found and (author := _author(report.author)):
        return (author,)
    return tuple(found)


def is_signature(chunks: Sequence[Chunk]) -> bool:
    """Read "- Jay Glazer (@JayGlazer)": nothing but who says all of it."""
    first = next((i for i, chunk in enumerate(chunks) if chunk.source is not None), None)
    return first is not None and first <= 1 and _signs(chunks, *_group(chunks, first))


def _named(chunks: Sequence[Chunk]) -> list[Source]:
    found: list[Source] = []
    for index, chunk in enumerate(chunks):
        if chunk.source is not None:
            if not _employs(chunks, index) and _is_attributed(chunks, index):
                found.append(chunk.source)
        elif chunk.kind is Kind.PLAYER and _stands_alone(chunks, index):
            found.append(Source(name=chunk.text, kind=SourceKind.REPORTER, tier=_UNKNOWN_TIER))
    return found


def _is_attributed(chunks: Sequence[Chunk], index: int) -> bool:
    """The source, with whoever shares its frame, stands where news is attributed."""
    first, stop = _group(chunks, index)
    if any(chunk.text in _PICTURE for chunk in chunks[max(0, first - _NEAR) : stop + 1]):
        return False
    return (
        _is_led(chunks, first)
        or _reports(chunks, stop)
        or _heads_line(chunks, first, stop)
        or _signs(chunks, first, stop)
    )


def _group(chunks: Sequence[Chunk], index: int) -> tuple[int, int]:
    """First and stop of the run "ESPN's Adam Schefter and @RapSheet": names, handles, employers."""
    first, stop = index, index + 1
    while first and _belongs(chunks, first - 1, first - 2):
        first -= 1
    while stop < len(chunks) and _belongs(chunks, stop, stop + 1):
        stop += 1
    return first, stop


def _belongs(chunks: Sequence[Chunk], index: int, beyond: int) -> bool:
    chunk = chunks[index]
    if chunk.source is not None or (
        chunk.kind in {Kind.WORD, Kind.PERSON} and chunk.text in _BESIDE
    ):
        return True
    other = chunks[beyond] if 0 <= beyond < len(chunks) else None
    named = other is not None and (
        other.source is not None or other.text == "me" or other.kind is Kind.PLAYER
    )
    if chunk.kind is Kind.PLAYER:  # "Jane Roe of the Star": the unknown colleague
        return other is not None and other.kind in {Kind.OF, Kind.AND} and beyond > index
    return named and chunk.kind in _JOINS


def _is_led(chunks: Sequence[Chunk], first: int) -> bool:
    """Read "per", "according to", "sources told", "reported by", "report from"."""
    before = _at(chunks, first - 1)
    if before is None or _is_negated(chunks, first):
        return False
    if before.text in _AHEAD or _is_described(chunks, first):
        return True
    if before.text in _TELLS:
        words = {c.text for c in chunks[max(0, first - _NEAR) : first - 1]}
        return bool(words & _INFORMANTS) or any("source" in word for word in words)
    prior = _at(chunks, first - 2)
    if before.kind is Kind.TO and prior is not None and prior.text in {"confirmed", "confirms"}:
        return True
    return before.kind in {Kind.BY, Kind.FROM} and (
        (prior is None and before.kind is Kind.BY)
        or (prior is not None and prior.text in _BEHIND_BY)
    )


def _is_described(chunks: Sequence[Chunk], first: int) -> bool:
    """Read "per longtime Rams reporter Jane Rowe"."""
    for chunk in reversed(chunks[max(0, first - _DESCRIBED) : first]):
        if chunk.text in _PER:
            return True
        if chunk.kind not in {Kind.WORD, Kind.CLUB, Kind.PERSON}:
            return False
    return False


def _is_negated(chunks: Sequence[Chunk], first: int) -> bool:
    """Read "neither A nor B", "nothing from A", "not reported by A"."""
    near = {c.text for c in chunks[max(0, first - 4) : first]}
    return bool(
        near & {"neither", "nor", "not", "no", "nothing", "never", "without", "yet"}
    ) or any(text.endswith("n't") for text in near)


def _reports(chunks: Sequence[Chunk], stop: int) -> bool:
    """Read "X reports", "X has learned", "X first reported", and not "neither X nor Y has reported"."""
    first = stop - 1
    while first > 0 and _belongs(chunks, first - 1, first - 2):
        first -= 1
    lead = _at(chunks, first - 1)
    if lead is not None and lead.text in {"neither", "nor", "not", "no", "nobody"}:
        return False
    for chunk in chunks[stop : stop + 4]:
        if chunk.text in _REPORTS:
            return True
        if chunk.text not in _BEFORE_REPORTS and chunk.text not in {")", "("} and not chunk.source:
            return False
    return False


def _heads_line(chunks: Sequence[Chunk], first: int, stop: int) -> bool:
    """Read "Adam Schefter: ..." and "Source: ESPN"."""
    after, before = _at(chunks, stop), _at(chunks, first - 1)
    if after is not None and after.text in {"source", "sources"}:
        after = _at(chunks, stop + 1)
    begins = before is None or before.kind is Kind.COLON or before.text in _LABELS
    if begins and after is not None and after.kind is Kind.COLON:
        return True
    label = _at(chunks, first - 2)
    return (
        before is not None and before.kind is Kind.COLON
        and label is not None and label.text in _LABELS and after is None
    )  # fmt: skip


def _signs(chunks: Sequence[Chunk], first: int, stop: int) -> bool:
    """Read "(AP)", "- Jay Glazer (@JayGlazer)" and a line of nothing but the name; a photo's credit is none."""
    before, after = _at(chunks, first - 1), _at(chunks, stop)
    if before is not None and before.text == "(" and after is not None and after.text == ")":
        return True
    rest = [c for c in chunks[stop:] if c.source is None and c.text not in {"(", ")", ","}]
    dated = rest and (rest[0].text in _CALENDAR or rest[0].text[:1].isdigit())
    return (not rest or bool(dated)) and (before is None or before.text in _DASHES)


def _at(chunks: Sequence[Chunk], index: int) -> Chunk | None:
    return chunks[index] if 0 <= index < len(chunks) else None


def _stands_alone(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "per Jane Rowe", and not "per Jane Rowe of the Star", where the Star is better known."""
    before, tail = _at(chunks, index - 1), chunks[index + 1 : index + 3]
    outlet = len(tail) > 1 and tail[0].kind is Kind.OF and tail[1].source is not None
    return before is not None and before.text in _PER and not outlet


def _employs(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "ESPN's Adam Schefter" and "Adam Schefter of ESPN": the known reporter is the source."""
    outlet = chunks[index]
    if outlet.source is None or outlet.source.kind is not SourceKind.OUTLET:
        return False
    after = next((c for c in chunks[index + 1 :] if c.text not in _BESIDE), None)
    if after is not None and _is_reporter(after):
        return True
    behind_of = index > 1 and chunks[index - 1].kind in {Kind.OF, Kind.FOR, Kind.WITH}
    return behind_of and _is_reporter(chunks[index - 2])


def _is_reporter(chunk: Chunk) -> bool:
    return chunk.source is not None and chunk.source.kind is SourceKind.REPORTER


@cache
def _reporters() -> dict[str, Source]:
    return people.reporters()


def _author(author: str) -> Source | None:
    return _reporters().get(author.strip().casefold())
