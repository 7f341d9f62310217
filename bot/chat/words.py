"""What a channel gets, and how it fares, in words for its managers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot import clubs
from bot.chat.choices import IMPORTANCE_WORDS, KIND_WORDS, STYLE_WORDS
from bot.model import Check, Destination, Explained, Failure, Health, Importance, Manner, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """How a platform writes what these sentences need.

    Attributes:
        platform: its name in a sentence.
        foreign: any text, made inert and short.
        strong: inert text, emphasised.
        code: any text as an id, made inert and short.
        thread: what a channel gets that chose threads.
        role: whom a ping calls, by the platform's id.
        ago: a moment, as far from now as it is.
    """

    platform: str
    foreign: Callable[[str], str]
    strong: Callable[[str], str]
    code: Callable[[str], str]
    thread: str
    role: Callable[[str], str]
    ago: Callable[[datetime], str]


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences in one platform's markup."""

    markup: Markup

    def described(self, to: Destination) -> list[str]:
        """What the channel asked for, a line a matter; what is as everywhere is left out."""
        first = f"{self.markup.strong('paused')}, " if to.paused else ""
        talk = (
            "rumours and confirmed trades" if Status.RUMOUR in to.statuses else "confirmed trades"
        )
        whose = ", ".join(map(self._club, to.clubs)) or "every club"
        return [
            f"{first}{talk} of {whose}",
            *self._filters(to),
            *_quiet(to),
            *self._manner(to.manner),
        ]

    def health(self, health: Health | None) -> str:
        """How deliveries go."""
        if health is None:
            return "✅ nothing was delivered yet"
        counts = f"{health.shown} shown, {health.waiting} waiting, {health.failed} failed"
        if health.refused_until is None:
            return f"✅ {counts}"
        again, why = self.markup.ago(health.refused_until), self.markup.foreign(health.refusal)
        return f"❌ {self.markup.platform} refuses it, tried again {again}: {why} ({counts})"

    def failure(self, failure: Failure, channel: str) -> str:
        """One delivery that failed."""
        state = self.markup.strong("given up" if failure.given_up else "failing")
        trade, why = self.markup.code(failure.trade), self.markup.foreign(failure.error)
        return f"{state} in {channel}, trade {trade}: {why}"

    def check(self, check: Check) -> str:
        """One condition, passed or failed."""
        mark = "✅" if check.passed else "❌"
        if check.passed and check.text in check.check.words:  # nothing more is known of it
            return f"{mark} {check.check.words}"
        return f"{mark} {check.check.words}: {self.markup.foreign(check.text)}"

    def outcome(self, explained: Explained, state: str, checks: tuple[Check, ...]) -> str:
        """What came of it in one channel, in a sentence."""
        strong = self.markup.strong
        failed = [check.check.words for check in (*explained.checks, *checks) if not check.passed]
        if state == "shown":
            return strong("It was posted here.")
        if failed:
            return f"{strong('It was not posted here')}, for this does not hold: {failed[0]}."
        if state == "not wanted":
            return f"{strong('It was not posted here')}: this channel asked for alerts only later."
        waits = strong("It is not shown here yet")
        return f"{waits}: its delivery is {self.markup.foreign(state)}."

    def _filters(self, to: Destination) -> Iterator[str]:
        if to.positions:
            yield f"only with a {', '.join(map(self.markup.foreign, to.positions))}"
        if to.kinds:
            yield f"only {' and '.join(KIND_WORDS[kind] for kind in to.kinds)}"
        if to.least is not Importance.MINOR:
            yield f"only {IMPORTANCE_WORDS[to.least]}"

    def _manner(self, manner: Manner) -> Iterator[str]:
        extras = [STYLE_WORDS[manner.style]]
        extras += [self.markup.thread] * manner.thread
        extras += ["published to followers"] * manner.publish
        yield ", ".join(extras)
        roles = dict.fromkeys(role for _, role in manner.pings)
        for role in roles:
            statuses = ", ".join(status for status, pinged in manner.pings if pinged == role)
            yield f"pings {self.markup.role(role)} for: {statuses}"

    def _club(self, code: str) -> str:
        found = clubs.by_code(code)
        return found.nickname if found else self.markup.foreign(code)


def _quiet(to: Destination) -> Iterator[str]:
    if to.quiet is not None:
        quiet = to.quiet
        hours = f"quiet from {quiet.start}:00 to {quiet.end}:00, {quiet.zone.key}"
        yield f"{hours}; what comes meanwhile is listed in one message at {quiet.end}:00"
