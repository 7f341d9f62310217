"""`gridwire replay`: any saved body through the whole pipeline, into a store that is thrown away."""

import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli, Said, process
from tests.feeds import samples

KEYS = ["report", "deals", "decision", "card", "trade", "why"]
COUNTS = ["reports", "trades", "posts", "edits", "held", "errors"]
NEWS = {
    "id": "news-1",
    "title": "Packers trade WR Dale Preston to Jets for 2026 draft pick",
    "text": "New York gets the receiver, Adam Schefter of ESPN reports.",
    "published_at": "2025-10-07T15:30:00Z",
    "feed": {"name": "desk", "trust": "trusted"},
}
IDLE = {**NEWS, "id": "idle", "title": "Browns sign kicker", "text": "They needed one."}


def saved(folder: Path, name: str, content: bytes) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content)
    return path


def told(said: Said) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The lines of `--json`, and the summary that ends them."""
    assert said.code == 0
    *lines, last = [json.loads(line) for line in said.out.splitlines()]
    assert all(list(line) == KEYS for line in lines)
    assert list(last) == ["summary"]
    assert list(last["summary"]) == COUNTS
    return lines, last["summary"]


def decisions(lines: Iterable[dict[str, Any]]) -> list[str]:
    """What each report came to."""
    return [line["decision"] for line in lines]


def test_each_report_has_its_line_and_the_summary_ends_them(cli: Cli, tmp_path: Path) -> None:
    """Ignored, posted, edited; the card's status, the trade, and why."""
    wire = {**NEWS, "id": "w", "kind": "wire", "filer": "GB", "title": "", "feed": {"name": "wire", "trust": "official"}, "published_at": "2025-10-08",
            "text": "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."}  # fmt: skip
    path = saved(tmp_path, "r.jsonl", samples.lines(IDLE, NEWS, wire))
    lines, summary = told(cli("replay", "--json", path))
    assert [line["report"] for line in lines] == ["idle", "news-1", "w"]
    assert decisions(lines) == ["ignore", "post", "edit"]
    assert [line["card"] for line in lines] == [None, "reported", "official"]
    assert lines[0]["trade"] is None
    assert lines[1]["trade"] == lines[2]["trade"]
    assert list(summary.values()) == [3, 1, 1, 1, 0, 0]
    [nothing] = lines[0]["why"]
    assert nothing == {"check": "deal", "passed": False, "text": "tells of no trade"}
    assert {tuple(check) for line in lines for check in line["why"]} == {
        ("check", "passed", "text")
    }
    [deal] = lines[2]["deals"]
    assert list(deal) == ["kind", "status", "teams", "attribution", "fields"]
    assert {tuple(field) for field in deal["fields"]} == {("field", "rule", "span", "text")}
    text = f"\n{wire['text']}"
    assert [text[slice(*field["span"])] for field in deal["fields"]] == [
        field["text"] for field in deal["fields"]
    ]
    [player] = [f for f in deal["fields"] if f["field"] == "player Dale Preston"]
    assert "Dale Preston" in player["text"]


def test_a_held_report_says_which_check_failed(cli: Cli, tmp_path: Path) -> None:
    """A page that quotes nobody is no source, and no destination asks for talk by default."""
    gossip = {**NEWS, "text": "Somebody heard it.", "feed": {"name": "blog", "trust": "aggregator"}}
    talk = {**NEWS, "id": "t", "title": "Bears looking to trade LB Tom Reyes"}
    path = saved(tmp_path, "r.jsonl", samples.lines(gossip, talk))
    lines, summary = told(cli("replay", "--json", path))
    failed = [[c["check"] for c in line["why"] if not c["passed"]] for line in lines]
    assert (decisions(lines), failed) == (["hold", "hold"], [["source"], ["destination"]])
    assert (summary["held"], [line["card"] for line in lines]) == (2, [None, None])


