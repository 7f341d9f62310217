"""Logging: one event a line in logfmt or JSON, and no secret in any of it.

An event is `log.info("trade updated", extra={"trade": id})`; it comes out as
`ts=... level=info logger=bot.engine event="trade updated" trade=...`.
"""

import json
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import TextIO
from urllib.parse import quote

NOISY = ("discord", "slack_bolt", "slack_sdk", "aiohttp.access", "aiosqlite", "apscheduler")
TRACERS = ("discord.client",)  # a traceback at each reconnect; our adapter tells the loss once

_MAX_VALUE = 8000  # characters; a hostile answer must not fill the disk line by line
_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
_QUOTED = re.compile(r'[ "=]')
_URL = re.compile(
    r"""(?P<scheme>\b[a-z][a-z0-9+.-]{0,15}://)  # bounded: the search stays linear
        (?:[^\s/?#]*@)?                     # userinfo
        (?P<place>[^\s?\#'"<>\\]*)
        (?:[?\#][^\s'"<>\\]*)?              # query and fragment""",
    re.IGNORECASE | re.VERBOSE,
)
# What no configuration names: tokens that workspaces handed over, and addresses that answer for the bot.
_HANDED = re.compile(
    r"""\bxox[a-z](?:\.xox[a-z])?-[\w-]{6,}
        |(?P<place>//hooks\.slack(?:-gov)?\.com/|/(?:webhooks|interactions)/[0-9]{1,20}/)[^\s?\#'"<>\\]+""",
    re.IGNORECASE | re.VERBOSE,
)


class Redactor:
    """Takes secrets out of text, registered or known by their shape, and what a URL may hide besides."""

    def __init__(self, secrets: Iterable[str]) -> None:
        forms = {form for secret in secrets for form in (secret, quote(secret, safe="")) if form}
        longest_first = sorted(forms, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def __call__(self, text: str) -> str:
        """The text as it may be shown."""
        named = self._secrets.sub("***", text)
        known = _HANDED.sub(lambda found: f"{found['place'] or ''}***", named)
        return _URL.sub(r"\g<scheme>\g<place>", known)


class LogfmtFormatter(logging.Formatter):
    """A record as one redacted line, whatever it contains."""

    def __init__(self, redact: Redactor) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """One line: time, level, logger, event, the extra fields, and a traceback if there is one."""
        return " ".join(f"{key}={self._value(value)}" for key, value in self._fields(record))

    def _fields(self, record: logging.LogRecord) -> Iterator[tuple[str, object]]:
        moment = datetime.fromtimestamp(record.created, UTC)
        yield "ts", moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        yield "level", record.levelname.lower()
        yield "logger", record.name
        yield "event", record.getMessage()
        yield from ((k, v) for k, v in vars(record).items() if k not in _STANDARD)
        if record.exc_info and record.exc_info[0]:
            yield "traceback", self.formatException(record.exc_info)
        if record.stack_info:
            yield "stack", record.stack_info

    def _shown(self, value: object) -> str:
        return _middle_out(self._redact(str(value)))

    def _value(self, value: object) -> str:
        """Redacted first: neither cutting nor quoting may hide a secret from the search."""
        text = self._shown(value)
        if text and text.isprintable() and not _QUOTED.search(text):
            return text
        return f'"{"".join(map(_escaped, text))}"'


class JsonFormatter(LogfmtFormatter):
    """The same line as a JSON object: everything is text, since an extra field may be of any kind."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, ASCII."""
        return json.dumps({key: self._shown(value) for key, value in self._fields(record)})


class Handler(logging.StreamHandler[TextIO]):
    """Writes to the stream; a record that cannot be written is reported without its content."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name for it
        """Say which logger it was; the standard answer would print the raw arguments."""
        with suppress(OSError, ValueError):  # the stream itself may be what is broken
            self.stream.write(f'level=error logger={record.name} event="log line lost"\n')


def setup(level: int, stream: TextIO, secrets: Iterable[str], *, as_json: bool = False) -> None:
    """Send all logging to one stream; a second call replaces the first.

    Args:
        level: of the standard library, `logging.INFO`.
        stream: where lines go, one event each.
        secrets: what must never be seen there.
        as_json: JSON objects instead of logfmt.
    """
    root = logging.getLogger()
    for old in [each for each in root.handlers if isinstance(each, Handler)]:
        root.removeHandler(old)
    handler = Handler(stream)
    form = JsonFormatter if as_json else LogfmtFormatter
    handler.setFormatter(form(Redactor(secrets)))
    root.addHandler(handler)
    root.setLevel(level)
    for name in NOISY:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    for name in TRACERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _middle_out(text: str) -> str:
    """At most `_MAX_VALUE` characters and a mark; a traceback says most at its ends."""
    half = _MAX_VALUE // 2
    return text if len(text) <= _MAX_VALUE else f"{text[:half]} [...] {text[-half:]}"


def _escaped(char: str) -> str:
    """One character inside quotes; what could break the line or steer a terminal shows as its code."""
    match char:
        case '"' | "\\":
            return f"\\{char}"
        case "\n":
            return "\\n"
        case _ if char.isprintable():
            return char
        case _:
            return f"\\u{ord(char):04x}"
