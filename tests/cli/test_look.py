"""`gridwire trades`, `card` and `explain` on what a service has stored."""

import asyncio
import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.store.schema import migrations
from tests.builders import a_destination, a_report
from tests.cli.conftest import Cli, fill
from tests.servers import discord_rules, slack_rules

PRESTON, REYES, TILLIS = "2025-preston-gb-nyj", "2025-reyes-chi-det", "2025-tillis-nyj-hou"


def ids(lines: Iterable[str]) -> list[str]:
    """The trades of a table, without the end of their ids."""
    return [line.split()[-1].rpartition("-")[0] for line in lines]


# --- trades ---


def test_trades_are_listed_newest_first(cli: Cli, state: Path) -> None:
    """Day, status, headline and id; what may not be shown is not listed."""
    said = cli("trades", "--data-dir", state)
    assert (said.code, said.err) == (0, "")
    assert ids(said.out.splitlines()) == [REYES, PRESTON]
    assert said.out.startswith("2025-10-10  reported  Bears send LB Tom Reyes to the Lions  ")


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (["--club", "GB"], [PRESTON]),
        (["--club", "gnb"], [PRESTON]),
        (["--club", "Green Bay"], [PRESTON]),
        (["--club", "lions"], [REYES]),
        (["--club", "the Steelers"], None),
        (["--club", "Steelers"], []),
        (["--club", "new york"], None),
        (["--player", "preston"], [PRESTON]),
        (["--player", "Tom REYES"], [REYES]),
        (["--player", "Nobody"], []),
        (["--player", "\u5c71\u7530"], []),
        (["--since", "2025-10-08"], [REYES]),
        (["--since", "2025-10-07", "--club", "NYJ", "--player", "dale"], [PRESTON]),
        (["--since", "2026-01-01"], []),
    ],
)
def test_trades_by_club_player_and_day(
    cli: Cli, state: Path, wish: list[str], found: list[str] | None
) -> None:
    """Any way of naming a club; a wrong or ambiguous one is usage, nothing found is exit code 1."""
    said = cli("trades", "--data-dir", state, *wish)
    assert ids(said.out.splitlines()) == (found or [])
    assert said.code == (2 if found is None else 0 if found else 1)
    assert said.err.count("\n") == (0 if found else 1)


def test_a_club_that_is_two_says_which(cli: Cli, state: Path) -> None:
    """One sentence that leads on."""
    said = cli("trades", "--data-dir", state, "--club", "New York")
    assert said.err == "gridwire: 'New York' is more than one club: say NYG or NYJ.\n"


def test_trades_for_programs_are_json_lines(cli: Cli, state: Path) -> None:
    """One object a trade, with what each club gets."""
    said = cli("trades", "--data-dir", state, "--json", "--player", "preston")
    trade = json.loads(said.out)
    assert trade["id"].startswith(PRESTON)
    assert trade["receives"] == {"GB": ["2026 4th-round pick"], "NYJ": ["WR Dale Preston"]}
    assert [line["report"] for line in trade["timeline"]] == ["r1"]


@pytest.mark.parametrize(
    "argv", [["trades"], ["trades", "--json"], ["card", "x"], ["explain", "x"]]
)
def test_before_the_first_start_there_is_no_result(
    cli: Cli, tmp_path: Path, argv: list[str]
) -> None:
    """One sentence, exit code 1, and no file is made by looking."""
    said = cli(*argv, "--data-dir", tmp_path)
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert list(tmp_path.iterdir()) == []


def test_no_state_says_where_it_looked(cli: Cli, tmp_path: Path) -> None:
    """The service may have been started with another directory."""
    said = cli("trades", "--data-dir", tmp_path / "there")
    assert said.err.startswith(f"gridwire: no trade is known in {tmp_path / 'there'}: ")
    assert "--data-dir" in said.err


# --- what a feed wrote, in a terminal ---

STEERING = "\x1b]0;x\x07\x9b31m\u202e\u200b\u2066\x7f"


