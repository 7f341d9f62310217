"""Players by name: as typed, whole, misspelt, and inside a question."""

import random
import string
from pathlib import Path

import pytest

from bot.stats.db import Stats
from bot.stats.names import CHOICES, NameHit, Names
from bot.stats.trigrams import Trigrams, distances
from tests.stats.tables import tables

PEOPLE = {
    "Dale Preston": ("WR", 2024, 12),
    "Dale Prescott": ("QB", 2024, 17),
    "Damon Preston": ("CB", 2015, 9),
    "D.K. Orwell": ("TE", 2023, 10),
    "Amon-Ra St. Clair": ("WR", 2022, 16),
    "Élan O'Dorsey Jr.": ("S", 2021, 3),
    "Will Marlow V": ("WR", 2020, 5),
    "Otto Marlow": ("G", None, 0),
}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Names:
    """An index over a few invented people, one of whom is printed in two ways."""
    path = tmp_path_factory.mktemp("names") / "stats.db"
    with tables(path) as t:
        for name, (position, season, games) in PEOPLE.items():
            row = {"last_season": season, "recent_games": games, "last_club": "GB"}
            t.player(name, position, **row)
        t.insert("player_alias", name_key="daniel kip orwell", pid=4)
    with Stats(path) as stats:
        return Names.from_stats(stats)


def found(hits: tuple[NameHit, ...]) -> list[str]:
    """The names, in order."""
    return [hit.name for hit in hits]


def test_a_beginning_ranks_the_active_and_the_busy_first(names: Names) -> None:
    """Latest season, then games, then the name; capitals do not matter."""
    assert found(names.find("da")) == [
        "Dale Prescott",
        "Dale Preston",
        "D.K. Orwell",  # printed as Daniel Kip
        "Damon Preston",
    ]
    assert found(names.find("PRES", limit=2)) == ["Dale Prescott", "Dale Preston"]


def test_a_hit_tells_who_he_is(names: Names) -> None:
    """Every field of a hit."""
    (hit,) = names.find("Damon Preston")
    assert hit == NameHit(
        pid=3,
        name="Damon Preston",
        position="CB",
        club="GB",
        last_season=2015,
        exact=True,
        typo=False,
    )
    assert names.find("otto")[0].last_season is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dk orwell", ["D.K. Orwell"]),
        ("D. K. Orwell", ["D.K. Orwell"]),
        ("Daniel Kip Orwell", ["D.K. Orwell"]),
        ("Elan ODorsey", ["Élan O'Dorsey Jr."]),
        ("élan o\u2019dorsey jr", ["Élan O'Dorsey Jr."]),
        ("amon ra st clair", ["Amon-Ra St. Clair"]),
        ("St. Clair", ["Amon-Ra St. Clair"]),
        ("Preston", ["Dale Preston", "Damon Preston"]),
        ("D. Preston", ["Dale Preston", "Damon Preston"]),
        ("D.Preston", ["Dale Preston", "Damon Preston"]),
        ("W. Marlow", ["Will Marlow V"]),
        ("Clair", []),
        ("Dale", []),
        ("Da. Preston", []),
        ("X. Preston", []),
        ("", []),
    ],
)
def test_exact_is_a_whole_printed_or_last_name(
    names: Names, text: str, expected: list[str]
) -> None:
    """And initial with last name; nothing less, and no first name."""
    hits = names.exact(text)
    assert found(hits) == expected
    assert all(hit.exact and not hit.typo for hit in hits)


def test_both_words_may_be_begun(names: Names) -> None:
    """Half of each name is no typo."""
    assert found(names.find("dal pres")) == ["Dale Prescott", "Dale Preston"]
    assert not any(hit.typo for hit in names.find("dal pres"))


@pytest.mark.parametrize(
    "text", ["Dael Preston", "Dale Prestn", "Dake Preston", "Dalee Preston", "DalePreston"]
)
def test_a_typo_is_forgiven(names: Names, text: str) -> None:
    """Swapped, left out, wrong, doubled, run together."""
    first = names.find(text)[0]
    assert (first.name, first.typo, first.exact) == ("Dale Preston", True, False)
    assert names.near(text)[0].name == "Dale Preston"


def test_a_typo_while_typing_is_forgiven_in_choices_only(names: Names) -> None:
    """A question has whole words, a choice box has not."""
    assert names.find("Dmaon Pr")[0].name == "Damon Preston"
    assert names.near("Dmaon Pr") == ()


def test_near_is_strict(names: Names) -> None:
    """One slip from four letters on, two from eight."""
    assert found(names.near("Orwel")) == ["D.K. Orwell"]
    assert names.near("Orel") == ()  # two slips in a short word
    assert names.near("Will") == ()
    assert names.near("quarterback") == ()


