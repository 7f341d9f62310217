"""Card -> Block Kit: pure, and always within Slack's limits.

Feed text stands in plain_text objects, where nothing is interpreted, except where the line needs our own
bold, strike-through or moment: there it is mrkdwn, defused by `text.mrkdwn`, and `verbatim` keeps Slack from
turning hosts and names into links.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from adapters.slack import buttons, fit, text
from bot.model import Card, CardKind, Side, Status, Style, Told

# https://docs.slack.dev/reference/block-kit/blocks
MAX_BLOCKS = 50
MAX_HEADER = 150
MAX_FIELDS = 10
MAX_FIELD = 2000
# Slack refuses messages from about 13,200 characters over all blocks (slackapi/bolt-js#2509): stay well below.
MAX_TOTAL = 10_000

# How the total is shared, so that no long part can push out another.
SIDES_ROOM = 3400
REASONS_ROOM = 2400
NOTES_ROOM = 800
TIMELINE_ROOM = 1600
SUMMARY_ROOM = 600
PLAIN_ROOM = 3000
HEADING_ROOM = 60
WHO_ROOM = 160  # whose word a line of the timeline is
CREDIT_ROOM = 300
MAX_GROUPS = 12
MAX_ITEMS, ITEM_ROOM = 20, 400  # of a digest
MAX_SIDES = 32  # there are no more clubs
LATEST = 5  # timeline lines on the card; the story has them all

OFF = "This trade is off."
OFF_TERMS = "Its terms no longer hold."
# A sign and a word, so that neither colour nor picture is needed to tell them apart.
SIGNS = {
    Status.RUMOUR: "💬",
    Status.REPORTED: "📰",
    Status.OFFICIAL: "✅",
    Status.VOIDED: "❌",
}
CORRECTED = "📝 TERMS CORRECTED"
DIGEST = "🌙 QUIET HOURS"
DIGEST_SAYS = (
    "What came while this channel was quiet. Later news of these trades changes this message."
)

Block = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What one Slack message shows.

    Attributes:
        text: one sentence for notifications and screen readers, which do not read blocks.
        blocks: empty for a message of text alone.
    """

    text: str
    blocks: tuple[Block, ...] = ()


def card(of: Card, style: Style = Style.FULL) -> Message:
    """The posted card with its buttons; a void notice is a short message of its own."""
    if of.items:
        return _digest(of)
    if of.kind is CardKind.VOID:
        body, latest = [_section(_sentence(of))], 1
    else:
        reasons = [] if style is Style.COMPACT else _reasons(of.reasons)
        body = [*_off(of), *_notes(of), *_sides(of), *reasons]
        latest = 1 if style is Style.COMPACT else LATEST
    blocks = (_header(of), *body, _context(of, _timeline(of, latest)), buttons.row(of))
    return Message(text=_sentence(of), blocks=blocks)


def story(of: Card) -> Message:
    """The card for one reader who asked: the same facts, and the whole timeline as text of its own."""
    lines = _timeline(of, len(of.timeline))
    timeline = [_section("\n".join(("*How it became known*", *lines)))] if lines else []
    body = (*_notes(of), *_sides(of), *_reasons(of.reasons), *timeline)
    return Message(text=_sentence(of), blocks=(_header(of), *_off(of), *body, _context(of, [])))


def plain(of: Card) -> Message:
    """The card without blocks, for when Slack cannot take them."""
    lines = (_headline(of), of.summary, *map(_side_line, of.sides))
    off = [f"{OFF} {OFF_TERMS}"] if of.status is Status.VOIDED else []
    neutral = [text.mrkdwn(line, fit.LINE_ROOM).strip() for line in (*lines, *off, *_noted(of))]
    return Message(text="\n".join(fit.whole([line for line in neutral if line], PLAIN_ROOM)))


def _digest(of: Card) -> Message:
    """A list of trades, each with the button for its story."""
    words = f"{DIGEST} · {of.headline}"
    header = {"type": "header", "text": _plain(text.plain(words, MAX_HEADER))}
    items = map(_item, of.items[:MAX_ITEMS])
    says = _section(DIGEST_SAYS)
    blocks = (header, says, *items, _context(of, []), buttons.row(of))
    return Message(text=_sentence(of), blocks=blocks)


def _item(of: Card) -> Block:
    title = f"*{text.mrkdwn(f'{_headline(of)}', ITEM_ROOM // 2).strip()}*"
    off = [f"{OFF} {OFF_TERMS}"] if of.status is Status.VOIDED else []
    told = (*off, *map(_side_line, of.sides), *_noted(of))
    lines = fit.listed(told, ITEM_ROOM - text.size(title) - 1, text.mrkdwn)
    return _section("\n".join((title, *lines))) | {"accessory": buttons.story(of)}


def _badge(of: Card) -> str:
    """The status in a sign and in words."""
    corrected = of.corrected and of.status is not Status.VOIDED
    status = f"{SIGNS[of.status]} {of.status.upper()}"
    return f"{status} · {CORRECTED}" if corrected else status


