"""Logging: one line an event, and no secret in any of it."""

import io
import json
import logging
import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.log import NOISY, Handler, LogfmtFormatter, Redactor, setup

CANARY = "xoxb-canary/+="
log = logging.getLogger("gridwire.test")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave the process's logging as it was found."""
    root = logging.getLogger()
    level = root.level
    levels = {name: logging.getLogger(name).level for name in NOISY}
    yield
    for ours in [each for each in root.handlers if isinstance(each, Handler)]:
        root.removeHandler(ours)
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.fixture
def out() -> io.StringIO:
    """What was logged at INFO, the canary being a secret."""
    stream = io.StringIO()
    setup(logging.INFO, stream, [CANARY])
    return stream


def refused() -> None:
    """A call that fails with the canary in its message and in its cause's."""
    cause = ValueError(f"token={CANARY}")
    raise RuntimeError(f"https://u:{CANARY}@x.test/?q={CANARY}") from cause


def test_an_event_is_one_line_of_fields(out: io.StringIO) -> None:
    """Time in UTC, level, logger, event, then what the caller added, quoted where needed."""
    log.info("trade updated", extra={"trade": "2025-a", "reason": 'terms "changed"', "n": 3})
    line = re.sub(r"^ts=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ", "", out.getvalue())
    assert line == (
        'level=info logger=gridwire.test event="trade updated"'
        ' trade=2025-a reason="terms \\"changed\\"" n=3\n'
    )


def test_as_json_an_event_is_one_object_with_the_same_fields_and_no_secret() -> None:
    """ASCII, so that nothing in it can break the line or steer a terminal."""
    stream = io.StringIO()
    setup(logging.INFO, stream, [CANARY], as_json=True)
    log.info("trade\nupdated \u2028", extra={"trade": f"2025-{CANARY}", "n": 3})
    text = stream.getvalue()
    assert text.count("\n") == 1
    assert text.isascii()
    told = json.loads(text)
    assert (told["event"], told["trade"], told["n"]) == ("trade\nupdated \u2028", "2025-***", "3")
    assert list(told) == ["ts", "level", "logger", "event", "trade", "n"]


def test_an_event_below_the_level_is_not_written(out: io.StringIO) -> None:
    """DEBUG is for those who ask for it."""
    log.debug("detail")
    assert not out.getvalue()


def test_a_canary_does_not_come_through_an_exception(out: io.StringIO) -> None:
    """Not by the message, not by its cause, not by arguments, extras or a local's repr."""
    try:
        refused()
    except RuntimeError:
        log.exception("failed for %s", CANARY, extra={"given": {"token": CANARY}})
    assert out.getvalue().count("\n") == 1
    assert "ValueError: token=***" in out.getvalue()
    assert "RuntimeError: https://x.test/" in out.getvalue()
    assert "xoxb" not in out.getvalue()


def test_a_canary_does_not_come_through_a_broken_log_call(
    out: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    """The library's own answer to a wrong argument would print them raw."""
    root = logging.getLogger()
    root.handlers[:] = [each for each in root.handlers if isinstance(each, Handler)]
    log.info("one %d", CANARY)
    assert out.getvalue() == 'level=error logger=gridwire.test event="log line lost"\n'
    assert "xoxb" not in "".join(capsys.readouterr())


def test_a_stream_that_is_gone_does_not_stop_the_service(out: io.StringIO) -> None:
    """The reader of a pipe may leave before we do."""
    out.close()
    log.info("to nobody")
    assert out.closed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("GET https://x.test/a?key=1#f failed", "GET https://x.test/a failed"),
        ("URL('https://x.test/a?key=1')", "URL('https://x.test/a')"),
        ("wss://u:p@w@x.test:81/link?ticket=1", "wss://x.test:81/link"),
        ("postgresql://me:pw@h/db", "postgresql://h/db"),
        ("HTTPS://u@X.test", "HTTPS://X.test"),
        ("what? me#2 a@b", "what? me#2 a@b"),
        ("xoxb-canary%2F%2B%3D", "***"),
    ],
)
def test_urls_lose_what_they_may_hide(text: str, shown: str) -> None:
    """Userinfo, query and fragment go; place and path stay, since they help."""
    assert Redactor([CANARY])(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("token xoxb-111-222-aBc refused", "token *** refused"),
        ("'xoxe.xoxb-1-Mi0yLTEx_x'", "'***'"),
        ("xoxe-1-My0xLTEx", "***"),
        ("POST https://hooks.slack.com/commands/T1/2/aBc failed", "POST https://hooks.slack.com/*** failed"),
        ("/api/v10/webhooks/12/aW50/messages/@original?x=1", "/api/v10/webhooks/12/***?x=1"),
        ("https://discord.com/api/v10/interactions/12/aW50/callback", "https://discord.com/api/v10/interactions/12/***"),
        ("the xoxo of foxbox-1 at /webhooks/", "the xoxo of foxbox-1 at /webhooks/"),
    ],
)  # fmt: skip
def test_what_servers_hand_over_is_known_by_its_shape(text: str, shown: str) -> None:
    """No configuration names it."""
    assert Redactor(())(text) == shown


def test_the_longer_of_two_secrets_goes_first() -> None:
    """A secret that begins with another one leaves no tail."""
    assert Redactor(["abc", "abcdef", ""])("abcdef abc") == "*** ***"


def test_a_long_value_keeps_its_ends(out: io.StringIO) -> None:
    """A hostile answer cannot fill the disk, and a traceback still says what happened."""
    log.info("answer", extra={"body": "a" * 1_000_000 + "z"})
    assert len(out.getvalue()) < 9000
    assert " [...] a" in out.getvalue()
    assert out.getvalue().endswith('az"\n')


def test_a_long_text_full_of_schemes_is_cheap() -> None:
    """The search for URLs is linear: a megabyte of bait ends in the time limit."""
    assert Redactor([])("a.://" * 200_000).startswith("a.://")
    assert Redactor([])("a." * 500_000).endswith("a.")


@given(text=st.text(st.characters(codec=None)), key=st.text())
def test_whatever_is_logged_is_one_harmless_line(text: str, key: str) -> None:
    """No newline, terminal code, text direction or lone surrogate reaches the stream."""
    record = logging.makeLogRecord({"msg": text, "levelname": "INFO", "name": "x", "extra": key})
    line = LogfmtFormatter(Redactor([]))
    shown = line.format(record)
    assert shown.isprintable()
    assert shown.encode("utf-8")


def test_noisy_libraries_speak_from_warning_up(out: io.StringIO) -> None:
    """Each request of each library is not an event of ours."""
    for name in NOISY:
        logging.getLogger(f"{name}.part").info("request")
        logging.getLogger(f"{name}.part").warning("trouble in %s", name)
    assert out.getvalue().count("\n") == len(NOISY)
    assert {"discord", "slack_sdk", "aiosqlite"} <= set(NOISY)
    assert "request" not in out.getvalue()


def test_a_second_setup_replaces_the_first(out: io.StringIO) -> None:
    """A reload does not double the lines, and a stricter level also binds the noisy ones."""
    second = io.StringIO()
    setup(logging.ERROR, second, [])
    log.error("once")
    logging.getLogger(NOISY[0]).warning("not now")
    assert not out.getvalue()
    assert second.getvalue().count("\n") == 1


def test_the_stack_is_one_field(out: io.StringIO) -> None:
    """A stack asked for comes in the same line."""
    log.info("here", stack_info=True)
    assert 'stack="Stack (most recent call last):\\n' in out.getvalue()
    assert sys.exc_info() == (None, None, None)
