"""How a desk prints clubs, men and lists of what moves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot import clubs
from bot.model import Asset, ClubCode, Pick, Player
from tests.rendering.picks import PickPen

_OLD_HOMES = {
    "OAK": ("Oakland", "Raiders"),
    "SD": ("San Diego", "Chargers"),
    "STL": ("St. Louis", "Rams"),
}
_POSITIONS = {
    "QB": "quarterback", "RB": "running back", "WR": "wide receiver", "TE": "tight end",
    "OT": "offensive tackle", "G": "guard", "C": "center", "OL": "offensive lineman",
    "DE": "defensive end", "DT": "defensive tackle", "DL": "defensive lineman",
    "LB": "linebacker", "CB": "cornerback", "S": "safety", "K": "kicker", "P": "punter",
    "EDGE": "edge rusher", "FB": "fullback",
}  # fmt: skip
_SHORT, _LONG, _NONE = "short", "long", "none"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a sentence, and the assets that they state."""

    text: str
    assets: tuple[Asset, ...]

    def __str__(self) -> str:
        return self.text


class Pen:
    """One desk's habits, drawn once for a sentence.

    Args:
        rng: draws them.
        day: of the trade.
        homes: the record's own code of each club.
        wire: short positions and picks in full, as the wire prints them.
    """

    def __init__(
        self, rng: Random, day: datetime, homes: dict[ClubCode, str], *, wire: bool = False
    ) -> None:
        self.rng, self.day, self.homes, self.wire = rng, day, homes, wire
        self.positions = _SHORT if wire else rng.choice((_SHORT, _LONG, _LONG, _NONE))
        self.quote = rng.choice("'\u2019")
        self.oxford = rng.random() < 0.3
        self.picks = PickPen(rng, day, frozenset(homes), wire=wire)

    def full(self, code: ClubCode) -> str:
        """City and nickname as they were then."""
        return " ".join(self._home(code))

    def nick(self, code: ClubCode) -> str:
        """The nickname alone."""
        city, nickname = self._home(code)
        return nickname if nickname != "Football Team" else city

    def city(self, code: ClubCode) -> str:
        """The city alone; the nickname where another club has the same city today."""
        city, nickname = self._home(code)
        return nickname if city in {"New York", "Los Angeles", "St. Louis"} else city

    def the(self, code: ClubCode) -> str:
        """Read "the Jets", "the New York Jets" or "New York", as running text has it."""
        name = self.rng.choice((self.full, self.full, self.nick, self.city))(code)
        return name if name == self._home(code)[0] else f"the {name}"

    def _home(self, code: ClubCode) -> tuple[str, str]:
        if (home := self.homes.get(code, "")) in _OLD_HOMES:
            return _OLD_HOMES[home]
        club = clubs.by_code(code)
        assert club is not None
        if code == "WAS" and self.day.year < 2022:
            old = self.day.year < 2020 or (self.day.year == 2020 and self.day.month < 7)
            return "Washington", "Redskins" if old else "Football Team"
        return club.city, club.nickname

    def man(self, player: Player) -> str:
        """A name as the record has it, with a position in this desk's form."""
        name = player.name.replace("'", self.quote)
        short, long = Random(player.name).choice(list(_POSITIONS.items()))  # noqa: S311 - the same words every time
        match self.positions:
            case "short":
                return f"{short} {name}"
            case "long":
                return f"{long} {name}"
            case _:
                return name

    def phrase(self, assets: Sequence[Asset]) -> Phrase:
        """Everything in one list: men, then picks."""
        men = [asset for asset in assets if isinstance(asset, Player)]
        picks = [asset for asset in assets if isinstance(asset, Pick)]
        worded = self.picks.group(picks)
        parts = [*map(self.man, men), *(text for text, _ in worded)]
        stated = (*men, *(pick for _, group in worded for pick in group))
        return Phrase(self._joined(parts), stated)

    def lines(self, assets: Sequence[Asset]) -> tuple[list[str], tuple[Asset, ...]]:
        """Each asset by itself, for a list of lines."""
        singles = [self.phrase([asset]) for asset in assets]
        return [one.text for one in singles], tuple(a for one in singles for a in one.assets)

    def _joined(self, parts: Sequence[str]) -> str:
        if len(parts) < 3:
            return " and ".join(parts)
        return f"{', '.join(parts[:-1])}{',' if self.oxford else ''} and {parts[-1]}"
