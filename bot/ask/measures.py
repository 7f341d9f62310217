"""What can be counted, and how people call it."""

from typing import Final

from bot.ask.measure import Loose, Measure

_PASSERS, _RUNNERS = frozenset({"QB"}), frozenset({"QB", "RB", "WR", "TE"})
_CATCHERS = frozenset({"RB", "WR", "TE"})
_DEFENDERS = frozenset({"DL", "LB", "DB"})
_KICKERS, _PUNTERS = frozenset({"K"}), frozenset({"P"})


def _spoken(name: str) -> str:
    """A printed name as the words of a question spell it."""
    return name.casefold().replace("-", " ")


def _counts(groups: frozenset[str], table: str) -> dict[str, Measure]:
    """Lines of: columns; name; other names."""
    found: dict[str, Measure] = {}
    for line in filter(str.strip, table.splitlines()):
        columns, name, *others = (part.strip() for part in line.split(";"))
        measure = Measure(name=name, columns=tuple(columns.split()), groups=groups)
        found |= dict.fromkeys([_spoken(name), *(o for o in others if o)], measure)
    return found


_COUNTS: Final = {
    **_counts(
        _PASSERS,
        """
        completions; completions; completed passes
        attempts; pass attempts; passing attempts; passes thrown; passes attempted
        passing_yards; passing yards; pass yards; yards passing; passing yardage; yards thrown; throwing yards; passing yds; pass yds; passing
        passing_tds; passing touchdowns; passing tds; pass touchdowns; pass tds; touchdown passes; td passes; touchdowns thrown; tds thrown; passing touchdown; passing td; touchdown pass; td pass
        passing_interceptions; interceptions thrown; picks thrown; ints thrown; passing interceptions; passes intercepted
        sacks_suffered; sacks taken; sacks suffered; times sacked; sacked
        sack_yards_lost; yards lost to sacks; sack yards lost; sack yards
        passing_air_yards; passing air yards; air yards thrown
        passing_first_downs; passing first downs
        passing_epa; passing EPA; passing epa; passing expected points added
        passing_2pt_conversions; passing two-point conversions; passing two point conversions; passing 2 point conversions
        """,
    ),
    **_counts(
        _RUNNERS,
        """
        carries; carries; rushes; rushing attempts; rush attempts; runs
        rushing_yards; rushing yards; rush yards; yards rushing; rushing yardage; running yards; yards on the ground; rushing yds; rush yds; rushing; ground yards
        rushing_tds; rushing touchdowns; rushing tds; rush touchdowns; rush tds; touchdowns rushing; rushing touchdown; rushing td; touchdown runs; running touchdowns
        rushing_fumbles; rushing fumbles
        rushing_fumbles_lost; rushing fumbles lost
        rushing_first_downs; rushing first downs
        rushing_epa; rushing EPA; rushing epa
        rushing_2pt_conversions; rushing two-point conversions; rushing two point conversions; rushing 2 point conversions
        rushing_fumbles receiving_fumbles; fumbles on runs and catches; fumbles
        rushing_yards receiving_yards; scrimmage yards; yards from scrimmage; total yards from scrimmage; all purpose yards from scrimmage
        """,
    ),
    **_counts(
        _CATCHERS,
        """
        receptions; receptions; catches; passes caught; catch; reception; balls caught
        targets; targets; target; times targeted
        receiving_yards; receiving yards; rec yards; yards receiving; receiving yardage; receiving yds; rec yds; receiving; yards caught
        receiving_tds; receiving touchdowns; receiving tds; rec tds; rec touchdowns; touchdown catches; td catches; touchdowns caught; receiving touchdown; receiving td; touchdown receptions; td receptions
        receiving_fumbles; receiving fumbles
        receiving_fumbles_lost; receiving fumbles lost
        receiving_air_yards; receiving air yards
        receiving_yards_after_catch; yards after the catch; yards after catch; yac
        receiving_first_downs; receiving first downs
        receiving_epa; receiving EPA; receiving epa
        receiving_2pt_conversions; receiving two-point conversions; receiving two point conversions; receiving 2 point conversions
        """,
    ),
    **_counts(
        _DEFENDERS,
        """
        def_tackles_solo def_tackles_with_assist def_tackle_assists; tackles; total tackles; combined tackles; tackle
        def_tackles_solo; solo tackles; tackles solo
        def_tackle_assists; tackle assists; assists on tackles
        def_tackles_with_assist; assisted tackles; tackles with an assist; tackles with assist
        def_tackles_for_loss; tackles for loss; tfl; tfls
        def_fumbles_forced; forced fumbles; fumbles forced; forced fumble
        def_sacks; sacks made; defensive sacks; sacks by defenders
        def_qb_hits; quarterback hits; qb hits; hits on the quarterback
        def_interceptions; interceptions made; defensive interceptions; interceptions caught; picks made; interceptions by defenders
        def_interception_yards; interception return yards; interception yards
        def_pass_defended; passes defended; pass breakups; passes broken up; pbus; passes defensed; pass deflections
        def_tds; defensive touchdowns; defensive tds; defensive touchdown
        def_safeties; safeties scored
        """,
    ),
    **_counts(
        _KICKERS,
        """
        fg_made; field goals made; field goals; field goal; fgs; fg made; kicks made; fgm
        fg_att; field goal attempts; field goals attempted; fg attempts; fga
        fg_long; longest field goal; longest fg; long field goal
        pat_made; extra points made; extra points; pats; extra point; xp; points after touchdown
        pat_att; extra point attempts; extra points attempted
        """,
    ),
    **_counts(
        _PUNTERS,
        """
        pt_att; punts; punting attempts
        pt_yards; punt yards; punting yards; yards punted
        """,
    ),
    **_counts(
        frozenset(),
        """
        special_teams_tds; special teams touchdowns; special teams tds; return touchdowns; return tds; kick return touchdowns
        punt_returns; punt returns; punt return
        punt_return_yards; punt return yards
        kickoff_returns; kickoff returns; kick returns
        kickoff_return_yards; kickoff return yards; kick return yards
        fantasy_points; fantasy points; standard fantasy points; non ppr fantasy points; standard points
        fantasy_points_ppr; PPR fantasy points; ppr fantasy points; fantasy points ppr; ppr points; ppr; fantasy ppr points; points in ppr; fantasy points in ppr; full ppr fantasy points
        """,
    ),
}


