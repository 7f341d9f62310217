"""The register in front of the gate: who the players are before a trade is known by them."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.engine import judge
from bot.engine.ingest import Decision, Ingest
from bot.extract import people
from bot.model import ClubCode, Deal, GsisId, Identity, Player, Standing, Trust
from tests.builders import FOURTH, GB, NOON, NYJ, PRESTON, a_report
from tests.engine.watching import Watch, row

KNOWN = replace(PRESTON, name="Dale Preston Jr.", gsis=GsisId("00-0031"))


class FakeRegister:
    """Says of every player of a deal what it is told to say.

    Attributes:
        asked: the names and the day of each question.
    """

    def __init__(self, **told: Any) -> None:
        self.told = {"player": KNOWN, "identity": Identity.ONE, **told}
        self.asked: list[tuple[tuple[str, ...], date]] = []

    async def standings(self, deal: Deal, day: date) -> Mapping[str, Standing]:
        """The same for each of them."""
        names = tuple(leg.asset.name for leg in deal.legs if isinstance(leg.asset, Player))
        self.asked.append((names, day))
        return {name: Standing(name=name, **self.told) for name in names}


class Hanging(FakeRegister):
    """Never answers."""

    async def standings(self, deal: Deal, day: date) -> Mapping[str, Standing]:
        """Wait."""
        await asyncio.Event().wait()
        return await super().standings(deal, day)


class Broken(FakeRegister):
    """Has a bug."""

    async def standings(self, deal: Deal, day: date) -> Mapping[str, Standing]:
        """Trip over it."""
        raise ZeroDivisionError(f"{day}: {deal.rule}")


async def take(watch: Watch, register: Any, report: Any = None) -> Decision:
    """What the only deal of a report comes to."""
    ingest = Ingest(watch.store, watch.destinations, register=register)
    [decision] = await ingest.report(report or a_report(), NOON)
    return decision


def failed(decision: Decision) -> dict[str, str]:
    """The checks that hold it."""
    return {c.check.value: c.text for c in decision.checks if not c.passed}


async def test_a_known_player_is_kept_by_his_id_and_his_full_name(watch: Watch) -> None:
    """The trade has him as the register does, with the words he was read from; the report says what it said."""
    decision = await take(watch, FakeRegister(club=GB, club_on=NOON.date()))
    assert decision.action == "post"
    trade = await watch.trade()
    assert trade.players == (KNOWN,)
    [printed] = [leg for leg in decision.deal.legs if isinstance(leg.asset, Player)]
    assert printed.asset.gsis is None
    [stored] = [leg for leg in trade.legs if isinstance(leg.asset, Player)]
    assert (stored.rule, stored.span) == (printed.rule, printed.span)


async def test_it_is_asked_for_the_deal_and_for_the_trade_as_of_its_day(watch: Watch) -> None:
    """First whom the report means, then how the whole trade stands on the day it was made."""
    register = FakeRegister(club=GB)
    await take(watch, register)
    assert register.asked == [((PRESTON.name,), NOON.date()), ((KNOWN.name,), NOON.date())]
    await take(watch, register, row("Acquired a 2027 pick from Houston for a 2026 pick."))
    assert len(register.asked) == 2


@pytest.mark.parametrize(
    ("told", "check"),
    [
        ({"identity": Identity.NOBODY, "player": PRESTON}, "identity"),
        ({"identity": Identity.SEVERAL, "player": PRESTON}, "identity"),
        ({"club": NYJ}, "roster"),
        ({"club": ClubCode("CHI")}, "roster"),
        ({"moved": date(2024, 3, 1)}, "ledger"),
    ],
)
async def test_what_the_register_says_against_it_holds_the_card(
    watch: Watch, told: dict[str, Any], check: str
) -> None:
    """Held with its reason, stored, and wanted nowhere."""
    decision = await take(watch, FakeRegister(**told))
    assert (decision.action, list(failed(decision))) == ("hold", [check])
    assert await watch.wanted() == []


async def test_only_a_known_person_takes_the_place_of_a_printed_name(watch: Watch) -> None:
    """One of several is nobody yet."""
    await take(watch, FakeRegister(identity=Identity.SEVERAL))
    assert (await watch.trade()).players == (PRESTON,)


async def test_our_own_trades_count_beside_the_register(watch: Watch) -> None:
    """Official with us since the roster's day: he is the Jets' now, and theirs to send on."""
    register = FakeRegister(club=GB, club_on=NOON.date())
    filed = row("Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick.")
    await take(watch, register, filed)
    onward = a_report(
        id="on", title="Jets trade WR Dale Preston to Bears for 2027 third-round pick"
    )
    assert (await take(watch, register, onward)).action == "post"


@pytest.mark.parametrize("register", [Hanging(), Broken()])
async def test_a_register_that_fails_loses_no_report(
    watch: Watch, register: FakeRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is decided without rosters, in time."""
    monkeypatch.setattr(judge, "REGISTER_S", 0.05)
    decision = await take(watch, register)
    assert (decision.action, failed(decision)) == ("post", {})


async def test_the_voices_of_a_configuration_count(watch: Watch) -> None:
    """A reporter whom only the operator knows is believed as far as the operator says."""
    told = a_report(text="The move was first reported by Ottilie Quill.", trust=Trust.TRUSTED)
    assert (await take(watch, None, told)).action == "hold"
    voices = people.with_voices(reporters=[("Ottilie Quill", "@oquill", 1)])
    ingest = Ingest(watch.store, watch.destinations, voices=voices)
    [decision] = await ingest.report(replace(told, id="r2"), NOON)
    assert decision.action == "post"


async def test_a_leg_without_a_player_is_left_as_it_is(watch: Watch) -> None:
    """Picks go through untouched."""
    await take(watch, FakeRegister(club=GB))
    assert (await watch.trade()).sent(NYJ) == (FOURTH,)
