"""Thirty questions that fans ask elsewhere, in our words: each answered as the plain files say, or refused with a reason."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.ask import Conversation
from bot.model import Answer
from bot.stats.db import Stats
from bot.stats.names import Names
from tests.oracle.about_club import record as club_record
from tests.oracle.day import Day
from tests.oracle.people import read, whole
from tests.oracle.queries import Asked
from tests.oracle.world import Game, Row, World

LATE_2024, EARLY_2022, IN_2021, IN_2020 = "2024-12-01", "2022-12-01", "2021-12-01", "2020-12-01"
SCORES = ("passing_tds", "rushing_tds")
NFC_EAST = ("DAL", "NYG", "PHI", "WAS")
On = Callable[[str], Day]


@pytest.fixture(scope="module")
def ask(loaded: Path) -> Iterator[Callable[..., Answer]]:
    """One conversation; the last of its answers."""

    def asked(day: str, *questions: str) -> Answer:
        conversation = Conversation(opened, names)
        answers = [conversation.ask(question, date.fromisoformat(day)) for question in questions]
        assert answers[-1].as_of.isoformat() == day
        return answers[-1]

    with Stats(loaded) as opened:
        names = Names.from_stats(opened)
        yield asked


Ask = Callable[..., Answer]


def told(answer: Answer) -> str:
    """Everything that an answer shows; an answer has a source and no refusal."""
    assert answer.refused is None, answer.refused
    assert answer.text
    assert "nflverse" in answer.source
    rows = answer.table.rows if answer.table else ()
    return f"{answer.text} {' '.join(str(cell) for row in rows for cell in row)}"


def says(answer: Answer, *facts: object) -> None:
    """Each fact stands in the sentence or its table."""
    shown = told(answer).replace(",", "")
    missing = [fact for fact in facts if str(fact).replace(",", "") not in shown]
    assert not missing, (missing, shown)


def last_game(day: Day, club: str, kind: str = "") -> Game:
    """A club's latest game with a known result."""
    games = [g for g in day.world.games if club in g.teams and g.known <= day.day]
    return [g for g in games if kind in {"", g.kind}][-1]


def score(game: Game, club: str) -> str:
    """From the club's side: 37-20."""
    side = game.side(club)
    return f"{game.scores[side]}-{game.scores[1 - side]}"


def long_day(iso: str) -> str:
    """24 November 2024."""
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


@cache
def fixtures(folder: Path) -> tuple[dict[str, str], ...]:
    """The rows of the schedule of 2024."""
    rows = read(folder / "data", "games_2023_2024.csv")
    return tuple(r for r in rows if r["season"] == "2024")


def test_1_and_3_the_last_game_of_a_club(ask: Ask, day: On) -> None:
    """Who won, and by how much."""
    for club, question in (
        ("PHI", "Did the Eagles win?"),
        ("NO", "What was the score of the last Saints game?"),
    ):
        game = last_game(day(LATE_2024), club)
        says(ask(LATE_2024, question), score(game, club), long_day(game.day))


def test_4_and_6_the_next_game_of_a_club(ask: Ask, shared: Path) -> None:
    """By the schedule, with day and hour; this week's may be played already."""
    chiefs = next(r for r in fixtures(shared) if r["game_id"] == "2024_13_LV_KC")
    says(
        ask(LATE_2024, "Who do the Chiefs play this week?"), "Raiders", long_day(chiefs["gameday"])
    )
    games = (r for r in fixtures(shared) if "LA" in {r["away_team"], r["home_team"]})
    rams = next(r for r in games if r["gameday"] >= LATE_2024)
    answer = ask(LATE_2024, "When do the Rams play next?")
    says(answer, "Saints", rams["gametime"], long_day(rams["gameday"]))


