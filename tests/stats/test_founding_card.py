"""The trade that the product started from: what the reporter wrote down by hand is on the card (facts 3 to 44 of the data pack)."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.model import Insight

AKERS_TO_MINNESOTA = 1799


def game(week: int, opponent: str, **line: float) -> dict[str, Any]:
    """A game of a running back, as far as the article tells of it."""
    return {"week": week, "opponent": opponent, "line": line}


FACTS: list[tuple[str, str, str | None, dict[str, Any]]] = [
    ("3", "career_best", "LA", {"season": 2022, "line": {"carries": 188, "rushing_yards": 786, "rushing_tds": 7}}),
    ("5", "career_best", "LA", {"line": {"receptions": 13, "receiving_yards": 117, "receiving_first_downs": 8}}),
    ("12", "last_game", "LA", {"week": 1, "opponent": "SEA", "line": {"carries": 22, "rushing_yards": 29, "rushing_tds": 1}}),
    ("13", "last_game", "LA", {"home": False, "score": {"club": 30, "opponent": 13}, "result": "W"}),
    ("14", "availability", "LA", {"status": "INA", "week": 2, "weeks": [2]}),
    ("15", "availability", "LA", {"injury_reports": 0, "designation": None}),
    ("18", "availability", "LA", {"opponent": "SF", "score": {"club": 23, "opponent": 30}}),
    ("19", "unit_rank", "MIN", {"stat": "rushing_yards", "value": 69, "games": 2}),
    ("20", "unit_rank", "MIN", {"rank": 32, "of": 32}),
    ("21", "unit_rank", "MIN", {"next": {"club": "PIT", "value": 96}}),
    ("22", "unit_rank", "MIN", {"carries": {"value": 26, "rank": 32}}),
    ("23", "record", "MIN", {"wins": 0, "losses": 2, "ties": 0}),
    ("24", "incumbent", "MIN", {"incumbent": "Alexander Mattison", "line": {"carries": 19, "rushing_yards": 62}}),
    ("25", "incumbent", "MIN", {"by_game": [game(1, "TB", carries=11, rushing_yards=34)]}),
    ("26", "incumbent", "MIN", {"by_game": [game(2, "PHI", carries=8, rushing_yards=28)]}),
    ("27", "incumbent", "MIN", {"line": {"receptions": 6, "receiving_yards": 21, "receiving_tds": 1}}),
    ("43", "incumbent", "MIN", {"snaps": [{"week": 1, "pct": 73}, {"week": 2, "pct": 76}]}),
    ("28", "departed", "MIN", {"departed": "Dalvin Cook", "last_season": {"season": 2022}}),
    ("29", "departed", "MIN", {"now": "NYJ"}),
    ("30", "quarterback", "MIN", {"quarterback": "Kirk Cousins"}),
    ("32", "coach_link", "MIN", {"coach": "Kevin O'Connell", "then": {"club": "LA", "role": "OC", "seasons": [2020, 2021]}}),
    ("33", "coach_link", "MIN", {"role": "HC", "since": 2022}),
    ("35", "coach_link", "MIN", {"seasons": [2020, 2021]}),
    ("36", "draft", "LA", {"season": 2020, "round": 2, "pick": 52, "club": "LA"}),
    ("37", "contract", "LA", {"rookie_deal": {"to": 2023, "years_left": 0}}),
    ("38", "successor", "LA", {"successor": "Kyren Williams", "draft": {"season": 2022, "round": 5, "pick": 164}}),
    ("39", "successor", "LA", {"by_game": [game(1, "SEA", carries=15, rushing_yards=52, rushing_tds=2)]}),
    ("40", "successor", "LA", {"by_game": [game(2, "SF", carries=14, rushing_yards=52, rushing_tds=1, receptions=6, receiving_yards=48, receiving_tds=1)]}),
    ("41", "successor", "LA", {"snaps": [{"week": 1, "pct": 65}], "before": [{"week": 1, "pct": 35}]}),
    ("42", "successor", "LA", {"snaps": [{"week": 2, "pct": 95}]}),
]  # fmt: skip


def holds(part: Any, whole: Any) -> bool:
    """Whether every told part is in the data: maps by key, lists of maps by any element, the rest by equality."""
    if isinstance(part, dict):
        return all(key in whole and holds(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and part and isinstance(part[0], dict):
        return all(any(holds(one, other) for other in whole) for one in part)
    return bool(part == whole)


@pytest.mark.parametrize(
    ("kind", "club", "told"), [f[1:] for f in FACTS], ids=[f[0] for f in FACTS]
)
def test_what_the_reporter_wrote(
    kind: str, club: str, told: dict[str, Any], cards: Mapping[int, tuple[Insight, ...]]
) -> None:
    """Each fact is in the data of the reason that should hold it."""
    said = [s.data for s in cards[AKERS_TO_MINNESOTA] if (s.kind, s.club) == (kind, club)]
    assert any(holds(told, data) for data in said), said


def test_the_career_high_is_of_the_rush_and_of_catches_only(
    cards: Mapping[int, tuple[Insight, ...]],
) -> None:
    """He caught for more yards in 2020 (facts 6 to 10)."""
    best = next(s.data for s in cards[AKERS_TO_MINNESOTA] if s.kind == "career_best")
    high = ["carries", "rushing_yards", "rushing_tds", "receptions", "receiving_first_downs"]
    assert best["career_high"] == high


def test_his_second_way_to_the_same_club_is_another_card(
    cards: Mapping[int, tuple[Insight, ...]],
) -> None:
    """A year later he comes from Houston; the first time is then a trade before (fact 2)."""
    before = next(s.data for s in cards[1888] if s.kind == "traded_before")
    told = {"id": 1799, "day": "2023-09-20", "gave": "LA", "received": "MIN"}
    assert before["trades"] == [told]
    assert not [s for s in cards[AKERS_TO_MINNESOTA] if s.kind == "traded_before"]
