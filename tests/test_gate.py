"""Which card may be shown, and why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import gate
from bot.model import (
    Brakes,
    CardKind,
    ClubCode,
    DealStatus,
    DeliveryKey,
    GsisId,
    Leg,
    Player,
    Source,
    SourceKind,
    Started,
    Status,
    Trade,
    Trust,
)
from tests.builders import (
    GB,
    NOON,
    NYJ,
    PRESTON,
    REPORTER,
    a_destination,
    a_key,
    a_sighting,
    a_trade,
    minutes,
)

BEAT = Source(name="Ann Beat", kind=SourceKind.REPORTER, tier=2)
OTHER = Source(name="Bob Desk", kind=SourceKind.OUTLET, tier=2)
RUMOUR_HERE = a_destination(statuses=(Status.RUMOUR, Status.REPORTED))


def failing(trade: object) -> list[str]:
    """The names of the checks that hold this trade back at noon."""
    return [check.check for check in gate.decide(trade, NOON).checks if not check.passed]  # type: ignore[arg-type]


def test_a_trusted_feed_on_a_tier_one_word_is_reported() -> None:
    """One trusted feed with a national insider is enough."""
    verdict = gate.decide(a_trade(), minutes(5))
    assert (verdict.card, verdict.posts) == (Status.REPORTED, True)


def test_one_beat_writer_is_held_and_two_sources_are_not() -> None:
    """Independence is by primary source: two names, not two pages."""
    one = a_sighting(trust=Trust.AGGREGATOR, sources=(BEAT,))
    again = replace(one, report="r2", feed="elsewhere")
    other = replace(one, report="r3", sources=(OTHER,))
    assert failing(a_trade(sightings=(one, again))) == ["source"]
    assert failing(a_trade(sightings=(one, other))) == []


def test_pages_that_name_a_voice_in_common_are_one_source() -> None:
    """A reporter and the outlet that carries him are one, in one report and in two."""
    carried = a_sighting(trust=Trust.AGGREGATOR, sources=(BEAT, OTHER))
    outlet = replace(carried, report="r2", feed="elsewhere", sources=(OTHER,))
    third = Source(name="Cal Third", kind=SourceKind.REPORTER, tier=2)
    assert failing(a_trade(sightings=(carried,))) == ["source"]
    assert failing(a_trade(sightings=(carried, outlet))) == ["source"]
    told = a_trade(sightings=(carried, outlet, replace(outlet, report="r3", sources=(third,))))
    [source] = [c for c in gate.decide(told, NOON).checks if c.check == "source"]
    assert (source.passed, source.text) == (True, "two sources: Ann Beat and Cal Third")


def test_an_unknown_name_counts_for_nothing() -> None:
    """Two invented insiders do not make news."""
    fakes = [Source(name=n, kind=SourceKind.REPORTER, tier=3) for n in ("A Dam", "B Dam")]
    told = tuple(a_sighting(report=s.name, trust=Trust.AGGREGATOR, sources=(s,)) for s in fakes)
    assert failing(a_trade(sightings=told)) == ["source"]


def test_an_asset_without_a_direction_holds_the_card() -> None:
    """A row that names no partner waits for its mirror."""
    open_ended = a_trade(legs=(Leg(gave=GB, received=None, asset=PRESTON),), clubs=(GB,))
    assert failing(open_ended) == ["parties", "direction"]


def test_a_bare_last_name_holds_the_card_until_he_is_known() -> None:
    """Nobody is shown for a name that many bear; with his id it is a person."""
    bare = replace(PRESTON, name="Preston", partial=True)

    def told(player: Player) -> Trade:
        other = Leg(gave=GB, received=NYJ, asset=Player(name="Omar Tillis"))
        return a_trade(legs=(Leg(gave=GB, received=NYJ, asset=player), other))

    assert failing(told(bare)) == ["player"]
    [check] = [c for c in gate.decide(told(bare), NOON).checks if c.check == "player"]
    assert check.text == "only a last name is printed: Preston"
    assert failing(told(replace(bare, gsis=GsisId("00-1")))) == []


def test_a_brake_holds_a_new_card_and_never_one_that_is_shown() -> None:
    """Pause and flood alike; the card's own claim stays, and its edits and notices go on."""
    trade, here = a_trade(), a_destination()
    for brakes, name in ((Brakes(paused="x"), "pause"), (Brakes(flood="y"), "flood")):
        verdict = gate.decide(trade, NOON, brakes=brakes)
        assert [c.check for c in verdict.checks if not c.passed] == [name]
        assert (verdict.card, verdict.posts, verdict.waits) == (Status.REPORTED, False, True)
        assert gate.wanted(trade, verdict, [here], ()) == []
        assert gate.wanted(trade, verdict, [here], {a_key()}) == [(a_key(), here.lane, 1)]
        off = a_trade(status=Status.VOIDED)
        kinds = [
            key.kind
            for key, _, _ in gate.wanted(
                off, gate.decide(off, NOON, brakes=brakes), [here], {a_key()}
            )
        ]
        assert kinds == [CardKind.CARD, CardKind.VOID]


def test_what_another_check_holds_does_not_wait_for_a_brake() -> None:
    """A release posts only what nothing else is against."""
    paused = Brakes(paused="x")
    assert not gate.decide(a_trade(quiet=True), NOON, brakes=paused).waits
    assert not gate.decide(a_trade(sightings=(a_sighting(sources=()),)), NOON, brakes=paused).waits
    assert not gate.decide(a_trade(), NOON).waits


