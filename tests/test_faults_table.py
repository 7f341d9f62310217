"""docs/faults.md says what is true: every fault once, every test that it names exists, every gap has its reason."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FAULTS = 63

_ROW = re.compile(r"^\| F(\d+) \| (.+) \| (.+) \| (.*)\|$", re.MULTILINE)
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_REASON = re.compile(r"(?:Not covered yet|Not tested here): \w.{20,}")


def rows() -> list[tuple[str, str, str, str]]:
    """Number, fault, behaviour and proof of each row."""
    return _ROW.findall((ROOT / "docs" / "faults.md").read_text("utf-8"))


def names_in(path: Path) -> Iterator[str]:
    """What pytest would find under a name: functions, methods, and cases that are assigned."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def test_every_fault_has_one_row_in_order() -> None:
    """None is left out, none is there twice."""
    assert [int(number) for number, *_ in rows()] == list(range(1, FAULTS + 1))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"F{row[0]}")
def test_what_a_row_names_exists(row: tuple[str, str, str, str]) -> None:
    """Each test of the last column; a row without one says why."""
    _, _, behaviour, proof = row
    named = _TEST.findall(proof)
    assert named or _REASON.search(behaviour)
    assert _TEST.sub("", proof).strip(" ,") == ""
    for path, name in named:
        assert name.lower().startswith("test")
        assert name in set(names_in(ROOT / path)), f"{path} has no {name}"
