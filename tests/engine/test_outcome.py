"""What a failed delivery leads to."""

from datetime import timedelta
from typing import Any

import pytest

from bot.engine.outcome import (
    Action,
    Bury,
    Pause,
    Retry,
    StopLane,
    after_failure,
    backoff,
    next_edit,
)
from bot.errors import (
    DeliveryError,
    DestinationRefusedError,
    MessageGoneError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)
from bot.model import Delivery, MessageRef
from tests.builders import NOON, a_key, minutes


def a_row(**given: Any) -> Delivery:
    """A first try of the sample delivery."""
    fields: dict[str, Any] = {
        "key": a_key(),
        "version": 1,
        "ref": None,
        "attempts": 1,
        "unknown_since": None,
        "created_at": NOON,
        "edits": 0,
    }
    return Delivery(**{**fields, **given})


TEN = timedelta(seconds=10)
REPEATED = a_row(unknown_since=NOON, attempts=2)

TABLE: list[tuple[DeliveryError, Delivery, Action]] = [
    (TemporaryDeliveryError("429", TEN), a_row(), Retry(due=NOON + TEN, nothing_stored=True)),
    (TemporaryDeliveryError("429", TEN), REPEATED, Retry(due=NOON + TEN, nothing_stored=False)),
    (
        TemporaryDeliveryError("global", TEN, lane_wide=True),
        a_row(),
        Retry(due=NOON + TEN, nothing_stored=True, pause_lane_s=10.0),
    ),
    (
        UncertainDeliveryError("500"),
        a_row(),
        Retry(due=NOON + timedelta(seconds=1), nothing_stored=False),
    ),
    (TokenRefusedError("401"), a_row(), StopLane()),
    (DestinationRefusedError("403"), a_row(), Pause(until=minutes(15))),
    (MessageGoneError("404"), a_row(), Bury(reason="removed by a person: 404")),
    (PermanentDeliveryError("400"), a_row(), Bury(reason="400")),
]


@pytest.mark.parametrize(("error", "row", "action"), TABLE)
def test_each_error_has_its_action(error: DeliveryError, row: Delivery, action: Action) -> None:
    """The whole table."""
    assert after_failure(error, row, NOON) == action


def test_patience_ends_with_a_reason() -> None:
    """A row ends shown or dead, never forgotten."""
    late = after_failure(UncertainDeliveryError("500"), a_row(), NOON + timedelta(days=4))
    shut = after_failure(DestinationRefusedError("403"), a_row(), NOON + timedelta(hours=25))
    assert late == Bury(reason="given up after 3 days: 500")
    assert shut == Bury(reason="403")


def test_backoff_doubles_and_is_capped() -> None:
    """From one second to five minutes."""
    assert [backoff(n).total_seconds() for n in (1, 2, 3, 9, 10, 500)] == [1, 2, 4, 256, 300, 300]


def test_edits_are_quick_at_first_and_then_few() -> None:
    """One second after the post, five after the first edit, then every half minute."""
    shown = MessageRef("m")
    rows = [a_row(), a_row(ref=shown), a_row(ref=shown, edits=1), a_row(ref=shown, edits=9)]
    assert [(next_edit(r, NOON) - NOON).total_seconds() for r in rows] == [1, 5, 30, 30]
