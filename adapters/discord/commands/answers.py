"""An answer of the statistics -> pages that fit a phone: pure."""

import re
from collections.abc import Iterable, Iterator, Sequence

import discord

from adapters.discord.commands.desk import COLOUR
from adapters.discord.commands.pages import Page, Place
from adapters.discord.text import clean, cut, neutralise
from bot.model import Answer, Table

WIDTH = 36  # characters of a monospace line that a phone shows unbroken
LINES = 24  # of a page, about a phone's screen
LEAST_ROWS = 4
CELL_MAX = 20
TEXT_LEAST = 12  # of a column of texts, where room is short
HEAD_MAX, HEAD_LINES = 12, 4
BODY_MAX = 2500
TEXT_MAX = 1500
FOOTER_MAX = 1000
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


def sheet(answer: Answer) -> list[Page]:
    """The pages of an answer; a refusal is one page for the one who asked, with what to ask instead."""
    if answer.refused is not None:
        asks = tuple(
            (choice, Place(command="nfl ask", args=(choice,))) for choice in answer.choices
        )
        return [Page(embed=_refused(answer), asks=asks, private=True)]
    bodies = blocks(answer.table) if answer.table is not None and answer.table.rows else [""]
    return [Page(embed=_embed(answer, body, first=body is bodies[0])) for body in bodies]


def blocks(table: Table) -> list[str]:
    """The table as monospace text, a page each; every line fits a phone."""
    same, table = _told_once(table)
    table = turned(table) if _is_wide(table) else table
    groups = list(_groups(table))
    heads = sum(_head_lines(table, group) for group in groups)
    most = max(LEAST_ROWS, (LINES - heads) // len(groups))
    count = -(-len(table.rows) // most)
    rows = -(-len(table.rows) // count)  # no page of a single row at the end
    parts = [table.rows[start : start + rows] for start in range(0, len(table.rows), rows)]
    pages = (_packed(_block(table, group, part) for group in groups) for part in parts)
    return [same + body for page in pages for body in page]


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
    line = cut(neutralise(", ".join(same)), TEXT_MAX // 5)
    return f"{line}\n" if line else "", Table(columns=_at(table.columns, varied), rows=rows)


def _at(columns: Sequence[str], numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(columns[number] for number in numbers)


def _packed(parts: Iterable[str]) -> Iterator[str]:
    """As many blocks on a page as have room beside the text."""
    body = ""
    for part in parts:
        if body and len(body) + len(part) > BODY_MAX:
            yield body
            body = ""
        body = f"{body}\n{part}" if body else part
    yield body


def turned(table: Table) -> Table:
    """Rows and columns exchanged."""
    names = [column.replace("_", " ") for column in table.columns]
    columns = (names[0], *(_cell(row[0]) for row in table.rows))
    rows = tuple(
        (name, *(row[number] for row in table.rows)) for number, name in enumerate(names) if number
    )
    return Table(columns=columns, rows=rows)


def _embed(answer: Answer, body: str, *, first: bool) -> discord.Embed:
    text = cut(neutralise(answer.text or ""), TEXT_MAX) if first else ""
    made = discord.Embed(description="\n".join(filter(None, (text, body))), colour=COLOUR)
    made.title = cut(neutralise(answer.question), 200)
    return made.set_footer(text=_footer(answer))


def _refused(answer: Answer) -> discord.Embed:
    choices = [f"• {neutralise(choice)}" for choice in answer.choices]
    lines = [neutralise(answer.refused or ""), *choices]
    made = discord.Embed(description=cut("\n".join(lines), TEXT_MAX), colour=COLOUR)
    return made.set_footer(text=_footer(answer))


def _footer(answer: Answer) -> str:
    parts = [*answer.assumed, f"as of {answer.as_of}", answer.source]
    return cut("; ".join(clean(part) for part in parts if part), FOOTER_MAX)


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
    words = [_SHORT.get(word, word) for word in re.split(r"[_\s]+", _inert(head)) if word]
    return [cut(word, HEAD_MAX) for word in words][:HEAD_LINES] or [""]


def _head_lines(table: Table, group: Sequence[int]) -> int:
    return max(len(_words(table.columns[number])) for number in group) + 1


def _block(table: Table, group: Sequence[int], rows: Sequence[Sequence[Cell]]) -> str:
    widths = _widths(table, group)
    heads = [_words(table.columns[number]) for number in group]
    deep = max(map(len, heads))
    lines = [
        _line([([""] * (deep - len(words)) + words)[at] for words in heads], widths, rows, group)
        for at in range(deep)
    ]
    lines.append("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)))
    lines += [_line([_cell(row[number]) for number in group], widths, rows, group) for row in rows]
    return "```\n" + "\n".join(lines) + "\n```"


def _line(
    cells: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[Cell]],
    group: Sequence[int],
) -> str:
    """Numbers stand at the right of their column, with their head."""
    parts = [
        cut(cell, width).rjust(width)
        if _is_numeric(rows, number)
        else cut(cell, width).ljust(width)
        for cell, width, number in zip(cells, widths, group, strict=True)
    ]
    return _GAP.join(parts).rstrip()


def _is_numeric(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    return column > 0 and all(isinstance(row[column], int | float | None) for row in rows)


def _cell(value: Cell) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return cut(f"{value:.2f}".rstrip("0").rstrip("."), CELL_MAX)
    return cut(_inert(str(value)), CELL_MAX)


def _inert(text: str) -> str:
    """Inside a code block only its end needs to be kept away."""
    return clean(text).replace("`", "'")
