"""A question's words, made comparable: no case, accents, dots or apostrophes."""

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"\d{2}-\d{7}|\d[\d,]*(?:\.\d+)?[a-z]*|[^\W\d_]+\d*|[()+&]|(?<=\d)\s?-\s?(?=\d)")
_GLUED = re.compile(r"(wk|week|top|last)(\d{1,4})$")  # "wk10"
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"fifteen": 15, "twenty": 20}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1
    )
}
_COUNTED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_PLAIN = str.maketrans("\u2018\u2019\u2013\u2014", "''--")  # curly quotes, long dashes
_FIGURES = re.compile(r"\d[\d,]*(?:\.\d+)?$")
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as the lexicon spells it, and where it stands in the question."""

    text: str
    start: int
    end: int

    @property
    def number(self) -> float | None:
        """Such as "300", "1,000", "ten"."""
        if _FIGURES.match(self.text):
            return float(self.text.replace(",", ""))
        return _NUMBERS.get(self.text)

    @property
    def ordinal(self) -> int | None:
        """Such as "first", "2nd"."""
        found = _COUNTED.match(self.text)
        return int(found[1]) if found else _ORDINALS.get(self.text)

    @property
    def is_year(self) -> bool:
        """Such as "2023", not "2,023"."""
        return _YEAR.match(self.text) is not None


def tokens(question: str) -> tuple[Token, ...]:
    """The words in order; possessive "'s", dots and apostrophes are dropped, hyphens part words."""
    plain, places = _folded(question)
    found = (_token(m[0], m.start(), m.end(), places) for m in _WORD.finditer(plain))
    return _initials_joined([part for token in found for part in _unglued(token)], question)


def _folded(question: str) -> tuple[str, list[int]]:
    """Lower case without accents; for each character left, its place in the question."""
    letters: list[str] = []
    places: list[int] = []
    text = question.translate(_PLAIN)
    for place, char in enumerate(text):
        if char in "'.\"`" and _is_inside_name(text, place):
            continue
        if char in "sS" and _is_possessive(text, place):
            continue
        for plain in unicodedata.normalize("NFKD", char).casefold():
            if not unicodedata.combining(plain):
                letters.append(plain)
                places.append(place)
    return "".join(letters), places


def _is_inside_name(text: str, place: int) -> bool:
    """A dot between figures is a decimal point, after a word the end of the sentence."""
    after = text[place + 1 : place + 2]
    if text[place] == "." and after.isdigit():
        return False
    return text[place] in ".'"


def _is_possessive(text: str, place: int) -> bool:
    before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    return before == "'" and not after.isalnum()


def _token(text: str, start: int, end: int, places: list[int]) -> Token:
    return Token(text.strip(), places[start], places[end - 1] + 1)


def _unglued(token: Token) -> tuple[Token, ...]:
    found = _GLUED.match(token.text)
    if found is None:
        return (token,)
    middle = token.start + len(found[1])
    return Token(found[1], token.start, middle), Token(found[2], middle, token.end)


def _initials_joined(words: list[Token], question: str) -> tuple[Token, ...]:
    """Such as "A. J. Brown" is "aj brown", as names are compared."""
    joined: list[Token] = []
    for word in words:
        before = joined[-1] if joined else None
        dotted = before is not None and question[before.end : before.end + 1] == "."
        if before and dotted and _is_initial(before.text) and _is_initial(word.text):
            joined[-1] = Token(before.text + word.text, before.start, word.end)
        else:
            joined.append(word)
    return tuple(joined)


def _is_initial(text: str) -> bool:
    return len(text) == 1 and text.isalpha()
