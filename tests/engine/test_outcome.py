"""What a failed delivery leads to."""

from datetime import datetime, timedelta
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
    too_late,
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
from bot.model import CardKind, Delivery, MessageRef, Status
from tests.builders import NOON, a_key, a_trade, minutes


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
        "failing_since": None,
    }
    return Delivery(**{**fields, **given})


TEN = timedelta(seconds=10)
REPEATED = a_row(unknown_since=NOON, attempts=2)

TABLE: list[tuple[Exception, Delivery, Action]] = [
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
    (
        DestinationRefusedError("403"),
        a_row(failing_since=minutes(-60)),
        Pause(until=minutes(30)),
    ),
    (
        DestinationRefusedError("403"),
        a_row(failing_since=minutes(-600)),
        Pause(until=minutes(120)),
    ),
    (MessageGoneError("404"), a_row(), Bury(reason="removed by a person: 404", gone=True)),
    (ZeroDivisionError(), a_row(), Retry(due=NOON + timedelta(seconds=1), nothing_stored=False)),
    (
        ZeroDivisionError(),
        a_row(attempts=10),
        Bury(reason="given up after 10 tries: ZeroDivisionError()"),
    ),
    (
        TemporaryDeliveryError("429", TEN),
        a_row(ref=MessageRef("m")),
        Retry(due=NOON + TEN, nothing_stored=True),
    ),
    (PermanentDeliveryError("400"), a_row(), Bury(reason="400")),
]


@pytest.mark.parametrize(("error", "row", "action"), TABLE)
def test_each_error_has_its_action(error: Exception, row: Delivery, action: Action) -> None:
    """The whole table."""
    assert after_failure(error, row, NOON) == action


def test_patience_ends_with_a_reason() -> None:
    """A row ends shown or dead, never forgotten."""
    row = a_row(failing_since=NOON)
    late = after_failure(UncertainDeliveryError("500"), row, NOON + timedelta(days=4))
    shut = after_failure(DestinationRefusedError("403"), row, NOON + timedelta(hours=25))
    assert late == Bury(reason="given up after 3 days: 500")
    assert shut == Bury(reason="403")


@pytest.mark.parametrize(
    "error",
    [
        UncertainDeliveryError("503"),
        TemporaryDeliveryError("429", TEN),
        DestinationRefusedError("403"),
    ],
)
@pytest.mark.parametrize("failing_since", [None, minutes(60 * 24 * 300)])
def test_patience_counts_failures_and_not_the_age_of_the_card(
    error: DeliveryError, failing_since: datetime | None
) -> None:
    """An edit of a card that is most of a year old is tried as long as any other."""
    row = a_row(ref=MessageRef("m"), failing_since=failing_since)
    later = minutes(60 * 24 * 300 + 60)
    assert isinstance(after_failure(error, row, later), Retry | Pause)


VOID = a_key(kind=CardKind.VOID)


@pytest.mark.parametrize(
    ("row", "status", "hours", "reason"),
    [
        (a_row(), Status.REPORTED, 72, None),
        (a_row(), Status.REPORTED, 73, "too old to start a card"),
        (a_row(key=VOID), Status.VOIDED, 73, "too old to start a card"),
        (a_row(ref=MessageRef("m")), Status.VOIDED, 73, None),
        (REPEATED, Status.VOIDED, 73, None),
        (a_row(), Status.VOIDED, 0, "voided before it was shown"),
        (a_row(key=VOID), Status.VOIDED, 0, "its card was never shown"),
    ],
)
def test_what_is_no_news_any_more_is_not_started(
    row: Delivery, status: Status, hours: float, reason: str | None
) -> None:
    """Only where nothing is posted and nothing is unknown."""
    trade, now = a_trade(status=status), minutes(60 * hours)
    assert too_late(row, trade, card_stands=False, now=now) == reason


def test_a_card_that_stands_gets_its_notice() -> None:
    """Whoever saw the card must see that it is off."""
    trade = a_trade(status=Status.VOIDED)
    assert too_late(a_row(key=VOID), trade, card_stands=True, now=NOON) is None


def test_backoff_doubles_and_is_capped() -> None:
    """From one second to five minutes."""
    assert [backoff(n).total_seconds() for n in (1, 2, 3, 9, 10, 500)] == [1, 2, 4, 256, 300, 300]


def test_edits_are_quick_at_first_and_then_few() -> None:
    """One second after the post, five after the first edit, then every half minute."""
    shown = MessageRef("m")
    rows = [a_row(), a_row(ref=shown), a_row(ref=shown, edits=1), a_row(ref=shown, edits=9)]
    assert [(next_edit(r, NOON) - NOON).total_seconds() for r in rows] == [1, 5, 30, 30]
