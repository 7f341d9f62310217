"""The commands and their options."""

import argparse
from importlib.metadata import version

from bot.cli import ask, brakes, commands, doctor, keeping, slack, stats
from bot.cli import run as service
from bot.cli.options import Group, day, new_command, with_config, with_json

_LINE_FORMAT = """\
JSON lines hold one report a line, each an object with
  id            text, stable
  title, text   text; at least one of them
  published_at  a time (2023-09-20T14:05:00Z) or a day (2023-09-20)
and, where they are known,
  author, url   text
  kind          "wire" or "news" (default: news)
  filer         the club whose row of the wire it is, as a code
  feed          {"name": ..., "trust": "official", "trusted" or "aggregator"}
                (default trust: aggregator)"""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="gridwire", description="NFL trade alerts for Discord and Slack."
    )
    top.add_argument("--version", action="version", version=f"gridwire {version('gridwire')}")
    group = top.add_subparsers(metavar="COMMAND", required=True)
    _demo(group)
    _run(group)
    _check_config(group)
    _doctor(group)
    _slack_manifest(group)
    _extract(group)
    _replay(group)
    _trades(group)
    _card(group)
    _explain(group)
    _pause(group)
    _resume(group)
    keeping.add(group)
    _stats(group)
    _ask(group)
    return top


def _demo(group: Group) -> None:
    says = "play a real trade from rumour to official, without token or network"
    command = new_command(group, "demo", commands.demo, says, "gridwire demo --format text")
    forms = ("rich", "text", "json")
    command.add_argument("--format", choices=forms, default="rich", help="(default: rich)")


def _run(group: Group) -> None:
    says = "watch the feeds and keep the cards true, until stopped"
    command = new_command(group, "run", service.run, says, "gridwire run -c gridwire.toml")
    with_config(command)
    command.add_argument("-v", "--verbose", action="store_true", help="log every detail")


def _check_config(group: Group) -> None:
    says = "check a configuration completely, and say every problem at once"
    example = "gridwire check-config -c gridwire.toml"
    command = new_command(group, "check-config", commands.check_config, says, example)
    with_config(command)


def _doctor(group: Group) -> None:
    says = "check everything that alerts need: settings, token, channels, permissions, files"
    example = "gridwire doctor -c gridwire.toml"
    command = new_command(group, "doctor", doctor.doctor, says, example)
    with_config(command)
    with_json(command)


def _slack_manifest(group: Group) -> None:
    says = "print the manifest that makes Gridwire's app at Slack"
    example = "gridwire slack-manifest --http https://alerts.example.org"
    command = new_command(group, "slack-manifest", slack.manifest, says, example)
    says = "for an app that Slack reaches here by HTTP (default: Socket Mode, without an address)"
    command.add_argument("--http", type=_public, metavar="URL", help=says)


def _extract(group: Group) -> None:
    says = "show the trades that a text tells of"
    example = "gridwire extract --published 2023-09-20 story.txt"
    command = new_command(group, "extract", commands.extract, says, example)
    command.add_argument("file", metavar="FILE", help="a text, or - for standard input")
    command.add_argument("--published", type=day, metavar="DATE", help="its day (default: today)")
    command.add_argument(
        "--jsonl", action="store_true", help='lines {"id","text","date"} in, lines of deals out'
    )


def _replay(group: Group) -> None:
    says = "send saved feeds or reports through the whole pipeline, into a throwaway store"
    command = new_command(
        group, "replay", commands.replay, says, "gridwire replay --json page.json"
    )
    command.epilog = f"{_LINE_FORMAT}\n\n{command.epilog}"
    command.add_argument("files", nargs="+", metavar="FILE", help="a feed's body, or JSON lines")
    command.add_argument("--isolated", action="store_true", help="an empty store for each report")
    with_config(command)
    with_json(command)


