"""Every answer of Slack against what it means for a delivery."""

from datetime import timedelta

import pytest

from adapters.slack.bot import SlackPlatform
from adapters.slack.errors import PayloadRefusedError, RateLimitedError, retry_after
from bot.errors import (
    DeliveryError,
    DestinationRefusedError,
    HistoryRefusedError,
    MessageGoneError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)
from bot.model import Destination, MessageRef
from tests.builders import a_card, a_destination, a_key
from tests.servers.fake_slack import FakeSlack, Kind

REF = MessageRef("C1:1700000000.000001")

CODES = {
    "ratelimited": RateLimitedError,
    "channel_not_found": DestinationRefusedError,
    "not_in_channel": DestinationRefusedError,
    "is_archived": DestinationRefusedError,
    "restricted_action": DestinationRefusedError,
    "no_permission": DestinationRefusedError,
    "missing_scope": DestinationRefusedError,
    "invalid_auth": TokenRefusedError,
    "token_revoked": TokenRefusedError,
    "account_inactive": TokenRefusedError,
    "not_authed": TokenRefusedError,
    "token_expired": TokenRefusedError,
    "message_not_found": MessageGoneError,
    "cant_update_message": MessageGoneError,
    "edit_window_closed": MessageGoneError,
    "internal_error": UncertainDeliveryError,
    "fatal_error": UncertainDeliveryError,
    "service_unavailable": UncertainDeliveryError,
    "request_timeout": UncertainDeliveryError,
    "something_new": DestinationRefusedError,
}
ANSWERS = [
    (200, "application/json", '{"ok": tr', UncertainDeliveryError),
    (200, "application/json", "[1]", UncertainDeliveryError),
    (200, "application/json", "", UncertainDeliveryError),
    (200, "application/json", "[" * 100_000, UncertainDeliveryError),
    (200, "application/json", '{"ok": true}', UncertainDeliveryError),
    (200, "application/json", '{"ok": true, "channel": 5, "ts": []}', UncertainDeliveryError),
    (200, "text/html", "<h1>hello</h1>", UncertainDeliveryError),
    (200, "text/plain", "ok", UncertainDeliveryError),
    (200, "application/gzip", "ok", UncertainDeliveryError),
    (408, "text/html", "slow", UncertainDeliveryError),
    (500, "application/json", '{"ok": tr', UncertainDeliveryError),
    (503, "application/json", '{"ok": false, "error": "invalid_auth"}', UncertainDeliveryError),
    (403, "text/html", "a proxy says no", TemporaryDeliveryError),
    (429, "text/html", "slow down", TemporaryDeliveryError),
    (429, "application/json", '{"ok": tr', TemporaryDeliveryError),
]


def to() -> Destination:
    """A Slack channel."""
    return a_destination(platform="slack", channel="C1")


@pytest.mark.parametrize(("code", "meaning"), CODES.items())
async def test_every_code_means_one_error(
    fake: FakeSlack, platform: SlackPlatform, code: str, meaning: type[DeliveryError]
) -> None:
    """The table of refusals, for posting and for editing; one request each."""
    fake.fail("chat.postMessage", Kind.CODE, code=code)
    fake.fail("chat.update", Kind.CODE, code=code)
    for call in (
        platform.notifier.post(to(), a_card(), a_key()),
        platform.notifier.edit(to(), REF, a_card(), a_key()),
    ):
        with pytest.raises(meaning) as caught:
            await call
        assert type(caught.value) is meaning
        assert "\n" not in str(caught.value)
    assert len(fake.requests) == 3  # auth.test and one each


@pytest.mark.parametrize("said", ANSWERS)
async def test_strange_answers_are_not_taken_for_success(
    fake: FakeSlack, platform: SlackPlatform, said: tuple[int, str, str, type[DeliveryError]]
) -> None:
    """Broken JSON, other types, proxies: what may have been stored is uncertain."""
    status, kind, body, meaning = said
    fake.fail("chat.postMessage", Kind.BODY, status=status, content_type=kind, body=body)
    with pytest.raises(meaning):
        await platform.notifier.post(to(), a_card(), a_key())
    assert len(fake.calls("chat.postMessage")) == 1


@pytest.mark.parametrize("code", ["missing_scope", "not_allowed_token_type", "no_permission"])
async def test_a_history_that_may_not_be_read_is_no_refused_channel(
    fake: FakeSlack, platform: SlackPlatform, code: str
) -> None:
    """The channel may still be posted to."""
    fake.fail("conversations.history", Kind.CODE, code=code)
    with pytest.raises(HistoryRefusedError):
        await platform.notifier.look_back(to(), a_key())


async def test_a_history_limit_asks_to_wait(fake: FakeSlack, platform: SlackPlatform) -> None:
    """Its limit is its own, and can be one a minute."""
    fake.fail("conversations.history", Kind.BUSY, headers={"Retry-After": "60"})
    with pytest.raises(TemporaryDeliveryError) as caught:
        await platform.notifier.look_back(to(), a_key())
    assert caught.value.retry_after == timedelta(minutes=1)


@pytest.mark.parametrize("body", ['{"ok": true}', '{"ok": true, "messages": null}'])
async def test_a_history_without_messages_is_not_an_empty_one(
    fake: FakeSlack, platform: SlackPlatform, body: str
) -> None:
    """To take it for one would post the card twice."""
    fake.fail("conversations.history", Kind.BODY, body=body)
    with pytest.raises(UncertainDeliveryError):
        await platform.notifier.look_back(to(), a_key())


@pytest.mark.parametrize("code", ["invalid_blocks", "msg_blocks_too_long", "msg_too_long"])
def test_a_refused_payload_is_permanent(code: str) -> None:
    """After plain text was refused too, nothing is left to try."""
    assert issubclass(PayloadRefusedError, PermanentDeliveryError), code


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("2", 2),
        (" 7 ", 7),
        ("0", 1),
        ("-5", 30),
        ("soon", 30),
        ("", 30),
        ("9" * 30, 30),
        ("99999", 3600),
    ],
)
def test_waiting_times_are_bounded(header: str, seconds: int) -> None:
    """A header is foreign input."""
    assert retry_after({"Retry-After": header}) == timedelta(seconds=seconds)