def _rate(  # noqa: PLR0917 - one row of the table below
    name: str, over: str, per: str, groups: frozenset[str], others: str = "", scale: int = 1
) -> dict[str, Measure]:
    measure = Measure(
        name=name,
        columns=tuple(over.split()),
        per=tuple(per.split()),
        scale=scale,
        groups=groups,
    )
    return dict.fromkeys([name, *(o.strip() for o in others.split(";") if o)], measure)


_RATES: Final = {
    **_rate("yards per carry", "rushing_yards", "carries", _RUNNERS, "ypc; yards a carry; yards per rush; rushing average; rushing yards per carry; yards per rushing attempt"),
    **_rate("yards per catch", "receiving_yards", "receptions", _CATCHERS, "yards per reception; yards a catch; receiving yards per catch"),
    **_rate("yards per target", "receiving_yards", "targets", _CATCHERS),
    **_rate("yards per attempt", "passing_yards", "attempts", _PASSERS, "yards per pass attempt; ypa; passing yards per attempt; yards per pass"),
    **_rate("completion percentage", "completions", "attempts", _PASSERS, "completion rate; completion percent; completions percentage", 100),
    **_rate("catch percentage", "receptions", "targets", _CATCHERS, "catch rate", 100),
    **_rate("touchdown percentage", "passing_tds", "attempts", _PASSERS, "td percentage; touchdown rate", 100),
    **_rate("interception percentage", "passing_interceptions", "attempts", _PASSERS, "interception rate", 100),
    **_rate("field goal percentage", "fg_made", "fg_att", _KICKERS, "fg percentage; field goal accuracy", 100),
    **_rate("yards per punt", "pt_yards", "pt_att", _PUNTERS, "punting average"),
    **_rate("passing yards per game", "passing_yards", "games", _PASSERS),
    **_rate("rushing yards per game", "rushing_yards", "games", _RUNNERS),
    **_rate("receiving yards per game", "receiving_yards", "games", _CATCHERS),
}  # fmt: skip

TOUCHDOWNS: Final = Measure(
    name="touchdowns",
    columns=("rushing_tds", "receiving_tds"),
    note="touchdowns count rushing and receiving ones; thrown, returned and defensive ones do not",
)
TOTAL_YARDS: Final = Measure(
    name="total yards",
    columns=("passing_yards", "rushing_yards"),
    note="total yards are passing and rushing yards; yards lost to sacks are not taken off",
)
SCRIMMAGE: Final = _COUNTS["scrimmage yards"]
TWO_POINT: Final = Measure(
    name="two-point conversions scored",
    columns=("rushing_2pt_conversions", "receiving_2pt_conversions"),
    note="two-point conversions count runs and catches; the pass to the catch does not count again",
)
FUMBLES_LOST: Final = Measure(
    name="fumbles lost",
    columns=("rushing_fumbles_lost", "receiving_fumbles_lost"),
    note="fumbles lost are those of runners and receivers, not of sacked quarterbacks",
)
GAMES: Final = Measure(name="games", columns=("games",))
FIRST_DOWNS: Final = Measure(
    name="first downs",
    columns=("rushing_first_downs", "receiving_first_downs"),
    note="first downs count runs and catches",
)
TEAM_SACKS: Final = Measure(name="sacks", columns=("sacks_suffered",))
TEAM_PICKS: Final = Measure(name="interceptions", columns=("passing_interceptions",))