def test_7_8_and_9_records_and_playoffs(ask: Ask, day: On) -> None:
    """Of a club, of a division, and who went on."""
    mine = club_record(day(LATE_2024), "CAR") or {}
    answer = ask(LATE_2024, "What is the Panthers' record?")
    says(answer, f"{mine['wins']}-{mine['losses']}", mine["points_for"], mine["points_against"])
    over = day("2024-08-01")
    best = max(NFC_EAST, key=lambda club: (club_record(over, club) or {})["wins"])
    assert best == "DAL"
    answer = ask(LATE_2024, "Who had the best record in the NFC East last season?")
    says(answer, "Cowboys", "12-5", "2023")
    answer = ask(LATE_2024, "Did the Ravens make the playoffs last season?")
    semifinal = next(g for g in day(LATE_2024).world.games if g.id == "2023_21_KC_BAL")
    says(answer, "Yes", score(semifinal, "BAL"))


def test_10_and_11_who_has_the_most(ask: Ask, day: On) -> None:
    """Touchdowns of players, two-point conversions of clubs; the answer says what counts."""
    now, world = day(LATE_2024), day(LATE_2024).world
    sums: dict[str, float] = {}
    for key in world.rows:
        rows = [r for r in now.rows(key, 2024) if r.week <= now.through]
        sums[key] = sum(_touchdowns(r) for r in rows)
    key = max(sums, key=lambda k: sums[k])
    answer = ask(LATE_2024, "Who has the most touchdowns?")
    says(answer, world.people.shown[key], int(sums[key]))
    assert any("rushing and receiving" in part for part in answer.assumed)
    answer = ask(LATE_2024, "Which team has the most two-point conversions this season?")
    conversions: dict[str, int] = {}
    for r in read(world.folder, "player_stats_2024.csv"):
        if r["season_type"] == "REG" and int(r["week"]) <= now.through:
            done = sum(whole(r[f"{how}_2pt_conversions"]) or 0 for how in ("rushing", "receiving"))
            conversions[r["recent_team"]] = conversions.get(r["recent_team"], 0) + done
    assert max(conversions, key=lambda club: conversions[club]) == "CLE"
    says(answer, "Browns", conversions["CLE"])


def _touchdowns(row: Row) -> float:
    return row.stats.get("rushing_tds", 0) + row.stats.get("receiving_tds", 0)


def test_12_a_playoff_record(ask: Ask, world: World) -> None:
    """Of the seasons loaded, which the answer says."""
    games = [r for rows in world.rows.values() for r in rows if r.kind != "REG"]
    best = max((r for r in games if r.known <= LATE_2024), key=lambda r: r.stats["passing_yards"])
    answer = ask(LATE_2024, "Which QB has the most passing yards in a playoff game?")
    says(answer, world.people.shown[best.key], best.stats["passing_yards"], "2020")


def test_13_and_14_about_a_club_and_a_player(ask: Ask, day: On) -> None:
    """A summary, and a college."""
    mine = club_record(day(LATE_2024), "SF") or {}
    says(ask(LATE_2024, "Tell me about the 49ers"), f"{mine['wins']}-{mine['losses']}", "Shanahan")
    says(ask(LATE_2024, "Where did Todd Gurley go to college?"), "Georgia")


def test_15_and_18_careers_before_the_tables(ask: Ask) -> None:
    """Refused, or said to be partial, with the first year that there is."""
    marino = ask(LATE_2024, "Dan Marino career stats")
    assert any(year in (marino.refused or told(marino)) for year in ("1999", "2020"))
    moss = ask(LATE_2024, "How did Randy Moss do in his rookie season?")
    assert moss.text is None
    assert "1998" in (moss.refused or "")


