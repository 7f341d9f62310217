"""Sentences set in capitals throughout, or in none, as if they were set in headline case."""

from collections.abc import Sequence

from bot.extract.tokens import Token

_FEWEST = 4  # words: "TRADE: " before a sentence is no shouting
_SHARE = 0.8
_POSITIONS = frozenset("qb rb wr te ot og ol lt rt dt nt dl lb cb db fs ss de".split())
_SUFFIXES = frozenset({"jr.", "sr."})
_SHORT = 3  # "QB", "NFL", "AJ" are printed so anywhere


def calm(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens in headline case, if most of their words are in capitals, or none has one."""
    words = [token for token in tokens if token.text[0].isalpha()]
    if len(words) >= _FEWEST and not any(token.capital for token in words):
        return [token._replace(text=_capital(token.text)) for token in tokens]
    loud = sum(token.text.isupper() for token in words)
    if len(words) < _FEWEST or loud < _SHARE * len(words):
        return tokens
    return [
        token._replace(text=token.text.title())
        if token.text.isupper() and (len(token.text) > _SHORT or token.low in _SUFFIXES)
        else token
        for token in tokens
    ]


def _capital(text: str) -> str:
    initials = "." in text and text not in _SUFFIXES
    return text.upper() if text in _POSITIONS or initials else text[:1].upper() + text[1:]