def _trades(group: Group) -> None:
    says = "list the trades known so far"
    command = new_command(group, "trades", commands.trades, says, "gridwire trades --club vikings")
    command.add_argument("--club", metavar="CLUB", help="a code or a name")
    command.add_argument("--player", metavar="NAME", help="a name or a part of it")
    command.add_argument("--since", type=day, metavar="DATE", help="not older than this day")
    with_config(command)
    with_json(command)


def _card(group: Group) -> None:
    says = "show a trade's card, also exactly as a platform is sent it"
    command = new_command(
        group, "card", commands.card, says, "gridwire card 2023-akers --format discord"
    )
    says = "its id, or the beginning of it; or nflverse:ID, a trade of nflverse's table"
    command.add_argument("trade", metavar="TRADE", help=says)
    says = "reasons as they were known on this day (default: the day of the trade)"
    command.add_argument("--as-of", type=day, metavar="DATE", help=says)
    forms = ("text", "json", "discord", "slack")
    command.add_argument("--format", choices=forms, default="text", help="(default: text)")
    with_config(command)


def _explain(group: Group) -> None:
    says = "say why a trade was posted, edited or held, and where"
    example = "gridwire explain 2023-akers"
    command = new_command(group, "explain", commands.explain, says, example)
    command.add_argument("trade", metavar="TRADE", help="its id, or the beginning of it")
    with_config(command)
    with_json(command)


def _pause(group: Group) -> None:
    says = "start no new card until resumed, also in a service that runs; cards that stand are kept true"
    example = 'gridwire pause "a feed reports nonsense"'
    command = new_command(group, "pause", brakes.pause, says, example)
    says = "why, for the log and the page (default: by hand)"
    command.add_argument("reason", nargs="*", metavar="REASON", help=says)
    with_config(command)


def _resume(group: Group) -> None:
    says = (
        "start new cards again after a pause or a flood, and post what was held and is still fresh"
    )
    command = new_command(group, "resume", brakes.resume, says, "gridwire resume --drop")
    says = "never post what was held; only what comes from now on"
    command.add_argument("--drop", action="store_true", help=says)
    with_config(command)


def _stats(group: Group) -> None:
    says = "load nflverse's statistics, or say what is loaded"
    both = new_command(
        group, "stats", stats.status, says, "gridwire stats load --seasons 2020-2024"
    )
    under = both.add_subparsers(metavar="load|status", required=True)
    says = "load nflverse's statistics; what is up to date is left alone"
    command = new_command(
        under, "load", stats.load, says, "gridwire stats load --seasons 2023", inner=True
    )
    says = (
        "2023, 2020-2024 or 2020,2022 (default: from_season of the configuration,"
        f" else {stats.FIRST}, to the current league year)"
    )
    command.add_argument("--seasons", metavar="YEARS", help=says)
    says = (
        "where a copy of nflverse's files is served, for example http://127.0.0.1:8080"
        " (default: that of the configuration, else GitHub)"
    )
    command.add_argument("--mirror", metavar="URL", help=says)
    with_config(command)
    says = "say which statistics are loaded, how far, how old, and from where"
    command = new_command(under, "status", stats.status, says, "gridwire stats status", inner=True)
    with_config(command)
    with_json(command)


def _ask(group: Group) -> None:
    says = "answer questions about players, clubs, games and trades"
    example = 'gridwire ask "Cam Akers rushing yards 2022" "and in 2021?"'
    command = new_command(group, "ask", ask.ask, says, example)
    says = "in plain words; a later one may go on from the one before"
    command.add_argument("questions", nargs="+", metavar="QUESTION", help=says)
    says = "answer with what was known on the morning of this day (default: today)"
    command.add_argument("--as-of", type=day, metavar="DATE", help=says)
    with_config(command)
    with_json(command)


def _public(text: str) -> str:
    if not text.startswith("https://") or not text.isprintable() or " " in text:
        raise argparse.ArgumentTypeError(f"{text!r} is no address of https:// for Slack to reach")
    return text.rstrip("/")
