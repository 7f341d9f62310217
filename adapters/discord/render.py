"""Card -> what Discord shows: pure, and within every limit.

https://docs.discord.com/developers/resources/message#embed-object-embed-limits
"""

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from adapters.discord import colours
from adapters.discord.lines import NOT_STATED, Line, asset, item, join, line, listed
from adapters.discord.text import clean, cut, neutralise, units
from bot.model import Card, CardKind, Side, Status, Style, Told

TITLE_MAX = 256
FIELDS_MAX = 25
FIELD_NAME_MAX = 256
FIELD_VALUE_MAX = 1024
EMBED_MAX = 6000  # summed over title, description, field names, field values, footer and author
# 2000 are allowed (https://docs.discord.com/developers/resources/message#create-message); a ping may stand above.
CONTENT_MAX = 1900

NOTES_MAX = 1500  # ours: 4096 are allowed, but notes leave room for the terms
VALUE_LEAST = 40  # ours: a field with less room than this says nothing, and is left out
CREDIT_MAX = 300  # ours: 2048 are allowed in a footer
SHARE_MAX = 400  # ours: what one club gets, in one line of a compact card
COLUMNS_MAX = (
    3  # https://docs.discord.com/developers/resources/message#embed-object-embed-field-structure
)
LATEST = 5  # ours: timeline lines on the card; the story has them all
ITEMS_MAX, ITEMS_ROOM = 20, 5600  # ours: of a digest, all with the same share of the room

OFF = "This trade is off."
OFF_TERMS = "Its terms no longer hold."
CORRECTED = "TERMS CORRECTED"
DIGEST = "🌙 QUIET HOURS"
DIGEST_SAYS = (
    "What came while this channel was quiet. Later news of these trades changes this message."
)
_OFF = f"**{OFF}** {OFF_TERMS}"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an embed, its text already inert."""

    name: str
    lines: tuple[Line, ...]
    inline: bool = False


def embed(card: Card, style: Style = Style.FULL) -> discord.Embed:
    """The card as it stands in the channel; a void notice is a short embed of its own."""
    if card.items:
        return _embed(card, [Line(DIGEST_SAYS)], _items(card))
    if card.kind is CardKind.VOID:
        return _embed(card, [line(card.summary), *_told(card, 1)])
    if style is Style.COMPACT:
        return _embed(card, [*_notes(card), *_shares(card), *_told(card, 1)])
    body = [*_sides(card), *_reasons(card)]
    return _embed(card, _notes(card), body, _timeline(card, LATEST), credit=card.credit)


def story(card: Card) -> discord.Embed:
    """The same with the whole timeline: what the button answers."""
    body, whole = [*_sides(card), *_reasons(card)], len(card.timeline)
    return _embed(card, _notes(card), body, _timeline(card, whole), credit=card.credit)


def plain(card: Card) -> str:
    """The card as text: the last resort when Discord refuses the embed."""
    top = [Line(badge(card)), line(card.headline, "**", "**"), line(card.summary)]
    sides = [line(text, f"{_name(side)}: ") for side in card.sides for text in side.gets]
    items = [Line(title(item)) for item in card.items]
    return join([*top, *sides, *items, *map(line, card.notes)], CONTENT_MAX)


def title(card: Card) -> str:
    """The status and what happened, in one line."""
    return cut(f"{_status(card)} · {neutralise(card.headline)}", TITLE_MAX)


def badge(card: Card) -> str:
    """The status in a sign and in words, for who sees no colour, and the league's day."""
    corrected = card.corrected and card.status is not Status.VOIDED
    words = [DIGEST if card.items else _status(card)]
    words += [f"{colours.CORRECTED} {CORRECTED}"] if corrected else []
    return " · ".join([*words, f"{card.day:%a} {card.day.day} {card.day:%b %Y}"])


def _status(card: Card) -> str:
    return f"{colours.SIGNS[card.status]} {card.status.upper()}"


