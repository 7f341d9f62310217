"""Where reports come from, and time as the engine sees it."""

from datetime import datetime
from typing import Protocol

from bot.model import Page, Trust, Validators


class Clock(Protocol):
    """Time as the engine sees it; tests replace it."""

    def now(self) -> datetime:
        """The wall clock, aware UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class Feed(Protocol):
    """One source of reports."""

    @property
    def name(self) -> str:
        """The configured name, unique."""
        ...

    @property
    def trust(self) -> Trust:
        """How far its reports are believed, by configuration."""
        ...

    async def poll(self, validators: Validators, now: datetime) -> Page:
        """Read the newest items.

        Args:
            validators: those of the last stored page; empty asks for everything.
            now: becomes `seen_at` of the reports.

        Returns:
            A page with `modified=False` and no reports when the feed says that nothing changed.

        Raises:
            FeedUnavailableError: no answer; try at the next poll, not before `retry_after`.
            FeedInvalidError: an answer that is not this kind of feed. Nothing of it may be used.
        """
        ...

    async def page_back(self, page: int, now: datetime) -> Page | None:
        """Read an older page (2 is the one behind the newest).

        Returns:
            None when this feed has no older pages; else as `poll`, validators empty.
        """
        ...
