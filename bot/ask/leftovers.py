"""Words that are not understood: each is named in a refusal, with what is nearest to it."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from bot.ask.lexicon import (
    WORDS,
)
from bot.ask.measure import Loose, Measure
from bot.ask.query import Mention
from bot.ask.refusals import RefusedError
from bot.ask.spotting import Known, Tag, Unknown
from bot.ask.tokens import Token

_MOST_SUGGESTIONS: Final = 5
_LONGEST_SHOWN: Final = 60
_ALIKE: Final = 0.8
_LONGEST_TYPO: Final = 3  # words of a name that is misspelt


def is_bare_number(found: Sequence[Tag], at: int, words: Sequence[Token]) -> bool:
    """A number of its own right before a statistic: "100 catches"."""
    tag, after = found[at], found[at + 1 : at + 2]
    number = words[tag.start].number if tag.end == tag.start + 1 else None
    return (
        number is not None
        and isinstance(tag.meanings[0], Unknown)
        and bool(after)
        and isinstance(after[0].meanings[0], Measure | Loose)
    )


def refuse_unknown(
    question: str, words: Sequence[Token], found: Sequence[Tag], known: Known
) -> None:
    """Raises RefusedError for the first words that say nothing to us."""
    for run in _unknown_runs(found, words):
        first, end = _widened(run, found, words, known)
        start, stop = words[first].start, words[end - 1].end
        text = question[start:stop]
        meant = _suggestions(words[first:end], known)
        choices = tuple(f"{question[:start]}{name}{question[stop:]}" for name in meant)
        nearest = f" The nearest: {', '.join(meant)}." if meant else ""
        shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
        raise RefusedError(f"I do not know what “{shown}” means here.{nearest}", choices)


def _unknown_runs(found: Sequence[Tag], words: Sequence[Token]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for at, tag in enumerate(found):
        unknown = isinstance(tag.meanings[0], Unknown) and not is_bare_number(found, at, words)
        if not unknown or words[tag.start].text in "()-+&":
            continue
        if runs and runs[-1][1] == tag.start:
            runs[-1] = (runs[-1][0], tag.end)
        else:
            runs.append((tag.start, tag.end))
    return runs


def _widened(
    run: tuple[int, int], found: Sequence[Tag], words: Sequence[Token], known: Known
) -> tuple[int, int]:
    """Such as "patrick mahomez": a last name beside the unknown word belongs to it if both together are near a name."""
    first, end = run
    for tag in found:
        beside = tag.end == first or tag.start == end
        if not beside or not isinstance(tag.meanings[0], Mention):
            continue
        wide = (min(first, tag.start), max(end, tag.end))
        text = " ".join(w.text for w in words[slice(*wide)])
        if known.players.near(text, 1):
            return wide
    return run


def _suggestions(words: Sequence[Token], known: Known) -> list[str]:
    """The nearest words of ours and names, for a run that is short enough to be one."""
    whole = " ".join(w.text for w in words)
    if len(words) > _LONGEST_TYPO:
        return []
    phrases = get_close_matches(whole, WORDS, n=2, cutoff=_ALIKE) if len(words) == 1 else []
    people = [hit.name for hit in known.players.near(whole, _MOST_SUGGESTIONS)]
    return [*(p for p in phrases if p != whole), *dict.fromkeys(people)][:_MOST_SUGGESTIONS]