def _embed(
    card: Card,
    head: Sequence[Line],
    body: Sequence[Field] = (),
    timeline: Sequence[Field] = (),
    *,
    credit: str = "",
) -> discord.Embed:
    """Fill an embed; where room is short the timeline and the terms come before the reasons."""
    off = [Line(_OFF)] if card.status is Status.VOIDED and not card.items else []
    made = discord.Embed(
        title=cut(neutralise(card.headline) or NOT_STATED, TITLE_MAX),
        description=join([*off, *head], NOTES_MAX if body else EMBED_MAX // 2) or None,
        colour=colours.bar(card.colour, card.status),
    )
    made.set_author(name=badge(card))
    if credit:
        made.set_footer(text=cut(clean(credit), CREDIT_MAX))
    last = _fit(timeline, FIELDS_MAX, EMBED_MAX - _taken(made))
    room = EMBED_MAX - _taken(made) - sum(units(name) + units(text) for name, text, _ in last)
    for name, value, inline in [*_fit(body, FIELDS_MAX - len(last), room), *last]:
        made.add_field(name=name, value=value, inline=inline)
    return made


def _items(card: Card) -> list[Field]:
    """The trades of a digest; none is left out, however long the others are."""
    items = card.items[:ITEMS_MAX]
    room = min(ITEMS_ROOM // len(items), FIELD_VALUE_MAX)
    return [_listed(item, room) for item in items]


def _listed(item: Card, room: int) -> Field:
    """A trade in a digest: its status and headline, and what each club gets."""
    name = cut(title(item), min(FIELD_NAME_MAX, room // 2))
    off = [Line(_OFF)] if item.status is Status.VOIDED else []
    lines = [*off, *_notes(item), *_shares(item)] or [line(item.summary)]
    return Field(name, (Line(join(lines, room - units(name))),))


def _taken(made: discord.Embed) -> int:
    """What counts against the embed's limit besides its fields."""
    texts = (made.title, made.description, made.footer.text, made.author.name)
    return sum(units(text or "") for text in texts)


def _fit(fields: Sequence[Field], slots: int, room: int) -> list[tuple[str, str, bool]]:
    """The fields that find room, as (name, value, inline)."""
    fitted: list[tuple[str, str, bool]] = []
    for field in fields[:slots]:
        name = cut(field.name, FIELD_NAME_MAX)
        limit = min(FIELD_VALUE_MAX, room - units(name))
        if limit < VALUE_LEAST:
            break
        value = join(field.lines, limit)
        room -= units(name) + units(value)
        fitted.append((name, value, field.inline))
    return fitted


def _notes(card: Card) -> list[Line]:
    """Without what the card says already, in bold, of every trade that is off."""
    return [line(note) for note in card.notes if note != OFF and clean(note)]


def _sides(card: Card) -> list[Field]:
    """A column a club; Discord puts three beside each other, and a fourth would stand alone below them."""
    verb, beside = _verb(card), len(card.sides) <= COLUMNS_MAX
    return [
        Field(f"{colours.square(side.club)} {_name(side)} {verb}", _assets(card, side), beside)
        for side in card.sides
    ]


def _verb(card: Card) -> str:
    return "were to get" if card.status is Status.VOIDED else "get"


def _assets(card: Card, side: Side) -> tuple[Line, ...]:
    """One line an asset, players in bold; what no longer holds is struck out, and said in words."""
    gone = tuple(asset(text, "was: ~~", "~~") for text in side.formerly)
    if card.status is Status.VOIDED:
        return tuple(asset(text, "~~", "~~") for text in side.gets or ("",))
    return tuple(asset(text, *_bold(text, card)) for text in side.gets or ("",)) + gone


def _bold(text: str, card: Card) -> tuple[str, str]:
    named = any(name and text.endswith(name) for name in card.players)
    return ("**", "**") if named else ("", "")


def _shares(card: Card) -> list[Line]:
    """What each club gets, in one line each."""
    verb, strike = _verb(card), "~~" if card.status is Status.VOIDED else ""
    lines = []
    for side in card.sides:
        gone = "" if strike else listed(_texts(side.formerly), SHARE_MAX)
        was = f" (was: ~~{gone}~~)" if gone else ""
        name = f"{colours.square(side.club)} **{_name(side)}** {verb} {strike}"
        lines.append(Line(listed(_texts(side.gets or ("",)), SHARE_MAX), name, f"{strike}{was}"))
    return lines


def _texts(raw: Sequence[str]) -> list[str]:
    return [neutralise(text) or NOT_STATED for text in raw]


def _reasons(card: Card) -> list[Field]:
    return [
        Field(neutralise(heading) or NOT_STATED, tuple(map(item, lines or ("",))))
        for heading, lines in card.reasons
    ]


def _timeline(card: Card, latest: int) -> list[Field]:
    lines = _told(card, latest, point="- ")
    return [Field("Timeline", tuple(lines))] if lines else []


def _told(card: Card, latest: int, point: str = "") -> list[Line]:
    """The latest reports, each with its moment in the reader's own zone."""
    values, texts = card.told[-latest:], card.timeline[-latest:]
    lines = (
        [_telling(told, point) for told in values] if values else [line(t, point) for t in texts]
    )
    earlier = len(card.timeline) - latest
    return [Line(f"{point}+{earlier} earlier"), *lines] if point and earlier > 0 else lines


def _telling(told: Told, point: str) -> Line:
    # https://docs.discord.com/developers/reference#message-formatting-timestamp-styles
    when = told.day or f"<t:{int(told.at.timestamp())}:f>"
    return line(told.who, f"{point}**{told.claim}** · ", f" · {when}")


def _name(side: Side) -> str:
    return cut(neutralise(side.name) or NOT_STATED, FIELD_NAME_MAX // 2)
