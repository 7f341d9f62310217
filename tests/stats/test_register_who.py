"""Whom a printed name means: by id, at the giving club, by position, among those who play, by suffix."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.model import Identity
from tests.stats.register import HOU, OCTOBER, asked, everybody
from tests.stats.tables import Writer, player_leg


def test_the_givers_man_is_meant(tmp_path: Path) -> None:
    """Another of that name plays elsewhere, and even the printed position is rather his."""

    def write(t: Writer) -> None:
        t.roster(t.player("Dale Preston", "LB", gsis="ours"), 2023, 6, "LA")
        t.roster(t.player("Dale Preston", "RB", gsis="other"), 2023, 6, "HOU")

    found = asked(tmp_path, write, position="RB")
    assert (found.identity, found.player.gsis) == (Identity.ONE, "ours")


def test_a_man_who_has_left_the_giver_is_not_the_givers(tmp_path: Path) -> None:
    """His latest trade counts more than his latest roster."""

    def write(t: Writer) -> None:
        left = t.player("Dale Preston", gsis="left")
        t.roster(left, 2023, 5, "LA")
        t.trade(date(2023, 10, 12), {"gave": "LA", "received": "HOU", "pid": left, "name": "x"})
        t.roster(t.player("Dale Preston", gsis="here"), 2023, 6, "LA")

    assert asked(tmp_path, write).player.gsis == "here"


def test_the_position_tells_two_apart(tmp_path: Path) -> None:
    """No roster shows either with the giver; an edge rusher is a lineman to one source."""

    def write(t: Writer) -> None:
        t.roster(t.player("Dale Preston", "LB", gsis="edge"), 2023, 6, "HOU")
        t.roster(t.player("Dale Preston", "QB", gsis="passer"), 2023, 6, "NYJ")

    found = asked(tmp_path, write, position="DE")
    assert (found.identity, found.player.gsis) == (Identity.ONE, "edge")
    assert found.player.position == "DE"


def test_who_plays_is_meant_before_who_stopped(tmp_path: Path) -> None:
    """A row of two years ago is no sign of a player; one of last season is."""

    def write(t: Writer) -> None:
        t.week(t.player("Dale Preston", gsis="stopped"), 2021, 3, "HOU", "MIN")
        t.week(t.player("Dale Preston", gsis="plays"), 2022, 9, "NYJ", "MIN")

    found = asked(tmp_path, write)
    assert (found.identity, found.player.gsis) == (Identity.ONE, "plays")


def _traded(t: Writer, pid: int) -> None:
    t.trade(date(2023, 8, 1), player_leg("HOU", "NYJ", pid))


def _charted(t: Writer, pid: int) -> None:
    line = {"season": 2023, "week": 5, "day": "", "team": "NYJ", "position": "RB", "rank": 1}
    t.insert("depth", **line, slot=0, pid=pid, formation="", known_on=date(2023, 10, 10))


_SIGNS: dict[str, Callable[[Writer, int], object]] = {
    "trade": _traded,
    "depth chart": _charted,
    "season": lambda t, pid: t.total(pid, 2022, "NYJ"),
    "snaps": lambda t, pid: t.snap(pid, 2023, 5, "NYJ", "MIN"),
    "injury report": lambda t, pid: t.injury(pid, 2023, 5, "NYJ"),
    "entry": lambda t, pid: t.db.execute(
        "UPDATE player SET rookie_season = 2023 WHERE pid = ?", (pid,)
    ),
    "draft": lambda t, pid: t.db.execute(
        "UPDATE player SET draft_season = 2022 WHERE pid = ?", (pid,)
    ),
}


@pytest.mark.parametrize("sign", _SIGNS.values(), ids=_SIGNS)
def test_whatever_shows_that_he_plays_counts(
    tmp_path: Path, sign: Callable[[Writer, int], object]
) -> None:
    """A lineman is in few tables, a newcomer in none yet."""

    def write(t: Writer) -> None:
        t.player("Dale Preston", rookie_season=2012)
        sign(t, t.player("Dale Preston", gsis="plays"))

    assert asked(tmp_path, write).player.gsis == "plays"


def test_two_who_play_are_several(tmp_path: Path) -> None:
    """Nothing tells them apart, so nobody is shown."""

    def write(t: Writer) -> None:
        for club in ("HOU", "NYJ"):
            t.roster(t.player("Dale Preston"), 2023, 6, club)

    found = asked(tmp_path, write)
    assert (found.identity, found.player.gsis) == (Identity.SEVERAL, None)


@pytest.mark.parametrize(
    ("printed", "identity"),
    [("Dale Preston Jr.", Identity.ONE), ("Dale Preston", Identity.SEVERAL)],
)
def test_a_printed_suffix_decides_on_one_club(
    tmp_path: Path, printed: str, identity: Identity
) -> None:
    """Father and son in one locker room: without the suffix it may be either."""

    def write(t: Writer) -> None:
        t.roster(t.player("Dale Preston"), 2023, 6, "LA")
        t.roster(t.player("Dale Preston Jr.", gsis="son"), 2023, 6, "LA")

    found = asked(tmp_path, write, printed)
    assert found.identity is identity
    assert (found.player.gsis == "son") == (identity is Identity.ONE)


def test_another_printed_name_is_his(tmp_path: Path) -> None:
    """The table of facts knows both forms, the statistics only one; the register's spelling is kept."""

    def write(t: Writer) -> None:
        t.roster(t.player("Marquise Brown", "WR"), 2023, 6, "LA")

    found = asked(tmp_path, write, "Hollywood Brown")
    assert (found.identity, found.name, found.player.name) == (
        Identity.ONE, "Hollywood Brown", "Marquise Brown",
    )  # fmt: skip