@pytest.mark.parametrize(
    "argv",
    [
        ["trades"],
        ["trades", "--json"],
        *(["card", PRESTON, "--format", form] for form in ("text", "json", "discord", "slack")),
        ["explain", PRESTON],
        ["explain", PRESTON, "--json"],
    ],
)
def test_no_text_of_a_feed_steers_the_terminal(cli: Cli, tmp_path: Path, argv: list[str]) -> None:
    """Control, C1, bidi and zero-width characters of a headline, a name and an address are gone or codes."""
    report = a_report(
        title=f"Packers trade WR Dale Preston to Jets {STEERING} for 2026 fourth-round pick",
        url=f"https://feeds.example/{STEERING}",
        feed=f"desk{STEERING}",
    )
    asyncio.run(fill(tmp_path / "state", [report]))
    said = cli(*argv, "--data-dir", tmp_path / "state")
    assert said.code == 0
    assert [c for c in said.out + said.err if not c.isprintable() and c != "\n"] == []


# --- card and explain ---


def test_a_card_by_its_whole_id_or_its_beginning(cli: Cli, state: Path) -> None:
    """The same card."""
    table = cli("trades", "--data-dir", state).out.splitlines()
    cards = [cli("card", "--data-dir", state, name) for name in (table[1].split()[-1], PRESTON)]
    assert cards[0] == cards[1]
    assert cards[0].code == 0
    assert "Packers send WR Dale Preston to the Jets" in cards[0].out


@pytest.mark.parametrize("command", ["card", "explain"])
def test_a_trade_that_nobody_knows_is_no_result(cli: Cli, state: Path, command: str) -> None:
    """Exit code 1, and where to look."""
    said = cli(command, "--data-dir", state, "1999-nobody")
    assert (said.code, said.out) == (1, "")
    assert said.err == "gridwire: no trade '1999-nobody' is known: gridwire trades lists them.\n"


@pytest.mark.parametrize("command", ["card", "explain"])
def test_a_beginning_of_several_ids_is_usage(cli: Cli, state: Path, command: str) -> None:
    """The sentence lists them."""
    said = cli(command, "--data-dir", state, "2025-")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert all(name in said.err for name in (PRESTON, REYES, TILLIS))


@pytest.mark.parametrize(
    ("command", "advice"),
    [("card", "run gridwire stats load"), ("explain", "gridwire card nflverse:1799 shows it")],
)
def test_an_id_of_nflverse_without_its_tables_is_usage(
    cli: Cli, state: Path, command: str, advice: str
) -> None:
    """The sentence says what to do, and does not say that the trade is unknown."""
    said = cli(command, "--data-dir", state, "nflverse:1799")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert advice in said.err


def payload(cli: Cli, state: Path, form: str) -> dict[str, Any]:
    """What `card --format` prints, read."""
    said = cli("card", "--data-dir", state, "--format", form, PRESTON)
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_the_discord_form_is_a_message_that_discord_takes(cli: Cli, state: Path) -> None:
    """By its published schema and limits, and by our own rules."""
    body = payload(cli, state, "discord")
    assert discord_rules.errors("POST", f"/channels/{a_destination().channel}/messages", body) == []
    assert "Packers send WR Dale Preston to the Jets" in str(body["embeds"])


def test_the_slack_form_is_a_message_that_slack_takes(cli: Cli, state: Path) -> None:
    """By its types, its library's validators, and our own rules."""
    body = payload(cli, state, "slack")
    assert slack_rules.problems("chat.postMessage", body) == []
    assert "Packers send WR Dale Preston to the Jets" in str(body["blocks"])


def test_the_json_form_has_the_trade(cli: Cli, state: Path) -> None:
    """With the keys that programs rely on."""
    body = payload(cli, state, "json")
    assert list(body) == ["trade", "insights"]
    assert body["trade"]["id"].startswith(PRESTON)


def test_explain_tells_what_was_heard_checked_and_wanted(cli: Cli, state: Path) -> None:
    """In words, with the checks of the gate."""
    said = cli("explain", "--data-dir", state, PRESTON)
    assert said.code == 0
    headings = ("Heard", "Reports", "Checks", "Terms", "Versions", "Deliveries")
    assert [line for line in said.out.splitlines() if line in headings] == list(headings)
    assert "  passed  source: trusted feed, on the word of Adam Schefter" in said.out
    assert f"  {a_destination().id}  card  waiting" in said.out


