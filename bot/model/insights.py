"""The reasons on a card, and the answer to a question: platform-neutral."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from bot.model.words import ClubCode


class Topic(StrEnum):
    """What a reason speaks of; also the order on a card."""

    RECEIVER = "receiver"
    PLAYER = "player"
    SENDER = "sender"
    PRICE = "price"


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """One computed, sourced fact on a card.

    Attributes:
        kind: which reason it is (docs/insights.md).
        club: the club it speaks of.
        player: the player it speaks of, by name.
        text: one sentence for a reader.
        data: every number in the text and more, in nflverse's names.
        source: the tables it was computed from ("nflverse player stats").
        as_of: the day whose knowledge it uses.
    """

    kind: str
    topic: Topic
    club: ClubCode | None
    player: str | None
    text: str
    data: Mapping[str, Any]
    source: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of an answer; every cell is text, a number or None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a question came to: a text (with a table), choices, or a refusal with its reason.

    Attributes:
        assumed: what was taken for granted ("season 2023, the latest loaded"), one sentence part each.
        choices: questions to ask instead, each complete in itself.
        refused: why there is no answer; None where there is one.
    """

    question: str
    as_of: date
    text: str | None = None
    table: Table | None = None
    source: str = ""
    assumed: tuple[str, ...] = field(default=())
    choices: tuple[str, ...] = field(default=())
    refused: str | None = None
