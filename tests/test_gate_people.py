"""What rosters and older trades say against a new card."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot import gate
from bot.model import (
    ClubCode,
    DealStatus,
    GsisId,
    Identity,
    Leg,
    Player,
    Standing,
    Status,
    Trade,
    TradeId,
    Trust,
    Verdict,
)
from tests.builders import GB, NOON, NYJ, PRESTON, a_sighting, a_trade

DAY = date(2025, 10, 7)
CHI = ClubCode("CHI")
NAME = PRESTON.name


def standing(**given: Any) -> Standing:
    """The sample player, a Packer by the roster of the day before."""
    fields: dict[str, Any] = {
        "name": NAME,
        "player": PRESTON,
        "identity": Identity.ONE,
        "club": GB,
        "club_on": DAY - timedelta(days=1),
    }
    return Standing(**{**fields, **given})


def judged(trade: Trade, told: Standing | None) -> Verdict:
    """What the gate says at noon."""
    return gate.decide(trade, NOON, standings={told.name: told} if told else {})


def failing(trade: Trade, told: Standing | None) -> dict[str, str]:
    """The checks that hold it, with their words."""
    return {c.check.value: c.text for c in judged(trade, told).checks if not c.passed}


def official(**given: Any) -> Trade:
    """The sample trade as the wire has it."""
    row = a_sighting(trust=Trust.OFFICIAL, status=DealStatus.OFFICIAL, sources=(), day_only=True)
    return a_trade(**{"status": Status.OFFICIAL, "terms_rank": 4, "sightings": (row,), **given})


def an_older(days: int, **given: Any) -> Trade:
    """The same move, so many days before."""
    fields = {"id": TradeId(f"older-{days}"), "traded_on": DAY - timedelta(days=days), **given}
    return official(**fields)


def moved(gave: ClubCode, received: ClubCode, player: Player = PRESTON) -> tuple[Leg, ...]:
    """The legs of a trade of one player."""
    return (Leg(gave=gave, received=received, asset=player),)


# --- identity ---


@pytest.mark.parametrize(
    ("identity", "text"),
    [
        (Identity.NOBODY, "no player known on that day is called Dale Preston"),
        (Identity.SEVERAL, "Dale Preston may be one of several players"),
    ],
)
def test_a_name_that_is_not_one_person_holds_the_card(identity: Identity, text: str) -> None:
    """The register may lag behind a rookie's first day: held all the same."""
    told = standing(identity=identity, club=None, club_on=None)
    assert failing(a_trade(), told) == {"identity": text}


@pytest.mark.parametrize("told", [None, standing(), standing(identity=Identity.UNCHECKED)])
def test_a_known_person_and_an_unchecked_name_hold_nothing(told: Standing | None) -> None:
    """Where no register can be read, nothing is held for it."""
    assert failing(a_trade(), told) == {}


def test_a_player_with_his_id_is_known_whatever_his_name_may_mean() -> None:
    """An earlier report said which of two he is."""
    player = replace(PRESTON, gsis=GsisId("00-1"))
    told = standing(identity=Identity.SEVERAL)
    assert failing(a_trade(legs=moved(GB, NYJ, player)), told) == {}


# --- roster ---


@pytest.mark.parametrize(
    ("club", "gave", "text"),
    [
        (GB, GB, None),
        (None, GB, None),
        (NYJ, GB, "Dale Preston is already a NYJ player"),
        (CHI, GB, "Dale Preston is a CHI player, not one of GB"),
    ],
)
def test_the_giver_must_have_him_and_the_receiver_must_not(
    club: ClubCode | None, gave: ClubCode, text: str | None
) -> None:
    """A trade that runs the wrong way is held; where no recent roster lists him, nothing is."""
    trade = a_trade(legs=moved(gave, NYJ))
    assert failing(trade, standing(club=club)) == ({"roster": text} if text else {})


def test_talk_without_a_giver_is_only_held_where_the_receiver_has_him() -> None:
    """Whose player he is, "Jets want him" does not say."""
    talk = a_trade(
        status=Status.RUMOUR,
        terms_rank=0,
        legs=(Leg(gave=None, received=NYJ, asset=PRESTON),),
        sightings=(a_sighting(status=DealStatus.RUMOUR),),
    )
    assert failing(talk, standing(club=CHI)) == {}
    assert list(failing(talk, standing(club=NYJ))) == ["roster"]


