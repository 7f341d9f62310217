"""Club codes of every source and year, as today's."""

import polars as pl

from bot import clubs
from bot.stats.load.shape import ShapeError

# Pro Football Reference's codes that meant another club before a season.
_BEFORE = {"HOU": (1997, "TEN"), "BAL": (1984, "IND"), "STL": (1988, "ARI"), "PHO": (1994, "ARI")}


def today(code: str, season: int) -> str | None:
    """The code that the club has now, or None."""
    until, other = _BEFORE.get(code, (0, ""))
    if season < until:
        return other
    club = clubs.by_code(code)
    return club.code if club else None


def normalised(frame: pl.DataFrame, *names: str, season: str = "season") -> pl.DataFrame:
    """The frame with these columns in today's codes.

    Raises:
        ShapeError: a code is no club's.
    """
    return frame.with_columns([_column(frame, name, season) for name in names])


def _column(frame: pl.DataFrame, name: str, season: str) -> pl.Series:
    pairs = frame.select(name, season).unique().drop_nulls(name)
    codes = [today(code, year) for code, year in pairs.rows()]
    strangers = sorted({code for code, found in zip(pairs[name], codes, strict=True) if not found})
    if strangers:
        raise ShapeError(f"column '{name}' names clubs that do not exist: {', '.join(strangers)}")
    table = pairs.with_columns(pl.Series("_code", codes, dtype=pl.String))
    joined = frame.join(table, on=[name, season], how="left", maintain_order="left")
    return joined["_code"].alias(name)
