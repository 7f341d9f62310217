"""What a card says of a trade, for every shape that a trade can have."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot import cards
from bot.model import (
    Asset,
    Card,
    CardKind,
    Cash,
    ClubCode,
    DealKind,
    DealStatus,
    FutureConsiderations,
    Leg,
    Pick,
    Player,
    Source,
    SourceKind,
    Status,
    Told,
    Trade,
    Trust,
)
from tests.builders import (
    FOURTH,
    GB,
    NOON,
    NYJ,
    PRESTON,
    REPORTER,
    a_card,
    a_sighting,
    a_trade,
    minutes,
)

EASTERN = ZoneInfo("America/New_York")
SF, MIA, KC = ClubCode("SF"), ClubCode("MIA"), ClubCode("KC")
QUILL = Player(name="Max Quill", position="QB")
STONE = Player(name="Ed Stone", position="TE")
MARSH = Player(name="Toby Marsh")
ESPN = Source(name="ESPN", kind=SourceKind.OUTLET, tier=1)
RUMOUR = a_sighting(status=DealStatus.RUMOUR)
FAILED = a_sighting(status=DealStatus.FAILED, sources=(REPORTER, ESPN), published_at=minutes(60))


def leg(asset: Asset, gave: ClubCode | None, received: ClubCode | None) -> Leg:
    """One asset on its way."""
    return Leg(gave=gave, received=received, asset=asset)


def moved(*legs: Leg, **given_: object) -> Trade:
    """A trade of these legs, its clubs in order of appearance unless given."""
    named = (club for one in legs for club in (one.gave, one.received) if club)
    return a_trade(**{"legs": legs, "clubs": tuple(dict.fromkeys(named)), **given_})


def card_of(trade: Trade, status: Status = Status.REPORTED, kind: CardKind = CardKind.CARD) -> Card:
    """Its card, in the zone of most readers."""
    return cards.build(trade, status, kind, EASTERN)


def headline_of(*legs: Leg, **given_: object) -> str:
    """The headline of a reported trade of these legs."""
    return card_of(moved(*legs, **given_)).headline


@pytest.mark.parametrize(
    ("asset", "text"),
    [
        (PRESTON, "WR Dale Preston"),
        (MARSH, "Toby Marsh"),
        (Pick(season=2026, round=7, condition="conditional"), "2026 7th-round pick (conditional)"),
        (Pick(season=2026), "2026 pick"),
        (Pick(round=1), "1st-round pick"),
        (Pick(), "draft pick"),
        (Pick(season=2024, number=29), "No. 29 overall pick (2024)"),
        (Pick(number=29, original=NYJ), "No. 29 overall pick (via Jets)"),
        (Pick(season=2025, round=2, number=42), "2025 2nd-round pick (No. 42)"),
        (
            Pick(round=3, original=NYJ, condition="conditional"),
            "3rd-round pick (via Jets, conditional)",
        ),
        (
            Pick(round=4, condition="a third if he starts"),
            "4th-round pick (conditional: a third if he starts)",
        ),
        (Pick(round=11), "11th-round pick"),
        (Cash(), "cash"),
        (FutureConsiderations(), "future considerations"),
    ],
)
def test_an_asset_says_what_is_known_of_it(asset: Asset, text: str) -> None:
    """Whatever the report left out is left out, and nothing is made up."""
    assert cards.asset_text(asset) == text


def test_one_player_is_sent_to_the_other_club() -> None:
    """The plain case: sides, summary, colour and timeline all follow from the legs."""
    assert card_of(a_trade()) == a_card(
        summary="Reported: the Packers send WR Dale Preston to the Jets for a 2026 4th-round pick.",
        timeline=("Tue 7 Oct 12:00 EDT · reported · Adam Schefter (desk)",),
        colour=0x003F2D,
        told=(Told(at=NOON, day="", claim="reported", who="Adam Schefter (desk)"),),
    )


def test_several_players_are_listed_and_a_crowd_is_counted() -> None:
    """A headline stays one line; the sides name everybody."""
    two = [leg(PRESTON, GB, NYJ), leg(STONE, GB, NYJ)]
    assert headline_of(*two) == "Packers send WR Dale Preston and TE Ed Stone to the Jets"
    many = moved(*two, leg(QUILL, GB, NYJ), leg(MARSH, GB, NYJ))
    assert card_of(many).headline == (
        "Packers send WR Dale Preston, TE Ed Stone, QB Max Quill and 1 more to the Jets"
    )
    assert "Toby Marsh" in card_of(many).sides[0].gets


def test_players_for_players_is_a_swap() -> None:
    """One for one is a swap; more are told with their direction."""
    there, back = leg(QUILL, GB, NYJ), leg(STONE, NYJ, GB)
    assert headline_of(there, back) == "Packers and Jets swap QB Max Quill and TE Ed Stone"
    assert headline_of(there, leg(MARSH, GB, NYJ), back) == (
        "Packers send QB Max Quill and Toby Marsh to the Jets for TE Ed Stone"
    )


def test_picks_alone_are_swapped() -> None:
    """A pick trade needs no player to have a headline."""
    trade = moved(
        leg(Pick(season=2026, round=1), SF, MIA),
        leg(Pick(number=12), MIA, SF),
        kind=DealKind.PICK_TRADE,
    )
    assert card_of(trade).headline == "49ers and Dolphins swap draft picks"
    assert card_of(trade).summary == (
        "Reported: the 49ers send a 2026 1st-round pick to the Dolphins for the No. 12 overall pick."
    )


def test_a_headline_names_only_the_clubs_that_are_known() -> None:
    """Half a report makes half a headline, never a guessed partner."""
    assert headline_of(leg(PRESTON, KC, None)) == "Chiefs trade WR Dale Preston"
    assert headline_of(leg(PRESTON, None, SF)) == "49ers get WR Dale Preston"
    assert headline_of(leg(PRESTON, None, None)) == "Unnamed clubs trade WR Dale Preston"
    assert headline_of(leg(PRESTON, None, None), clubs=(KC, SF)) == (
        "Chiefs and 49ers make a trade of WR Dale Preston"
    )
    assert headline_of(clubs=(KC, SF)) == "Chiefs and 49ers make a trade"
    assert headline_of(leg(FOURTH, KC, SF)) == "Chiefs and 49ers trade draft picks"


def test_an_asset_without_receiver_is_noted() -> None:
    """It belongs to no side, and is not lost."""
    card = card_of(moved(leg(PRESTON, KC, None)), Status.OFFICIAL)
    assert [(side.name, side.gets) for side in card.sides] == [("Chiefs", ("terms not disclosed",))]
    assert card.notes == ("Not yet known who gets: WR Dale Preston.",)
    assert (
        card.summary == "Official: the Chiefs trade WR Dale Preston; the return is not disclosed."
    )


def test_three_clubs_are_counted() -> None:
    """Who goes where, and each club has its side."""
    trade = moved(leg(PRESTON, GB, NYJ), leg(STONE, NYJ, SF), leg(FOURTH, SF, GB))
    card = card_of(trade)
    assert (
        card.headline == "Three-club trade: WR Dale Preston to the Jets, TE Ed Stone to the 49ers"
    )
    assert [side.name for side in card.sides] == ["Jets", "Packers", "49ers"]
    assert card.summary == (
        "Reported: the Jets get WR Dale Preston; the Packers get a 2026 4th-round pick; "
        "the 49ers get TE Ed Stone."
    )


def test_a_rumour_states_no_terms() -> None:
    """Neither sides nor picks, in any of its texts; the headline only says "may"."""
    card = card_of(a_trade(sightings=(RUMOUR,)), Status.RUMOUR)
    assert card.headline == "Rumour: Packers may trade WR Dale Preston to the Jets"
    assert card.summary == (
        "Rumour: the Packers may trade WR Dale Preston to the Jets; nothing is confirmed."
    )
    assert card.sides == ()
    assert "pick" not in cards.plain(card)


def test_a_rumour_may_know_one_club_only() -> None:
    """Talk names a club that sells, or one that buys, or two that talk."""
    sells = card_of(moved(leg(PRESTON, GB, None)), Status.RUMOUR)
    assert sells.headline == "Rumour: Packers may trade WR Dale Preston"
    buys = card_of(moved(leg(PRESTON, None, NYJ)), Status.RUMOUR)
    assert buys.headline == "Rumour: Jets may trade for WR Dale Preston"
    picks = card_of(moved(leg(FOURTH, GB, NYJ)), Status.RUMOUR)
    assert picks.headline == "Rumour: Packers and Jets may trade draft picks"


@pytest.mark.parametrize("vague", [Pick(season=2026), Pick(round=6), Pick()])
def test_unclear_picks_are_unconfirmed_terms(vague: Pick) -> None:
    """A pick without round or season is shown as such and flagged."""
    trade = moved(leg(PRESTON, GB, NYJ), leg(vague, NYJ, GB))
    assert card_of(trade).notes == ("Terms not yet confirmed.",)


@pytest.mark.parametrize("status", [Status.REPORTED, Status.OFFICIAL])
def test_terms_in_dispute_are_unconfirmed(status: Status) -> None:
    """Two clubs that file different picks are both on record; the card says that it is open."""
    assert card_of(a_trade(disputed=True), status).notes == ("Terms not yet confirmed.",)


def test_an_unknown_price_is_unconfirmed_only_while_reported() -> None:
    """Once official, a price that nobody names is undisclosed."""
    trade = moved(leg(PRESTON, GB, NYJ))
    assert card_of(trade).notes == ("Terms not yet confirmed.",)
    assert card_of(trade, Status.OFFICIAL).notes == ()
    assert card_of(trade, Status.OFFICIAL).sides[1].gets == ("terms not disclosed",)


def test_a_voided_trade_keeps_its_terms_and_says_that_it_is_off() -> None:
    """The edited card still tells what the trade was."""
    card = card_of(a_trade(sightings=(a_sighting(), FAILED)), Status.VOIDED)
    assert card.headline == "Voided: Packers send WR Dale Preston to the Jets"
    assert card.notes == ("This trade is off.",)
    assert len(card.sides) == 2
    assert len(card.timeline) == 2


def test_a_void_notice_is_short_and_names_who_says_so() -> None:
    """The second message carries no terms, only the reason."""
    trade = a_trade(sightings=(a_sighting(), FAILED))
    card = card_of(trade, Status.OFFICIAL, CardKind.VOID)
    assert card.status is Status.VOIDED
    assert card.sides == ()
    assert card.timeline == ("Tue 7 Oct 13:00 EDT · off · Adam Schefter, ESPN (desk)",)
    assert card.summary == (
        "Voided: the trade of WR Dale Preston between the Packers and the Jets is off, "
        "according to Adam Schefter and ESPN."
    )


def test_talk_that_is_called_off_was_never_a_deal() -> None:
    """A voided rumour still says "may", and shows no terms."""
    card = card_of(a_trade(sightings=(RUMOUR, FAILED)), Status.VOIDED)
    assert card.headline == "Voided: Packers may trade WR Dale Preston to the Jets"
    assert card.sides == ()


def test_the_timeline_has_the_first_of_each_claim() -> None:
    """Twenty pages that quote one reporter are one line; a new source or status is another."""
    echo = a_sighting(feed="echo", sources=(REPORTER, ESPN), published_at=minutes(5))
    second = a_sighting(
        sources=(Source(name="AP", kind=SourceKind.OUTLET, tier=2),), published_at=minutes(9)
    )
    wire = a_sighting(
        feed="wire",
        trust=Trust.OFFICIAL,
        status=DealStatus.OFFICIAL,
        sources=(),
        published_at=datetime(2025, 10, 8, 2, tzinfo=UTC),
        day_only=True,
    )
    assert card_of(a_trade(sightings=(RUMOUR, a_sighting(), echo, second, wire))).timeline == (
        "Tue 7 Oct 12:00 EDT · rumour · Adam Schefter (desk)",
        "Tue 7 Oct 12:00 EDT · reported · Adam Schefter (desk)",
        "Tue 7 Oct 12:09 EDT · reported · AP (desk)",
        "Wed 8 Oct · official · wire",
    )


def test_a_card_as_text_is_laid_out_in_80_columns() -> None:
    """Sides stand in two columns; nothing else is needed to read it."""
    trade = moved(leg(PRESTON, GB, NYJ), leg(Pick(season=2026), NYJ, GB), leg(STONE, GB, NYJ))
    assert (
        cards.plain(card_of(trade))
        == """\
REPORTED · Trade                                                  Tue 7 Oct 2025
Packers send WR Dale Preston and TE Ed Stone to the Jets

  Jets get     WR Dale Preston
               TE Ed Stone
  Packers get  2026 pick

Terms not yet confirmed.

  Tue 7 Oct 12:00 EDT · reported · Adam Schefter (desk)"""
    )


def test_reasons_stand_under_their_headings_in_the_text() -> None:
    """Whoever fills them finds them shown."""
    text = cards.plain(a_card(reasons=(("Why Green Bay", ("Four receivers are hurt.",)),)))
    assert "Why Green Bay\n  Four receivers are hurt.\n" in text
