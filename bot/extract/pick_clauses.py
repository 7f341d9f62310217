"""Clauses behind a pick: the condition in the report's own words, and whose pick it first was."""

from collections.abc import Mapping, Sequence

from bot.extract.tokens import Token
from bot.model import ClubCode

_MODALS = frozenset("can could may might will would".split())
_CHANGES = frozenset(
    "becomes become turns converts convert improves rises escalates upgrades moves drops changes".split()
)
_WAS = frozenset({"was", "is", "belonged", "belongs", "came", "originally", "first", "once"})
_LONGEST = 24  # tokens of a condition
_ENDS = frozenset(
    {",", ";", "and", "\u2014", "--", ")", "per", "according", "sources", "source", "while"}
)
_TRADES = frozenset({"deal", "trade", "swap"})  # "that can become a third in the deal sending X"
_CLUB_WORDS = 3
_CLAUSE = 4  # words between "that was" and the club
_ON = frozenset({"conditional", "contingent"})
_BECAUSE = frozenset({"if", "based", "depending", "pending", "contingent", "conditional"})

Found = tuple[str, int]


def clause(tokens: Sequence[Token], at: int, codes: Mapping[str, ClubCode]) -> Found | None:
    """The condition that begins here, and the index behind it.

    Args:
        tokens: one sentence.
        at: at "that", at "which" or the comma before it, or at "with conditions".
        codes: printed club names, casefolded: "to the Jets" ends a condition.
    """
    if _low(tokens, at) == "with":
        return _with_conditions(tokens, at)
    start = at + (_low(tokens, at) == "," and _low(tokens, at + 1) == "which")
    low, verb = _low(tokens, start), _low(tokens, start + 1)
    if low == "," and verb in _ON and _low(tokens, start + 2) in {"on", "upon"}:
        return _read(tokens, start + 1, codes)  # ", conditional on him making the roster"
    if low in _BECAUSE - {"if"} and start == at and _is_reason(low, verb):
        return _read(tokens, start, codes)
    if low not in {"that", "which"} or verb not in _MODALS | _CHANGES:
        return None
    if verb not in _MODALS and any(token.capital for token in tokens[start + 2 : start + 3]):
        return None  # ", which becomes WR Dale Preston"
    return _read(tokens, start, codes)


def _is_reason(low: str, follower: str) -> bool:
    """Read "based on playing time", "conditional on his snaps"."""
    return follower in {"on", "upon"} and low != "pending"


def _read(tokens: Sequence[Token], start: int, codes: Mapping[str, ClubCode]) -> Found:
    end = start + 2
    while end < min(len(tokens), start + _LONGEST) and not _ends(tokens, end, codes):
        end += 1
    return _words(tokens[start:end]), end


def _with_conditions(tokens: Sequence[Token], at: int) -> Found | None:
    ahead = 1 + (_low(tokens, at + 1) == "a")
    if _low(tokens, at + ahead) not in {"conditions", "condition"}:
        return None
    return "conditional", at + ahead + 1


def _ends(tokens: Sequence[Token], at: int, codes: Mapping[str, ClubCode]) -> bool:
    low = tokens[at].low
    if low in {"to", "from"}:
        return _club(tokens, at + 1, codes) is not None
    if low == "in":
        trade = _low(tokens, at + 1) in {"the", "a"} and _low(tokens, at + 2) in _TRADES
        return trade or _low(tokens, at + 1) in {"exchange", "return"}
    return low in _ENDS or (low == "for" and not _low(tokens, at + 1).endswith("ing"))


def owner(
    tokens: Sequence[Token], at: int, codes: Mapping[str, ClubCode]
) -> tuple[ClubCode, int] | None:
    """The club of "via Denver" or "that first belonged to the Jets", and the index behind it."""
    if _low(tokens, at) in {"that", "which"} and _low(tokens, at + 1) in _WAS:
        places = range(at + 2, at + 2 + _CLAUSE)
        return next((found for i in places if (found := _club(tokens, i, codes))), None)
    ahead = _ahead_of_owner(tokens, at)
    return _club(tokens, at + ahead, codes) if ahead else None


def _ahead_of_owner(tokens: Sequence[Token], at: int) -> int:
    low, follower = _low(tokens, at), _low(tokens, at + 1)
    if low == "via":
        return 1
    if low in {"originally", "acquired", "obtained"} and follower == "from":
        return 2
    return 3 if (low, follower) == ("originally", "belonging") else 0


def _club(
    tokens: Sequence[Token], at: int, codes: Mapping[str, ClubCode]
) -> tuple[ClubCode, int] | None:
    at += _low(tokens, at) == "the"
    for length in range(_CLUB_WORDS, 0, -1):
        words = tokens[at : at + length]
        code = codes.get(" ".join(token.low for token in words)) if len(words) == length else None
        if code and not words[0].text[0].islower():
            return code, at + length
    return None


def _words(tokens: Sequence[Token]) -> str:
    """As printed, with hyphens and without spaces before signs."""
    parts: list[str] = []
    for index, token in enumerate(tokens):
        tie = "-" if token.hyphen else "" if token.glued or not index else " "
        parts.append(f"{tie}{token.text}{_ending(token)}")
    return "".join(parts)


def _ending(token: Token) -> str:
    """The possessive ending that the tokeniser took off."""
    return "" if not token.owner else "'s" if token.text[-1:].lower() != "s" else "'"


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""
