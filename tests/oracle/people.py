"""Who is who in nflverse's files: one key a person, joined by ids; by name only where a file has none."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.oracle.words import group, plain

BLANK = {"NA", "NULL", "n/a"}


def read(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of a file; what nflverse writes for nothing becomes the empty text."""
    with (folder / "nflverse" / name).open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        head = next(reader)
        for row in reader:
            yield {k: "" if v in BLANK else v for k, v in zip(head, row, strict=True)}


def whole(text: str) -> int | None:
    """A whole number that may be written as 6.0, or nothing."""
    return int(float(text)) if text else None


class People:
    """Ids of both houses (gsis, pfr) to one key, with names, positions and the clubs of each season."""

    def __init__(self, folder: Path) -> None:
        self._gsis: dict[str, str] = {}
        self._pfr: dict[str, str] = {}
        self.names: dict[str, set[str]] = defaultdict(set)
        self.shown: dict[str, str] = {}
        self.positions: dict[str, list[str]] = defaultdict(list)
        self._named: dict[str, set[str]] = defaultdict(set)
        self._seasons: dict[str, set[int]] = defaultdict(set)
        self._there: dict[tuple[int, str], set[str]] = defaultdict(set)  # season, name
        self._with: dict[tuple[int, str, str], set[str]] = defaultdict(set)  # ... and club
        for gsis, pfr, names, position in self._sources(folder):
            self._link(gsis, pfr)
            self.note(self.key(gsis, pfr), names, position)

    def _sources(self, folder: Path) -> Iterator[tuple[str, str, list[str], str]]:
        for file in ("roster_weekly_2026.csv", "roster_2023.csv", "roster_2022.csv"):
            for row in read(folder, file):
                if row["gsis_id"]:
                    nick = f"{row['football_name']} {row['last_name']}"
                    yield row["gsis_id"], "", [row["full_name"], nick], row["position"]
        crosswalk = list(read(folder, "ff_playerids.csv"))
        unsure = _repeated(r["pfr_id"] for r in crosswalk) | _repeated(
            r["gsis_id"] for r in crosswalk
        )
        for row in crosswalk:
            ids = [i if i not in unsure else "" for i in (row["gsis_id"], row["pfr_id"])]
            if any(ids):
                yield ids[0], ids[1], [row["name"], row["merge_name"]], row["position"]
        for file in ("draft_picks_2022_2025.csv", "draft_picks_1980_2023.csv"):
            for row in read(folder, file):
                yield (
                    row["gsis_id"],
                    row["pfr_player_id"],
                    [row["pfr_player_name"]],
                    row["position"],
                )

    def _link(self, gsis: str, pfr: str) -> None:
        """The first source that joins two ids is believed."""
        if gsis and pfr and pfr not in self._pfr and self._gsis.get(gsis, gsis) == gsis:
            self._gsis[gsis] = gsis
            self._pfr[pfr] = gsis

    def key(self, gsis: str, pfr: str) -> str:
        """The key of a person with these ids, or the empty text."""
        return gsis or self._pfr.get(pfr, pfr)

    def plays_about(self, key: str, season: int) -> bool:
        """Whether a file within three seasons knows him."""
        return any(abs(s - season) <= 3 for s in self._seasons[key])

    def note(self, key: str, names: Iterable[str], position: str) -> None:
        """A printed name and position of a person."""
        if key:
            self.names[key] |= {plain(n) for n in names if n}
            self.positions[key] += [position] * bool(position)

    def seen(
        self, key: str, season: int, team: str, names: Iterable[str], position: str = ""
    ) -> None:
        """A person is in a file of a season with a club."""
        self.note(key, names, position)
        self._seasons[key].add(season)
        for name in {plain(n) for n in names}:
            self._there[season, name].add(key)
            self._with[season, name, team].add(key)

    def find(self, season: int, team: str, name: str, position: str) -> str | None:
        """The person behind a bare name of a roster: with that club that season, else any of that kind."""
        here = self._with[season, plain(name), team]
        fits = {k for k in here if self._was(k, position)}
        there = {k for k in self._there[season, plain(name)] if self._was(k, position)}
        ever = {k for k in self.called(plain(name)) if self._was(k, position)}
        found = next((keys for keys in (here, fits, there, ever) if len(keys) == 1), set())
        return next(iter(found)) if found and (here & found or not here) else None

    def _was(self, key: str, position: str) -> bool:
        """Whether any source gives him a position of this kind."""
        return group(position) in {group(p) for p in self.positions[key]}

    def called(self, name: str) -> set[str]:
        """Everybody who is printed so somewhere."""
        if not self._named:
            for key, names in self.names.items():
                for one in names:
                    self._named[one].add(key)
        return self._named[name]

    def unite(self, pfr: str, name: str, season: int, team: str, position: str) -> None:
        """Join an id that no crosswalk knows to the one man of that name, club, season and kind."""
        if pfr in self._pfr:
            return
        linked = set(self._pfr.values())
        for there in (self._with[season, plain(name), team], self._there[season, plain(name)]):
            free = [k for k in there - linked if "-" in k]
            fits = [k for k in free if akin(self.group(k), group(position))]
            if len(fits) == 1:
                self._pfr[pfr] = fits[0]
                self.names[fits[0]] |= self.names.pop(pfr, set())
                self.positions[fits[0]] += self.positions.pop(pfr, [])
                return

    def group(self, key: str) -> str | None:
        """The position group, by the first source that has one."""
        return next((g for g in map(group, self.positions[key]) if g), None)


def akin(one: str | None, other: str | None) -> bool:
    """Whether two sources may mean one man: a pass rusher is a lineman here, a linebacker there."""
    return one == other or {one, other} == {"DL", "LB"} or None in {one, other}


def _repeated(ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    again: set[str] = set()
    for i in ids:
        (again if i in seen else seen).add(i)
    return again - {""}
