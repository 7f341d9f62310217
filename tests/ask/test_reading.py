"""A question becomes a typed query, or is refused by the word that is not understood."""

from collections.abc import Sequence

import pytest

from bot.ask import Least, Part, Query, Time, Weeks, Years
from bot.ask.query import Cue, RelativeWeek
from bot.ask.reading import read
from bot.ask.refusals import RefusedError
from bot.ask.spotting import Known
from bot.stats.names import NameHit, Spotted


def _hit(pid: int, name: str, position: str) -> NameHit:
    return NameHit(
        pid=pid, name=name, position=position, club="LA", last_season=2023, exact=True, typo=False
    )


class FewNames:
    """A gazetteer of three people."""

    people = (_hit(1, "Dale Preston", "RB"), _hit(2, "Roy Marsh", "QB"), _hit(3, "Lou Best", "WR"))

    def spot(self, words: Sequence[str]) -> tuple[Spotted, ...]:
        """Whole names and last names, at the beginning only: nobody asks for others."""
        for end in range(min(len(words), 2), 0, -1):
            said = " ".join(words[:end])
            hits = tuple(
                p for p in self.people if said in {p.name.lower(), p.name.lower().split()[-1]}
            )
            if hits:
                return (Spotted(start=0, end=end, hits=hits, full=end > 1),)
        return ()

    def called(self, words: Sequence[str]) -> Spotted | None:
        """One of them has a shorter name."""
        return (
            Spotted(start=0, end=1, hits=self.people[:1], full=False) if words[0] == "dp" else None
        )

    def near(self, text: str, limit: int = 25) -> tuple[NameHit, ...]:
        """One letter wrong, at the end."""
        return tuple(p for p in self.people if p.name.lower()[:-1] == text[:-1])[:limit]


def _known(*, names_first: bool = False) -> Known:
    return Known(
        players=FewNames(), coaches={"vince coachman": "Vince Coachman"}, names_first=names_first
    )


def query(question: str) -> Query:
    """The query alone."""
    return read(question, _known()).query


@pytest.mark.parametrize(
    ("words", "season"),
    [
        ("2023", Years(2023, 2023)),
        ("in 2022-23", Years(2022, 2022)),
        ("from 2020 to 2022", Years(2020, 2022)),
        ("since 2021", Years(2021, None)),
        ("last year", Time.LAST),
        ("this season", Time.THIS),
        ("rookie season", Time.ROOKIE),
        ("career", Time.CAREER),
    ],
)
def test_seasons(words: str, season: Years | Time) -> None:
    """Years, spans, and words for them."""
    assert query(f"Dale Preston rushing yards {words}").season == season


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("week 3", "week", Weeks(3, 3)),
        ("wk3", "week", Weeks(3, 3)),
        ("weeks 2 to 5", "week", Weeks(2, 5)),
        ("last week", "week", RelativeWeek.LAST),
        ("through week 9", "through", 9),
        ("last 4 games", "last_games", 4),
        ("in the playoffs", "part", Part.PLAYOFFS),
        ("super bowl", "part", Part.SUPER_BOWL),
        ("against the Bears", "opponent", "CHI"),
        ("at least 300 yards", "least", Least(300)),
        ("300+ yards", "least", Least(300)),
        ("more than 1,000 yards", "least", Least(1000, over=True)),
        ("100 catches", "least", Least(100)),
        ("top 5", "limit", 5),
    ],
)
def test_narrowing(words: str, field: str, value: object) -> None:
    """Weeks, parts, opponents, thresholds and limits."""
    assert getattr(query(f"Preston {words}"), field) == value


def test_the_subject_and_its_statistic() -> None:
    """A player, two of them against each other, a club, a coach."""
    found = query("Did Dale Preston have more rushing touchdowns than Roy Marsh for the Rams?")
    assert [p.hits[0].pid for p in found.players] == [1, 2]
    assert found.clubs == ("LA",)
    assert [m.columns for m in found.measures if not hasattr(m, "word")] == [("rushing_tds",)]
    assert query("where has Vince Coachman coached").coach == "Vince Coachman"
    assert Cue.COMPARE in query("Preston vs Marsh").cues


def test_a_verb_decides_a_loose_word() -> None:
    """Touchdowns that were thrown are passing touchdowns."""
    (thrown,) = query("how many touchdowns has Marsh thrown").measures
    assert getattr(thrown, "columns", None) == ("passing_tds",)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Dale Preston rushing yards on Mars", "Mars"),
        ("what is the meaning of Preston", "meaning"),
        ("Preston yards in week", "week"),
        ("Preston 17", "17"),
    ],
)
def test_a_word_that_says_nothing_is_named(question: str, word: str) -> None:
    """Nothing is skipped over, and nothing guessed."""
    with pytest.raises(RefusedError, match=f"“{word}”"):
        read(question, _known())


def test_the_nearest_names_are_whole_questions() -> None:
    """A misspelt name is offered, with the rest of the question as it was."""
    with pytest.raises(RefusedError) as refused:
        read("Dale Prestom carries in 2022?", _known())
    assert refused.value.choices == ("Dale Preston carries in 2022?",)


def test_a_city_with_two_clubs() -> None:
    """Both are offered."""
    with pytest.raises(RefusedError) as refused:
        read("New York record", _known())
    assert refused.value.choices == ("New York Giants record", "New York Jets record")


def test_a_last_name_that_is_a_word() -> None:
    """The word "best" is a word of ours first, and a name if that is asked for."""
    assert not query("how did Best do").players
    assert read("how did Best do", _known(names_first=True)).query.players[0].hits[0].pid == 3


@pytest.mark.parametrize(
    "question",
    ["a" * 301, "", "???", "谁是四分卫", "🏈", " ".join(["not"] * 40), "(" * 299, "1 " * 149],
)
def test_hostile_questions_are_refused_in_a_sentence(question: str) -> None:
    """Whatever is sent, the reader gets one sentence."""
    with pytest.raises(RefusedError, match=r"^[^\n]{20,300}$"):
        read(question, _known())
