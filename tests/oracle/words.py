"""The page's tables once more, typed from it by hand: clubs, groups, lines, the calendar, names."""

import re
import unicodedata
from datetime import date, timedelta

_OLD_CODES = {
    "OAK": "LV", "RAI": "LV", "LVR": "LV", "SD": "LAC", "SDG": "LAC", "STL": "LA", "RAM": "LA",
    "LAR": "LA", "GNB": "GB", "KAN": "KC", "NOR": "NO", "NWE": "NE", "SFO": "SF", "TAM": "TB",
    "JAC": "JAX", "WSH": "WAS", "CRD": "ARI", "RAV": "BAL", "HTX": "HOU", "CLT": "IND",
    "OTI": "TEN", "PHO": "ARI", "ARZ": "ARI", "BLT": "BAL", "CLV": "CLE", "HST": "HOU", "SL": "LA",
}  # fmt: skip
CLUBS = (
    "ARI ATL BAL BUF CAR CHI CIN CLE DAL DEN DET GB HOU IND JAX KC "
    "LA LAC LV MIA MIN NE NO NYG NYJ PHI PIT SEA SF TB TEN WAS"
).split()
_GROUPS = {
    "QB": ["QB"],
    "RB": ["RB", "FB", "HB"],
    "WR": ["WR"],
    "TE": ["TE"],
    "OL": ["T", "G", "C", "OT", "OG", "OL", "LT", "RT", "LG", "RG"],
    "DL": ["DE", "DT", "NT", "DL", "EDGE"],
    "LB": ["LB", "ILB", "OLB", "MLB"],
    "DB": ["CB", "DB", "S", "SS", "FS", "NB", "SAF"],
    "K": ["K", "PK"],
    "P": ["P", "PN"],
    "LS": ["LS"],
}
_CATCH = ["receptions", "targets", "receiving_yards", "receiving_tds", "receiving_first_downs"]
_FRONT = ["def_sacks", "def_qb_hits", "def_tackles_for_loss", "def_tackles_solo", "def_fumbles_forced"]  # fmt: skip
_PASS = ["completions", "attempts", "passing_yards", "passing_tds", "passing_interceptions"]
_RUSH = ["carries", "rushing_yards", "rushing_tds"]
LINE = {
    "QB": [*_PASS, *_RUSH],
    "RB": [*_RUSH, "receptions", "receiving_yards", "receiving_tds", "receiving_first_downs"],
    "WR": _CATCH,
    "TE": _CATCH,
    "DL": _FRONT,
    "LB": _FRONT,
    "DB": ["def_interceptions", "def_pass_defended", "def_tackles_solo", "def_sacks"],
    "K": ["fg_made", "fg_att", "fg_long", "pat_made", "pat_att"],
    "P": ["pt_att", "pt_yards"],
}
MAIN = {
    "QB": "passing_yards", "RB": "rushing_yards", "WR": "receiving_yards", "TE": "receiving_yards",
    "DL": "def_sacks", "LB": "def_sacks", "DB": "def_interceptions", "K": "fg_made", "P": "pt_yards",
}  # fmt: skip
WEEKLY_LOAD = {"QB": "attempts", "RB": "carries", "WR": "targets", "TE": "targets"}
SNAP_LOAD = {"OL": "offense", "DL": "defense", "LB": "defense", "DB": "defense"}
OFFENCE = {"QB", "RB", "WR", "TE", "OL"}
DEFENCE = {"DL", "LB", "DB"}


def club(code: str) -> str:
    """Today's code."""
    return _OLD_CODES.get(code.upper(), code.upper())


def group(position: str) -> str | None:
    """The group that lists this position."""
    return next((name for name, listed in _GROUPS.items() if position in listed), None)


def plain(name: str) -> str:
    """A name without case, accents, punctuation and suffix; initials are drawn together."""
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
    )
    words = re.sub(r"[^a-z ]", "", letters.lower().replace("-", " ")).split()
    while len(words) > 2 and words[-1] in {"jr", "sr", "ii", "iii", "iv", "v"}:
        words.pop()
    while len(words) > 2 and len(words[0]) == 1 and len(words[1]) == 1:
        words[:2] = ["".join(words[:2])]
    return " ".join(words)


def season_of(day: str) -> int:
    """The league year of a day; it changes on 1 March."""
    return int(day[:4]) - (day[5:7] < "03")


def last_week(season: int) -> int:
    """The last regular week."""
    return 17 if season <= 2020 else 18


def next_day(day: str) -> str:
    """The day after."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def week_over(season: int, week: int) -> str:
    """The Tuesday after a week: week 1's is the second Tuesday after Labor Day's Monday begins."""
    day = date(season, 9, 1)
    while day.weekday() != 0:
        day += timedelta(days=1)
    extra = 1 if week == last_week(season) + 4 else 0  # a free week before the last game
    return (day + timedelta(days=8 + 7 * (week - 1 + extra))).isoformat()


def percent(share: float) -> int:
    """0 to 100, half up."""
    return int(share * 100 + 0.5 + 1e-9)
