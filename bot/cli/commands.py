"""What each command does: read its input, call the application, print the answer.

The application is imported when a command runs, so that `--help` is quick and `extract` loads no database.
"""

# ruff: noqa: PLC0415 - see above

import asyncio
import json
import logging
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import aclosing
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from bot import config as settings
from bot import log as logs
from bot.cards import printable
from bot.cli.place import HERE, config_of, data_dir_of
from bot.config import Config
from bot.errors import StatsError, UsageError
from bot.model import Insight, Page, Report, ReportKind, Trade, Trust

OK, NO_RESULT = 0, 1
Explained = tuple[Trade, tuple[Insight, ...]] | None  # a trade with its reasons
NO_TRADES = "gridwire: no trade is known in {}: start the service with gridwire run, or name another with --data-dir."
NONE_FITS = "gridwire: no known trade fits: ask for less, or gridwire trades for all of them."


def demo(arguments: Namespace) -> int:
    """Play the founding trade."""
    from rich.console import Console

    from bot.app.demo import demo as play

    _log_to_stderr(settings.default(), logging.ERROR)
    console = Console(highlight=False, no_color=arguments.format == "text")
    return asyncio.run(play(settings.default(), arguments.format, console))


def check_config(arguments: Namespace) -> int:
    """Check the configuration; ConfigError tells what is wrong."""
    arguments.config = arguments.config or HERE
    config = config_of(arguments)
    feeds, places = len(config.feeds), len(config.destinations)
    counts = f"{_counted(feeds, 'feed')}, {_counted(places, 'destination')}"
    print(f"{arguments.config}: good. {counts}, state in {data_dir_of(arguments, config)}.")
    if not places:
        print(
            "nothing is posted anywhere: add a [[destinations]], or say /alerts subscribe in a channel"
        )
    return OK


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def extract(arguments: Namespace) -> int:
    """Print the deals of a text, or of each line."""
    published = arguments.published or datetime.now(UTC).date()
    if arguments.jsonl:
        for line in _lines(arguments.file):
            print(json.dumps(_extract_line(line, published)))
        return OK
    text = _read(arguments.file).decode("utf-8", "replace")
    found = _deals(arguments.file, text, published)
    print(_escaped(json.dumps(found, ensure_ascii=False, indent=2)))
    return OK if found["deals"] else NO_RESULT


def _extract_line(line: bytes, published: date) -> dict[str, Any]:
    """One line's deals; a line that cannot be read says so and has none."""
    try:
        item = json.loads(line)
        day = date.fromisoformat(str(item.get("date") or published)[:10])
        return _deals(str(item["id"]), str(item["text"]), day)
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        return {"id": None, "deals": [], "error": f"not a line of id, text and date: {error}"}


def _deals(name: str, text: str, published: date) -> dict[str, Any]:
    from bot import extract as grammar
    from bot.extract.export import as_json

    moment = datetime.combine(published, time(12), UTC)
    report = Report(
        id=name,
        feed="extract",
        trust=Trust.TRUSTED,
        kind=ReportKind.NEWS,
        title="",
        text=text,
        published_at=moment,
        seen_at=moment,
    )
    return {"id": name, "deals": [as_json(deal) for deal in grammar.deals(report)]}


def replay(arguments: Namespace) -> int:
    """Send files through the pipeline and print what each report came to."""
    config = config_of(arguments)
    _log_to_stderr(config, logging.ERROR)
    pages = [_page(name) for name in arguments.files]
    return asyncio.run(_replay(arguments, config, pages))


async def _replay(arguments: Namespace, config: Config, pages: list[Page]) -> int:
    from bot.app import look, rehearse

    summary = rehearse.Summary([item for page in pages for item in page.rejected])
    # Of several files too the story is told in its order: the time of a report is the run's clock.
    reports = sorted((r for page in pages for r in page.reports), key=lambda r: r.seen_at)
    async with look.rosters(data_dir_of(arguments, config)) as register:
        played = rehearse.replay(reports, config, register, isolated=arguments.isolated)
        async with aclosing(played) as results:
            async for one in results:
                summary.add(one)
                line = rehearse.line(one)
                print(json.dumps(line) if arguments.json else _told(one.report, line))
    counts = summary.as_json()
    if arguments.json:
        print(json.dumps({"summary": counts}))
    else:
        print(", ".join(f"{number} {name}" for name, number in counts.items()))
    return OK


def _told(report: Report, line: dict[str, Any]) -> str:
    said = (report.title or report.text).replace("\n", " ")
    why = "; ".join(check["text"] for check in line["why"])
    return printable(f"{line['decision']:<7}{said[:90]}\n       {why}")


