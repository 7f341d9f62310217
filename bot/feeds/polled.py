"""A feed behind an address: fetch, then parse in a thread."""

import asyncio
from abc import ABC, abstractmethod
from dataclasses import replace
from datetime import datetime

from bot.feeds.http import Answer, GuardedClient
from bot.feeds.parse import Origin
from bot.model import Page, Trust, Validators


class PolledFeed(ABC):
    """What the feeds of the network share; each kind says how a body is parsed."""

    def __init__(self, name: str, url: str, trust: Trust, client: GuardedClient) -> None:
        self.name, self.trust = name, trust
        self._url, self._client = url, client

    @abstractmethod
    def parse(self, answer: Answer, origin: Origin) -> Page:
        """The page in a body; runs in a worker thread.

        Raises:
            FeedInvalidError: the body is not this kind of feed.
        """

    async def poll(self, validators: Validators, now: datetime) -> Page:
        """Read the newest items; see `bot.ports.Feed`."""
        answer = await self._client.fetch(self.name, self._url, validators, now)
        if answer is None:
            return Page(reports=(), validators=validators, modified=False)
        return replace(await self._parsed(answer, now), validators=answer.validators)

    async def page_back(self, page: int, now: datetime) -> Page | None:  # noqa: ARG002 - the port's signature; most feeds are one page
        """Read an older page; see `bot.ports.Feed`."""
        return None

    async def _parsed(self, answer: Answer, now: datetime) -> Page:
        origin = Origin(feed=self.name, trust=self.trust, now=now)
        return await asyncio.to_thread(self.parse, answer, origin)
