"""Many phrases as one regular expression, in the form in which it is searched fastest.

The word boundary stands once, choices of words are spelt out, and lines that begin alike share their beginning: at most
places in a text the next letter alone tells that no line begins there.
"""

import re
from collections.abc import Iterable, Iterator

_EDGE, _START = r"\b", "^"
_REPEATS = frozenset("*+{")
_TIMES = _REPEATS | {"?"}


def any_of(table: str) -> re.Pattern[str]:
    """A pattern that finds any line of a table.

    Args:
        table: one pattern a line, each of which begins at the start of a word; lines that begin with
            "^" or "~" are taken as they are (without the "~").
    """
    lines = [line.strip() for line in table.splitlines() if line.strip()]
    return _joined(line.removeprefix("~") if line[0] in "^~" else _EDGE + line for line in lines)


def any_in(pattern: str) -> re.Pattern[str]:
    """A pattern that finds something wherever this one does; where it ends may differ."""
    return _joined(_choices(pattern))


def _joined(lines: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_tree(lines))


def _tree(lines: Iterable[str]) -> str:
    """The lines as alternatives, one a first sign: "one|other|no" becomes "o(?:ne|ther)|no"."""
    alike: dict[str, list[str]] = {}
    for line in lines:
        for each in _spelt_out(line):
            alike.setdefault(_sign(each), []).append(each)
    return "|".join(each for sign, group in alike.items() for each in _branches(sign, group))


def _branches(sign: str, group: list[str]) -> list[str]:
    if not sign or len(group) == 1:
        return group
    return [f"{sign}(?:{_tree(line.removeprefix(sign) for line in group)})"]


def _sign(line: str) -> str:
    """What the line begins with, if that is an edge or one letter that must stand there."""
    if line.startswith((_EDGE, _START)):
        return _EDGE if line.startswith(_EDGE) else _START
    plain = line[:1].isalnum() or line[:1] == " "
    return line[0] if plain and line[1:2] not in _TIMES else ""


def _spelt_out(line: str) -> Iterator[str]:
    """Turn "(?:one|two)? trades" into "one trades", "two trades" and " trades"; one that repeats stays."""
    end = _closing(line) if line.startswith("(?:") else 0
    behind = line[end + 1 : end + 2]
    if not end or behind in _REPEATS:
        yield line
        return
    rest = line[end + 1 :].removeprefix("?")
    for choice in (*_choices(line[3:end]), *([""] if behind == "?" else [])):
        yield from _spelt_out(choice + rest)


def _closing(line: str) -> int:
    """Where the group that begins the line ends."""
    depth = 0
    for at, char in _signs(line):
        depth += (char == "(") - (char == ")")
        if not depth:
            return at
    return 0


def _choices(inside: str) -> Iterator[str]:
    """The alternatives of a group."""
    depth = begin = 0
    for at, char in _signs(inside):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            yield inside[begin:at]
            begin = at + 1
    yield inside[begin:]


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """Brackets and bars that are signs of the pattern, with their places."""
    for found in re.finditer(r"\\.|\[[^\]]*\]|[()|]", text):
        if found[0] in "()|":
            yield found.start(), found[0]