def test_what_the_wire_files_needs_no_roster() -> None:
    """It files what happened; a roster may lag, or show him where he has just gone."""
    told = standing(identity=Identity.NOBODY, club=NYJ)
    assert failing(official(), told) == {}
    assert list(failing(a_trade(), told)) == ["identity", "roster"]


def test_a_card_that_is_shown_is_not_taken_back() -> None:
    """A roster that contradicts it later holds nothing that stands."""
    verdict = judged(a_trade(), standing(club=CHI))
    assert (verdict.card, verdict.posts) == (Status.REPORTED, False)


# --- older trades ---


@pytest.mark.parametrize(
    ("days", "card", "held"),
    [
        *((3, "reported", False), (5, "reported", True), (700, "reported", True)),
        *((3, "official", False), (20, "official", True), (31, "official", False)),
    ],
)
def test_an_older_move_the_same_way_is_a_trade_told_again(
    days: int,
    card: str,
    held: bool,  # noqa: FBT001 - a table's column
) -> None:
    """A record of the last days may be of this very trade; the wire files an old move within weeks."""
    trade = official() if card == "official" else a_trade()
    told = standing(club=None, club_on=None, moved=DAY - timedelta(days=days))
    assert list(failing(trade, told)) == (["ledger"] if held else [])


def test_who_is_back_with_the_giver_since_may_go_the_same_way_again() -> None:
    """Two trades to one club are two, where a roster shows him back between them."""
    again = standing(moved=DAY - timedelta(days=100))
    assert failing(a_trade(), again) == {}
    stale = replace(again, club_on=DAY - timedelta(days=101))
    assert list(failing(a_trade(), stale)) == ["ledger"]


# --- our own trades ---


def informed(trade: Trade, told: Standing | None, *known: Trade) -> Standing:
    """The sample player's standing with what our trades add."""
    return gate.with_ours(trade, {told.name: told} if told else {}, known)[NAME]


def test_our_own_trades_say_whose_player_he_became() -> None:
    """An official move after the roster's day; a reported one, or one before it, changes nothing."""
    to_bears = {"legs": moved(NYJ, CHI), "clubs": (NYJ, CHI)}
    roster_day = standing(club_on=DAY - timedelta(days=7))
    after, before = an_older(2, **to_bears), an_older(9, **to_bears)
    reported = replace(after, status=Status.REPORTED, terms_rank=3)
    assert informed(a_trade(), roster_day, after).club == CHI
    assert informed(a_trade(), roster_day, before).club == GB
    assert informed(a_trade(), roster_day, reported).club == GB
    assert informed(a_trade(), roster_day, replace(after, id=a_trade().id)).club == GB


def test_two_moves_of_one_day_count_in_the_order_they_were_told() -> None:
    """Sent on within the day: his club is the last one's."""
    first = an_older(1, legs=moved(CHI, NYJ))
    then = an_older(
        1, id=TradeId("then"), legs=moved(NYJ, GB), created_at=NOON + timedelta(hours=1)
    )
    told = standing(club=CHI, club_on=DAY - timedelta(days=5))
    assert informed(a_trade(), told, then, first).club == GB


def test_the_same_move_among_our_own_trades_is_older_news() -> None:
    """Known by his id or his name; talk, a blog's word, and what fell through do not count."""
    assert informed(a_trade(), None, an_older(20)).moved == DAY - timedelta(days=20)
    for unsure in (
        an_older(20, status=Status.RUMOUR),
        an_older(20, status=Status.VOIDED),
        an_older(20, status=Status.REPORTED, terms_rank=1),
        an_older(20, legs=moved(NYJ, GB)),
        an_older(-20),
    ):
        assert informed(a_trade(), None, unsure).moved is None


def test_who_moved_on_since_did_not_last_go_this_way() -> None:
    """Our ledger knows that he left again: the same way once more is another trade."""
    back = an_older(30, legs=moved(NYJ, GB))
    assert informed(a_trade(), None, an_older(60), back).moved is None
    trade = a_trade()
    told = gate.with_ours(trade, {}, [an_older(60), back])
    assert all(check.passed for check in gate.decide(trade, NOON, standings=told).checks)


def test_two_players_of_one_name_are_told_apart_by_their_ids() -> None:
    """The other one's move is not his."""
    ours, theirs = (replace(PRESTON, gsis=GsisId(f"00-{n}")) for n in (1, 2))
    trade = a_trade(legs=moved(GB, NYJ, ours))
    assert informed(trade, None, an_older(20, legs=moved(GB, NYJ, theirs))).moved is None
    assert informed(trade, None, an_older(20, legs=moved(GB, NYJ, ours))).moved is not None