@pytest.mark.parametrize("text", ["qzx", "日本語", "?!", "\x00", "'" * 50, "\U0010ffff"])
def test_nothing_is_made_up(names: Names, text: str) -> None:
    """Nothing alike, nothing found."""
    assert names.find(text) == names.exact(text) == names.near(text) == ()


def test_an_empty_text_gives_the_first_of_all(names: Names) -> None:
    """What a choice box shows before a key is pressed."""
    assert found(names.find(" ", limit=2)) == ["Dale Prescott", "Dale Preston"]


def test_names_are_spotted_in_a_question(names: Names) -> None:
    """Longest first, possessives and suffixes included."""
    words = (
        "did Dale Preston's team beat Marlow or Amon-Ra St. Clair v O'Dorsey Jr. in 2023".split()
    )
    seen = [(words[s.start : s.end], s.full, found(s.hits)) for s in names.spot(words)]
    assert seen == [
        (["Dale", "Preston's"], True, ["Dale Preston"]),
        (["Marlow"], False, ["Will Marlow V", "Otto Marlow"]),
        (["Amon-Ra", "St.", "Clair"], True, ["Amon-Ra St. Clair"]),
        (["O'Dorsey", "Jr."], False, ["Élan O'Dorsey Jr."]),
    ]


def test_versus_is_no_fifth(names: Names) -> None:
    """A closing v belongs to a name only where someone is the Fifth."""
    (prescott, preston) = names.spot("Prescott v Preston".split())
    assert (prescott.end, preston.start) == (1, 2)
    (marlow,) = names.spot("Will Marlow V".split())
    assert marlow.end == 3


def test_nobody_is_known_to_an_empty_file(tmp_path: Path) -> None:
    """Before the first load."""
    with tables(tmp_path / "stats.db"):
        pass
    with Stats(tmp_path / "stats.db") as stats:
        nobody = Names.from_stats(stats)
    assert nobody.find("") == nobody.find("a") == nobody.find("Dale Preston") == ()
    assert nobody.spot(["Dale", "Preston"]) == ()


def made_up(count: int) -> list[str]:
    """So many different invented names, always the same."""
    rng = random.Random(7)  # noqa: S311
    ends = ["ley", "son", "man", "ton", "ez", "er", "ick", "ard", "ow", "ins"]
    parts = [a + b for a in "bcdfghjklmnprstvw" for b in ("a", "e", "i", "o", "u", "or", "al")]

    def word() -> str:
        return (rng.choice(parts) + rng.choice(parts) + rng.choice(ends)).title()

    return [f"{word()} {word()}" for _ in range(count)]


def slips(name: str) -> list[str]:
    """One typo of each kind, at a place and with a letter that the name decides."""
    rng = random.Random(name)  # noqa: S311
    at, letter = rng.randrange(len(name) - 1), rng.choice(string.ascii_lowercase)
    return [
        name[:at] + letter + name[at:],
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    ]


def test_one_typo_is_found_among_many(tmp_path: Path) -> None:
    """At least 98 of 100 in the 25 choices; hostile texts stay cheap and bounded."""
    people = made_up(3000)
    with tables(tmp_path / "stats.db") as t:
        pids = [t.player(name) for name in people]
    with Stats(tmp_path / "stats.db") as stats:
        many = Names.from_stats(stats)
    asked = [
        (text, pid) for name, pid in zip(people[:100], pids, strict=False) for text in slips(name)
    ]
    hits = [pid in {hit.pid for hit in many.find(text)} for text, pid in asked]
    assert sum(hits) / len(hits) >= 0.98
    assert len(many.find("b")) == CHOICES
    for hostile in ("a" * 10_000, "bal " * 2_500, "a b " * 2_500):
        assert len(many.find(hostile)) <= CHOICES
        assert len(many.spot(hostile.split())) <= 100


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("", "", (0, 0)),
        ("", "abc", (0, 3)),
        ("abc", "", (3, 3)),
        ("abc", "abcdef", (0, 3)),
        ("acb", "abc", (1, 1)),
        ("ca", "abc", (1, 3)),  # near "a"; no swap across a letter
        ("abxd", "abcd", (1, 1)),
        ("abd", "abcd", (1, 1)),
        ("abccd", "abcd", (1, 1)),
    ],
)
def test_distances(text: str, other: str, expected: tuple[int, int]) -> None:
    """Worked by hand."""
    assert distances(text, other) == expected


def test_the_most_alike_come_first() -> None:
    """The whole of a short text beats a part of a longer one."""
    index = Trigrams(["dale preston", "preston", "dale", "zyx"])
    assert index.most_alike("preston", 2) == [1, 0]
    assert index.most_alike("qqq", 5) == []
