"""Is a text about the NFL at all: nothing of another league in it, and something that proves ours."""

from collections.abc import Sequence
from itertools import pairwise

from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk, proves_nfl
from bot.extract.reading import Sentence


def is_other_league(found: Sequence[Sentence]) -> bool:
    """Another league's word, club or position stands in it, or nothing proves the NFL."""
    foreign = any(c.kind is Kind.OTHER_LEAGUE for s in found for c in s.chunks)
    return (
        foreign
        or any(_calls_forward(s.chunks) for s in found)
        or _trades_pitcher(found)
        or not any(proves_nfl(s.tokens, s.chunks) or _names_reporter(s.chunks) for s in found)
    )


def _calls_forward(chunks: Sequence[Chunk]) -> bool:
    """Read "forward Barclay Goodrow": nobody plays forward in the NFL."""
    return any(one.text == "forward" and two.kind is Kind.PLAYER for one, two in pairwise(chunks))


def _trades_pitcher(found: Sequence[Sentence]) -> bool:
    """A "P" between clubs whose every name baseball has too is a pitcher, unless a strong word says else."""
    chunks = [c for s in found for c in s.chunks]
    clubs = [c for c in chunks if c.kind is Kind.CLUB]
    pitcher = any(c.position == "P" for c in chunks)
    return pitcher and bool(clubs) and not any(c.strong for c in clubs) and not any(
        proves_nfl(s.tokens, ()) or _names_reporter(s.chunks) for s in found
    )  # fmt: skip


def _names_reporter(chunks: Sequence[Chunk]) -> bool:
    return any(c.source is not None and c.source.kind == "reporter" for c in chunks)
