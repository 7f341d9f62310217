"""Card -> Block Kit: pure, and always within Slack's limits.

Feed text stands in plain_text objects, where nothing is interpreted, except where the line needs our own
bold or strike-through: there it is mrkdwn, defused by `text.mrkdwn`, and `verbatim` keeps Slack from
turning hosts and names into links.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, assert_never

from adapters.slack import text
from bot.model import Card, Side, Status, TradeId

# https://docs.slack.dev/reference/block-kit/blocks
MAX_BLOCKS = 50
MAX_HEADER = 150
MAX_SECTION = 3000
MAX_FIELDS = 10
MAX_FIELD = 2000
MAX_CONTEXT_ELEMENTS = 10
MAX_BUTTON = 75
MAX_BUTTON_VALUE = 2000
# Slack refuses messages from about 13,200 characters over all blocks (slackapi/bolt-js#2509): stay well below.
MAX_TOTAL = 10_000

# How the total is shared, so that no long part can push out another.
SIDES_ROOM = 3600
REASONS_ROOM = 2400
NOTES_ROOM = 800
TIMELINE_ROOM = 1200
SUMMARY_ROOM = 600
PLAIN_ROOM = 3000
LINE_ROOM = 300
MORE_ROOM = 12  # "+999 more" and its line break
HEADING_ROOM = 60
MAX_GROUPS = 12
MAX_SIDES = 32  # there are no more clubs

STORY_ACTION = "story"
OFF = "This trade is off: its terms no longer hold."

Block = dict[str, Any]
Neutral = Callable[[str, int], str]  # text.plain or text.mrkdwn


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What one Slack message shows.

    Attributes:
        text: one sentence for notifications and screen readers, which do not read blocks.
        blocks: empty for a message of text alone.
    """

    text: str
    blocks: tuple[Block, ...] = ()


def card(of: Card) -> Message:
    """The posted card, with the button that asks for its story."""
    timeline = _context(_fitted(of.timeline, TIMELINE_ROOM, text.plain), _day(of))
    return Message(text=_summary(of), blocks=(*_body(of), timeline, _story_button(of.trade)))


def story(of: Card) -> Message:
    """The card for one reader who asked: the same facts, and the timeline as text of its own."""
    lines = _fitted(of.timeline, TIMELINE_ROOM, text.mrkdwn)
    timeline = [_section("\n".join(("*How it became known*", *lines)))] if lines else []
    return Message(text=_summary(of), blocks=(*_body(of), *timeline, _context((), _day(of))))


def plain(of: Card) -> Message:
    """The card without blocks, for when Slack cannot take them."""
    lines = (f"{_badge(of.status)} · {of.headline}", of.summary, *map(_side_line, of.sides))
    off = [OFF] if of.status is Status.VOIDED else []
    shown = _fitted((*lines, *off, *of.notes), PLAIN_ROOM, text.mrkdwn, bullet="")
    return Message(text="\n".join(shown))


def _body(of: Card) -> list[Block]:
    off = [_plain_section(OFF)] if of.status is Status.VOIDED else []
    return [_header(of), *off, *_sides(of), *_reasons(of.reasons), *_notes(of.notes)]


def _badge(status: Status) -> str:
    match status:
        case Status.RUMOUR:
            return "RUMOUR"
        case Status.REPORTED:
            return "REPORTED"
        case Status.OFFICIAL:
            return "OFFICIAL"
        case Status.VOIDED:
            return "VOIDED"
    assert_never(status)


def _summary(of: Card) -> str:
    return text.mrkdwn(of.summary or of.headline, SUMMARY_ROOM).strip() or _badge(of.status)


def _side_line(side: Side) -> str:
    return f"{side.name}: {', '.join(side.gets)}"


def _header(of: Card) -> Block:
    words = f"{_badge(of.status)} · {of.headline}"
    return {"type": "header", "text": _plain(text.plain(words, MAX_HEADER))}


def _sides(of: Card) -> list[Block]:
    sides = of.sides[:MAX_SIDES]
    room = min(MAX_FIELD, SIDES_ROOM // max(1, len(sides)))
    voided = of.status is Status.VOIDED
    fields = [_mrkdwn(_side(side, room, voided=voided)) for side in sides]
    batches = [fields[at : at + MAX_FIELDS] for at in range(0, len(fields), MAX_FIELDS)]
    return [{"type": "section", "fields": batch} for batch in batches]


def _side(side: Side, room: int, *, voided: bool) -> str:
    verb = "were to get" if voided else "get"
    title = f"*{text.mrkdwn(side.name, HEADING_ROOM).strip()} {verb}*"
    lines = _fitted(side.gets, room - text.size(title) - 1, text.mrkdwn, strike=voided)
    return "\n".join((title, *lines))


def _reasons(groups: Sequence[tuple[str, Sequence[str]]]) -> list[Block]:
    shown = [group for group in groups if group[1]][:MAX_GROUPS]
    room = REASONS_ROOM // max(1, len(shown))
    return [_section(_reason(heading, lines, room)) for heading, lines in shown]


def _reason(heading: str, lines: Sequence[str], room: int) -> str:
    title = text.mrkdwn(heading, HEADING_ROOM).strip()
    bold = [f"*{title}*"] if title else []
    fitted = _fitted(lines, room - text.size(title) - 3, text.mrkdwn)
    return "\n".join((*bold, *fitted)) or text.ELLIPSIS


def _notes(notes: Sequence[str]) -> list[Block]:
    lines = _fitted(notes, NOTES_ROOM, text.plain)
    return [_plain_section("\n".join(lines))] if lines else []


def _context(lines: Sequence[str], day: str) -> Block:
    elements = ["\n".join(lines), day] if lines else [day]
    return {"type": "context", "elements": [_plain(element) for element in elements]}


def _day(of: Card) -> str:
    credit = f" · {text.plain(of.credit, LINE_ROOM)}" if of.credit else ""
    return f"{of.day:%a} {of.day.day} {of.day:%b %Y}{credit}"


def _story_button(trade: TradeId) -> Block:
    button = {
        "type": "button",
        "text": _plain("Story"),
        "action_id": STORY_ACTION,
        "value": trade[:MAX_BUTTON_VALUE],
    }
    return {"type": "actions", "elements": [button]}


def _fitted(
    lines: Sequence[str], room: int, neutral: Neutral, *, bullet: str = "• ", strike: bool = False
) -> list[str]:
    """As many whole lines as there is room for, and how many more there are."""
    tilde = "~" if strike else ""
    width = min(LINE_ROOM, room - MORE_ROOM) - len(bullet) - 2
    words = [neutral(line, width).strip() for line in lines]
    shown = [f"{bullet}{tilde}{line}{tilde}" for line in words if line]
    if sum(text.size(line) + 1 for line in shown) <= room:
        return shown
    sizes = accumulate(text.size(line) + 1 for line in shown)
    kept = sum(total <= room - MORE_ROOM for total in sizes)
    return [*shown[:kept], f"+{len(shown) - kept} more"]


def _section(words: str) -> Block:
    return {"type": "section", "text": _mrkdwn(words)}


def _plain_section(words: str) -> Block:
    return {"type": "section", "text": _plain(words)}


def _mrkdwn(words: str) -> Block:
    return {"type": "mrkdwn", "text": words, "verbatim": True}


def _plain(words: str) -> Block:
    return {"type": "plain_text", "text": words, "emoji": False}
