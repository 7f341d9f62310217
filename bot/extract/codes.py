"""Clubs by codes that are words as well: "TEN is getting OL Dale Preston from CAR", and not "TEN GAMES IN NO TIME"."""

from collections.abc import Sequence
from dataclasses import replace

from bot import clubs
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.tokens import Token
from bot.model import ClubCode

_BEFORE = frozenset({Kind.TO, Kind.FROM, Kind.WITH, Kind.BY})
_ACTS = frozenset({"is", "are", "has", "have", "will", "also"})
_BARE = frozenset({Kind.WORD, Kind.SURNAME})


def told(chunks: Sequence[Chunk], tokens: Sequence[Token]) -> list[Chunk]:
    """The sentence with such codes as clubs, where two codes stand as parties and not all is in capitals.

    Args:
        chunks: of the sentence.
        tokens: of the sentence.
    """
    found = {i: code for i in range(len(chunks)) if (code := _code(chunks, i, tokens))}
    plain = sum(one.kind is Kind.CLUB and _is_code(tokens[one.first]) for one in chunks)
    if not found or len(found) + plain < len("ab") or not any(_is_quiet(one) for one in tokens):
        return [*chunks]
    return [
        replace(one, kind=Kind.CLUB, text=one.text.casefold(), clubs=(found[i],))
        if i in found
        else one
        for i, one in enumerate(chunks)
    ]


def _code(chunks: Sequence[Chunk], at: int, tokens: Sequence[Token]) -> ClubCode | None:
    one = chunks[at]
    code = clubs.word_codes().get(tokens[one.first].text)
    if code is None or one.kind not in _BARE or one.last - one.first > 1:
        return None
    behind = chunks[at + 1 : at + 2]
    acts = bool(behind) and (behind[0].kind is Kind.VERB or behind[0].text in _ACTS)
    return code if acts or (at and chunks[at - 1].kind in _BEFORE) else None


def _is_code(token: Token) -> bool:
    return token.text in clubs.printed_codes()


def _is_quiet(token: Token) -> bool:
    return len(token.text) > len("abc") and not token.text.isupper() and token.text.isalpha()