def _headline(of: Card) -> str:
    """The status and what happened; a headline that begins with the status says it once."""
    return f"{_badge(of)} · {of.headline.removeprefix(f'{of.status.capitalize()}: ')}"


def _sentence(of: Card) -> str:
    return text.mrkdwn(of.summary or of.headline, SUMMARY_ROOM).strip() or of.status.upper()


def _side_line(side: Side) -> str:
    return f"{side.name}: {', '.join(side.gets)}"


def _header(of: Card) -> Block:
    words = _headline(of)
    return {"type": "header", "text": _plain(text.plain(words, MAX_HEADER))}


def _off(of: Card) -> list[Block]:
    return [_section(f"*{OFF}* {OFF_TERMS}")] if of.status is Status.VOIDED else []


def _sides(of: Card) -> list[Block]:
    sides = of.sides[:MAX_SIDES]
    room = min(MAX_FIELD, SIDES_ROOM // max(1, len(sides)))
    fields = [_mrkdwn(_side(of, side, room)) for side in sides]
    batches = [fields[at : at + MAX_FIELDS] for at in range(0, len(fields), MAX_FIELDS)]
    return [{"type": "section", "fields": batch} for batch in batches]


def _side(of: Card, side: Side, room: int) -> str:
    """What one club gets, players in bold; what no longer holds is struck out, and said in words."""
    off = of.status is Status.VOIDED
    title = f"*{_title(side.name)} {'were to get' if off else 'get'}*"
    room -= text.size(title) + 1
    lines = [fit.marked(line, *_marks(line, of, off=off), room) for line in side.gets]
    lines += [fit.marked(line, "was: ~", "~", room) for line in ([] if off else side.formerly)]
    return "\n".join((title, *fit.whole([line for line in lines if line], room)))


def _marks(line: str, of: Card, *, off: bool) -> tuple[str, str]:
    if off:
        return "~", "~"
    named = any(name and line.endswith(name) for name in of.players)
    return ("*", "*") if named else ("", "")


def _title(name: str) -> str:
    return text.mrkdwn(name, HEADING_ROOM).strip() or text.ELLIPSIS


def _reasons(groups: Sequence[tuple[str, Sequence[str]]]) -> list[Block]:
    shown = [group for group in groups if group[1]][:MAX_GROUPS]
    room = REASONS_ROOM // max(1, len(shown))
    return [_section(_reason(heading, lines, room)) for heading, lines in shown]


def _reason(heading: str, lines: Sequence[str], room: int) -> str:
    title = f"*{_title(heading)}*"
    return "\n".join((title, *fit.listed(lines, room - text.size(title) - 1, text.mrkdwn)))


def _noted(of: Card) -> list[str]:
    """Without what the card says already, in bold, of every trade that is off."""
    return [note for note in of.notes if note != OFF]


def _notes(of: Card) -> list[Block]:
    lines = fit.listed(_noted(of), NOTES_ROOM, text.plain)
    return [{"type": "section", "text": _plain("\n".join(lines))}] if lines else []


def _timeline(of: Card, latest: int) -> list[str]:
    """The latest reports, each with its moment in the reader's own zone."""
    earlier = len(of.timeline) - latest
    more = [f"+{earlier} earlier"] if earlier > 0 else []
    told = [_telling(one) for one in of.told[-latest:]] if latest else []
    lines = told or fit.listed(of.timeline[-latest:], TIMELINE_ROOM, text.mrkdwn)
    return [*more, *fit.whole(lines, TIMELINE_ROOM)]


def _telling(told: Told) -> str:
    who = text.mrkdwn(told.who, WHO_ROOM).strip() or text.ELLIPSIS
    return f"• *{told.claim}* · {who} · {text.mrkdwn(told.day, WHO_ROOM) or _moment(told)}"


def _moment(told: Told) -> str:
    """https://docs.slack.dev/messaging/formatting-message-text#date-formatting, with words for who cannot show it."""
    at = told.at.astimezone(UTC)
    words = f"{at:%a} {at.day} {at:%b %H:%M} UTC"
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}} at {{time}}|{words}>"


def _context(of: Card, lines: Sequence[str]) -> Block:
    credit = f" · {text.mrkdwn(of.credit, CREDIT_ROOM)}" if of.credit else ""
    day = f"{of.day:%a} {of.day.day} {of.day:%b %Y}{credit}"
    elements = ["\n".join(lines), day] if lines else [day]
    return {"type": "context", "elements": [_mrkdwn(element) for element in elements]}


def _section(words: str) -> Block:
    return {"type": "section", "text": _mrkdwn(words)}


def _mrkdwn(words: str) -> Block:
    return {"type": "mrkdwn", "text": words, "verbatim": True}


def _plain(words: str) -> Block:
    return {"type": "plain_text", "text": words, "emoji": False}
