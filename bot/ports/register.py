"""The register of players: who a printed name means, and whose player he was on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from bot.model import Deal, Standing


class Register(Protocol):
    """Who the players of a deal are, from rosters as they were known on a day."""

    async def standings(self, deal: Deal, day: date) -> Mapping[str, Standing]:
        """One standing for each printed name of a player in the deal; none where no register can be read.

        An id decides. Else a full name is looked for on the giver's roster of that day, then by position, then
        among everyone active; a bare last name is never looked for: it stays as printed, `UNCHECKED`. `NOBODY` is
        said only where the register of that day holds nearly everybody who plays. `ONE` gives the register's
        spelling. Rosters and trades count up to that day only; a record of the very trade that is told does not.
        Takes two seconds at most, and never raises what an operator can mend: it is logged.
        """
        ...
