"""A sentence put plainly: the first rule that reads at a place says what stands there in fewer words."""

from collections.abc import Callable, Mapping, Sequence

from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk

Plain = tuple[int, list[Chunk]] | None  # index behind what was read, and what it means
Rule = Callable[[Sequence[Chunk], int], Plain]
Rules = Mapping[Kind, Sequence[Rule]]


def rules(
    anywhere: Sequence[Rule], beginning: Mapping[Kind, Sequence[Rule]] | None = None
) -> Rules:
    """The rules to try at each kind of chunk, which keeps most of them from most places.

    Args:
        anywhere: rules that may begin at any chunk.
        beginning: rules that begin at chunks of one kind only; they go first.
    """
    return {kind: (*(beginning or {}).get(kind, ()), *anywhere) for kind in Kind}


def rewritten(chunks: Sequence[Chunk], known: Rules) -> list[Chunk]:
    """The chunks with every turn that a rule reads put plainly; each keeps its place in the text."""
    found: list[Chunk] = []
    at = 0
    while at < len(chunks):
        at, put = _read(chunks, at, known[chunks[at].kind])
        found += put
    return found


def _read(chunks: Sequence[Chunk], at: int, known: Sequence[Rule]) -> tuple[int, list[Chunk]]:
    for rule in known:
        if read := rule(chunks, at):
            return read
    return at + 1, [chunks[at]]
