"""A text as the sentences that are read: their chunks and words, and which of them may start a trade."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bot.extract import codes
from bot.extract.actors import acting
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk, chunk
from bot.extract.people import Voices
from bot.extract.slot_labels import is_label
from bot.extract.slot_words import is_slot
from bot.extract.tokens import Token, blocks, cut, sentences, tokenise
from bot.model import Report

TITLE_CAP, TEXT_CAP = 400, 1200  # characters that are read at all
_PARAGRAPH = 4  # sentences that may confirm or attribute a trade
_CALL = 2  # tokens: "Trade!"
_BREATH = 6  # tokens: "Is it real?"
_EMPTY = frozenset(
    """" ' ? ! . , it is it's its real really true official officially done happening finally yes wow whoa here now
    we go goes at last so and just like that this""".split()
)
_DENIES = frozenset({"not", "no", "false", "never", "fake", "wrong", "nope"})
_LEAD = 2  # sentences that may start a trade
_ITEMS = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.PICKS})
_STAMP = re.compile(
    r"\s*(?:date \d{4}-\d\d-\d\d\s|\d{1,2}:\d\d ?[ap]\.?m\.?:?\s"
    r"|[A-Z][A-Z .'-]{2,28}(?:, [A-Z][A-Za-z.]{1,12})?(?: \((?:AP|Reuters|UPI|[\w.-]{3,30}\.com)\))? ?[\u2014\u2013-]{1,2} )"
)
_LISTED = frozenset({Kind.PICKS, Kind.COMMA, Kind.AND})
_HERALD = re.compile(
    r"^(?:trade|breaking|official)\b(?! (?:idea|for|that|to))"
    r"|\b(?:agree[sd]?|complete[sd]?|finali[sz]e[sd]?|reach(?:es|ed)?|announce[sd]?)\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that is read, with its chunks and its casefolded words."""

    tokens: Sequence[Token]
    chunks: Sequence[Chunk]
    text: str
    offset: int

    def span(self, first: int = 0, last: int | None = None) -> tuple[int, int]:
        """Where these tokens stand, in characters of "title, line break, text"."""
        tokens = self.tokens[first:last]
        start = min((t.start for t in tokens if t.end), default=0)
        return self.offset + start, self.offset + max((t.end for t in tokens), default=0)

    def span_of(self, match: re.Match[str]) -> tuple[int, int]:
        """Where a match in its casefolded words stands."""
        first = self.text.count(" ", 0, match.start())
        return self.span(first, first + len(match[0].split()))


@dataclass(frozen=True, slots=True)
class Story:
    """A news report as far as it is read.

    Attributes:
        head: the headline, if there is one.
        body: the first sentences below it.
        lead: headline and first two sentences, which may start a trade.
        every: headline and body.
    """

    report: Report
    head: Sequence[Sentence]
    body: Sequence[Sentence]
    lead: Sequence[Sentence]
    every: Sequence[Sentence]


def story(report: Report, voices: Voices) -> Story:
    """The headline and first sentences of a report.

    Args:
        report: a news report.
        voices: whom it may name as its source.
    """
    title, text = cut(report.title, TITLE_CAP), cut(report.text, TEXT_CAP)
    head = read(title, 0, report.published_at, 1, voices)
    body = read(text, len(report.title) + 1, report.published_at, _PARAGRAPH, voices)
    return Story(report, head, body, [*head, *lead(body)], [*head, *body])


def read(text: str, offset: int, published: datetime, most: int, voices: Voices) -> list[Sentence]:
    """The first sentences of a text.

    Args:
        text: without the headline.
        offset: where it begins in "title, line break, text".
        published: what "next year" is measured from.
        most: how many sentences.
        voices: whom the text may name as its source.
    """
    stamp = _STAMP.match(text)
    start = stamp.end() if stamp else 0
    found = []
    for tokens in blocks(sentences(tokenise(text[start:]))):
        words = " ".join(f"{t.low}'s" if t.owner else t.low for t in tokens)
        chunks = acting(codes.told(chunk(tokens, published, voices), tokens), published.date())
        found.append(Sentence(tokens, chunks, words, offset + start))
        if len(found) == most:
            break
    return found


def lead(body: Sequence[Sentence]) -> Sequence[Sentence]:
    """The first two sentences; in a list of "CLUB receive:" blocks, the blocks count as one."""
    count = _LEAD + sum(_is_call(s) for s in body[:_LEAD])
    while count < len(body) and any(map(_lists, body[count - 1 : count + 1])) and (
        _lists(body[count])
    ):  # fmt: skip
        count += 1
    while _LEAD <= count < len(body) and _adds_picks(body[count].chunks):
        count += 1
    return body[:count]


def _adds_picks(chunks: Sequence[Chunk]) -> bool:
    """Read "Jacksonville also gets 104 and 200.", "Oakland adds No. 42.": it goes on with the list before it."""
    if len(chunks) < len("abc") or chunks[0].kind is not Kind.CLUB:
        return False
    also = chunks[1].text == "also"
    verb, rest = chunks[1 + also].verb, chunks[2 + also :]
    gets = verb is not None and verb.frame is Frame.GET and (also or verb.lemma == "add")
    return gets and bool(rest) and all(c.kind in _LISTED or is_slot(c) for c in rest)


def _is_call(sentence: Sentence) -> bool:
    """Read "Trade!", and the "Is it real?" and "It is." of a writer who only draws breath."""
    short = len(sentence.tokens) <= _BREATH and _EMPTY.issuperset(t.low for t in sentence.tokens)
    denies = any(t.low in _DENIES for t in sentence.tokens)  # "Not true."
    return short or (len(sentence.tokens) <= _CALL and not denies)


def is_bare_layout(found: Sequence[Sentence]) -> bool:
    """Only "A get: ..., B get: ...", and no word that this happened: the layout of ideas as well."""
    clubs = {club.clubs for sentence in found for club in _heads(sentence)}
    return len(clubs) > 1 and not any(_HERALD.search(s.text) or _tells_event(s) for s in found)


def _lists(sentence: Sentence) -> bool:
    return _is_block(sentence) or is_label(sentence.chunks)


def _is_block(sentence: Sentence) -> bool:
    """Read "Broncos receive: X, Y"."""
    pairs = pairwise(sentence.chunks)
    return heads_list(sentence.chunks) or any(
        one.kind is Kind.VERB and two.kind is Kind.COLON for one, two in pairs
    )


def heads_list(chunks: Sequence[Chunk]) -> bool:
    """Read "To Chicago: X, Y"."""
    return [one.kind for one in chunks[:3]] == [Kind.TO, Kind.CLUB, Kind.COLON]


def _heads(sentence: Sentence) -> Iterator[Chunk]:
    """The club of each "CLUB receive:", and of each "CLUB:" that heads a list."""
    said = sentence.chunks
    for club, colon, item in zip(said, said[1:], said[2:], strict=False):
        if club.clubs and colon.kind is Kind.COLON and item.kind in _ITEMS:
            yield club
    for club, verb, colon in zip(said, said[1:], said[2:], strict=False):
        if club.clubs and verb.kind is Kind.VERB and colon.kind is Kind.COLON:
            yield club


def _tells_event(sentence: Sentence) -> bool:
    """A club acts outside the blocks: "Jets trade WR Dale Preston"."""
    if _is_block(sentence):
        return False
    kinds = [c.kind for c in sentence.chunks if not (c.kind is Kind.VERB and c.article)]
    return Kind.CLUB in kinds and Kind.VERB in kinds[kinds.index(Kind.CLUB) :]
