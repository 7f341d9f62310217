"""Sources that nobody listed: a person or an outlet who stands where a source stands, as a chunk of his own."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot.extract.attribution import TELLING, at, is_led, is_negated
from bot.extract.bylines import candidates
from bot.extract.covers import DAYS
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.reading import Sentence, Story
from bot.model import Source, SourceKind

_PASSES = 3  # "Jane Rowe and Al Moss of the Courier's sports desk": each makes the next one known
_REPORTS = frozenset(
    "report reports reported tweets tweeted writes wrote hears learned relays reporting".split()
)
_SAYS = frozenset("says said confirms confirmed adds added notes noted broke understands".split())
_BETWEEN = frozenset(
    "first also has have had was were is are just later then now to the on".split()
)
_ROLES = frozenset(
    "reporter insider reporters insiders writer columnist analyst senior nfl beat correspondent".split()
)
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME})
_DASHES = frozenset({"\u2014", "--", "~", "-", "|"})
_OF = frozenset({Kind.OF, Kind.FOR, Kind.WITH, Kind.FROM})
_HINTS = (
    _REPORTS
    | _SAYS
    | _DASHES
    | frozenset(
        "per according via citing cites cited told tells tell informed informs spoke speaking h rt"
        " including posted written relayed reporter insider columnist news :".split()
    )
)  # no source stands in a sentence without one of them
_NAME_ENDS = frozenset({Kind.COMMA, Kind.OF, Kind.STOP, Kind.AND, Kind.COLON})
_SIGNED = frozenset({Kind.COMMA, Kind.OF, Kind.WITH, Kind.AND})
_MOVES_WHAT_FOLLOWS = frozenset(
    {Kind.VERB, Kind.MOVE, Kind.TO, Kind.FROM, Kind.FOR, Kind.WITH, Kind.PICKS, Kind.PLAYER}
)
_FAR = 6  # chunks between a name and its verb: "was the first to report"
_HEADED = 4  # chunks between "From" and the colon


def heard(story: Story) -> Story:
    """The report, where whoever its sentences attribute their news to is a source, listed or not."""
    hinted = [sentence for sentence in story.every if _has_hint(sentence)]
    if not hinted:
        return story
    men = _men_told_of(story.every)
    new = {id(s): replace(s, chunks=_introduced(s, men)) for s in hinted}

    def these(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
        return [new.get(id(sentence), sentence) for sentence in sentences]

    return Story(
        story.report, these(story.head), these(story.body), these(story.lead), these(story.every)
    )


def _has_hint(sentence: Sentence) -> bool:
    return any(token.low in _HINTS for token in sentence.tokens)


def _men_told_of(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Last names of whom the report tells: those it uses twice, and the only one where it says "him"."""
    every = [chunk for sentence in sentences for chunk in sentence.chunks]
    names = Counter(c.text.casefold().split()[-1] for c in every if c.kind in _MEN and c.text)
    if len(names) == 1 and any(chunk.kind is Kind.PRONOUN for chunk in every):
        return frozenset(names)
    return frozenset(name for name, times in names.items() if times > 1)


def _introduced(sentence: Sentence, men: Collection[str]) -> Sequence[Chunk]:
    chunks, maybe = candidates(sentence, men)
    new: dict[int, Chunk] = {}
    for _ in range(_PASSES):
        found = {i: one for i, source in maybe.items() if (one := _standing(chunks, i, source))}
        if not found:
            break
        for i, source in found.items():
            new[i] = chunks[i] = replace(chunks[i], source=source, kind=Kind.SOURCE)
            del maybe[i]
    return _merged(sentence.chunks, new.values()) if new else sentence.chunks


def _merged(chunks: Sequence[Chunk], new: Iterable[Chunk]) -> Sequence[Chunk]:
    """The chunks, with each new one in the place of those that it covers."""
    covered = {index for one in new for index in range(one.first, one.last)}
    kept = [chunk for chunk in chunks if chunk.first not in covered]
    return sorted((*kept, *new), key=lambda chunk: chunk.first)


def _standing(chunks: Sequence[Chunk], index: int, source: Source) -> Source | None:
    """The source, where its place says that it is one; a name that employs another is an outlet's."""
    if _employs(chunks, index):
        return replace(source, kind=SourceKind.OUTLET)
    if _has_employee(chunks, index):
        source = replace(source, kind=SourceKind.OUTLET)
    before = at(chunks, index - 1)
    placed = before is None or before.owner or before.kind not in _MOVES_WHAT_FOLLOWS
    stands = _is_behind_lead(chunks, index) or (
        placed
        and (
            _is_employed(chunks, index)
            or _tells(chunks, index, source)
            or _is_joined(chunks, index)
            or _signs(chunks, index)
            or _heads(chunks, index)
        )
    )
    return source if stands else None


