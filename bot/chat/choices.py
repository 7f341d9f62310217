"""The names that somebody may choose from, and what a typed one means."""

from functools import cache
from zoneinfo import available_timezones

from bot import clubs
from bot.clubs import CLUBS, Club
from bot.errors import UnknownWordError
from bot.model import ClubCode, DealKind, Importance, Style

POSITIONS = ("QB", "RB", "WR", "TE", "OL", "DL", "LB", "DB", "ST")
KIND_WORDS = {DealKind.TRADE: "trades with players", DealKind.PICK_TRADE: "trades of picks alone"}
IMPORTANCE_WORDS = {
    Importance.MINOR: "of any importance",
    Importance.NOTABLE: "worth a third-round pick or more",
    Importance.MAJOR: "worth a first-round pick",
}
STYLE_WORDS = {Style.FULL: "full cards", Style.COMPACT: "compact cards"}


def club_of(typed: str) -> ClubCode:
    """The club that is meant by a code or a name.

    Raises:
        UnknownWordError: none is, or several are.
    """
    if found := clubs.by_code(typed):
        return found.code
    named = clubs.names().get(typed.strip().casefold(), ())
    if len(named) == 1:
        return named[0]
    several = f"may be {' or '.join(map(clubs.name, named))}" if named else "is no club"
    raise UnknownWordError(typed, f"{several}: pick one from the list.")


def clubs_like(typed: str) -> list[Club]:
    """The clubs whose name or code has these letters."""
    key = typed.strip().casefold()
    return [each for each in CLUBS if key in f"{each.name} {each.code}".casefold()]


@cache
def zones() -> tuple[str, ...]:
    """Every time zone; those of the league's cities first."""
    first = ("New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Toronto")
    ours = [f"America/{city}" for city in first] + ["Europe/London", "Europe/Berlin", "UTC"]
    return tuple(dict.fromkeys([*ours, *sorted(z for z in available_timezones() if "/" in z)]))


def zones_like(typed: str) -> list[str]:
    """The zones that have these letters."""
    key = typed.strip().casefold().replace(" ", "_")
    return [zone for zone in zones() if key in zone.casefold()]


def zone_named(typed: str) -> str | None:
    """The zone with this name, however it is capitalised; only names that we offer are read as files."""
    key = typed.strip().casefold().replace(" ", "_")
    return next((zone for zone in zones() if zone.casefold() == key), None)
