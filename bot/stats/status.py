"""What is loaded, how far, how old, and from where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.stats.db import Stats

_QUERY = """
    SELECT dataset, season, row_count, through_week, unmatched, origin, loaded_at FROM loaded
    ORDER BY dataset, season
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStatus:
    """One data set.

    Attributes:
        seasons: those that are loaded, oldest first; none: it is one file for all seasons.
        through_week: the last week with rows in the latest season, where it has weeks.
        rows: of all seasons.
        unmatched: rows whose player is not known for certain.
        loaded_at: when its oldest part was last found to be up to date.
        origins: the hosts it came from.
    """

    dataset: str
    seasons: tuple[int, ...]
    through_week: int | None
    rows: int
    unmatched: int
    loaded_at: datetime
    origins: tuple[str, ...]

    @property
    def missing(self) -> tuple[int, ...]:
        """Seasons between the first and the last that are not loaded."""
        whole = range(self.seasons[0], self.seasons[-1] + 1) if self.seasons else ()
        return tuple(season for season in whole if season not in self.seasons)

    def age(self, now: datetime) -> timedelta:
        """Since it was last found to be up to date."""
        return now - self.loaded_at

    def as_json(self, now: datetime) -> dict[str, Any]:
        """For programs."""
        return {
            "dataset": self.dataset,
            "seasons": list(self.seasons),
            "missing": list(self.missing),
            "through_week": self.through_week,
            "rows": self.rows,
            "unmatched": self.unmatched,
            "loaded_at": self.loaded_at.isoformat(),
            "age_seconds": int(self.age(now).total_seconds()),
            "origins": list(self.origins),
        }


def status(stats: Stats) -> tuple[SetStatus, ...]:
    """Every data set that is loaded, by name."""
    found: dict[str, list[Any]] = {}
    for row in stats.rows(_QUERY):
        found.setdefault(row["dataset"], []).append(row)
    return tuple(_status(name, parts) for name, parts in found.items())


def _status(name: str, parts: Sequence[Any]) -> SetStatus:
    return SetStatus(
        dataset=name,
        seasons=tuple(part["season"] for part in parts if part["season"]),
        through_week=parts[-1]["through_week"],
        rows=sum(part["row_count"] for part in parts),
        unmatched=sum(part["unmatched"] for part in parts),
        loaded_at=min(datetime.fromisoformat(part["loaded_at"]) for part in parts),
        origins=tuple(sorted({part["origin"] for part in parts})),
    )


def told(one: SetStatus, now: datetime) -> Iterator[str]:
    """The cells of a data set's line: name, seasons, rows, age, origin, what is amiss."""
    yield one.dataset.replace("_", " ")
    yield _seasons(one)
    yield f"{one.rows:,} rows"
    yield _age(one.age(now))
    yield ", ".join(one.origins)
    yield f"{one.unmatched:,} with an unknown player" if one.unmatched else ""


def _seasons(one: SetStatus) -> str:
    if not one.seasons:
        return "all seasons"
    first, last = one.seasons[0], one.seasons[-1]
    text = str(first) if first == last else f"{first}-{last}"
    if one.missing:
        text += f" without {', '.join(map(str, one.missing))}"
    return f"{text}, through week {one.through_week}" if one.through_week else text


def _age(age: timedelta) -> str:
    hours = int(age.total_seconds() // 3600)
    if hours < 1:
        return "less than an hour old"
    many, unit = (hours // 24, "day") if hours >= 48 else (hours, "hour")  # noqa: PLR2004
    return f"{many} {unit}{'' if many == 1 else 's'} old"
