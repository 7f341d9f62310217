"""The register of players on the tables: who a printed name means on a day, whose he is, and older trades of him."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import islice

from bot.model import Deal, GsisId, Leg, Player, Standing, person_key
from bot.stats.db import Stats
from bot.stats.queries import people
from bot.stats.queries.people import Person
from bot.stats.register.where import came_back, club_before, older
from bot.stats.register.who import Found, Who

_MOST_PLAYERS = 30  # of a deal; the largest trade on record moved fewer


def standings(stats: Stats, deal: Deal, day: date) -> Mapping[str, Standing]:
    """One standing for each printed name of a player in the deal, as the tables knew it on the day."""
    told = {a.name: (leg, a) for leg in deal.legs if isinstance(a := leg.asset, Player)}
    register = _Day(stats, day)
    return {name: register.standing(*one) for name, one in islice(told.items(), _MOST_PLAYERS)}


class _Day:
    """The register of one day."""

    def __init__(self, stats: Stats, day: date) -> None:
        self._stats, self._day = stats, day
        self._who = Who(stats, day)

    def standing(self, leg: Leg, player: Player) -> Standing:
        """What is known of a player who moves in a leg."""
        if player.partial and not player.gsis:
            return Standing(name=player.name, player=player)
        found = self._who.find(player, leg)
        man = found.man
        club, known = (man and club_before(man.seen, man.moves, leg, self._day)) or (None, None)
        return Standing(
            name=player.name,
            player=_as_registered(player, man.person) if man else player,
            identity=found.identity,
            club=club,
            club_on=known,
            moved=self._moved(leg, player, found),
        )

    def _moved(self, leg: Leg, player: Player, found: Found) -> date | None:
        """The day of an older trade of the same way, unless he has come back since."""
        men = [
            man
            for man in found.named
            if found.man is None or man is found.man or not man.person.gsis
        ]
        key = person_key(player.name)
        unknown = people.moves(self._stats, None, self._day)
        moves = [move for move in unknown if person_key(move.name) == key]
        moves = sorted([*moves, *(move for man in men for move in man.moves)])
        move = older(moves, leg, self._day)
        if move is None:
            return None
        seen = people.places(self._stats, move.pid, move.day, self._day) if move.pid else ()
        return None if came_back(move, leg, seen, moves) else move.day


def _as_registered(player: Player, person: Person) -> Player:
    gsis = GsisId(person.gsis) if person.gsis else player.gsis
    return replace(player, name=person.name, position=player.position or person.position, gsis=gsis)
