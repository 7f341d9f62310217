"""An answer's table -> monospace text, a page each; every line fits a phone."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.model import Table

WIDTH = 36  # characters of a monospace line that a phone shows unbroken
LINES = 24  # of a page, about a phone's screen
LEAST_ROWS = 4
CELL_MAX = 20
TEXT_LEAST = 12  # of a column of texts, where room is short
HEAD_MAX, HEAD_LINES = 12, 4
BODY_MAX = 2500
_FEW_ROWS, _MANY_COLUMNS = 3, 4  # such a table is turned: a statistic a line
_GAP = "  "

# What a fan reads faster than the whole word.
_SHORT = {
    "attempts": "att",
    "completions": "comp",
    "interceptions": "int",
    "passing": "pass",
    "rank": "#",
    "receiving": "rec",
    "receptions": "rec",
    "rushing": "rush",
    "yards": "yds",
}

Cell = str | int | float | None
Fit = Callable[[str, int], str]  # text and a length -> one clean line of at most that length


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What one page shows of a table.

    Attributes:
        same: what is alike in every row, as a line; foreign text.
        blocks: texts to be shown in a monospace font.
    """

    same: str
    blocks: tuple[str, ...]


def leaves(table: Table, fit: Fit) -> list[Leaf]:
    """The pages of a table that has rows."""
    same, table = _told_once(_clean(table, fit))
    table = turned(table) if _is_wide(table) else table
    groups = list(_groups(table))
    heads = sum(_head_lines(table, group) for group in groups)
    most = max(LEAST_ROWS, (LINES - heads) // len(groups))
    count = -(-len(table.rows) // most)
    rows = -(-len(table.rows) // count)  # no page of a single row at the end
    parts = [table.rows[start : start + rows] for start in range(0, len(table.rows), rows)]
    pages = (_packed(same, (_block(table, group, part, fit) for group in groups)) for part in parts)
    return [leaf for page in pages for leaf in page]


def _clean(table: Table, fit: Fit) -> Table:
    """The same with every text fit to be shown."""
    columns = tuple(_head(column, fit) for column in table.columns)
    rows = tuple(
        tuple(fit(cell, CELL_MAX) if isinstance(cell, str) else cell for cell in row)
        for row in table.rows
    )
    return Table(columns=columns, rows=rows)


def _head(column: str, fit: Fit) -> str:
    words = re.split(r"[_\s]+", column)
    return "_".join(word if word in _SHORT else fit(word, HEAD_MAX) for word in words if word)


def _told_once(table: Table) -> tuple[str, Table]:
    """What is the same in every row as a line, and the table without it."""
    if len(table.rows) == 1:
        return "", table
    varied = [n for n in range(len(table.columns)) if len({row[n] for row in table.rows}) > 1]
    if len(varied) < 2:  # noqa: PLR2004 - a name and a value
        return "", table
    same = [
        f"{' '.join(column.split('_'))} {_cell(table.rows[0][n])}"
        for n, column in enumerate(table.columns)
        if n not in varied and table.rows[0][n] is not None
    ]
    rows = tuple(tuple(row[n] for n in varied) for row in table.rows)
    return ", ".join(same), Table(columns=_at(table.columns, varied), rows=rows)


def _at(columns: Sequence[str], numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(columns[number] for number in numbers)


def _packed(same: str, blocks: Iterable[str]) -> Iterator[Leaf]:
    """As many blocks on a page as have room beside the text."""
    kept: list[str] = []
    for block in blocks:
        if kept and sum(map(len, kept)) + len(block) > BODY_MAX:
            yield Leaf(same=same, blocks=tuple(kept))
            kept = []
        kept.append(block)
    yield Leaf(same=same, blocks=tuple(kept))


def turned(table: Table) -> Table:
    """Rows and columns exchanged."""
    names = [column.replace("_", " ") for column in table.columns]
    columns = (names[0], *(_cell(row[0]) for row in table.rows))
    rows = tuple(
        (name, *(row[number] for row in table.rows)) for number, name in enumerate(names) if number
    )
    return Table(columns=columns, rows=rows)


def _is_wide(table: Table) -> bool:
    return len(table.rows) <= _FEW_ROWS and len(table.columns) > _MANY_COLUMNS


def _groups(table: Table) -> Iterator[list[int]]:
    """Which columns stand beside each other; the first leads every group."""
    group = [0]
    for number in range(1, len(table.columns)):
        if len(group) > 1 and _excess(table, [*group, number]) > _give(table, [*group, number]):
            yield group
            group = [0]
        group.append(number)
    yield group


def _excess(table: Table, group: Sequence[int]) -> int:
    """By how much these columns are wider than a phone."""
    gaps = len(_GAP) * (len(group) - 1)
    return sum(_width(table, number) for number in group) + gaps - WIDTH


def _give(table: Table, group: Sequence[int]) -> int:
    """By how much their texts may be shortened."""
    return sum(max(_width(table, n) - TEXT_LEAST, 0) for n in group if _is_text(table, n))


def _widths(table: Table, group: Sequence[int]) -> list[int]:
    """Each column's width; where room is short, the widest text gives way."""
    widths, texts = [_width(table, number) for number in group], range(len(group))
    texts_at = [at for at in texts if _is_text(table, group[at])] or [0]
    for _ in range(max(_excess(table, group), 0)):
        widths[max(texts_at, key=lambda at: widths[at])] -= 1
    return widths


def _is_text(table: Table, column: int) -> bool:
    return not _is_numeric(table.rows, column)


def _width(table: Table, column: int) -> int:
    cells = [len(_cell(row[column])) for row in table.rows]
    return max([*cells, *map(len, _words(table.columns[column]))])


def _words(head: str) -> list[str]:
    """A head is stacked word on word, so that its column is no wider than need be."""
    return [_SHORT.get(word, word) for word in head.split("_")][:HEAD_LINES]


def _head_lines(table: Table, group: Sequence[int]) -> int:
    return max(len(_words(table.columns[number])) for number in group) + 1


def _block(table: Table, group: Sequence[int], rows: Sequence[Sequence[Cell]], fit: Fit) -> str:
    widths = _widths(table, group)
    place = [
        _placed(fit, width, numeric=_is_numeric(rows, number))
        for width, number in zip(widths, group, strict=True)
    ]
    heads = [_words(table.columns[number]) for number in group]
    deep = max(map(len, heads))
    lines = [
        _line([([""] * (deep - len(words)) + words)[at] for words in heads], place)
        for at in range(deep)
    ]
    lines.append("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)))
    lines += [_line([_cell(row[number]) for number in group], place) for row in rows]
    return "\n".join(lines)


def _line(cells: Sequence[str], place: Sequence[Callable[[str], str]]) -> str:
    return _GAP.join(put(cell) for cell, put in zip(cells, place, strict=True)).rstrip()


def _placed(fit: Fit, width: int, *, numeric: bool) -> Callable[[str], str]:
    """Numbers stand at the right of their column, with their head."""
    if numeric:
        return lambda cell: fit(cell, width).rjust(width)
    return lambda cell: fit(cell, width).ljust(width)


def _is_numeric(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    return column > 0 and all(isinstance(row[column], int | float | None) for row in rows)


def _cell(value: Cell) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")[:CELL_MAX]
    return str(value)[:CELL_MAX]
