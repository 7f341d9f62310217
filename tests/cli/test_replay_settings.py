"""`gridwire replay` with a configuration and with the statistics of a data directory."""

from pathlib import Path

import pytest

from bot.app import samplestats
from tests.cli.conftest import Cli
from tests.cli.test_replay import NEWS, decisions, saved, told
from tests.feeds import samples


def test_it_asks_the_destinations_of_a_configuration(cli: Cli, tmp_path: Path) -> None:
    """A channel of another club's fans holds it."""
    config = """
[[feeds]]
name = "wire"
kind = "rss"
url = "https://feeds.example/"
trust = "trusted"
[[destinations]]
platform = "console"
clubs = ["CHI"]
"""
    path = saved(tmp_path, "c.toml", config.encode())
    reports = saved(tmp_path, "r.jsonl", samples.lines(NEWS))
    [line], _ = told(cli("replay", "--json", "-c", path, reports))
    assert line["decision"] == "hold"
    assert line["why"][-1]["text"] == "no destination asked for reported cards of these clubs"


@pytest.mark.parametrize("options", [[], ["--isolated"]])
def test_the_rosters_of_the_data_directory_count(
    cli: Cli, tmp_path: Path, options: list[str]
) -> None:
    """A player who is sent to the club that has him is held; without statistics nobody knows."""
    wrong = {
        **NEWS,
        "title": "Vikings trade RB Cam Akers to Rams for 2026 sixth-round pick",
        "published_at": "2023-09-20T15:00:00Z",
    }
    path = saved(tmp_path, "r.jsonl", samples.lines(wrong))
    words = ("replay", "--json", *options, "--data-dir", tmp_path / "state", path)
    [line], _ = told(cli(*words))
    assert line["decision"] == "post"
    (tmp_path / "state").mkdir()
    samplestats.write(tmp_path / "state" / "stats.db")
    [line], _ = told(cli(*words))
    failed = [(check["check"], check["text"]) for check in line["why"] if not check["passed"]]
    assert failed == [("roster", "Cam Akers is already a LA player")]


def test_the_voices_and_the_limit_of_a_configuration_count(cli: Cli, tmp_path: Path) -> None:
    """A reporter whom only the operator knows; the second new trade within the hour is a flood."""
    config = """
[[feeds]]
name = "wire"
kind = "rss"
url = "https://feeds.example/"
trust = "trusted"
[[destinations]]
platform = "console"
[gate]
most_per_hour = 1
[[reporters]]
name = "Ottilie Quill"
tier = 1
"""
    quill = {**NEWS, "text": "New York gets the receiver, according to Ottilie Quill."}
    other = {**quill, "id": "b", "title": "Bears trade LB Tom Reyes to Lions for 2026 draft pick"}
    reports = saved(tmp_path, "r.jsonl", samples.lines(quill, other))
    path = saved(tmp_path, "c.toml", config.encode())
    lines, _ = told(cli("replay", "--json", "-c", path, reports))
    assert decisions(lines) == ["post", "hold"]
    [failed] = [check for check in lines[1]["why"] if not check["passed"]]
    assert failed["check"] == "flood"
    assert decisions(told(cli("replay", "--json", reports))[0]) == ["hold", "hold"]
