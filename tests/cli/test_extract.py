"""`gridwire extract`: the deals of a text, of standard input, of many lines."""

import io
import json
import random
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli, environment, process

SENTENCE = "Packers trade WR Dale Preston to Jets for 2026 fourth-round pick, ESPN reports."
DEAL = {
    "kind": "trade",
    "status": "agreed",
    "teams": {
        "GB": {"receives": [{"pick": {"season": 2026, "round": 4, "number": None, "conditional": False}}]},
        "NYJ": {"receives": [{"player": "Dale Preston"}]},
    },
    "attribution": ["ESPN"],
}  # fmt: skip


def written(folder: Path, content: bytes | str) -> Path:
    """A file with this content."""
    path = folder / "story.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines(text: str) -> list[dict[str, Any]]:
    """JSON lines, read."""
    return [json.loads(line) for line in text.splitlines()]


def test_a_text_gives_its_deals(cli: Cli, tmp_path: Path) -> None:
    """One JSON document; the file is its id."""
    path = written(tmp_path, SENTENCE)
    said = cli("extract", "--published", "2025-10-07", path)
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == {"id": str(path), "deals": [DEAL]}


def test_a_name_that_would_steer_the_terminal_is_shown_as_its_codes(
    cli: Cli, tmp_path: Path
) -> None:
    """The JSON means the same."""
    path = tmp_path / "story\u202e\x9b\x7f\U000e0041\u00e9.txt"
    path.write_text(SENTENCE)
    said = cli("extract", path)
    assert [c for c in said.out if not c.isprintable() and c != "\n"] == []
    assert "\u00e9.txt" in said.out
    assert json.loads(said.out)["id"] == str(path)


def test_standard_input_is_a_dash(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that it can stand in a pipe."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SENTENCE.encode())))
    said = cli("extract", "--published", "2025-10-07", "-")
    assert json.loads(said.out) == {"id": "-", "deals": [DEAL]}


def test_relative_years_are_those_of_the_day(cli: Cli, tmp_path: Path) -> None:
    """The day is part of the input."""
    path = written(tmp_path, SENTENCE.replace("2026", "next year's"))
    said = cli("extract", "--published", "2019-10-07", path)
    assert '"season": 2020' in said.out


@pytest.mark.parametrize(
    "content",
    ["", "\n\n", "Browns sign kicker.", b"\x00\xff\xfe" * 999, random.Random(7).randbytes(50_000)],  # noqa: S311 - noise
)
def test_a_text_without_a_deal_is_no_result(cli: Cli, tmp_path: Path, content: bytes | str) -> None:
    """Exit code 1 and an empty list, for empty, binary and idle texts alike."""
    said = cli("extract", written(tmp_path, content))
    assert (said.code, json.loads(said.out)["deals"], said.err) == (1, [], "")


def test_five_megabytes_are_read_at_once(tmp_path: Path) -> None:
    """Only the beginning can hold news, and it is found as in a short text."""
    path = written(tmp_path, (SENTENCE + " ") * (5_000_000 // len(SENTENCE)))
    done = process("extract", "--published", "2025-10-07", path, timeout=10)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["deals"][0]["teams"] == DEAL["teams"]


def test_each_line_in_is_a_line_out(cli: Cli, tmp_path: Path) -> None:
    """Garbage too has its line, in its place, and stops nothing."""
    good = {"id": "x1", "text": SENTENCE, "date": "2025-10-07"}
    bad = [
        "garbage", "[]", "null", "7", '{"id":1}', '{"text":"x"}', "[" * 100_000, '{"id":' + "9" * 5000 + "}",
        '{"id":"x","text":"y","date":"one day"}', "\x00", "\udcff",
    ]  # fmt: skip
    content = "\n".join([*bad, "", json.dumps(good)]).encode("utf-8", "surrogateescape")
    said = cli("extract", "--jsonl", written(tmp_path, content))
    assert (said.code, said.err) == (0, "")
    *refused, last = lines(said.out)
    assert last == {"id": "x1", "deals": [DEAL]}
    assert [(line["id"], line["deals"]) for line in refused] == [(None, [])] * len(bad)
    assert all(line["error"].startswith("not a line of id, text and date: ") for line in refused)


def test_a_line_without_a_date_is_of_the_day_given(cli: Cli, tmp_path: Path) -> None:
    """One day for a whole file."""
    text = SENTENCE.replace("2026", "next year's")
    path = written(tmp_path, json.dumps({"id": 5, "text": text}))
    [line] = lines(cli("extract", "--jsonl", "--published", "2019-10-07", path).out)
    assert line["id"] == "5"
    [pick] = line["deals"][0]["teams"]["GB"]["receives"]
    assert pick["pick"]["season"] == 2020


def test_half_a_character_pair_is_printed_as_it_was_read(tmp_path: Path) -> None:
    """What JSON can carry and UTF-8 cannot ends no command."""
    path = written(tmp_path, '{"id":"\\ud800","text":"' + SENTENCE + '"}')
    done = process("extract", "--jsonl", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["id"] == "\ud800"


def test_a_terminal_without_the_letters_gets_question_marks(tmp_path: Path) -> None:
    """An old locale ends no command."""
    path = written(tmp_path, SENTENCE.replace("Dale", "Dal\u00e9"))
    done = process("extract", path, env=environment(PYTHONIOENCODING="ascii"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Dal? Preston" in done.stdout


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_is_no_file_is_one_sentence(cli: Cli, tmp_path: Path, name: str) -> None:
    """Exit code 2, with the path and what to give instead."""
    said = cli("extract", tmp_path / name)
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        f"gridwire: {tmp_path / name} is not a file: give a file's path, or - for standard input.\n"
    )


def test_the_founding_article_is_exactly_one_deal(cli: Cli, shared: Path) -> None:
    """A back and a pick for a pick, on the word of one outlet; no recap in the body starts another."""
    article = shared / "data" / "articles" / "2023-09-20-akers.txt"
    said = cli("extract", "--published", "2023-09-20", article)
    pick = {"pick": {"season": 2026, "round": None, "number": None, "conditional": False}}
    assert json.loads(said.out)["deals"] == [
        {
            "kind": "trade",
            "status": "agreed",
            "teams": {
                "MIN": {"receives": [{"player": "Cam Akers"}, pick]},
                "LA": {"receives": [pick]},
            },
            "attribution": ["ESPN"],
        }
    ]
