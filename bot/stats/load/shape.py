"""The columns that we use of a file: under which names they may come, of which kind, which must be there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import polars as pl


class ShapeError(Exception):
    """The file has not the columns that it should have; the message is the end of a sentence."""


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    WHOLE = "whole numbers"
    REAL = "numbers"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        older: other names it had.
        required: without it the table cannot be loaded; else it is empty.
    """

    name: str
    kind: Kind = Kind.TEXT
    older: tuple[str, ...] = ()
    required: bool = False


def columns(text: str, kind: Kind = Kind.TEXT, *, required: bool = False) -> list[Column]:
    """Columns from a line: names apart by blanks, an older name behind a bar ("team|recent_team")."""
    split = (word.split("|") for word in text.split())
    return [Column(name, kind, tuple(older), required) for name, *older in split]


def shaped(frame: pl.DataFrame, wanted: Sequence[Column]) -> pl.DataFrame:
    """Exactly the wanted columns, each of its kind; one that is not required and not there is empty.

    Raises:
        ShapeError: columns are missing, or hold something else.
    """
    missing = [c.name for c in wanted if c.required and not _found(frame, c)]
    if missing:
        raise ShapeError(_missing(missing))
    return frame.select([_read(frame, column).alias(column.name) for column in wanted])


def _missing(names: Sequence[str]) -> str:
    quoted = ", ".join(f"'{name}'" for name in names)
    return f"column {quoted} is missing" if len(names) == 1 else f"columns {quoted} are missing"


def _found(frame: pl.DataFrame, column: Column) -> str | None:
    return next((n for n in (column.name, *column.older) if n in frame.columns), None)


def _read(frame: pl.DataFrame, column: Column) -> pl.Series:
    found = _found(frame, column)
    if found is None:
        return pl.repeat(None, frame.height, dtype=_TYPES[column.kind], eager=True)
    series = frame[found]
    if series.dtype == pl.Null:
        return series.cast(_TYPES[column.kind])
    return _text(series) if column.kind is Kind.TEXT else _numbers(series, column)


_TYPES: Mapping[Kind, type[pl.DataType]] = {
    Kind.TEXT: pl.String,
    Kind.WHOLE: pl.Int64,
    Kind.REAL: pl.Float64,
}


def _text(series: pl.Series) -> pl.Series:
    """Text without blanks around it, empty as nothing; an id that went through a float column is whole again."""
    if series.dtype.is_float():
        series = series.cast(pl.Int64, strict=False)
    stripped = series.cast(pl.String).str.strip_chars()
    return stripped.set(stripped == "", None)


def _numbers(series: pl.Series, column: Column) -> pl.Series:
    if series.dtype == pl.Boolean:
        series = series.cast(pl.Int64)
    if not series.dtype.is_numeric():
        raise ShapeError(f"column '{column.name}' does not hold {column.kind}")
    if series.dtype.is_float():
        series = series.fill_nan(None)
        if column.kind is Kind.WHOLE and not (series.drop_nulls() % 1 == 0).all():
            raise ShapeError(f"column '{column.name}' does not hold {column.kind}")
    return series.cast(_TYPES[column.kind])
