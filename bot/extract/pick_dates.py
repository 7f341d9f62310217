"""Words that date a pick, and not the trade: "a second-rounder this spring", ", the No. 9 pick last year,"."""

from itertools import pairwise

from bot.extract.lexicon import Kind
from bot.extract.reading import Sentence

_DATES_OF_PICK = frozenset(
    {("this", "spring"), ("this", "year"), ("in", "april"), ("in", "may"), ("this", "summer")}
)


def tokens_of(sentence: Sentence) -> frozenset[int]:
    """The tokens that do so."""
    found: set[int] = set()
    for before, chunk in pairwise(sentence.chunks):
        if chunk.kind is Kind.WORD and not chunk.text:  # a pick that describes a man
            found.update(range(chunk.first, chunk.last))
        if chunk.kind is not Kind.PICKS:
            continue
        after = tuple(token.low for token in sentence.tokens[chunk.last : chunk.last + 2])
        if tuple(t.low for t in sentence.tokens[chunk.last - 2 : chunk.last]) in _DATES_OF_PICK:
            found.update((chunk.last - 2, chunk.last - 1))  # "flip sevenths this spring"
        aside = before.kind is Kind.COMMA and chunk.article
        if after in _DATES_OF_PICK or (aside and after == ("last", "year")):
            found.update((chunk.last, chunk.last + 1))
        if aside:
            found.update(range(chunk.first, chunk.last))
    return frozenset(found)
