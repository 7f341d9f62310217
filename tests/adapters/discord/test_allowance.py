"""Fifty requests a second at Discord's end, whatever happens on the way."""

import asyncio
import heapq
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord import allowance
from adapters.discord.allowance import LATE_S, MOST, WINDOW_S, Allowance, Place, counts
from adapters.discord.bot import DiscordPlatform
from bot.model import TradeId
from tests.builders import a_card, a_destination, a_key
from tests.servers.fake_discord import FakeDiscord, Fault

Delay = tuple[float, float]  # there, and back


class Way:
    """A token's requests on a clock of their own, each with its delays."""

    def __init__(self) -> None:
        self.now = 0.0
        self.arrivals: list[float] = []
        self.allowance = Allowance(lambda: self.now)
        self._answers: list[tuple[float, int, Place]] = []

    def send(self, there: float, back: float) -> None:
        """As soon as it may leave."""
        while (wait_s := self.allowance.wait_s()) > 0:
            self._to(min(self.now + wait_s, self._answers[0][0] if self._answers else 1e9))
        place = self.allowance.take()
        self.allowance.sent(place)
        self.arrivals.append(self.now + there)
        answer = (self.now + there + back, len(self.arrivals), place)
        heapq.heappush(self._answers, answer)

    def _to(self, then: float) -> None:
        self.now = max(self.now, then)
        while self._answers and self._answers[0][0] <= self.now:
            self.allowance.ended(heapq.heappop(self._answers)[2], answered=True)


def worst_second(arrivals: Sequence[float]) -> int:
    """The most arrivals in any second."""
    return max(sum(start <= at < start + 1 for at in arrivals) for start in arrivals)


more = st.floats(0, LATE_S / 2)


@given(way=st.tuples(st.floats(0, 0.3), st.floats(0, 0.3)), held=st.lists(st.tuples(more, more)))
def test_no_second_at_the_far_end_has_more_than_fifty(way: Delay, held: list[Delay]) -> None:
    """However requests and answers are held up on the way, and for however many of them."""
    world = Way()
    for there, back in [(0.0, 0.0), *held]:
        for _ in range(30):
            world.send(way[0] + there, way[1] + back)
    assert worst_second(world.arrivals) <= MOST


@pytest.mark.parametrize("way_s", [0.0, 0.1, 0.2])
def test_a_steady_way_of_some_length_costs_little(way_s: float) -> None:
    """An ordinary connection carries the 45 cards a second of the usual configuration."""
    world = Way()
    for _ in range(450):
        world.send(way_s / 2, way_s / 2)
    assert world.now <= 450 / 45


def test_answers_that_never_come_do_not_stop_everything() -> None:
    """Their requests arrived long ago."""
    world = Way()
    for _ in range(MOST + 1):
        world.send(0.0, 1e6)
    assert world.now == pytest.approx(LATE_S + WINDOW_S)


def test_what_answers_commands_and_buttons_does_not_count() -> None:
    """It must not wait: Discord gives it three seconds."""
    assert counts("/api/v10/channels/1/messages")
    assert not counts("/api/v10/interactions/1/token/callback")
    assert not counts("/api/v10/webhooks/1/token/messages/@original")


async def test_every_request_of_the_token_takes_a_place_and_gives_it_back(
    far: FakeDiscord, platform: DiscordPlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Posts, edits and look-backs, also those that fail, at once and over real sockets."""
    monkeypatch.setattr(allowance, "MOST", 3)
    far.faults = [
        Fault(do="drop"),
        Fault(do="store_drop"),
        Fault(status=403),
        Fault(do="delay", seconds=0.3),
    ]
    notifier, to = platform.notifier, a_destination()
    keys = [a_key(trade=TradeId(f"t{n}")) for n in range(6)]
    await asyncio.gather(
        *(notifier.post(to, a_card(trade=key.trade), key) for key in keys),
        *(notifier.look_back(to, key) for key in keys[:3]),
        return_exceptions=True,
    )
    asked = [request.t for request in far.requests]
    assert len(asked) >= 9
    assert worst_second(asked) <= 3
