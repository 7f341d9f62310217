"""Position groups, and the statistics that speak of each (docs/insights.md)."""

from typing import Final

_POSITIONS: Final = {
    "QB": "QB",
    "RB": "RB FB HB",
    "WR": "WR",
    "TE": "TE",
    "OL": "T G C OT OG OL LT RT LG RG",
    "DL": "DE DT NT DL EDGE",
    "LB": "LB ILB OLB MLB",
    "DB": "CB DB S SS FS SAF NB",
    "K": "K PK",
    "P": "P PN",
    "LS": "LS",
}
GROUP_OF: Final = {p: group for group, names in _POSITIONS.items() for p in names.split()}
_CATCHING: Final = ("receptions", "targets", "receiving_yards", "receiving_tds", "receiving_first_downs")  # fmt: skip
_FRONT: Final = ("def_sacks", "def_qb_hits", "def_tackles_for_loss", "def_tackles_solo", "def_fumbles_forced")  # fmt: skip
LINE: Final[dict[str, tuple[str, ...]]] = {
    "QB": (
        "completions", "attempts", "passing_yards", "passing_tds", "passing_interceptions",
        "carries", "rushing_yards", "rushing_tds",
    ),
    "RB": (
        "carries", "rushing_yards", "rushing_tds",
        "receptions", "receiving_yards", "receiving_tds", "receiving_first_downs",
    ),
    "WR": _CATCHING,
    "TE": _CATCHING,
    "OL": (),
    "DL": _FRONT,
    "LB": _FRONT,
    "DB": ("def_interceptions", "def_pass_defended", "def_tackles_solo", "def_sacks"),
    "K": ("fg_made", "fg_att", "fg_long", "pat_made", "pat_att"),
    "P": ("pt_att", "pt_yards"),
    "LS": (),
}  # fmt: skip
MAIN: Final = {
    "QB": "passing_yards",
    "RB": "rushing_yards",
    "WR": "receiving_yards",
    "TE": "receiving_yards",
    "DL": "def_sacks",
    "LB": "def_sacks",
    "DB": "def_interceptions",
    "K": "fg_made",
    "P": "pt_yards",
}
USAGE: Final = {
    "QB": "attempts",
    "RB": "carries",
    "WR": "targets",
    "TE": "targets",
}  # of player_week
SNAP_USAGE: Final = {"OL": "offense_snaps", "DL": "defense_snaps", "LB": "defense_snaps", "DB": "defense_snaps"}  # fmt: skip
OFFENCE: Final = frozenset({"QB", "RB", "WR", "TE", "OL"})
DEFENCE: Final = frozenset({"DL", "LB", "DB"})


def group_of(position: str | None) -> str | None:
    """The group of a position as nflverse writes it, or None."""
    return GROUP_OF.get(position or "")
