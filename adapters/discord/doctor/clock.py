"""This machine's clock beside Discord's: how old news is, and when hours are quiet, is read from ours."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import SimpleNamespace

import aiohttp

from bot.model import Finding, broken, odd, well

ODD_S, BROKEN_S = 30, 300  # ours: news counts for hours, but a sample of log lines for seconds
DO = "let this machine take its time from the network (timedatectl set-ntp true)"


class Skew:
    """The least difference that any answer showed; its header has whole seconds, and the way takes time."""

    def __init__(self) -> None:
        self._least: float | None = None

    async def note(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, params: aiohttp.TraceRequestEndParams
    ) -> None:
        """Look at an answer's date."""
        try:
            theirs = parsedate_to_datetime(params.response.headers.get("Date", ""))
        except ValueError:
            return
        ahead = (datetime.now(UTC) - theirs).total_seconds()
        if self._least is None or abs(ahead) < abs(self._least):
            self._least = ahead

    def finding(self) -> Finding:
        """What it came to."""
        if self._least is None:
            return odd("clock", "Discord's answers have no date", "compare this machine's by hand")
        off = abs(self._least)
        side = "ahead of Discord's" if self._least > 0 else "behind Discord's"
        said = f"{off:.0f} s {side}"
        if off >= BROKEN_S:
            return broken("clock", said, DO)
        return odd("clock", said, DO) if off >= ODD_S else well("clock", "as Discord's")
