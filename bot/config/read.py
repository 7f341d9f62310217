"""From the tables of a TOML file to values, noting every problem with its place."""

import difflib
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, get_args
from zoneinfo import ZoneInfo, available_timezones

import msgspec

from bot.config.secret import Secret
from bot.errors import ConfigError

T = TypeVar("T", bound=msgspec.Struct)

_PLAIN = {
    "Expected ": "must be ",
    ", got ": ", not ",
    "`str` of length": "text of length",
    "`array` of length": "a list of length",
    "`str`": "text in quotes",
    "`int`": "a whole number",
    "`float`": "a number",
    "`bool`": "true or false",
    "`array`": "a list",
    "`object`": "a table",
}
_CURLY = re.compile("[\u2018-\u201f]")  # what editors of letters make of quotes
_HEADER = re.compile(r"\s*\[\[?\s*(\w+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")


# From the sound values of a table (defaults included) to (key, text that follows it in a sentence).
Rule = Callable[[Mapping[str, Any]], Iterable[tuple[str, str]]]


def _anything(_good: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    return ()


@dataclass(frozen=True, slots=True)
class Place:
    """One table in the file; `number` is counted from 0 and is None outside of arrays of tables."""

    table: str
    number: int | None = None
    label: str = ""

    def __str__(self) -> str:
        if self.number is None:
            return f"[{self.table}]" if self.table else "top level"
        label = f' "{self.label}"' if self.label else ""
        return f"[[{self.table}]] #{self.number + 1}{label}"


class Document:
    """One configuration file and the problems found in it so far."""

    def __init__(self, path: Path, env: Mapping[str, str]) -> None:
        """Parse the file.

        Raises:
            ConfigError: it cannot be read, or is not TOML.
        """
        self._path, self._env = path, env
        self._problems: list[tuple[int, str]] = []
        text = _text(path)
        self._tables = _parse(path, text)
        self._lines = _lines(text)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._tables.get(name) not in (None, [])

    def complain(self, place: Place, key: str, text: str) -> None:
        """Note a problem; `text` continues a sentence that begins with the key."""
        line = self._line(place, key)
        file = f"{self._path}:{line}" if line else str(self._path)
        sentence = f"{file}: {place}: {f'{key} {text}'.strip()}"
        shown = "".join(c if c.isprintable() else "?" for c in sentence)
        self._problems.append((line, shown))

    def finish(self) -> None:
        """Raise ConfigError if there was any problem, all in the order of the file."""
        if self._problems:
            raise ConfigError([text for _, text in sorted(self._problems, key=lambda p: p[0])])

    def only(self, known: tuple[str, ...]) -> None:
        """Complain about every table but these."""
        self._unknown(Place(""), self._tables, known)

    def one(self, kind: type[T], name: str, rule: Rule = _anything) -> T | None:
        """The table [name]; None when it is missing, or broken and complained about."""
        match self._tables.get(name):
            case None:
                return None
            case dict(values):
                return self._table(kind, Place(name), values, rule)
            case _:
                self.complain(Place(name), "", f"must be one table, written [{name}]")
                return None

    def many(self, kind: type[T], name: str, rule: Rule) -> list[T]:
        """Every sound one of the tables [[name]]."""
        found = self._tables.get(name, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self.complain(Place(name), "", f"must be written in double brackets, [[{name}]]")
            return []
        tables = (
            self._table(kind, Place(name, number, _label(values)), values, rule)
            for number, values in enumerate(found)
        )
        return [table for table in tables if table is not None]

    def path(self, text: str) -> Path:
        """A path as the file means it: from the file's own folder; ~ is a home, if there is one."""
        path = Path(text)
        with suppress(RuntimeError):
            path = path.expanduser()
        return (self._path.parent / path).absolute()

    def _table(self, kind: type[T], place: Place, values: dict[str, Any], rule: Rule) -> T | None:
        fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
        self._unknown(place, values, tuple(fields))
        good: dict[str, Any] = {}
        for key, field in fields.items():
            if key in values:
                try:
                    good[key] = msgspec.convert(values[key], field.type, dec_hook=self._special)
                except msgspec.ValidationError as error:
                    self.complain(place, key, _sentence(error, field.type, values[key]))
            elif field.required:
                self.complain(place, key, _missing(field.type))
            else:
                good[key] = _default(field)
        for key, text in rule(good):
            self.complain(place, key, text)
        return kind(**good) if good.keys() == fields.keys() else None

    def _unknown(self, place: Place, values: Iterable[str], known: tuple[str, ...]) -> None:
        for key in values:
            if key not in known:
                self.complain(place, key, f"is not known: {hint(key, known)}")

    def _special(self, kind: type, value: object) -> object:
        """The types that msgspec leaves to us; it wraps the ValueErrors."""
        if not isinstance(value, str) or not value or not value.isprintable():
            raise ValueError("must be text in quotes")
        if kind is Secret:
            return Secret.resolve(value, self._env, self._path.parent)
        return _zone(value) if kind is ZoneInfo else self.path(value)

    def _line(self, place: Place, key: str) -> int:
        at = (place.table, place.number or 0)
        ways = ((*at, key), (*at, ""), ("", 0, place.table), (key, 0, ""))
        return next((self._lines[way] for way in ways if way in self._lines), 0)


def _default(field: msgspec.structs.FieldInfo) -> Any:
    """The value that a missing key has; of an empty table msgspec keeps the way to make one."""
    made = field.default_factory
    return field.default if made is msgspec.NODEFAULT else made()


def hint(word: str, known: Iterable[str]) -> str:
    """The nearest of the known words as a question, else all of them."""
    words = {each.casefold(): each for each in known}
    close = difflib.get_close_matches(word.casefold(), list(words), 1)
    return f'did you mean "{words[close[0]]}"?' if close else f"write one of {', '.join(known)}"


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise ConfigError([f"{path}: cannot be read ({error.strerror}): check the path"]) from error
    except UnicodeDecodeError as error:
        raise ConfigError([f"{path}: is not UTF-8: save it as UTF-8 text"]) from error


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # tomllib also lets through int's limit of digits and its own depth of nesting
        curly = _CURLY.search(text)
        advice = f", and {curly[0]} is no quote there: write straight ones" if curly else ""
        raise ConfigError([f"{path}: is not TOML: {error}{advice}"]) from error


def _lines(text: str) -> dict[tuple[str, int, str], int]:
    """Where (table, number, key) stands, the header itself under key "".

    tomllib does not tell. This reads only what the example file uses; a file with multi-line strings
    gets no line numbers rather than wrong ones.
    """
    found: dict[tuple[str, int, str], int] = {}
    if '"""' in text or "'''" in text:
        return found
    counts = Counter[str]()
    table, number = "", 0
    for line, content in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(content):
            table, number = header[1], counts[header[1]]
            counts[table] += 1
            found[table, number, ""] = line
        elif key := _KEY.match(content):
            found.setdefault((table, number, key[1]), line)
    return found


def _label(values: Mapping[str, object]) -> str:
    label = values.get("name", values.get("channel"))
    return label if isinstance(label, str) else ""


def _sentence(error: msgspec.ValidationError, kind: Any, value: Any) -> str:
    text = str(error)
    if isinstance(error.__cause__, ValueError):
        return text  # ours, from _special
    if text.startswith("Invalid enum"):
        words = _words(kind)
        given = [value] if isinstance(value, str) else value
        wrong = next(each for each in given if each not in words)
        return f'cannot be "{wrong}": {hint(wrong, words)}'
    for theirs, plain in _PLAIN.items():
        text = text.replace(theirs, plain)
    return re.sub(r" - at `\$\[(\d+)\]`", lambda at: f" (entry {int(at[1]) + 1})", text)


def _missing(kind: Any) -> str:
    words = _words(kind)
    return f"is missing: add it, one of {', '.join(words)}" if words else "is missing: add it"


def _words(kind: Any) -> tuple[str, ...]:
    """The words that a field of this type allows."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(kind)
    return tuple(word for part in get_args(kind) for word in _words(part))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # OSError: "America" is a folder
        close = difflib.get_close_matches(name, available_timezones(), 1, 0.5)
        example = close[0] if close else "America/New_York"
        raise ValueError(f'is no time zone: did you mean "{example}"?') from error
