"""The statistics that are kept of each game, under nflverse's own names, and how the schema spells them."""

from importlib.resources import files
from typing import Final

PASSING: Final = (
    "completions", "attempts", "passing_yards", "passing_tds", "passing_interceptions",
    "sacks_suffered", "sack_yards_lost", "passing_air_yards", "passing_first_downs",
    "passing_epa", "passing_2pt_conversions",
)  # fmt: skip
RUSHING: Final = (
    "carries", "rushing_yards", "rushing_tds", "rushing_fumbles", "rushing_fumbles_lost",
    "rushing_first_downs", "rushing_epa", "rushing_2pt_conversions",
)  # fmt: skip
RECEIVING: Final = (
    "receptions", "targets", "receiving_yards", "receiving_tds", "receiving_fumbles",
    "receiving_fumbles_lost", "receiving_air_yards", "receiving_yards_after_catch",
    "receiving_first_downs", "receiving_epa", "receiving_2pt_conversions",
)  # fmt: skip
DEFENCE: Final = (
    "def_tackles_solo", "def_tackles_with_assist", "def_tackle_assists",
    "def_tackles_for_loss", "def_fumbles_forced", "def_sacks", "def_qb_hits",
    "def_interceptions", "def_interception_yards", "def_pass_defended", "def_tds", "def_safeties",
)  # fmt: skip
KICKING: Final = ("fg_made", "fg_att", "fg_long", "pat_made", "pat_att", "pt_att", "pt_yards")
RETURNS: Final = (
    "special_teams_tds", "punt_returns", "punt_return_yards", "kickoff_returns", "kickoff_return_yards",
)  # fmt: skip
FANTASY: Final = ("fantasy_points", "fantasy_points_ppr")

STATS: Final = (*PASSING, *RUSHING, *RECEIVING, *DEFENCE, *KICKING, *RETURNS, *FANTASY)
REALS: Final = frozenset(
    {
        "passing_epa",
        "rushing_epa",
        "receiving_epa",
        "def_sacks",
        "fantasy_points",
        "fantasy_points_ppr",
    }
)
LONGEST: Final = frozenset({"fg_long"})  # over several games the greatest, not the sum


def schema() -> str:
    """The statements that make an empty stats.db."""
    kinds = ((stat, "REAL" if stat in REALS else "INTEGER") for stat in STATS)
    columns = "\n".join(f"  {stat} {kind}," for stat, kind in kinds)
    text = files("bot.stats").joinpath("schema.sql").read_text(encoding="utf-8")
    return text.replace("  /*STATS*/", columns)
