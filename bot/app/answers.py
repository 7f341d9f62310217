"""An answer for people and for programs."""

from collections.abc import Sequence
from typing import Any

from bot.model import Answer, Table

MOST_ROWS = 20  # of a table for people


def as_json(answer: Answer) -> dict[str, Any]:
    """The stable shape of `gridwire ask --json`."""
    table = answer.table
    return {
        "question": answer.question,
        "answer": answer.text,
        "table": {"columns": table.columns, "rows": table.rows} if table else None,
        "source": answer.source,
        "as_of": answer.as_of.isoformat(),
        "assumed": answer.assumed,
        "choices": answer.choices,
        "refused": answer.refused,
    }


def as_text(answer: Answer) -> str:
    """The answer, its table, what was assumed and where it is from; or the refusal with choices."""
    parts = [answer.text or answer.refused or ""]
    parts += [f"  {choice}" for choice in answer.choices]
    parts += _table(answer.table) if answer.table else []
    notes = [*answer.assumed, f"as of {answer.as_of}", *([answer.source] if answer.source else [])]
    return "\n".join([*parts, f"({'; '.join(notes)})"])


def _table(table: Table) -> list[str]:
    heads = [column.replace("_", " ") for column in table.columns]
    cells = [heads, *([_cell(value) for value in row] for row in table.rows[:MOST_ROWS])]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    more = len(table.rows) - MOST_ROWS
    rest = [f"  and {more} more rows: --json has them all"] if more > 0 else []
    return ["  " + _line(row, widths) for row in cells] + rest


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cell(value: str | float | None) -> str:
    return "-" if value is None else str(value)
