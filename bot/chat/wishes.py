"""What a manager asked for -> what the channel gets: pure, and every mistake in one sentence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.chat.choices import POSITIONS, club_of, zone_named
from bot.errors import UnknownWordError, UsageError
from bot.model import LEAGUE_ZONE, DealKind, Destination, Importance, Manner, Quiet, Status, Style

T = TypeVar("T")

PINGABLE = tuple(Status)
PINGED = (
    Status.REPORTED,
    Status.OFFICIAL,
)  # what a role is pinged for that nothing else was said of
ALL, NONE = "all", "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The options of `/alerts subscribe` and `edit` as they were typed; None was left out.

    Attributes:
        role: the id of the role to ping.
        quiet_from, quiet_to: full hours; the same hour twice means no quiet hours.
    """

    clubs: str | None = None
    positions: str | None = None
    kinds: str | None = None
    rumours: bool | None = None
    importance: str | None = None
    style: str | None = None
    role: str | None = None
    ping_statuses: str | None = None
    quiet_from: int | None = None
    quiet_to: int | None = None
    zone: str | None = None
    thread: bool | None = None
    publish: bool | None = None

    @property
    def pings_anew(self) -> bool:
        """Whether it makes a role be pinged, or for more: that is an administrator's choice."""
        return self.role is not None or self.ping_statuses not in {None, NONE}


def granted(to: Destination, wish: Wish) -> Destination:
    """The destination with what was asked for; what was left out stays.

    Raises:
        UsageError: something cannot be meant.
    """
    return replace(
        to,
        clubs=to.clubs if wish.clubs is None else _several(wish.clubs, club_of),
        positions=to.positions if wish.positions is None else _several(wish.positions, _position),
        kinds=to.kinds if wish.kinds is None else _several(wish.kinds, DealKind),
        statuses=_statuses(to, rumours=wish.rumours),
        least=to.least if wish.importance is None else Importance(wish.importance),
        quiet=_quiet(to.quiet, wish),
        manner=_manner(to.manner, wish),
    )


def _statuses(to: Destination, *, rumours: bool | None) -> tuple[Status, ...]:
    if rumours is None:
        return to.statuses
    wanted = {*to.statuses, Status.RUMOUR} if rumours else {*to.statuses} - {Status.RUMOUR}
    return tuple(status for status in Status if status in wanted)


def _manner(manner: Manner, wish: Wish) -> Manner:
    return Manner(
        style=manner.style if wish.style is None else Style(wish.style),
        pings=_pings(manner.pings, wish),
        thread=manner.thread if wish.thread is None else wish.thread,
        publish=manner.publish if wish.publish is None else wish.publish,
    )


def _pings(known: tuple[tuple[Status, str], ...], wish: Wish) -> tuple[tuple[Status, str], ...]:
    """One role for each of the statuses; what only one option says, the other keeps."""
    if wish.role is None and wish.ping_statuses is None:
        return known
    if wish.ping_statuses is not None and wish.ping_statuses.strip().casefold() == NONE:
        return ()
    role = wish.role or (known[0][1] if known else None)
    if role is None:
        raise UsageError("ping_statuses needs ping_role: choose the role as well.")
    before = tuple(status for status, _ in known) or PINGED
    asked = wish.ping_statuses
    return tuple((each, role) for each in (before if asked is None else _several(asked, _status)))


def _quiet(known: Quiet | None, wish: Wish) -> Quiet | None:
    if wish.quiet_from is None and wish.quiet_to is None and wish.zone is None:
        return known
    start, end = wish.quiet_from, wish.quiet_to
    if known is not None:
        start, end = known.start if start is None else start, known.end if end is None else end
    if start is None or end is None:
        raise UsageError("Quiet hours need both quiet_from and quiet_to.")
    zone = _zone(wish.zone) if wish.zone is not None else known.zone if known else LEAGUE_ZONE
    return None if start == end else Quiet(start=start, end=end, zone=zone)


def _several(typed: str, read: Callable[[str], T]) -> tuple[T, ...]:
    """A list with commas; "all" is written as nothing."""
    parts = [part.strip() for part in typed.split(",") if part.strip()]
    if not parts or ALL in {part.casefold() for part in parts}:
        return ()
    return tuple(dict.fromkeys(map(read, parts)))


def _position(typed: str) -> str:
    return _one(typed, POSITIONS, "position", typed.upper())


def _status(typed: str) -> Status:
    return Status(_one(typed, PINGABLE, "status", typed.casefold()))


def _one(typed: str, known: Iterable[str], what: str, key: str) -> str:
    names = list(map(str, known))
    if key not in names:
        raise UnknownWordError(typed, f"is no {what}: use {', '.join(names)}.")
    return key


def _zone(typed: str) -> ZoneInfo:
    found = zone_named(typed)
    if found is None:
        raise UnknownWordError(typed, "is no time zone: pick one from the list.")
    return ZoneInfo(found)
