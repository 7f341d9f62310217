"""Many phrases as one regular expression, in the form in which it is searched fastest.

The word boundary stands once, and every line that begins with a choice of words becomes a line a word: an
alternative that begins with a letter is passed over by that letter alone.
"""

import re
from collections.abc import Iterable, Iterator


def any_of(table: str) -> re.Pattern[str]:
    """A pattern that finds any line of a table.

    Args:
        table: one pattern a line, each of which begins at the start of a word; lines that begin with
            "^" or "~" are taken as they are (without the "~").
    """
    lines = [line.strip() for line in table.splitlines() if line.strip()]
    inside = [line for line in lines if line[0] not in "^~"]
    return _joined(inside, [line.removeprefix("~") for line in lines if line[0] in "^~"])


def any_in(pattern: str) -> re.Pattern[str]:
    """A pattern that finds something wherever this one does; where it ends may differ."""
    lines = list(_choices(pattern))
    inside = [line.removeprefix(r"\b") for line in lines if line.startswith(r"\b")]
    return _joined(inside, [line for line in lines if not line.startswith(r"\b")])


def _joined(inside: Iterable[str], outside: Iterable[str]) -> re.Pattern[str]:
    spelt = "|".join(each for line in inside for each in _spelt_out(line))
    return re.compile("|".join((*([rf"\b(?:{spelt})"] if spelt else []), *outside)))


def _spelt_out(line: str) -> Iterator[str]:
    """Turn "(?:one|two) trades" into "one trades" and "two trades"; a choice that may be left out stays."""
    end = _closing(line) if line.startswith("(?:") else 0
    if not end or line[end + 1 : end + 2] in {"?", "*", "+", "{"}:
        yield line
        return
    for choice in _choices(line[3:end]):
        yield from _spelt_out(choice + line[end + 1 :])


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
