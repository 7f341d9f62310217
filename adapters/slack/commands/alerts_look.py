"""`/alerts list|status|failed|explain`: what a workspace's managers may see of their own channels."""

from collections.abc import Sequence

from adapters.slack import blocks, text
from adapters.slack.blocks import Block
from adapters.slack.commands import places, wording
from adapters.slack.commands.asker import Asker
from adapters.slack.commands.desk import Desk
from adapters.slack.commands.pages import Page, Sheet, note
from bot.chat import sentences
from bot.model import Check, Destination, Explained, Failure, TradeId

A_PAGE = 5
FAILURES_A_PAGE = 8
HEADING_MAX = 150
NONE_YET = sentences.of_server(sentences.NONE_YET, "slack")
NONE_HERE = "That channel has no alerts: see /alerts list."
NO_FAILURE = sentences.of_server(sentences.NO_FAILURE, "slack")
UNKNOWN_TRADE = "No trade is known by these words: try a player or a club."
WORDS = wording.words


class Looks:
    """The pages of these commands; none of them changes anything."""

    def __init__(self, desk: Desk) -> None:
        self._alerts = desk.backend.alerts
        for name in ("list", "status", "failed", "explain"):
            desk.makes(f"alerts {name}", getattr(self, name))

    async def list(self, asker: Asker) -> Sheet:
        """Every channel with what it asked for."""
        found = await self._alerts.subscriptions(asker.team)
        return _pages("Alerts of this workspace", [described(to) for to in found]) or note(NONE_YET)

    async def status(self, asker: Asker) -> Sheet:
        """Every channel with what the bot lacks there, and how deliveries go."""
        health = {each.destination: each for each in await self._alerts.health(asker.team)}
        subscribed = await self._alerts.subscriptions(asker.team)
        lacks = await places.lacks_each(asker, subscribed)
        entries = []
        for to in subscribed:
            lines = ["⏸️ paused"] * to.paused
            lines += lacks[to.id] or ["✅ the bot can post there"]
            lines.append(WORDS.health(health.get(to.id)))
            entries.append(entry(to, lines))
        return _pages("Status of this workspace's alerts", entries) or note(NONE_YET)

    async def failed(self, asker: Asker) -> Sheet:
        """What could not be delivered."""
        failures = await self._alerts.failures(asker.team)
        found = await self._alerts.subscriptions(asker.team)
        channels = {str(to.id): wording.mention(to) for to in found}
        starts = range(0, len(failures), FAILURES_A_PAGE)
        parts = [failures[start : start + FAILURES_A_PAGE] for start in starts]
        return [_failures(part, channels) for part in parts] or note(NO_FAILURE)

    async def explain(self, asker: Asker, trade: str, channel: str | None = None) -> Sheet:
        """Why a trade was or was not posted here: a page for each channel."""
        told = await self._alerts.explain(asker.team, TradeId(trade))
        if told is None:
            return note(UNKNOWN_TRADE)
        named = [place for place in told.places if channel in {None, place[0].channel}]
        pages = [_explained(told, to, checks, state) for to, checks, state in named]
        return pages or note(NONE_HERE if told.places else NONE_YET)


def described(to: Destination) -> Block:
    """One channel with what it asked for."""
    return entry(to, WORDS.described(to))


def entry(to: Destination, lines: Sequence[str]) -> Block:
    """One channel with these lines."""
    return blocks.section([f"*{wording.mention(to)}*", *(f"• {line}" for line in lines)])


def _pages(title: str, entries: Sequence[Block]) -> list[Page]:
    parts = [entries[start : start + A_PAGE] for start in range(0, len(entries), A_PAGE)]
    return [Page(text=title, blocks=(blocks.header(title), *part), private=True) for part in parts]


def _failures(part: Sequence[Failure], channels: dict[str, str]) -> Page:
    title = "What could not be delivered"
    lines = [WORDS.failure(each, channels.get(each.destination, "?")) for each in part]
    return Page(text=title, blocks=(blocks.header(title), blocks.section(lines)), private=True)


def _explained(told: Explained, to: Destination, checks: tuple[Check, ...], state: str) -> Page:
    outcome = WORDS.outcome(told, state, checks)
    made = [blocks.header(told.headline), blocks.section([wording.mention(to), outcome])]
    for name, each in (("Every trade must pass", told.checks), ("This channel asked for", checks)):
        lines = [WORDS.check(check) for check in each] or ["nothing"]
        made.append(blocks.section([f"*{name}*", *lines]))
    summary = text.mrkdwn(told.headline, HEADING_MAX) or text.ELLIPSIS
    return Page(text=summary, blocks=tuple(made), private=True)