def test_isolated_reports_know_nothing_of_each_other(cli: Cli, tmp_path: Path) -> None:
    """The same news twice is one post and a repeat, or two posts."""
    path = saved(tmp_path, "r.jsonl", samples.lines(NEWS, {**NEWS, "id": "news-2"}))
    together, _ = told(cli("replay", "--json", path))
    apart, summary = told(cli("replay", "--json", "--isolated", path))
    assert (decisions(together), decisions(apart)) == (["post", "ignore"], ["post", "post"])
    assert (summary["reports"], summary["trades"]) == (2, 1)


def test_several_files_are_told_in_the_order_of_their_times(cli: Cli, tmp_path: Path) -> None:
    """The wire of the next day, named first, does not make yesterday's news old."""
    later = [{**row, "date": "2025-10-12T07:00Z"} for row in (samples.ROW,)]
    wire = saved(tmp_path, "wire.json", samples.wire(*later))
    news = saved(tmp_path, "news.jsonl", samples.lines(NEWS))
    lines, summary = told(cli("replay", "--json", wire, news))
    assert lines[0]["report"] == "news-1"
    assert decisions(lines) == ["post", "edit"]
    assert (summary["trades"], lines[1]["card"]) == (1, "official")


def test_without_json_it_is_for_people(cli: Cli, tmp_path: Path) -> None:
    """A line a report with its reason, and the counts."""
    said = cli("replay", saved(tmp_path, "r.jsonl", samples.lines(IDLE, NEWS)))
    first, why, *_, counts = said.out.splitlines()
    assert first == "ignore Browns sign kicker"
    assert why.strip() == "tells of no trade"
    assert counts == "2 reports, 1 trades, 1 posts, 0 edits, 0 held, 0 errors"


def test_lines_that_are_no_reports_are_counted_and_told(cli: Cli, tmp_path: Path) -> None:
    """The others go on; the exit code is that of a replay that ran."""
    content = b"garbage\n" + samples.lines(NEWS) + b'{"id":"x"}\n'
    said = cli("replay", "--json", saved(tmp_path, "r.jsonl", content))
    lines, summary = told(said)
    assert (decisions(lines), summary["errors"]) == (["post"], 2)
    assert [line.split(": ", 2)[2] for line in said.err.splitlines()] == [
        "line 1: it is not JSON",
        "line 3: it has no published_at",
    ]


@pytest.mark.parametrize(
    "content", [b"\x00\xff" * 5000, b"<html><body>Log in</body></html>", b"[1]"]
)
def test_a_file_that_is_no_feed_is_one_sentence(cli: Cli, tmp_path: Path, content: bytes) -> None:
    """Exit code 2, and nothing on stdout."""
    said = cli("replay", "--json", saved(tmp_path, "garbage", content))
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("gridwire: feed replay: ")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_is_not_there_stops_all_of_them(cli: Cli, tmp_path: Path, name: str) -> None:
    """Before anything is replayed."""
    good = saved(tmp_path, "r.jsonl", samples.lines(NEWS))
    said = cli("replay", "--json", good, tmp_path / name)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"gridwire: {tmp_path / name} is not a file")
    assert said.err.count("\n") == 1


def test_lines_of_which_none_can_be_read_say_why(cli: Cli, tmp_path: Path) -> None:
    """The first one's reason stands for all."""
    undated = {key: value for key, value in NEWS.items() if key != "published_at"}
    said = cli("replay", saved(tmp_path, "r.jsonl", b"\n" + samples.lines(undated, {})))
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "(line 2: it has no published_at)" in said.err


def test_a_page_in_place_of_a_feed_is_called_a_page(cli: Cli, tmp_path: Path) -> None:
    """Not by what its first line declares."""
    page = b"<!DOCTYPE html><html><body>Are you a robot?</body></html>"
    assert "an HTML page" in cli("replay", saved(tmp_path, "r.xml", page)).err


