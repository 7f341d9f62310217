"""Whom the news comes from: reporters and outlets that the text names, a signature, the author of a post."""

from collections.abc import Iterable, Sequence
from functools import cache

from bot.extract import people
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.model import Report, Source, SourceKind

_UNKNOWN_TIER = 3
_PER = frozenset({"per", "according to"})


def sources(report: Report, sentences: Iterable[Sequence[Chunk]]) -> tuple[Source, ...]:
    """The primary sources of these sentences, once each, in order of appearance.

    A reporter's outlet is not a second source. Where nobody is named, a known reporter who wrote the
    post is the source himself.
    """
    found = dict.fromkeys(source for chunks in sentences for source in _named(chunks))
    if not found and (author := _author(report.author)):
        return (author,)
    return tuple(found)


def _named(chunks: Sequence[Chunk]) -> list[Source]:
    found: list[Source] = []
    for index, chunk in enumerate(chunks):
        if chunk.source is not None and not _employs(chunks, index):
            found.append(chunk.source)
        elif chunk.kind is Kind.PLAYER and index and chunks[index - 1].text in _PER:
            found.append(Source(name=chunk.text, kind=SourceKind.REPORTER, tier=_UNKNOWN_TIER))
    return found


def _employs(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "ESPN's Adam Schefter" and "Adam Schefter of ESPN": the reporter is the source."""
    outlet = chunks[index]
    if outlet.source is None or outlet.source.kind is not SourceKind.OUTLET:
        return False
    after = chunks[index + 1] if index + 1 < len(chunks) else None
    if after is not None and (_is_reporter(after) or (outlet.owner and after.kind is Kind.PLAYER)):
        return True
    behind_of = index > 1 and chunks[index - 1].kind in {Kind.OF, Kind.FOR, Kind.WITH}
    return behind_of and chunks[index - 2].kind in {Kind.SOURCE, Kind.PLAYER}


def _is_reporter(chunk: Chunk) -> bool:
    return chunk.source is not None and chunk.source.kind is SourceKind.REPORTER


@cache
def _reporters() -> dict[str, Source]:
    return people.reporters()


def _author(author: str) -> Source | None:
    return _reporters().get(author.strip().casefold())
