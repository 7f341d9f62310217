"""The local page, fed from the store; a page that cannot start never stops an alert."""

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot import cards, gate
from bot.config import Config
from bot.engine.poller import FeedState
from bot.errors import ConfigError
from bot.model import Card, CardKind
from bot.ports import Store
from bot.web import page
from bot.web.watch import Watch

log = logging.getLogger(__name__)


@asynccontextmanager
async def local_page(
    config: Config, store: Store, states: Sequence[FeedState], watch: Watch
) -> AsyncIterator[None]:
    """Serve the page while the body runs, if the configuration wants it."""
    if not config.web.enabled:
        yield
        return
    served = page.Page(
        trades=lambda: _latest(config, store),
        feeds=lambda: _feeds(states),
        brakes=store.brakes,
        more=watch.routes(),
    )
    try:
        port = await served.start(config.web.host, config.web.port)
    except ConfigError as error:
        log.error("page not served", extra={"reason": str(error)})  # noqa: TRY400 - no bug
        yield
        return
    log.info("page served", extra={"address": f"http://{config.web.host}:{port}/"})
    try:
        yield
    finally:
        await served.stop()


async def _latest(config: Config, store: Store) -> list[Card]:
    """The latest trades that may be shown, as cards."""
    trades = await store.trades(limit=50)
    shown = [t for t in trades if gate.decide(t, t.updated_at).card is not None]
    return [cards.build(t, gate.showable(t), CardKind.CARD, config.zone) for t in shown]


def _feeds(states: Sequence[FeedState]) -> list[page.FeedState]:
    return [
        page.FeedState(
            name=state.name,
            trust=state.trust,
            last_ok=state.last_ok,
            last_error=state.last_error,
            reports=state.reports,
        )
        for state in states
    ]
