"""Who "they" are that announce it: "The Bears made a trade. They announced that ..."."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.lexicon import Kind
from bot.extract.reading import Sentence, Story

_THEY = frozenset({"they", "it"})
_ANNOUNCE = frozenset("announced announce announces confirmed confirm confirms".split())
_HAVE = frozenset({"have", "has", "also", "officially", "later", "then"})


def named(story: Story) -> Story:
    """The report, with the club that a sentence begins with in the place of the "they" that announce.

    Args:
        story: as read.
    """
    new = {id(s): s for s in story.every}
    for one, two in zip(story.every, story.every[1:], strict=False):
        new[id(two)] = _with_club(one, two)
    if all(new[id(s)] is s for s in story.every):
        return story

    def these(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
        return [new[id(sentence)] for sentence in sentences]

    return Story(
        story.report, these(story.head), these(story.body), these(story.lead), these(story.every)
    )


def _with_club(before: Sentence, sentence: Sentence) -> Sentence:
    """The second sentence, where the first begins with one club and names no other that could be meant."""
    said, club = sentence.chunks, next(iter(before.chunks), None)
    if not said or said[0].text not in _THEY or club is None or club.kind is not Kind.CLUB:
        return sentence
    verb = next((one for one in said[1:] if one.text not in _HAVE), None)
    others = [c for c in before.chunks if c.kind is Kind.CLUB and c.clubs != club.clubs]
    plain = len(club.clubs) == 1 and not club.owner and not others
    if verb is None or verb.text not in _ANNOUNCE or not plain:
        return sentence
    they = replace(club, first=said[0].first, last=said[0].last)
    return replace(sentence, chunks=[they, *said[1:]])