@pytest.mark.parametrize(
    ("card", "started", "held"),
    [
        (Status.REPORTED, Started(cards=2, rumours=2), False),
        (Status.REPORTED, Started(cards=3), True),
        (Status.OFFICIAL, Started(cards=3), True),
        (Status.RUMOUR, Started(cards=2, rumours=2), False),
        (Status.RUMOUR, Started(cards=99, rumours=0), True),
    ],
)
def test_more_new_cards_than_an_hour_may_have_are_a_flood(
    card: Status,
    started: Started,
    held: bool,  # noqa: FBT001 - a table's column
) -> None:
    """Three may start here; the fourth is one too many, whatever it claims."""
    assert (gate.flood(card, started, 3) is not None) == held


def test_talk_has_a_limit_of_its_own() -> None:
    """Six an hour; a deal is not held for it."""
    busy = Started(cards=gate.MOST_RUMOURS, rumours=gate.MOST_RUMOURS)
    assert gate.flood(Status.RUMOUR, busy, 40) == "6 rumours got a card within the hour, and 6 may"
    assert gate.flood(Status.REPORTED, busy, 40) is None


def test_old_news_starts_no_card_but_edits_the_one_shown() -> None:
    """Freshness guards the first post only."""
    old = a_trade()
    verdict = gate.decide(old, NOON + timedelta(days=4))
    here = a_destination()
    assert (verdict.card, verdict.posts) == (Status.REPORTED, False)
    assert gate.wanted(old, verdict, [here], ()) == []
    assert gate.wanted(old, verdict, [here], {a_key()}) == [(a_key(), here.lane, 1)]


def test_a_wire_row_of_yesterday_is_still_news() -> None:
    """The wire knows only its day, and may be late."""
    row = a_sighting(trust=Trust.OFFICIAL, status=DealStatus.OFFICIAL, sources=(), day_only=True)
    trade = a_trade(status=Status.OFFICIAL, sightings=(row,))
    verdict = gate.decide(trade, NOON + timedelta(hours=40))
    assert (verdict.card, verdict.posts) == (Status.OFFICIAL, True)


def test_a_late_report_does_not_make_an_old_trade_new() -> None:
    """A fresh headline about a trade of last month starts no card, here or in a new channel."""
    now = NOON + timedelta(days=30)
    late = a_trade(sightings=(a_sighting(), a_sighting(report="r2", published_at=now)))
    assert [c.check for c in gate.decide(late, now).checks if not c.passed] == ["fresh"]


def test_what_was_agreed_weeks_ago_is_new_when_it_is_announced() -> None:
    """A trade of January is filed when the league year opens; weeks after that it is old."""
    row = a_sighting(
        trust=Trust.OFFICIAL, status=DealStatus.OFFICIAL, sources=(), published_at=NOON
    )
    first = a_sighting(report="r0", published_at=NOON - timedelta(days=40))
    fields = {"status": Status.OFFICIAL, "traded_on": first.day}
    assert failing(a_trade(sightings=(first, row), **fields)) == []
    earlier = replace(row, report="r1", published_at=NOON - timedelta(days=9))
    assert failing(a_trade(sightings=(first, earlier, row), **fields)) == ["fresh"]


def test_a_quiet_trade_is_never_announced() -> None:
    """What the first poll showed stays unposted, whatever follows."""
    assert failing(a_trade(quiet=True)) == ["new"]


def test_a_rumour_needs_an_allow_listed_reporter_and_a_channel_that_asked() -> None:
    """Talk goes only where it is wanted."""
    talk = a_trade(
        status=Status.RUMOUR, terms_rank=0, sightings=(a_sighting(status=DealStatus.RUMOUR),)
    )
    verdict = gate.decide(talk, NOON)
    assert verdict.card is Status.RUMOUR
    assert gate.wanted(talk, verdict, [a_destination()], ()) == []
    assert len(gate.wanted(talk, verdict, [RUMOUR_HERE], ())) == 1
    gossip = a_sighting(status=DealStatus.RUMOUR, sources=(BEAT,))
    assert gate.decide(replace(talk, sightings=(gossip,)), NOON).card is None


def test_a_weak_confirmation_leaves_a_shown_rumour_a_rumour() -> None:
    """The card never claims more than the gate allows."""
    told = (
        a_sighting(status=DealStatus.RUMOUR),
        a_sighting(report="r2", trust=Trust.AGGREGATOR, sources=(BEAT,)),
    )
    assert gate.showable(a_trade(sightings=told)) is Status.RUMOUR


def test_only_the_clubs_asked_for() -> None:
    """A channel of the Bears hears nothing of the Jets; one of the Jets does."""
    trade, verdict = a_trade(), gate.decide(a_trade(), NOON)
    bears, jets = (a_destination(clubs=(ClubCode(c),)) for c in ("CHI", NYJ))
    assert gate.wanted(trade, verdict, [bears], ()) == []
    assert len(gate.wanted(trade, verdict, [jets], ())) == 1


def test_a_voided_trade_edits_its_card_and_adds_a_notice_where_it_was_shown() -> None:
    """Nobody who never saw the card hears that it is off."""
    off = a_trade(status=Status.VOIDED, version=3)
    verdict, here = gate.decide(off, NOON), a_destination()
    assert gate.wanted(off, verdict, [here], ()) == []
    keys = {key for key, _, _ in gate.wanted(off, verdict, [here], {a_key()})}
    assert keys == {a_key(), DeliveryKey(trade=off.id, destination=here.id, kind=CardKind.VOID)}


def test_every_check_says_what_it_saw() -> None:
    """A held trade can be explained in words."""
    verdict = gate.decide(a_trade(sightings=(a_sighting(sources=()),)), NOON)
    texts = {check.check: check.text for check in verdict.checks}
    assert texts["source"] == "no known primary source is named"
    assert texts["player"] == "players: Dale Preston"
    assert REPORTER.name not in texts["source"]
