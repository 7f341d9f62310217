"""Lines of inert text with our own markup around them, and as many of them as fit: pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from adapters.discord.text import cut, neutralise, units

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Line:
    """A text, already inert, between markup of ours that a cut must not tear apart."""

    text: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before}{self.text}{self.after}"

    def within(self, limit: int) -> str:
        """The line in at most so many units."""
        room = limit - units(self.before) - units(self.after)
        if room < 1:
            return cut(self.text, limit)
        return f"{self.before}{cut(self.text, room)}{self.after}"


def item(text: str, before: str = "", after: str = "") -> Line:
    """A point of a list; nothing is said in words, because Discord refuses what is empty."""
    return Line(neutralise(text) or NOT_STATED, f"- {before}", after)


def asset(text: str, before: str = "", after: str = "") -> Line:
    """An asset in a narrow column: a list of Discord's own would be indented too far there."""
    return Line(neutralise(text) or NOT_STATED, f"• {before}", after)


def line(text: str, before: str = "", after: str = "") -> Line:
    """A line that is no point of a list."""
    return Line(neutralise(text) or NOT_STATED, before, after)


def join_lines(texts: Sequence[str], limit: int) -> str:
    """The same of lines without markup."""
    return join([Line(text) for text in texts], limit)


def join(lines: Sequence[Line], limit: int) -> str:
    """As many whole lines as fit into so many units, and how many more there are."""
    for kept in range(len(lines), 0, -1):
        text = "\n".join([*map(str, lines[:kept]), *_more(len(lines) - kept)])
        if units(text) <= limit:
            return text
    if not lines:
        return ""
    more = "".join(f"\n{text}" for text in _more(len(lines) - 1))
    return lines[0].within(limit - units(more)) + more


def listed(texts: Sequence[str], limit: int) -> str:
    """Inert texts in one line, as many as fit, and how many more there are."""
    for kept in range(len(texts), 0, -1):
        text = ", ".join([*texts[:kept], *_more(len(texts) - kept)])
        if units(text) <= limit:
            return text
    return cut(", ".join(texts), limit)


def _more(count: int) -> Iterator[str]:
    if count:
        yield f"+{count} more"