def test_a_pipe_is_as_good_as_a_file(cli: Cli, tmp_path: Path) -> None:
    """By its own name, and as a shell's <(...) hands it over."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as writer:
        written = writer.submit(pipe.write_bytes, samples.lines(NEWS))
        named, _ = told(cli("replay", "--json", pipe))
        written.result()
    reading, writing = os.pipe()
    os.write(writing, samples.lines(NEWS))
    os.close(writing)
    handed, _ = told(cli("replay", "--json", f"/dev/fd/{reading}"))
    os.close(reading)
    assert decisions(named) == decisions(handed) == ["post"]


def test_the_text_of_a_feed_does_not_steer_the_terminal(cli: Cli, tmp_path: Path) -> None:
    """No control, C1, bidi or zero-width characters; the words stay."""
    title = "Packers \x1b[31mtrade\x9b2J \u202eWR\u200b Dale\u2066 Preston\x7f to Jets\r\b"
    said = cli("replay", saved(tmp_path, "r.jsonl", samples.lines({**NEWS, "title": title})))
    assert [c for c in said.out + said.err if not c.isprintable() and c != "\n"] == []
    assert "Dale Preston to Jets" in said.out


def test_an_empty_file_holds_no_report(cli: Cli, tmp_path: Path) -> None:
    """Nothing to replay is no error."""
    _, summary = told(cli("replay", "--json", saved(tmp_path, "r.jsonl", b"")))
    assert set(summary.values()) == {0}


def test_the_data_directory_is_left_alone(cli: Cli, tmp_path: Path) -> None:
    """The store is thrown away."""
    path, state = saved(tmp_path, "r.jsonl", samples.lines(NEWS)), tmp_path / "state"
    cli("replay", "--data-dir", state, path)
    assert not state.exists()


def test_standard_input_can_be_replayed() -> None:
    """In a pipe, as a process."""
    done = process("replay", "--json", "-", input=samples.lines(NEWS).decode())
    lines, _ = told(Said(code=done.returncode, out=done.stdout, err=done.stderr))
    assert decisions(lines) == ["post"]


# --- real bodies ---


def test_a_captured_page_of_the_wire_holds_no_trade(cli: Cli, shared: Path) -> None:
    """A hundred rows of a summer week, all read, nothing claimed."""
    body = shared / "data" / "feeds" / "espn_transactions_capture_2026-09-12.json"
    lines, summary = told(cli("replay", "--json", body))
    assert summary == {"reports": 100, "trades": 0, "posts": 0, "edits": 0, "held": 0, "errors": 0}
    assert set(decisions(lines)) == {"ignore"}


def test_each_mirrored_pair_of_the_wire_is_one_trade(cli: Cli, shared: Path) -> None:
    """Eight rows, three of them the other club's words for the same: five trades, five posts."""
    body = shared / "data" / "feeds" / "transactions_page_reconstructed.json"
    lines, summary = told(cli("replay", "--json", body))
    assert summary == {"reports": 8, "trades": 5, "posts": 5, "edits": 0, "held": 0, "errors": 0}
    by_player: dict[str, set[str]] = {}
    for line in lines:
        [deal] = line["deals"]
        moved = [
            x["player"] for t in deal["teams"].values() for x in t["receives"] if "player" in x
        ]
        for player in moved:
            by_player.setdefault(player, set()).add(line["trade"])
    assert {len(trades) for trades in by_player.values()} == {1}
    assert len(by_player) == 5


@pytest.mark.parametrize(
    "name",
    [
        "espn_top_rss_2019-08-14.xml",
        "espn_nfl_news_2026-09-18.json",
        "espn_player_overview_news_2021-07-28.json",
        "core_api_items_sample.json",
        "nflcom_style_transactions_sample.json",
    ],
)
def test_every_kind_of_real_body_is_read_without_an_error(
    cli: Cli, shared: Path, name: str
) -> None:
    """News, RSS, the other wire, the league's table."""
    said = cli("replay", "--json", shared / "data" / "feeds" / name)
    lines, summary = told(said)
    assert (summary["errors"], said.err) == (0, "")
    assert len(lines) == summary["reports"] > 0
