"""Whom the news comes from: reporters and outlets in a frame that attributes it, a signature, a byline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.extract import press, printed
from bot.extract.attribution import at, employs, frame, group, signs
from bot.extract.bylines import UNKNOWN_TIER
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.people import Voices
from bot.extract.reading import Sentence
from bot.model import Source, SourceKind

_LOCAL_TIER = 2
_NETWORKS = frozenset({"fox", "cbs", "nbc", "abc", "espn"})
_ENDS = frozenset({Kind.COMMA, Kind.STOP, Kind.COLON})
_HANDLE = re.compile(r"@\w+")
_PARTS = re.compile(r"[,|/()\u2022;]|\s[-\u2013\u2014]\s")
_AGENCY = re.compile(r"\((AP|Reuters|UPI)\)")
_PAPERS = press.papers()
_SHORT = frozenset(short for short, _ in _PAPERS)
_DATELINE = 80  # characters within which a dateline names its agency
_OPENS = frozenset({"\u2014", "--", "~", "-", "|", "(", "via", "h", "/", "t"})
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
        for named, chunk, rule in _named(sentence):
            source = _paper(named, read)
            found.setdefault(source, Told(source, rule, sentence.span(chunk.first, chunk.last)))
    return tuple(found.values()) or ((writer,) if writer else ())


def _paper(source: Source, read: Sequence[Sentence]) -> Source:
    """Read "told the Tribune" in a report of a Bears trade: the daily of the one town that has one called so."""
    short = source.name.casefold().removeprefix("the ")
    if source.tier < UNKNOWN_TIER or short not in _SHORT:
        return source
    codes = {c.clubs[0] for s in read for c in s.chunks if len(c.clubs) == 1}
    meant = {_PAPERS[short, code] for code in codes if (short, code) in _PAPERS}
    return press.outlets().get(meant.pop().casefold(), source) if len(meant) == 1 else source


def is_signature(sentence: Sentence) -> bool:
    """Read "- Jay Glazer (@JayGlazer)": nothing but who says all of it."""
    chunks = sentence.chunks
    first = next((i for i, chunk in enumerate(chunks) if _may_sign(chunk)), None)
    if first is None or any(c.text not in _OPENS for c in chunks[:first]):
        return False
    begin, stop = group(chunks, first)
    led = begin > 0 and chunks[begin - 1].text == "via" and stop + 1 >= len(chunks)
    return led or signs(chunks, begin, stop)


def _may_sign(chunk: Chunk) -> bool:
    return chunk.source is not None or _is_handle(chunk)


def _named(sentence: Sentence) -> Iterator[tuple[Source, Chunk, str]]:
    chunks = sentence.chunks
    for index, chunk in enumerate(chunks):
        if chunk.source is not None and not employs(chunks, index):
            if rule := frame(chunks, index):
                handle = _false_handle(chunks, index)
                source = _unknown(handle.text) if handle else _of_outlet(chunks, index)
                source = _local(sentence, chunks, index) or source
                yield printed.spelt(source, sentence, chunk), chunk, rule
        elif (
            _is_handle(chunk)
            and not _is_strangers(chunks, index)
            and (rule := frame(chunks, index))
        ):
            yield _unknown(chunk.text), chunk, rule


def _is_strangers(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "Jane Rowe (@JRowe)": the handle of somebody who is named beside it."""
    ahead = [c for c in chunks[max(0, index - 2) : index] if c.text != "("]
    one = ahead[-1].source if ahead else None
    return one is not None and one.tier == UNKNOWN_TIER and one.kind is SourceKind.REPORTER


def _local(sentence: Sentence, chunks: Sequence[Chunk], index: int) -> Source | None:
    """Read "FOX 9" and "CBS Boston": a station, and not the network it is named after."""
    chunk, after = chunks[index], at(chunks, index + 1)
    if after is None or after.first != chunk.last or chunk.text.split()[0] not in _NETWORKS:
        return None
    behind = at(chunks, index + 2)
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
    if source.kind is SourceKind.OUTLET or source.tier == UNKNOWN_TIER or not outlets:
        return source
    return replace(source, tier=min(source.tier, *outlets))


def _unknown(name: str) -> Source:
    return Source(name=name, kind=SourceKind.REPORTER, tier=UNKNOWN_TIER)


def _is_handle(chunk: Chunk) -> bool:
    return chunk.kind is Kind.WORD and chunk.text[:1] == "@" and len(chunk.text) > 1


def _false_handle(chunks: Sequence[Chunk], index: int) -> Chunk | None:
    """The handle beside a reporter's name that is not his: whoever posts so is somebody else."""
    name = chunks[index]
    if (
        name.source is None
        or name.source.tier == UNKNOWN_TIER
        or name.source.kind is SourceKind.OUTLET
        or name.text[:1] == "@"
    ):
        return None
    beside = [*chunks[index + 1 : index + 1 + _HANDLE_NEAR], *chunks[max(0, index - 2) : index]]
    for chunk in beside:
        if chunk.text[:1] == "@":
            return None if chunk.source is not None or _is_his(chunk, name.source) else chunk
        if chunk.text not in {"(", ")", ","} and chunk.source is None:
            break
    return None


def _is_his(handle: Chunk, source: Source) -> bool:
    """Read "Jane Rowe (@JaneRowe)": his name run together."""
    return handle.text.removeprefix("@") == re.sub(r"[^a-z]", "", source.name.casefold())


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
