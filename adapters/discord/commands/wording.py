"""What a channel gets, and how it fares, in words for its managers: pure."""

from collections.abc import Iterator

from adapters.discord.text import clean, cut, neutralise
from bot import clubs
from bot.model import (
    Check,
    DealKind,
    Destination,
    Explained,
    Failure,
    Health,
    Importance,
    Manner,
    Status,
    Style,
)

SHOWN_MAX = 300
KIND_WORDS = {DealKind.TRADE: "trades with players", DealKind.PICK_TRADE: "trades of picks alone"}
IMPORTANCE_WORDS = {
    Importance.MINOR: "of any importance",
    Importance.NOTABLE: "worth a third-round pick or more",
    Importance.MAJOR: "worth a first-round pick",
}
STYLE_WORDS = {Style.FULL: "full cards", Style.COMPACT: "compact cards"}


def mention(to: Destination) -> str:
    """The channel as Discord shows it to whoever may see it."""
    return f"<#{to.channel}>" if to.channel.isdigit() else neutralise(to.channel)


def described(to: Destination) -> list[str]:
    """What the channel asked for, a line a matter; what is as everywhere is left out."""
    first = "**paused**, " if to.paused else ""
    talk = "rumours and confirmed trades" if Status.RUMOUR in to.statuses else "confirmed trades"
    whose = ", ".join(map(_club, to.clubs)) or "every club"
    return [f"{first}{talk} of {whose}", *_filters(to), *_quiet(to), *_manner(to.manner)]


def health_line(health: Health | None) -> str:
    """How deliveries go."""
    if health is None:
        return "✅ nothing was delivered yet"
    counts = f"{health.shown} shown, {health.waiting} waiting, {health.failed} failed"
    if health.refused_until is None:
        return f"✅ {counts}"
    again = f"<t:{int(health.refused_until.timestamp())}:R>"
    return f"❌ Discord refuses it, tried again {again}: {_shown(health.refusal)} ({counts})"


def failure_line(failure: Failure, channel: str) -> str:
    """One delivery that failed."""
    state = "given up" if failure.given_up else "failing"
    return f"**{state}** in {channel}, trade `{_code(failure.trade)}`: {_shown(failure.error)}"


def check_line(check: Check) -> str:
    """One condition, passed or failed."""
    mark = "✅" if check.passed else "❌"
    return f"{mark} {check.check.words}: {_shown(check.text)}"


def outcome(explained: Explained, state: str, checks: tuple[Check, ...]) -> str:
    """What came of it in one channel, in a sentence."""
    failed = [check.check.words for check in (*explained.checks, *checks) if not check.passed]
    if state == "shown":
        return "**It was posted here.**"
    if failed:
        return f"**It was not posted here**, for this does not hold: {failed[0]}."
    if state == "not wanted":
        return "**It was not posted here**: this channel asked for alerts only later."
    return f"**It is not shown here yet**: its delivery is {neutralise(state)}."


def _filters(to: Destination) -> Iterator[str]:
    if to.positions:
        yield f"only with a {', '.join(map(neutralise, to.positions))}"
    if to.kinds:
        yield f"only {' and '.join(KIND_WORDS[kind] for kind in to.kinds)}"
    if to.least is not Importance.MINOR:
        yield f"only {IMPORTANCE_WORDS[to.least]}"


def _quiet(to: Destination) -> Iterator[str]:
    if to.quiet is not None:
        quiet = to.quiet
        yield f"quiet from {quiet.start}:00 to {quiet.end}:00, {quiet.zone.key}"


def _manner(manner: Manner) -> Iterator[str]:
    extras = [STYLE_WORDS[manner.style]]
    extras += ["a thread under each"] * manner.thread
    extras += ["published to followers"] * manner.publish
    yield ", ".join(extras)
    roles = dict.fromkeys(role for _, role in manner.pings)
    for role in roles:
        statuses = ", ".join(status for status, pinged in manner.pings if pinged == role)
        yield f"pings <@&{role}> for: {statuses}"


def _club(code: str) -> str:
    found = clubs.by_code(code)
    return found.nickname if found else neutralise(code)


def _shown(text: str) -> str:
    return cut(neutralise(text), SHOWN_MAX)


def _code(text: str) -> str:
    return cut(clean(text).replace("`", "'"), 80)
