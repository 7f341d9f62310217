"""Two lists of what each club gets, which a sentence beside them calls done: "Broncos: X / Jets: a third / Done deal."."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.extract.listings import are_lists, received
from bot.extract.reading import Sentence, Story

_DONE = re.compile(
    r"(?:(?:(?:and )?(?:it's|it is)|(?:the )?(?:trade|deal) (?:is|is now)) )?(?:now )?"
    r"(?:a done deal|done deal|deal done|official|official now|final)"
)


def confirmed(story: Story) -> Story:
    """Read two such lines without a heading where a sentence of its own says "Done deal."."""
    pairs = zip(story.body, story.body[1:], strict=False)
    found = next(((a, b) for a, b in pairs if are_lists(a.chunks, b.chunks)), None)
    if found is None or not any(_DONE.fullmatch(one.text) for one in story.body):
        return story
    new = {id(one): replace(one, chunks=received(one.chunks)) for one in found}

    def these(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
        return [new.get(id(one), one) for one in sentences]

    return Story(story.report, story.head, these(story.body), these(story.lead), these(story.every))