def test_explain_shows_each_report_with_every_field_and_what_was_decided(
    cli: Cli, state: Path
) -> None:
    """Feed, time and title; the words behind each field; the checks passed, the decision and why."""
    lines = cli("explain", "--data-dir", state, PRESTON).out.splitlines()
    reports = lines[lines.index("Reports") + 1 : lines.index("Checks")]
    assert reports[0].endswith(f"UTC  desk r1  {a_report().title}")
    assert "      WR Dale Preston: GB to NYJ" in reports
    [player] = [line for line in reports if line.startswith("      player Dale Preston: ")]
    assert "Dale Preston" in player.split(": ", 1)[1]
    [decided] = [line for line in reports if " UTC: " in line]
    assert decided.endswith("UTC: post as reported, first report of this trade")
    assert "      passed  source: trusted feed, on the word of Adam Schefter" in reports
    assert "      passed  flood: no flood" in reports
    terms = lines[lines.index("Terms") + 1 :]
    assert terms[0] == "  WR Dale Preston: GB to NYJ  stated by desk r1"


def test_explain_for_programs_has_each_report_with_its_deals_and_decisions(
    cli: Cli, state: Path
) -> None:
    """The spans count in the stored words."""
    facts = json.loads(cli("explain", "--data-dir", state, "--json", PRESTON).out)
    [report] = facts["reports"]
    assert (report["feed"], report["report"], report["title"]) == ("desk", "r1", a_report().title)
    words = f"{a_report().title}\n{a_report().text}"
    fields = [field for deal in report["deals"] for field in deal["fields"]]
    assert {"kind", "status", "club GB", "club NYJ", "player Dale Preston"} <= {
        field["field"] for field in fields
    }
    assert [words[slice(*field["span"])] for field in fields] == [f["text"] for f in fields]
    [decision] = report["decisions"]
    assert (decision["deal"], decision["action"], decision["card"]) == (0, "post", "reported")
    assert decision["trade"] == facts["trade"]["id"]
    assert all(check["passed"] for check in decision["checks"])
    assert facts["terms"][0]["stated_by"] == [{"feed": "desk", "report": "r1"}]


def test_explain_says_why_a_trade_is_held(cli: Cli, state: Path) -> None:
    """The check that failed, and that nobody is waiting for it."""
    said = cli("explain", "--data-dir", state, TILLIS)
    assert "  FAILED  source: no known primary source is named" in said.out
    assert said.out.endswith("Deliveries\n  none wanted\n")


def test_explain_for_programs(cli: Cli, state: Path) -> None:
    """The same facts as JSON."""
    facts = json.loads(cli("explain", "--data-dir", state, "--json", PRESTON).out)
    assert list(facts) == [
        *("trade", "card", "quiet", "reports", "checks", "terms", "versions", "deliveries"),
    ]
    assert (facts["card"], facts["quiet"]) == ("reported", False)
    assert [version["version"] for version in facts["versions"]] == [1]
    assert [row["state"] for row in facts["deliveries"]] == ["waiting"]


# --- a database that needs a person ---


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    database.close()


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE theirs (x)")
    database.close()


def _damaged(path: Path) -> None:
    path.write_bytes(b"not a database, but long enough to be one. " * 200)


@pytest.mark.parametrize("spoil", [_newer, _foreign, _damaged])
@pytest.mark.parametrize("argv", [["trades"], ["card", "x"], ["explain", "x"], ["run"]])
def test_a_database_that_is_not_ours_to_read_needs_a_person(
    cli: Cli, state: Path, spoil: Any, argv: list[str]
) -> None:
    """Exit code 78, one sentence with the path, and the file is left as it was."""
    path = state / "gridwire.db"
    spoil(path)
    before = path.read_bytes()
    said = cli(*argv, "--data-dir", state)
    assert (said.code, said.out) == (78, "")
    assert said.err.startswith(f"gridwire: {path} ")
    assert said.err.count("\n") == 1
    assert path.read_bytes() == before