@pytest.mark.parametrize(("write", "identity"), [
    (everybody, Identity.NOBODY),
    (lambda _: None, Identity.UNCHECKED),
])  # fmt: skip
def test_a_name_from_nowhere_is_nobody_where_the_tables_know_everybody(
    tmp_path: Path, write: Callable[[Writer], None], identity: Identity
) -> None:
    """A small table proves nothing."""
    assert asked(tmp_path, write).identity is identity


def test_before_the_draft_nobody_new_is_missing(tmp_path: Path) -> None:
    """In March the newcomers of last season are the latest; in May this year's are wanted."""
    march = asked(tmp_path, everybody, day=date(2024, 3, 20))
    (tmp_path / "stats.db").unlink()
    may = asked(tmp_path, everybody, day=date(2024, 5, 20))
    assert (march.identity, may.identity) == (Identity.NOBODY, Identity.UNCHECKED)


def _gone(t: Writer) -> None:
    t.week(t.player("Dale Preston", rookie_season=2015), 2020, 3, "LA", "MIN")


def _gone_from_full_rosters(t: Writer) -> None:
    _gone(t)
    for n in range(2000):
        t.roster(10_000 + n, 2023, 1, "HOU")


@pytest.mark.parametrize(("write", "identity"), [
    (_gone_from_full_rosters, Identity.NOBODY),
    (_gone, Identity.ONE),
])  # fmt: skip
def test_who_left_no_trace_is_nobody_only_where_rosters_are_full(
    tmp_path: Path, write: Callable[[Writer], None], identity: Identity
) -> None:
    """A lineman leaves no trace in tables of passes and catches."""
    assert asked(tmp_path, write).identity is identity


def test_without_a_trace_of_two_neither_is_named(tmp_path: Path) -> None:
    """That is no reason to hold the trade either."""

    def write(t: Writer) -> None:
        t.player("Dale Preston", rookie_season=2015)
        t.player("Dale Preston", rookie_season=2016)

    assert asked(tmp_path, write).identity is Identity.UNCHECKED