def _employs(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "the Courier's Jane Rowe", "Courier reporter Jane Rowe", "Jane Rowe of the Courier"."""
    behind = index + 1
    while (role := at(chunks, behind)) and role.text.casefold() in _ROLES:
        behind += 1
    held = chunks[index].owner or behind > index + 1
    if held and _is_person(at(chunks, behind)):
        return True
    of, person = at(chunks, index - 1), at(chunks, index - 2)
    between = of is not None and (
        of.kind in _OF or (of.kind is Kind.COMMA and _is_signed_ahead(chunks, index))
    )
    return between and _is_person(person) and person is not None and not person.owner


def _has_employee(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "the Courier's Jane Rowe" and "Jane Rowe of the Courier" by their look alone."""
    after, of, person = (at(chunks, index + step) for step in (1, -1, -2))
    owns = chunks[index].owner and after is not None and after.kind is Kind.PLAYER
    return owns or (
        of is not None and of.kind in _OF
        and person is not None and person.kind is Kind.PLAYER and not person.position
    )  # fmt: skip


def _is_person(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.source is not None and (
        chunk.source.kind is SourceKind.REPORTER
    )  # fmt: skip


def _is_outlet(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.source is not None and (
        chunk.source.kind is SourceKind.OUTLET
    )  # fmt: skip


def _is_employed(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "ESPN's Jane Rowe", "FOX 9's Jane Rowe", "ESPN reporter Jane Rowe", "Jane Rowe of ESPN"."""
    before = index - 1
    while (role := at(chunks, before)) and role.text.casefold() in _ROLES:
        before -= 1
    near = at(chunks, before)
    if near is not None and near.text.isdigit():
        near = at(chunks, before - 1)
    named = near is not None and near.source is not None
    if (
        named
        and near is not None
        and (near.owner or before < index - 1 or near is not chunks[before])
    ):
        return near.owner or _is_outlet(near)
    of, outlet = at(chunks, index + 1), at(chunks, index + 2)
    return of is not None and of.kind in _OF and outlet is not None and outlet.source is not None


def _is_behind_lead(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "per Jane Rowe", "told Jane Rowe", ", writes Jane Rowe", and "From Jane Rowe:"."""
    before = at(chunks, index - 1)
    if before is not None and before.kind is Kind.FROM and index == 1:
        return any(c.kind is Kind.COLON for c in chunks[2 : 2 + _HEADED])
    if before is not None and before.text in TELLING and any(c.text == '"' for c in chunks[:index]):
        return False  # who is quoted speaks for himself
    return is_led(chunks, index)


def _tells(chunks: Sequence[Chunk], index: int, source: Source) -> bool:
    """Read "Jane Rowe first reported", "Jane Rowe (@JRowe) reports"; who only "said" so is no source."""
    if is_negated(chunks, index):
        return False
    before = at(chunks, index - 1)
    held = before is not None and (
        before.text in _ROLES or (before.owner and before.kind is not Kind.CLUB)
    )
    of_press = source.kind is SourceKind.OUTLET or held
    verbs = _REPORTS | _SAYS if of_press else _REPORTS
    for at_, chunk in enumerate(chunks[index + 1 : index + 1 + _FAR], index + 1):
        if chunk.text in verbs:
            return not _is_his_own(chunks, at_)
        fill = chunk.text in _BETWEEN or chunk.text in {"(", ")", ""} or chunk.text[:1] == "@"
        if not fill and chunk.text.casefold() not in _ROLES:
            return False
    return False


def _is_his_own(chunks: Sequence[Chunk], verb: int) -> bool:
    """Read "Dale Preston reported to the Bears", "has learned that he goes": he is the news."""
    after = at(chunks, verb + 1)
    if chunks[verb].text == "learned":
        return after is not None and after.text not in DAYS.split()
    quoted = any(chunk.text == '"' for chunk in chunks[:verb])
    return quoted or (after is not None and after.kind is Kind.TO)


def _is_joined(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "Adam Schefter and Jane Rowe", and "Jane Rowe and Adam Schefter"."""
    after = at(chunks, index + 1)
    for step in (-1, 1):
        link, other = at(chunks, index + step), at(chunks, index + 2 * step)
        paired = link is not None and link.kind is Kind.AND and other is not None and other.source
        ends = after is None or after.kind in _NAME_ENDS or after.text in _REPORTS
        if paired and (step > 0 or ends):
            return True
    return False


def _signs(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "- Jane Rowe (@JRowe)", with or without the handle where nothing else is said."""
    before, after = at(chunks, index - 1), at(chunks, index + 2)
    if before is None or before.text not in _DASHES:
        return False
    handle = after is not None and (after.text[:1] == "@" or _is_outlet(after))
    return handle or (index == 1 and _is_signature(chunks))


def _is_signed_ahead(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "- Adam Schefter, Valley Courier" at the end of a line."""
    dash = at(chunks, index - 3)
    return _is_signature(chunks) or (
        dash is not None and dash.text in _DASHES and index == len(chunks) - 1
    )


def _heads(chunks: Sequence[Chunk], index: int) -> bool:
    """Read "Jane Rowe: Jets trade Dale Preston to the Bears"; the man of a headline is meant by "him"."""
    stop = 2 if [c.text for c in chunks[1:2]] in (["source"], ["sources"]) else 1
    after = at(chunks, stop + 1)
    if index or len(chunks) < _HEADED or chunks[stop].kind is not Kind.COLON or after is None:
        return False
    told = {c.kind for c in chunks[2:]}
    himself = Kind.PRONOUN in told or Kind.UNNAMED in told
    return after.kind is Kind.CLUB and Kind.PLAYER in told and not himself


def _is_signature(chunks: Sequence[Chunk]) -> bool:
    """A dash, and behind it nothing but names and what stands between them."""
    named = (Kind.PLAYER, Kind.SURNAME, Kind.SOURCE, Kind.WORD, Kind.PERSON)
    return bool(chunks) and chunks[0].text in _DASHES and all(
        c.kind in _SIGNED or c.kind in named for c in chunks[1:]
    )  # fmt: skip
