"""Card -> what Discord shows: pure, and within every limit.

https://docs.discord.com/developers/resources/message#embed-object-embed-limits
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

import discord

from adapters.discord.text import cut, neutralise, units
from bot.model import Card, CardKind, Status

TITLE_MAX = 256
FIELDS_MAX = 25
FIELD_NAME_MAX = 256
FIELD_VALUE_MAX = 1024
EMBED_MAX = 6000  # summed over title, description, field names, field values and footer
CONTENT_MAX = 2000  # https://docs.discord.com/developers/resources/message#create-message

NOTES_MAX = 1500  # ours: 4096 are allowed, but notes leave room for the terms
VALUE_LEAST = 40  # ours: a field with less room than this says nothing, and is left out
CREDIT_MAX = 300  # ours: 2048 are allowed in a footer
LATEST = 5  # ours: timeline lines on the card; the story has them all

VOIDED_COLOUR = 0x95A5A6
GREY = 0x99AAB5
OFF = "**This trade is off.**"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an embed, its text already inert."""

    name: str
    lines: tuple[str, ...]
    inline: bool = False
    struck: bool = False


def embed(card: Card) -> discord.Embed:
    """The card as it stands in the channel; a void notice is a short embed of its own."""
    match card.kind:
        case CardKind.CARD:
            return _embed(card, [*_sides(card), *_reasons(card)], _timeline(card, LATEST))
        case CardKind.VOID:
            return _embed(card, [], [])
        case _:
            assert_never(card.kind)


def story(card: Card) -> discord.Embed:
    """The same with the whole timeline: what the button answers."""
    body = [*_sides(card), *_reasons(card)]
    return _embed(card, body, _timeline(card, len(card.timeline)))


def plain(card: Card) -> str:
    """The card as text: the last resort when Discord refuses the embed."""
    sides = [f"{side.name}: {line}" for side in _sides(card) for line in side.lines]
    notes = [neutralise(note) for note in card.notes]
    return join_lines([title(card), neutralise(card.summary), *sides, *notes], CONTENT_MAX)


def title(card: Card) -> str:
    """The headline behind the status in words: colour alone says nothing to many readers."""
    return cut(f"{card.status.upper()} · {neutralise(card.headline)}", TITLE_MAX)


def join_lines(lines: Sequence[str], limit: int) -> str:
    """As many whole lines as fit into so many units, and how many more there are."""
    text = "\n".join(lines)
    if units(text) <= limit:
        return text
    for kept in range(min(len(lines) - 1, limit), 0, -1):
        text = "\n".join([*lines[:kept], f"+{len(lines) - kept} more"])
        if units(text) <= limit:
            return text
    more = f"\n+{len(lines) - 1} more" if len(lines) > 1 else ""
    return cut(lines[0], limit - units(more)) + more


def _embed(card: Card, body: Sequence[Field], timeline: Sequence[Field]) -> discord.Embed:
    """Fill an embed; where room is short the timeline and the terms come before the reasons."""
    made = discord.Embed(title=title(card), description=_description(card), colour=_colour(card))
    made.set_footer(text=_footer(card))
    room = EMBED_MAX - sum(units(t or "") for t in (made.title, made.description, made.footer.text))
    last = _fit(timeline, FIELDS_MAX, room)
    room -= sum(units(name) + units(value) for name, value, _ in last)
    for name, value, inline in [*_fit(body, FIELDS_MAX - len(last), room), *last]:
        made.add_field(name=name, value=value, inline=inline)
    return made


def _footer(card: Card) -> str:
    credit = f" · {cut(neutralise(card.credit), CREDIT_MAX)}" if card.credit else ""
    return f"{card.day:%a} {card.day.day} {card.day:%b %Y}{credit}"


def _fit(fields: Sequence[Field], slots: int, room: int) -> list[tuple[str, str, bool]]:
    """The fields that find room, as (name, value, inline)."""
    fitted: list[tuple[str, str, bool]] = []
    for field in fields[:slots]:
        name = cut(field.name, FIELD_NAME_MAX)
        limit = min(FIELD_VALUE_MAX, room - units(name))
        if limit < VALUE_LEAST:
            break
        value = _strike(field.lines, limit) if field.struck else join_lines(field.lines, limit)
        room -= units(name) + units(value)
        fitted.append((name, value, field.inline))
    return fitted


def _strike(lines: Sequence[str], limit: int) -> str:
    """The lines crossed out, the marks included in the limit."""
    return f"~~{join_lines(lines, limit - 4)}~~"


def _description(card: Card) -> str | None:
    off = [OFF] if card.status is Status.VOIDED else []
    summary = [card.summary] if card.kind is CardKind.VOID else []
    text = [neutralise(line) for line in (*summary, *card.notes)]
    return join_lines([*off, *filter(None, text)], NOTES_MAX) or None


def _sides(card: Card) -> list[Field]:
    off = card.status is Status.VOIDED
    return [
        Field(f"{_or_unknown(side.name)} get", _lines(side.gets), inline=True, struck=off)
        for side in card.sides
    ]


def _reasons(card: Card) -> list[Field]:
    return [Field(_or_unknown(heading), _lines(lines)) for heading, lines in card.reasons]


def _timeline(card: Card, latest: int) -> list[Field]:
    earlier = len(card.timeline) - latest
    head = (f"+{earlier} earlier",) if earlier > 0 else ()
    shown = card.timeline[-latest:]
    return [Field("Timeline", head + _lines(shown))] if shown else []


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    """Inert lines; Discord refuses an empty field, so nothing is said in words."""
    return tuple(_or_unknown(text) for text in texts) or ("not stated",)


def _or_unknown(text: str) -> str:
    return neutralise(text) or "not stated"


def _colour(card: Card) -> int:
    match card.status:
        case Status.VOIDED:
            return VOIDED_COLOUR
        case Status.RUMOUR:
            return _muted(card.colour)
        case Status.REPORTED | Status.OFFICIAL:
            return card.colour
        case _:
            assert_never(card.status)


def _muted(colour: int) -> int:
    """Half way to grey."""
    return sum(
        ((colour >> shift & 0xFF) + (GREY >> shift & 0xFF)) // 2 << shift for shift in (16, 8, 0)
    )