def test_16_and_17_how_somebody_did(ask: Ask, day: On) -> None:
    """His last game, named; his season, without an opinion."""
    key = next(k for k, n in day(IN_2020).world.people.shown.items() if n == "Case Keenum")
    row = day(IN_2020).rows(key, 2020)[-1]
    answer = ask(IN_2020, "How did Case Keenum do?")
    says(answer, f"week {row.week}", row.stats["passing_yards"], row.opponent)
    assert answer.assumed
    key = next(k for k, n in day(IN_2021).world.people.shown.items() if n == "Julio Jones")
    season = day(IN_2021).numbers(key, 2020)
    assert season
    answer = ask(IN_2021, "Did Julio Jones have a good season last year?")
    says(answer, season.stats["receptions"], season.stats["receiving_yards"], season.games)
    assert any("2020" in part for part in answer.assumed)


def test_19_20_and_21_the_market_as_of_the_file(ask: Ask, shared: Path) -> None:
    """Spreads of listed games; the sign is explained."""
    week = [r for r in fixtures(shared) if r["week"] == "13"]
    home = next(r for r in week if r["home_team"] == "DET")
    for question in ("NFL odds", "Who are the favourites this week?"):
        answer = ask(LATE_2024, question)
        says(answer, f"DET -{float(home['spread_line']):g}", "minus marks the favourite")
        assert any("not live" in part for part in answer.assumed)
    games = [r for r in fixtures(shared) if "KC" in {r["home_team"], r["away_team"]}]
    following = next(r for r in games if r["gameday"] >= LATE_2024)
    assert following["home_team"] == "KC"
    says(ask(LATE_2024, "Chiefs spread"), f"KC -{float(following['spread_line']):g}")


def test_22_ties_of_whom(ask: Ask) -> None:
    """Asked back."""
    answer = ask(LATE_2024, "Who has the most career ties?")
    assert answer.text is None
    assert {"quarterback", "coach"} <= set(" ".join(answer.choices).split())


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Who won the first Super Bowl?", "1999"),
        ("What channel is the Super Bowl on?", "channel"),
        ("Who had the most DraftKings points in the last Super Bowl?", "fantasy_points_ppr"),
        ("Which team had the most third-down conversions last season?", "play-by-play"),
        ("What is the projection for Mahomes?", "projection"),
        ("Should I start Kamara or Chubb?", "advice"),
    ],
)
def test_what_the_tables_cannot_say_is_refused(ask: Ask, question: str, reason: str) -> None:
    """A reason, and no number (2, 5, 23, 24, 28, 29)."""
    answer = ask(LATE_2024, question)
    assert (answer.text, answer.table) == (None, None)
    assert reason in (answer.refused or "")


def test_25_26_and_27_one_after_the_other(ask: Ask, day: On, world: World) -> None:
    """The second question keeps club and season, the third the statistic."""
    questions = (
        "How many passing touchdowns did the Jaguars have last season?",
        "What about rushing touchdowns?",
        "What about Leonard Fournette?",
    )
    thrown, run = (Asked(world).club_sums(2021, 18, s, False)["JAX"] for s in SCORES)  # noqa: FBT003
    says(ask(EARLY_2022, *questions[:1]), thrown, "Jaguars", "2021")
    says(ask(EARLY_2022, *questions[:2]), run, "Jaguars", "2021")
    key = next(k for k, n in world.people.shown.items() if n == "Leonard Fournette")
    season = day(EARLY_2022).numbers(key, 2021)
    assert season
    says(ask(EARLY_2022, *questions), season.stats["rushing_tds"], "Fournette", "2021")


def test_30_the_best_of_a_position(ask: Ask, world: World) -> None:
    """The scoring is said."""
    answer = ask(LATE_2024, "Which TE had the most fantasy points last season?")
    points = {
        r["player_display_name"]: 0.0
        for r in read(world.folder, "player_stats_2023.csv")
        if r["position"] == "TE"
    }
    for r in read(world.folder, "player_stats_2023.csv"):
        if r["player_display_name"] in points and r["season_type"] == "REG":
            points[r["player_display_name"]] += float(r["fantasy_points"] or 0)
    best = max(points, key=lambda name: points[name])
    says(answer, best, f"{points[best]:.1f}", "fantasy points")
