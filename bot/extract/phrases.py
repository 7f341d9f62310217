"""Fixed phrases: clubs, verbs, sources and small words, by their first word, and which of them begins at a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot import clubs
from bot.extract import leagues, lexicon, people, press
from bot.extract.lexicon import Kind, Verb
from bot.extract.tokens import Token
from bot.model import ClubCode, Source

_Data = tuple[ClubCode, ...] | Verb | Source | str | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are one chunk; `capital` wants the last printed so, `upper` the first all in capitals."""

    words: tuple[str, ...]
    kind: Kind
    data: _Data = None
    capital: bool = False
    upper: bool = False


Phrases = Mapping[str, Sequence[Phrase]]


@lru_cache(maxsize=8)
def phrases_of(voices: people.Voices) -> dict[str, tuple[Phrase, ...]]:
    """Every fixed phrase by its first word, longest first; earlier entries win a tie."""
    table: dict[str, list[Phrase]] = {}
    for phrase in _rows(voices):
        table.setdefault(phrase.words[0], []).append(phrase)
    return {
        word: tuple(sorted(rows, key=lambda phrase: -len(phrase.words)))
        for word, rows in table.items()
    }


def _rows(voices: people.Voices) -> list[Phrase]:
    rows = [
        Phrase(_split(text), Kind.OTHER_LEAGUE, "club", capital=True)
        for text in leagues.other_clubs()
    ]
    rows += [
        Phrase(_split(text), Kind.OTHER_LEAGUE, "city", capital=True)
        for text in leagues.other_cities()
    ]
    rows += [Phrase(_split(text), Kind.OTHER_LEAGUE, "word") for text in leagues.other_words()]
    rows += [
        Phrase(_split(text), Kind.CLUB, codes, capital=True)
        for text, codes in clubs.names().items()
    ]
    rows += [
        Phrase(_split(text), Kind.CLUB, codes, capital=True, upper=True)
        for text, codes in clubs.printed_codes().items()
    ]
    rows += [Phrase((text,), Kind.CLUB, (code,)) for text, code in press.accounts().items()]
    for text, source in (*voices.reporters.items(), *voices.outlets.items()):
        rows.append(
            Phrase(_split(text), Kind.SOURCE, source, capital=text[0] != "@" and "." not in text)
        )
    rows += [Phrase(_split(text), Kind.VERB, verb) for text, verb in lexicon.verbs().items()]
    rows += [Phrase(_split(text), kind) for text, kind in lexicon.small().items()]
    rows += [Phrase(_split(text), Kind.PERSON, "title") for text in people.titles()]
    return rows


def _split(text: str) -> tuple[str, ...]:
    """The words as the tokeniser gives them: without hyphens."""
    return tuple(text.casefold().replace("-", " ").split()) or (text,)


def fixed(tokens: Sequence[Token], at: int, phrases: Phrases) -> tuple[Phrase, int] | None:
    """The longest fixed phrase that begins here, and the index behind it."""
    rows = phrases.get(tokens[at].low)
    if rows is None:
        return None
    second = tokens[at + 1].low if at + 1 < len(tokens) else ""
    for row in rows:
        if len(row.words) > 1 and row.words[1] != second:
            continue
        last = at + len(row.words)
        if last > len(tokens) or (row.capital and tokens[last - 1].text[0].islower()):
            continue
        if row.upper and not tokens[at].text.isupper():
            continue
        if len(row.words) == 1 or _matches(tokens, at, row.words):
            return row, last
    return None


def _matches(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    return all(
        tokens[at + i].low == word and (not i or not tokens[at + i - 1].owner)
        for i, word in enumerate(words)
    )