def _named(*names: str) -> tuple[Measure, ...]:
    return tuple((_COUNTS | _RATES)[name] for name in names)


_YARDS = Loose(
    word="yards",
    by_group={
        "QB": _named("passing yards"),
        "RB": _named("rushing yards"),
        "WR": _named("receiving yards"),
        "TE": _named("receiving yards"),
        "P": _named("punt yards"),
    },
    of_club=TOTAL_YARDS,
    offers=("passing yards", "rushing yards", "receiving yards", "scrimmage yards"),
)
_TDS = Loose(
    word="touchdowns",
    by_group={
        "QB": _named("passing touchdowns", "rushing touchdowns"),
        **dict.fromkeys(("RB", "WR", "TE"), (TOUCHDOWNS,)),
        **dict.fromkeys(("DL", "LB", "DB"), _named("defensive touchdowns")),
    },
    of_club=TOUCHDOWNS,
    offers=(),
)
_TOTAL = Loose(
    word="total yards",
    by_group={"QB": (TOTAL_YARDS,), **dict.fromkeys(("RB", "WR", "TE"), (SCRIMMAGE,))},
    of_club=TOTAL_YARDS,
    offers=("scrimmage yards", "passing yards"),
)
_PASSES = Loose(
    word="passes",
    by_group={
        "QB": _named("pass attempts"),
        **dict.fromkeys(("RB", "WR", "TE"), _named("receptions")),
    },
    of_club=None,
    offers=("pass attempts", "completions", "receptions"),
)
_PICKS = Loose(
    word="interceptions",
    by_group={
        "QB": _named("interceptions thrown"),
        **dict.fromkeys(("DL", "LB", "DB"), _named("interceptions made")),
    },
    of_club=TEAM_PICKS,
    offers=("interceptions made", "interceptions thrown"),
    of_list=_COUNTS["interceptions made"],
)
_SACKS = Loose(
    word="sacks",
    by_group={
        "QB": _named("sacks taken"),
        **dict.fromkeys(("DL", "LB", "DB"), _named("sacks made")),
    },
    of_club=TEAM_SACKS,
    offers=("sacks made", "sacks taken"),
    of_list=_COUNTS["sacks made"],
)
_EPA = Loose(
    word="EPA",
    by_group={
        "QB": _named("passing epa"),
        "RB": _named("rushing epa"),
        "WR": _named("receiving epa"),
        "TE": _named("receiving epa"),
    },
    of_club=None,
    offers=("passing EPA", "rushing EPA", "receiving EPA"),
)
_AIR_YARDS = Loose(
    word="air yards",
    by_group={
        "QB": _named("passing air yards"),
        **dict.fromkeys(("RB", "WR", "TE"), _named("receiving air yards")),
    },
    of_club=_COUNTS["passing air yards"],
    offers=("passing air yards", "receiving air yards"),
)
_ATTEMPTS = Loose(
    word="attempts",
    by_group={"QB": _named("pass attempts"), "RB": _named("carries"), "K": _named("field goal attempts")},
    of_club=None,
    offers=("pass attempts", "carries", "field goal attempts"),
)  # fmt: skip

PHRASES: Final[dict[str, Measure | Loose]] = {
    **_COUNTS,
    **_RATES,
    **dict.fromkeys(("yards", "yardage", "yds", "yard"), _YARDS),
    **dict.fromkeys(("touchdowns", "tds", "touchdown", "td"), _TDS),
    **dict.fromkeys(("total touchdowns", "total tds"), TOUCHDOWNS),
    **dict.fromkeys(("interceptions", "ints", "interception", "int"), _PICKS),
    **dict.fromkeys(("sacks", "sack"), _SACKS),
    **dict.fromkeys(("attempts",), _ATTEMPTS),
    "passes": _PASSES,
    "passing passes": _PASSES,
    "receiving passes": _COUNTS["receptions"],
    **dict.fromkeys(("epa", "expected points added"), _EPA),
    **dict.fromkeys(("air yards", "air yardage"), _AIR_YARDS),
    **dict.fromkeys(("total yards", "total offense", "total offence", "offensive yards"), _TOTAL),
    **dict.fromkeys(
        (
            "two point conversions", "2 point conversions", "2 pt conversions",
            "2pt conversions", "two pointers", "two point tries", "two point conversion",
        ),
        TWO_POINT,
    ),
    **dict.fromkeys(("fumbles lost", "lost fumbles"), FUMBLES_LOST),
    **dict.fromkeys(("first downs", "first down", "1st downs"), FIRST_DOWNS),
}  # fmt: skip