def _page(name: str) -> Page:
    from bot.feeds.replay import read_reports

    page = read_reports(name, _read(name), now=datetime.now(UTC))
    for item in page.rejected:
        print(printable(f"gridwire: {name}: {item.problem}"), file=sys.stderr)
    return page


def trades(arguments: Namespace) -> int:
    """List trades."""
    from bot.app import look

    club = look.club_named(arguments.club) if arguments.club else None
    wish = look.Wish(club=club, player=arguments.player, since=arguments.since)
    config = config_of(arguments)

    async def answer() -> int:
        async with look.reading(data_dir_of(arguments, config)) as store:
            found = await look.latest(store, wish) if store is not None else []
        if arguments.json:
            for trade in found:
                print(json.dumps(look.trade_json(trade), default=str))
        for row in [] if arguments.json else look.table(found, config):
            print(printable("  ".join(row)))
        if not found:
            nothing = NO_TRADES.format(data_dir_of(arguments, config))
            print(nothing if store is None else NONE_FITS, file=sys.stderr)
        return OK if found else NO_RESULT

    return asyncio.run(answer())


def card(arguments: Namespace) -> int:
    """Show a card."""
    from bot.app import look

    config = config_of(arguments)

    data_dir = data_dir_of(arguments, config)
    found = _recorded if arguments.trade.startswith("nflverse:") else _own
    known = found(data_dir, arguments.trade, arguments.as_of)
    if known is None:
        return _unknown(arguments.trade, arguments.as_of)
    trade, insights = known
    shown = look.rendered(trade, config, arguments.format, insights)
    print(shown if arguments.format == "text" else _escaped(shown))
    return OK


def _recorded(data_dir: Path, asked: str, as_of: date | None) -> Explained:
    from bot.app import recorded
    from bot.stats.db import Stats
    from bot.stats.supervise import FILE

    with Stats(data_dir / FILE) as stats:
        return recorded.explained(stats, asked, as_of)


def _own(data_dir: Path, asked: str, as_of: date | None) -> Explained:
    from bot.app import look

    async def answer() -> Explained:
        async with look.reading(data_dir) as store:
            trade = await look.one(store, asked)
        return None if trade is None else (trade, _reasons(data_dir, trade, as_of))

    return asyncio.run(answer())


def _reasons(data_dir: Path, trade: Trade, as_of: date | None) -> tuple[Insight, ...]:
    """Why, if that can be told: a card without reasons is better than none."""
    from bot.app import look

    try:
        return look.explaining(data_dir, trade, as_of)
    except StatsError as error:
        print(f"gridwire: no reasons: {printable(str(error))}", file=sys.stderr)
        return ()


def explain(arguments: Namespace) -> int:
    """Explain a trade."""
    from bot.app import explain as app
    from bot.app import look

    config = config_of(arguments)
    folder = data_dir_of(arguments, config)

    async def answer() -> int:
        async with look.reading(folder) as store, look.rosters(folder) as register:
            trade = await look.one(store, arguments.trade)
            if trade is None or store is None:
                return _unknown(arguments.trade)
            facts = await app.explained(store, trade, register)
        if arguments.json:
            print(json.dumps(facts, default=str))
        else:
            print(printable(app.explanation(facts, look.card_of(trade, config))))
        return OK

    return asyncio.run(answer())


def _unknown(trade: str, as_of: date | None = None) -> int:
    when = f" on {as_of}" if as_of else ""
    is_record = trade.startswith("nflverse:")
    where = "gridwire ask finds records" if is_record else "gridwire trades lists them"
    print(f"gridwire: no trade {trade!r} is known{when}: {where}.", file=sys.stderr)
    return NO_RESULT


# --- input and settings ---


def _log_to_stderr(config: Config, level: int) -> None:
    logs.setup(level, sys.stderr, [secret.reveal() for secret in config.secrets])


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir() or not path.exists():  # a pipe is as good as a file: <(curl ...)
        raise UsageError(f"{name} is not a file: give a file's path, or - for standard input.")
    return path.read_bytes()


def _escaped(text: str) -> str:
    """The same JSON with what could steer a terminal as its code."""
    return "".join(c if c.isprintable() or c == "\n" else _code(c) for c in text)


def _code(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(
        f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2], strict=True)
    )


def _lines(name: str) -> Iterator[bytes]:
    for line in _read(name).splitlines():
        if line.strip():
            yield line
