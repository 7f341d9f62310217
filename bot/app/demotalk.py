"""The demo's second half: what the command line answers about what it has just seen."""

from datetime import date
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from bot.app import explain, look
from bot.app.answers import as_json, as_text
from bot.app.statsdesk import StatsDesk
from bot.config import Config
from bot.model import Trade
from bot.store import SqliteStore

_SHOWN = 30  # lines: what was heard, and all of the first report
DAY = date(2023, 9, 20)  # the story's, and that of the sample tables
QUESTIONS = (
    "How many rushing yards did Kyren Williams have in week 2?",
    "and Cam Akers in week 1?",
    "Compare Cam Akers and Alexander Mattison in 2022",
    "What did Cam Akers cost?",
    "Who will win the Super Bowl?",
)


async def talk(
    store: SqliteStore, stats: StatsDesk, config: Config, form: str, console: Console
) -> None:
    """Print the trades, one conversation, and why the card stands as it does."""
    trades = await look.latest(store, look.Wish())
    answers = await stats.ask(QUESTIONS, DAY)
    if form == "json":
        for answer in answers:
            print_json({"event": "answer", **as_json(answer)})
        print_json({"event": "trades", "trades": [look.trade_json(t) for t in trades]})
        return
    for question, answer in zip(QUESTIONS, answers, strict=True):
        console.print(Text(f'\n$ gridwire ask "{question}" --as-of {DAY}', "bold"), soft_wrap=True)
        console.print(Text(as_text(answer)), soft_wrap=True)
    console.print(Text("\n$ gridwire trades --club Vikings", "bold"))
    vikings = await look.latest(store, look.Wish(club=look.club_named("Vikings")))
    for row in look.table(vikings, config):
        console.print(Text("  ".join(row)), soft_wrap=True)
    for trade in trades:
        await _explain(store, trade, config, console)


async def _explain(store: SqliteStore, trade: Trade, config: Config, console: Console) -> None:
    console.print(Text(f"\n$ gridwire explain {trade.id} | head -{_SHOWN}", "bold"))
    facts = await explain.explained(store, trade)
    lines = explain.explanation(facts, look.card_of(trade, config)).splitlines()
    console.print(Text("\n".join(lines[:_SHOWN])), soft_wrap=True)


def print_json(value: dict[str, Any]) -> None:
    """One line of the JSON form."""
    print(msgspec.json.encode(value).decode(), flush=True)  # noqa: T201 - what the format is for
