"""Answers of the statistics as pages for a phone."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord.commands import answers
from adapters.discord.text import units
from bot.chat.tables import WIDTH
from bot.model import Answer, Table
from tests.servers import discord_rules

DAY = date(2025, 10, 7)
CELLS = st.none() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=60)
ANSWER = Answer(question="who?", as_of=DAY, text="He did.", source="nflverse player stats")


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Of any size and content."""
    width = draw(st.integers(1, 12))
    columns = draw(st.lists(st.text(max_size=30), min_size=width, max_size=width))
    row = st.lists(CELLS, min_size=width, max_size=width).map(tuple)
    return Table(columns=tuple(columns), rows=tuple(draw(st.lists(row, max_size=60))))


@settings(deadline=None)  # other tests share the machine
@given(tables(), st.text(max_size=6000), st.lists(st.text(max_size=300), max_size=30))
def test_every_answer_keeps_discords_limits_and_a_phones(
    table: Table, text: str, choices: list[str]
) -> None:
    """Whatever is in it, and nothing in it ends a block."""
    for refused in (None, text):
        answer = replace(ANSWER, text=text, table=table, refused=refused, choices=tuple(choices))
        for page in answers.sheet(answer):
            shown = dict(page.embed.to_dict())
            assert discord_rules.limits({"embeds": [shown]}) == []
            blocks = (shown.get("description") or "").split("```")
            assert len(blocks) % 2 == 1
            for block in blocks[1::2]:
                widest = max(len(line) for line in block.splitlines())
                assert widest <= WIDTH


def test_a_table_is_shown_whole() -> None:
    """Forty rows on several pages, each once."""
    rows: Any = tuple((f"row{number:02}", number) for number in range(40))
    bodies = answers.blocks(Table(columns=("name", "yards"), rows=rows))
    text = "\n".join(bodies)
    assert len(bodies) > 1
    assert [text.count(f"row{number:02}") for number in range(40)] == [1] * 40


def test_a_wide_table_of_few_rows_is_turned() -> None:
    """One player's season: a statistic a line."""
    columns = ("season", "games", "carries", "rushing_yards", "rushing_tds")
    (body,) = answers.blocks(Table(columns=columns, rows=(("2023", 17, 280, 1167, 12.5),)))
    assert body.splitlines() == [
        "```",
        "season         2023",
        "───────────────────",
        "games            17",
        "carries         280",
        "rushing yards  1167",
        "rushing tds    12.5",
        "```",
    ]


def test_a_wide_table_of_many_rows_is_cut_into_columns() -> None:
    """A game log: the week leads every group, and heads are stacked."""
    columns = ("week", "opponent", "passing_yards", "passing_tds", "rushing_yards", "rushing_tds")
    rows: Any = tuple(
        (str(week), f"at B{week}", 300 + week, week, 40 + week, 7) for week in range(1, 6)
    )
    (body,) = answers.blocks(Table(columns=columns, rows=rows))
    assert body.splitlines()[:5] == [
        "rushing tds 7",
        "```",
        "                pass  pass  rush",
        "week  opponent   yds   tds   yds",
        "────────────────────────────────",
    ]
    wide = Table(columns=(*columns, "carries", "games"), rows=tuple((*r, r[3], r[3]) for r in rows))
    (body,) = answers.blocks(wide)
    assert body.count("week") == 2
    assert all(len(line) <= WIDTH for line in body.splitlines())


def test_a_long_name_gives_way_to_the_number_beside_it() -> None:
    """The number is what was asked for."""
    columns = ("rank", "player", "club", "receiving_first_downs", "games")
    rows: Any = tuple((n, "Maximilian Featherstonehaugh", f"C{n}", 100 + n, n) for n in range(9))
    (body,) = answers.blocks(Table(columns=columns, rows=rows))
    assert "108" in body.splitlines()[-2]
    assert body.count("```") == 2


def test_a_refusal_offers_what_to_ask_instead() -> None:
    """Each choice a button, to the one who asked alone."""
    refused = replace(ANSWER, text=None, refused="Several.", choices=("who is A?", "who is B?"))
    (page,) = answers.sheet(refused)
    assert page.private
    assert [label for label, _ in page.asks] == ["who is A?", "who is B?"]
    assert "• who is A?" in (page.embed.description or "")


def test_what_was_assumed_is_said_below() -> None:
    """With the day and the source."""
    (page,) = answers.sheet(replace(ANSWER, assumed=("regular season",)))
    assert page.embed.footer.text == ("regular season; as of 2025-10-07; nflverse player stats")
    assert units(page.embed.title or "") > 0
