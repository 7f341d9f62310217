"""The gate's limit, and the reporters and outlets that an operator adds or changes."""

from pathlib import Path

import pytest

from bot.config import default
from bot.extract import people
from bot.model import SourceKind
from tests.test_config import FEED, loaded, problems

QUILL = '[[reporters]]\nname = "Ottilie Quill"\nhandle = "@OQuill"\ntier = 1\n'
GAZETTE = '[[outlets]]\nname = "Gazette"\nalso = ["The Gazette", "gazette.example"]\ntier = 2\n'


def voices(folder: Path, text: str) -> people.Voices:
    """Whom a service with this configuration believes."""
    config = loaded(folder, text)
    return people.with_voices(reporters=config.reporters, outlets=config.outlets)


def test_without_a_table_the_built_in_ones_count(tmp_path: Path) -> None:
    """The limit and the lists of the program."""
    config = loaded(tmp_path, FEED)
    assert config.gate.most_per_hour == default().gate.most_per_hour == 40
    assert (
        (config.reporters, config.outlets) == (default().reporters, default().outlets) == ((), ())
    )


def test_new_voices_stand_beside_the_known_ones(tmp_path: Path) -> None:
    """By name, by handle and by every printed name."""
    found = voices(tmp_path, FEED + QUILL + GAZETTE)
    assert {found.reporters[key].name for key in ("ottilie quill", "@oquill")} == {"Ottilie Quill"}
    for key in ("gazette", "the gazette", "gazette.example"):
        source = found.outlets[key]
        assert (source.name, source.kind, source.tier) == ("Gazette", SourceKind.OUTLET, 2)
    assert people.KNOWN.reporters.items() <= found.reporters.items()


def test_a_known_voice_can_be_given_another_rank(tmp_path: Path) -> None:
    """Also by the handle that the program knows."""
    text = '[[reporters]]\nname = "Adam Schefter"\ntier = 3\n'
    found = voices(tmp_path, FEED + text)
    assert [found.reporters[k].tier for k in ("adam schefter", "@adamschefter")] == [3, 3]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[gate]\nmost_per_hour = 0", "[gate]: most_per_hour must be a whole number >= 1"),
        ("[gate]\nmost_per_our = 9", 'most_per_our is not known: did you mean "most_per_hour"?'),
        ("[gatte]\n", 'gatte is not known: did you mean "gate"?'),
        ("[[reporter]]\n", 'reporter is not known: did you mean "reporters"?'),
        ('[[reporters]]\nname = "X Y"', '[[reporters]] #1 "X Y": tier is missing: add it'),
        ('[[reporters]]\nname = "X Y"\ntier = 4', "tier must be a whole number <= 3"),
        ('[[reporters]]\nname = ""\ntier = 1', "name must be text of length >= 1"),
        ('[[reporters]]\nname = " "\ntier = 1', "name must be a name that can be printed"),
        ('[[outlets]]\nname = "2026"\ntier = 1', "name must be a name that can be printed, of two"),
        ('[[outlets]]\nname = "X Y"\nalso = ["."]\ntier = 1', "of two letters at least"),
        ('[[reporters]]\nname = "Jets"\ntier = 1', 'name "Jets" is a club'),
        ('[[reporters]]\nname = "Xy"\nhandle = "x y"\ntier = 1', "handle must be an account"),
        ('[[outlets]]\nname = "Xy"\nalso = "Y"\ntier = 1', "also must be a list"),
        ('[[outlets]]\nname = "Xy"\nhandel = "Y"\ntier = 1', "handel is not known"),
        (
            QUILL + '[[reporters]]\nname = "Xy"\nhandle = "@oquill"\ntier = 1',
            'name "@oquill" is that of an earlier reporter or outlet: keep one of them',
        ),
        (GAZETTE + '[[outlets]]\nname = "the gazette"\ntier = 1', '"the gazette" is that of an'),
        ('[reporters]\nname = "Xy"', "must be written in double brackets, [[reporters]]"),
    ],
)
def test_a_wrong_voice_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    """With its place and what to do."""
    (problem,) = problems(tmp_path, FEED + text)
    assert said in problem


def test_all_problems_of_voices_come_at_once(tmp_path: Path) -> None:
    """One run mends the file."""
    text = FEED + '[[reporters]]\nname = "Xy"\ntier = 0\n[[outlets]]\ntier = 1\n[gate]\nmost = 1\n'
    assert len(problems(tmp_path, text)) == 3