def test_who_left_no_trace_is_not_preferred_to_who_plays(tmp_path: Path) -> None:
    """The one who plays has another position: it may be either, and the tables cannot tell."""

    def write(t: Writer) -> None:
        t.roster(t.player("Dale Preston", "QB"), 2023, 6, "HOU")
        t.player("Dale Preston", "LB", rookie_season=2019)

    assert asked(tmp_path, write, position="LB").identity is Identity.UNCHECKED


def test_a_half_without_the_leagues_id_is_nobodys_rival(tmp_path: Path) -> None:
    """The sources are not always joined: one man may stand in the tables twice."""

    def write(t: Writer) -> None:
        t.week(t.player("Dale Preston", gsis="whole"), 2023, 3, "HOU", "MIN")
        t.week(t.player("Dale Preston", gsis=None), 2023, 3, "HOU", "MIN")

    assert asked(tmp_path, write).player.gsis == "whole"


@pytest.mark.parametrize(("printed", "position", "gave", "identity"), [
    ("Dale Prestn", "RB", "LA", Identity.ONE),
    ("Dale Prestn", None, "LA", Identity.NOBODY),
    ("Dale Prestn", "QB", "LA", Identity.NOBODY),
    ("Dale Prestn", "RB", HOU, Identity.NOBODY),
    ("Dale Prestn", "RB", None, Identity.NOBODY),
    ("Dale Breston", "RB", "LA", Identity.NOBODY),
    ("Dale Prstn", "RB", "LA", Identity.NOBODY),
])  # fmt: skip
def test_one_slip_is_forgiven_at_the_giver_and_position(
    tmp_path: Path, printed: str, position: str | None, gave: str | None, identity: Identity
) -> None:
    """Agency copy has typos; club, position and the last name's initial must agree."""

    def write(t: Writer) -> None:
        everybody(t)
        t.roster(t.player("Dale Preston", "RB"), 2023, 6, "LA")

    found = asked(tmp_path, write, printed, position=position, gave=gave)
    assert found.identity is identity
    assert (found.player.name == "Dale Preston") == (identity is Identity.ONE)


@pytest.mark.parametrize(("gave", "identity"), [("LA", Identity.ONE), (HOU, Identity.NOBODY)])
def test_a_short_given_name_counts_at_the_giver_only(
    tmp_path: Path, gave: str, identity: Identity
) -> None:
    """Matt may be Matthew there; elsewhere he may be anybody."""

    def write(t: Writer) -> None:
        everybody(t)
        t.roster(t.player("Matthew Preston"), 2023, 6, "LA")

    assert asked(tmp_path, write, "Matt Preston", gave=gave).identity is identity


def test_an_id_decides_before_a_name(tmp_path: Path) -> None:
    """A merged trade knows him already, whatever was printed."""

    def write(t: Writer) -> None:
        t.player("Dale Preston", gsis="his")

    found = asked(tmp_path, write, "Preston", gsis="his", partial=True)
    assert (found.identity, found.player.name) == (Identity.ONE, "Dale Preston")


def test_a_bare_last_name_is_never_looked_for(tmp_path: Path) -> None:
    """Half of all players share theirs."""

    def write(t: Writer) -> None:
        everybody(t)
        t.roster(t.player("Preston"), 2023, 6, "LA")

    found = asked(tmp_path, write, "Preston", partial=True)
    assert (found.identity, found.player.name, found.club) == (Identity.UNCHECKED, "Preston", None)


def test_nobody_of_a_later_season_is_meant(tmp_path: Path) -> None:
    """His namesake is drafted next year, and plays then."""

    def write(t: Writer) -> None:
        t.roster(t.player("Dale Preston", gsis="now"), 2022, 6, "HOU")
        t.week(t.player("Dale Preston", rookie_season=2024), 2023, 3, "LA", "MIN")
        t.roster(t.player("Dale Preston"), 2023, 7, "LA", known_on=date(2023, 10, 24))

    found = asked(tmp_path, write, day=OCTOBER)
    assert (found.identity, found.player.gsis) == (Identity.ONE, "now")
