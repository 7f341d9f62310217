"""Lines of foreign text between markup of ours, and as many of them as find room: pure."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from adapters.slack import text

LINE_ROOM = 300
MORE_ROOM = 12  # "+999 more" and its line break

Neutral = Callable[[str, int], str]  # text.plain or text.mrkdwn


def listed(lines: Sequence[str], room: int, neutral: Neutral) -> list[str]:
    """Points of a list; a line of which nothing can be shown is left out."""
    width = min(LINE_ROOM, room - MORE_ROOM) - 2
    shown = [neutral(line, width).strip() for line in lines]
    return whole([f"• {line}" for line in shown if line], room)


def marked(line: str, before: str, after: str, room: int) -> str:
    """One point with our markup around it, which no cut tears apart; empty if nothing can be shown."""
    width = min(LINE_ROOM, room - MORE_ROOM) - text.size(before) - text.size(after) - 2
    shown = text.mrkdwn(line, width).strip()
    return f"• {before}{shown}{after}" if shown else ""


def whole(lines: Sequence[str], room: int) -> list[str]:
    """As many whole lines as there is room for, and how many more there are."""
    sizes = list(accumulate(text.size(line) + 1 for line in lines))
    if not sizes or sizes[-1] <= room:
        return list(lines)
    kept = sum(total <= room - MORE_ROOM for total in sizes)
    return [*lines[:kept], f"+{len(lines) - kept} more"]
