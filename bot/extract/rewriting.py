"""A sentence put plainly: the first rule that reads at a place says what stands there in fewer words."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk

Plain = tuple[int, list[Chunk]] | None  # index behind what was read, and what it means
Rule = Callable[[Sequence[Chunk], int], Plain]
_ByWord = Mapping[str, Sequence[Rule]]
Rules = Mapping[Kind, _ByWord]
_ANY = ""  # stands for every word that no rule names


@dataclass(frozen=True, slots=True)
class Worded:
    """A rule that begins with one of some words."""

    words: Collection[str]
    rule: Rule

    def __call__(self, chunks: Sequence[Chunk], at: int) -> Plain:
        """What it reads here."""
        return self.rule(chunks, at) if chunks[at].text in self.words else None


def begins(*words: str) -> Callable[[Rule], Worded]:
    """Make a rule one that begins with one of these words."""
    return lambda rule: Worded(frozenset(words), rule)


def rules(
    anywhere: Sequence[Rule], beginning: Mapping[Kind, Sequence[Rule]] | None = None
) -> Rules:
    """The rules to try at each kind of chunk and word, which keeps most of them from most places.

    Args:
        anywhere: rules that may begin at any chunk.
        beginning: rules that begin at chunks of one kind only; they go first.
    """
    return {kind: _by_word((*(beginning or {}).get(kind, ()), *anywhere)) for kind in Kind}


def _by_word(known: Sequence[Rule]) -> _ByWord:
    words = {_ANY, *(word for one in known if isinstance(one, Worded) for word in one.words)}
    return {word: tuple(_beginning(known, word)) for word in words}


def _beginning(known: Sequence[Rule], word: str) -> Iterator[Rule]:
    for one in known:
        if not isinstance(one, Worded):
            yield one
        elif word in one.words:
            yield one.rule


def rewritten(chunks: Sequence[Chunk], known: Rules) -> list[Chunk]:
    """The chunks with every turn that a rule reads put plainly; each keeps its place in the text."""
    found: list[Chunk] = []
    at = 0
    while at < len(chunks):
        by_word = known[chunks[at].kind]
        for rule in by_word.get(chunks[at].text) or by_word[_ANY]:
            if read := rule(chunks, at):
                at, put = read
                found += put
                break
        else:
            found.append(chunks[at])
            at += 1
    return found
