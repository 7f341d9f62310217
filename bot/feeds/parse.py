"""What every parser of feeds shares: bytes to text, text to JSON, items to a page.

A body is hostile until it has passed here. `parse_json` is the only place where JSON is read; whatever a body
holds, it raises nothing but FeedInvalidError. Every text that leaves can be encoded, and has a bound.
"""

import codecs
import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.errors import FeedInvalidError
from bot.model import Page, Rejected, Report, Trust, Validators

MAX_ITEMS = 2_000
MAX_ID = 300
MAX_TITLE = 1_000
MAX_TEXT = 20_000
MAX_URL = 2_000
MAX_RAW = 2_000
_MAX_DATE = 40

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A server may name any codec of Python's, also one that is slow or no text encoding at all.
_CHARSET = re.compile(
    r"utf-?(?:8|16|32)(?:-?[lb]e)?|iso-?8859-?\d{1,2}|latin-?1|us-ascii|(?:windows-|cp)125\d"
)
# As browsers do: the label means the larger set that servers really send.
_MEANT = {"us-ascii": "utf-8", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}

_UNSAFE = re.compile("[\0\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# A bare day stands at the hour that ESPN stamps: the same day in UTC and in New York.
_HOUR_OF_DAY = "T07:00Z"
_OLDEST = datetime(1970, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a body comes from, and when it was read.

    Attributes:
        feed: the feed's configured name.
        now: becomes `seen_at`; no report is dated after it.
    """

    feed: str
    trust: Trust
    now: datetime


def decode(body: bytes, charset: str = "") -> str:
    """A body as text without NUL: by its byte order mark, else the charset, else as UTF-8 with replacements."""
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace").replace("\0", "")
    name = charset.strip().lower()
    known = _MEANT.get(name, name) if _CHARSET.fullmatch(name) else "utf-8"
    try:
        text = body.decode(known, "replace")
    except LookupError:  # such as iso-8859-12
        text = body.decode("utf-8", "replace")
    return text.replace("\0", "")


def parse_json(feed: str, body: bytes, charset: str = "") -> Any:
    """The JSON document in a body.

    Raises:
        FeedInvalidError: it is something else, or JSON that Python cannot hold.
    """
    text = decode(body, charset)
    try:
        return json.loads(text)
    except (ValueError, RecursionError, MemoryError) as error:
        message = f"expected JSON and got {_look(text)}; check the feed's url and kind"
        raise FeedInvalidError(feed, message, body) from error


def listed(feed: str, document: Any, *keys: str) -> list[Any]:
    """The list under the first of these keys that holds one.

    Raises:
        FeedInvalidError: there is none.
    """
    if isinstance(document, dict):
        for key in keys:
            if isinstance(document.get(key), list):
                return list(document[key])
    wanted = " or ".join(keys)
    message = (
        f"expected a list of {wanted} and got {_shape(document)}; check the feed's url and kind"
    )
    raise FeedInvalidError(feed, message, _raw(document).encode())


def page_of(origin: Origin, items: Sequence[Any], read: Callable[[Any], Report | str]) -> Page:
    """Read each item by itself, newest first in, oldest first out.

    Args:
        read: gives a report, or says what is wrong with the item.

    Returns:
        A page without validators. Items that could not be read are in `rejected`; of items with
        the same id the first counts; those beyond `MAX_ITEMS` are left out, with one rejection.

    Raises:
        FeedInvalidError: more than half could not be read.
    """
    reports: dict[str, Report] = {}
    rejected: list[Rejected] = []
    taken = items[:MAX_ITEMS]
    for item in taken:
        match read(item):
            case str(problem):
                rejected.append(Rejected(raw=_raw(item), problem=problem))
            case report:
                reports.setdefault(report.id, report)
    if 2 * len(rejected) > len(taken):
        raise _schema_changed(origin.feed, len(taken), rejected)
    if len(items) > len(taken):
        problem = f"{len(items) - MAX_ITEMS} items beyond the first {MAX_ITEMS} were left out"
        rejected.append(Rejected(raw="", problem=problem))
    oldest_first = tuple(reports.values())[::-1]  # and so it stays within one moment
    ordered = sorted(oldest_first, key=lambda report: report.published_at)
    return Page(reports=tuple(ordered), validators=Validators(), rejected=tuple(rejected))


def clean(value: object, cap: int = MAX_TITLE) -> str:
    """The text in a field, trimmed and safe to store; empty for the word null and for what is no text."""
    if not isinstance(value, str):
        return ""
    text = _UNSAFE.sub("", value[:cap]).strip()
    return "" if text == "null" else text


def key_of(value: object) -> str:
    """An id as text: numbers count, a very long one is hashed; empty if there is none."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    text = str(value) if is_number else clean(value, MAX_TEXT)
    return text if len(text) <= MAX_ID else hashed(text)


def hashed(*parts: str) -> str:
    """A short name for these texts, the same in every process."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def web_address(value: object) -> str:
    """An http(s) address, or nothing."""
    text = clean(value, MAX_URL + 1)
    fits = text.lower().startswith(("http://", "https://")) and len(text) <= MAX_URL
    return text if fits and not re.search(r"\s", text) else ""


def is_day(value: object) -> bool:
    """Whether this is a calendar day without a time."""
    return isinstance(value, str) and bool(_DAY.fullmatch(value.strip()))


def moment(value: object) -> datetime | None:
    """An ISO 8601 time in UTC; without a zone it is taken as UTC, and a bare day as its early morning.

    Returns:
        None for what is no time, and for one that only a broken feed can mean (before 1970).
    """
    text = clean(value, _MAX_DATE)
    try:
        parsed = datetime.fromisoformat(text + _HOUR_OF_DAY if is_day(text) else text)
        aware = (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return aware if aware >= _OLDEST else None


def not_ahead(published: datetime, now: datetime) -> datetime:
    """The time of publication, or now if that is more than a day away in the future."""
    return now if published - _AHEAD > now else published


def _raw(item: Any) -> str:
    try:
        return json.dumps(item, default=str)[:MAX_RAW]
    except RecursionError:
        return "(nested too deeply to show)"


def _schema_changed(feed: str, total: int, rejected: Sequence[Rejected]) -> FeedInvalidError:
    first = rejected[0]
    message = (
        f"schema changed: {len(rejected)} of {total} items cannot be read"
        f" (the first: {first.problem}); look at the feed and update Gridwire"
    )
    return FeedInvalidError(feed, message, first.raw.encode())


def is_html(text: str) -> bool:
    """Whether this begins as a page for people does: a log-in, a captcha, an error."""
    start = _start(text)
    return start.startswith("<") and ("<html" in start or "<!doctype html" in start)


def _start(text: str) -> str:
    return text.lstrip("\ufeff \t\r\n")[:500].lower()


def _look(text: str) -> str:
    start = _start(text)
    if not start:
        return "an empty body"
    if start.startswith("<"):
        return "an HTML page" if is_html(text) else "XML"
    return "JSON that is broken or out of bounds" if start[0] in '[{"' else "other text"


def _shape(document: Any) -> str:
    if isinstance(document, dict):
        keys = ", ".join(ascii(key[:20]) for key in list(document)[:5])
        return f"an object with the keys {keys}" if keys else "an empty object"
    if isinstance(document, list):
        return f"a list of {len(document)}"
    return "null" if document is None else f"a bare {type(document).__name__}"
