"""Where the fields of a deal were read, and by which rule: the words behind the card."""

from collections.abc import Iterable, Iterator, Sequence

from bot.extract.lexicon import Kind
from bot.extract.reading import Sentence
from bot.extract.sources import Told
from bot.model import ClubCode, Deal, Mark


def told(found: Iterable[Told]) -> tuple[Mark, ...]:
    """Who the sources are."""
    return tuple(
        Mark(field=f"source {one.source.name}", rule=one.rule, span=one.span) for one in found
    )


def of_words(deal: Deal, sentences: Sequence[Sentence]) -> tuple[Mark, ...]:
    """What kind of trade it is, and each of its clubs."""
    kind = Mark(field="kind", rule=f"moves.{deal.kind}", span=deal.span)
    return (kind, *clubs(deal.clubs, sentences))


def clubs(codes: Iterable[ClubCode], sentences: Sequence[Sentence]) -> Iterator[Mark]:
    """The first words that name each club, those that name no other before those that may."""
    for code in codes:
        named = [
            (len(chunk.clubs), sentence.span(chunk.first, chunk.last))
            for sentence in sentences
            for chunk in sentence.chunks
            if chunk.kind is Kind.CLUB and code in chunk.clubs
        ]
        if named:
            size, span = min(named, key=lambda pair: pair[0])
            yield Mark(
                field=f"club {code}", rule="club.name" if size == 1 else "club.city", span=span
            )
