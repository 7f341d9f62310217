"""Positions as they are printed: "QB", "left tackle", "OT/G", "receiver and return man", "(QB)"."""

from collections.abc import Sequence
from functools import cache

from bot.extract import people
from bot.extract.tokens import Token

_SHORT = 3  # letters of an abbreviation


@cache
def _positions() -> dict[str, str]:
    return people.positions()


def position(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The position that begins here and the index behind it; (None, at) if there is none.

    Abbreviations count in capitals only ("T", "SS", "QBs"), words in any case. A second position
    tied to the first ("OT/G", "G-C") belongs to it.
    """
    found, stop = _position(tokens, at)
    if found:
        stop = _behind_second_role(tokens, found, stop)
    while found and stop + 1 < len(tokens) and (tokens[stop].text == "/" or tokens[stop].hyphen):
        skip = tokens[stop].text == "/"
        more, after = _position(tokens, stop + skip)
        if more is None:
            break
        stop = after
    if (
        found
        and stop < len(tokens)
        and tokens[stop].low == found.casefold()
        and tokens[stop].capital
    ):
        stop += 1  # "LB LB Mohamoud Diabate"
    return found, stop


def _behind_second_role(tokens: Sequence[Token], first: str, stop: int) -> int:
    """Read "receiver and return man", "kick returner and receiver", "edge rusher and team captain".

    Two positions are two men; a position and what one does beside it are one.
    """
    if stop + 1 >= len(tokens) or tokens[stop].low != "and" or tokens[stop - 1].low[-1:] == "s":
        return stop
    other, after = _position(tokens, stop + 1)
    if other is None:
        at = stop + 1 + (tokens[stop + 1].low == "team")
        captain = at < len(tokens) and tokens[at].low == "captain"
        return at + 1 if captain else stop
    return after if (other == _RETURNS) is not (first == _RETURNS) else stop


_RETURNS = "KR"


def alike(one: str | None, two: str | None) -> bool:
    """One man can be called both: "the pass rusher" is a linebacker or an end; who returns kicks is anything."""
    if one is None or two is None or one == two or _RETURNS in {one, two}:
        return True
    return any(one in kin and two in kin for kin in _KIN)


_KIN = tuple(
    frozenset(kin.split())
    for kin in (
        "EDGE DE LB OLB DL", "DL DT NT DE IDL", "LB ILB OLB MLB", "OL OT T G C OG LT RT LG RG", "CB DB S FS SS SAF",
        "RB HB FB", "K PK", "WR PR TE", "WR RB",
    )
)  # fmt: skip


def bracketed_position(tokens: Sequence[Token], at: int) -> str | None:
    """Read "Dale Preston (QB)"."""
    signs = [token.text for token in tokens[at : at + 3]]
    if len(signs) < len("(Q)") or (signs[0], signs[2]) != ("(", ")"):
        return None
    return _position(tokens, at + 1)[0]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(text.split()[0] for text in _positions())


def _position(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    if at >= len(tokens) or tokens[at].low not in _first_words():
        return None, at
    for length in (2, 1):
        words = tokens[at : at + length]
        if len(words) < length:
            continue
        low = " ".join(token.low for token in words)
        short = _positions().get(low)
        if short and (length > 1 or _is_printed_so(words[0], short)):
            return short, at + length
    return None, at


def _is_printed_so(token: Token, short: str) -> bool:
    abbreviation = token.low.rstrip("s") == short.casefold() or len(token.low) <= _SHORT
    return not abbreviation or token.text.rstrip("s").isupper() or token.text in {"iDL", "iOL"}
