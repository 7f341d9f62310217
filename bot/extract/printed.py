"""How a report spells its source: "The Valley Courier", "ProFootballTalk", "Michael Silver"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.bylines import UNKNOWN_TIER
from bot.extract.mentions import Chunk
from bot.extract.reading import Sentence
from bot.extract.tokens import Token
from bot.model import Source, SourceKind


def spelt(source: Source, sentence: Sentence, chunk: Chunk) -> Source:
    """The source with its spelling here, where that is another than the name we know it by.

    Args:
        source: whoever it is.
        sentence: where he is named.
        chunk: the words that name him.
    """
    words = sentence.tokens[chunk.first : chunk.last]
    strange = source.tier >= UNKNOWN_TIER  # his name is his spelling
    if strange or not words or words[0].text[0] == "@":
        return source
    reporter = source.kind is SourceKind.REPORTER
    text = _person(words) if reporter else _outlet(source, sentence, chunk.first, words)
    same = not text or text.casefold() == source.name.casefold()
    return source if same else replace(source, printed=text)


def _person(words: Sequence[Token]) -> str:
    """Read "Michael Silver"; a last name alone is short for the name we know."""
    return _text(words) if len(words) > 1 else ""


def _outlet(source: Source, sentence: Sentence, first: int, words: Sequence[Token]) -> str:
    """With its article where that is printed as a part of its name."""
    text = _text(words)
    if len(words) == 1 and source.name.casefold() == f"the {text.casefold()}":
        return ""
    article = first > 1 and sentence.tokens[first - 1].text == "The"
    return f"The {text}" if article and words[0].text != "The" else text


def _text(words: Sequence[Token]) -> str:
    return "".join(f"-{t.text}" if t.hyphen else f" {t.text}" for t in words).strip(" -")
