"""Whom the news comes from: reporters and outlets in a frame that attributes it, a signature, a byline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.extract.attribution import at, employs, frame, group, signs
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.people import Voices
from bot.extract.reading import Sentence
from bot.extract.strangers import UNKNOWN_TIER, strangers
from bot.model import Source, SourceKind

_LOCAL_TIER = 2
_NETWORKS = frozenset({"fox", "cbs", "nbc", "abc", "espn"})
_ENDS = frozenset({Kind.COMMA, Kind.STOP, Kind.COLON})
_HANDLE = re.compile(r"@\w+")
_PARTS = re.compile(r"[,|/()\u2022;]|\s[-\u2013\u2014]\s")
_AGENCY = re.compile(r"\((AP|Reuters|UPI)\)")
_DATELINE = 80  # characters within which a dateline names its agency
_HANDLE_NEAR = 4  # chunks beside a name among which his handle stands


@dataclass(frozen=True, slots=True)
class Told:
    """A source, and where and how the report names him."""

    source: Source
    rule: str
    span: tuple[int, int]


def sources(writer: Told | None, sentences: Iterable[Sentence]) -> tuple[Told, ...]:
    """The reporters and outlets to which these sentences attribute their news, once each, in order.

    A name outside such a frame (a photo credit, a channel to watch, a reporter who has *not* reported
    it) is no source; nor is a reporter's outlet a second one. Where nobody is named, whoever wrote
    the report is the source himself.
    """
    read = list(sentences)
    found: dict[Source, Told] = {}
    for sentence in read:
        for source, chunk, rule in _named(sentence):
            found.setdefault(source, Told(source, rule, sentence.span(chunk.first, chunk.last)))
    if not found:
        new = [Told(one, rule, span) for s in read for one, span, rule in strangers(s)]
        found = {one.source: one for one in new}
    return tuple(found.values()) or ((writer,) if writer else ())


def is_signature(chunks: Sequence[Chunk]) -> bool:
    """Read "- Jay Glazer (@JayGlazer)": nothing but who says all of it."""
    first = next((i for i, chunk in enumerate(chunks) if _may_sign(chunk)), None)
    return first is not None and first <= 1 and signs(chunks, *group(chunks, first))


def _may_sign(chunk: Chunk) -> bool:
    return chunk.source is not None or _is_handle(chunk)


def _named(sentence: Sentence) -> Iterator[tuple[Source, Chunk, str]]:
    chunks = sentence.chunks
    for index, chunk in enumerate(chunks):
        if chunk.source is not None and not employs(chunks, index):
            if rule := frame(chunks, index):
                handle = _false_handle(chunks, index)
                source = _unknown(handle.text) if handle else _of_outlet(chunks, index)
                yield _local(sentence, index) or source, chunk, rule
        elif _is_handle(chunk) and (rule := frame(chunks, index)):
            yield _unknown(chunk.text), chunk, rule


def _local(sentence: Sentence, index: int) -> Source | None:
    """Read "FOX 9" and "CBS Boston": a station, and not the network it is named after."""
    chunk, after = sentence.chunks[index], at(sentence.chunks, index + 1)
    if after is None or after.first != chunk.last or chunk.text.split()[0] not in _NETWORKS:
        return None
    behind = at(sentence.chunks, index + 2)
    station = after.text.isdigit() or (
        after.kind is Kind.CLUB and not after.owner and (behind is None or behind.kind in _ENDS)
    )
    if not station:
        return None
    words = sentence.tokens[chunk.first : after.last]
    return Source(name=" ".join(t.text for t in words), kind=SourceKind.OUTLET, tier=_LOCAL_TIER)


def _of_outlet(chunks: Sequence[Chunk], index: int) -> Source:
    """The source; a reporter of a better known outlet ("ESPN's Jane Rowe") speaks with its weight."""
    source = chunks[index].source
    assert source is not None  # noqa: S101 - the caller has looked
    beside = [at(chunks, index - 1), at(chunks, index + 1), at(chunks, index + 2)]
    outlets = [
        one.source.tier
        for one in beside
        if one and one.source and one.source.kind is SourceKind.OUTLET
    ]
    if source.kind is SourceKind.OUTLET or not outlets:
        return source
    return replace(source, tier=min(source.tier, *outlets))


def _unknown(name: str) -> Source:
    return Source(name=name, kind=SourceKind.REPORTER, tier=UNKNOWN_TIER)


def _is_handle(chunk: Chunk) -> bool:
    return chunk.kind is Kind.WORD and chunk.text[:1] == "@" and len(chunk.text) > 1


def _false_handle(chunks: Sequence[Chunk], index: int) -> Chunk | None:
    """The handle beside a reporter's name that is not his: whoever posts so is somebody else."""
    name = chunks[index]
    if name.source is None or name.source.kind is SourceKind.OUTLET or name.text[:1] == "@":
        return None
    beside = [*chunks[index + 1 : index + 1 + _HANDLE_NEAR], *chunks[max(0, index - 2) : index]]
    for chunk in beside:
        if chunk.text[:1] == "@":
            return None if chunk.source is not None else chunk
        if chunk.text not in {"(", ")", ","} and chunk.source is None:
            break
    return None


def writer(author: str, text: str, voices: Voices) -> Told | None:
    """Who wrote a report, where its byline or dateline names somebody known.

    Args:
        author: the byline as the feed has it.
        text: the report, whose dateline may name an agency.
        voices: whoever is known. A byline with a handle that is not his known one is nobody's.
    """
    if source := _by_line(author, voices):
        return Told(source, "author", (0, 0))
    agency = _AGENCY.search(text[:_DATELINE])
    outlet = voices.outlets.get(agency[1].casefold()) if agency else None
    return Told(outlet, "dateline", (0, 0)) if outlet else None


def _by_line(author: str, voices: Voices) -> Source | None:
    low = author[:_DATELINE].casefold()
    parts = [part.strip().removeprefix("by ") for part in _PARTS.split(_HANDLE.sub(",", low))]
    claimed = [*(part for part in parts if part), *_HANDLE.findall(low)]
    named = [voices.reporters.get(part) for part in claimed if part not in voices.outlets]
    return named[0] if named and len(set(named)) == 1 else None
