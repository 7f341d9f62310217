"""Whom the news comes from: reporters and outlets that the text names, a signature, the author of a post."""

from collections.abc import Iterable, Sequence
from functools import cache

from bot import clubs
from bot.extract import people
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.model import Report, Source, SourceKind

_UNKNOWN_TIER = 3
_ANNOUNCES = frozenset({"announced", "announce", "announces", "confirmed", "confirm", "confirms"})
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
        elif announcer := _announcer(chunk, chunks[index + 1 : index + 3]):
            found.append(announcer)
        elif chunk.kind is Kind.PLAYER and _stands_alone(chunks, index):
            found.append(Source(name=chunk.text, kind=SourceKind.REPORTER, tier=_UNKNOWN_TIER))
    return found


def _announcer(chunk: Chunk, after: Sequence[Chunk]) -> Source | None:
    """Read "the Packers announced" and "the NFL officially announced"."""
    if not any(one.text in _ANNOUNCES for one in after):
        return None
    if chunk.kind is Kind.CLUB and len(chunk.clubs) == 1:
        return Source(name=clubs.name(chunk.clubs[0]), kind=SourceKind.CLUB, tier=1)
    if chunk.text in {"nfl", "league"}:
        return Source(name="NFL", kind=SourceKind.LEAGUE, tier=1)
    return None


def _stands_alone(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "per Jane Rowe", and not "per Jane Rowe of the Star", where the Star is better known."""
    before, tail = chunks[index - 1] if index else None, chunks[index + 1 : index + 3]
    outlet = len(tail) > 1 and tail[0].kind is Kind.OF and tail[1].source is not None
    return before is not None and before.text in _PER and not outlet


def _employs(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "ESPN's Adam Schefter" and "Adam Schefter of ESPN": the known reporter is the source."""
    outlet = chunks[index]
    if outlet.source is None or outlet.source.kind is not SourceKind.OUTLET:
        return False
    after = chunks[index + 1] if index + 1 < len(chunks) else None
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
