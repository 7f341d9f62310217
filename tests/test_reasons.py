"""Which reasons a card shows, and under which headings."""

from dataclasses import replace
from datetime import UTC, date

from hypothesis import given
from hypothesis import strategies as st

from bot import cards
from bot.cards.reasons import MOST, chosen, credit, grouped
from bot.model import CardKind, ClubCode, Insight, Status, Topic
from tests.builders import a_trade

DAY = date(2023, 9, 20)


def reason(kind: str, topic: Topic = Topic.PLAYER, text: str = "", club: str = "MIN") -> Insight:
    """A reason about one player or club."""
    return Insight(
        kind=kind,
        topic=topic,
        club=ClubCode(club),
        player="Pat Example" if topic is Topic.PLAYER else None,
        text=text or f"A fact of kind {kind}.",
        data={},
        source="nflverse player stats",
        as_of=DAY,
    )


insights = st.lists(
    st.builds(
        reason,
        st.sampled_from(["unit_rank", "record", "season_line", "draft", "successor", "comparable"]),
        st.sampled_from(Topic),
        st.uuids().map(str),
    ),
    max_size=30,
)


@given(insights)
def test_at_most_eight_are_shown_each_once_and_topics_in_order(given_ones: list[Insight]) -> None:
    """The card stays readable, and nothing is invented or said twice."""
    shown = chosen(given_ones)
    assert len(shown) == min(MOST, len(given_ones))
    assert len({id(one) for one in shown}) == len(shown)
    assert all(any(one is each for each in given_ones) for one in shown)
    order = [list(Topic).index(one.topic) for one in shown]
    assert order == sorted(order)


def test_a_leading_kind_is_never_crowded_out() -> None:
    """Ten facts of the player leave room for the club's need, the successor and the coach."""
    many = [reason("traded_before", text=str(n)) for n in range(10)]
    leading = [
        reason("unit_rank", Topic.RECEIVER),
        reason("coach_link", Topic.RECEIVER),
        reason("successor", Topic.SENDER),
        reason("career_best"),
    ]
    shown = chosen([*many, *leading])
    assert all(any(one is each for each in shown) for one in leading)


def test_headings_name_the_club_the_player_and_the_price() -> None:
    """A reader sees at a glance whom each group speaks of."""
    groups = grouped(
        [
            reason("unit_rank", Topic.RECEIVER, "Last in rushing."),
            reason("record", Topic.RECEIVER, "0-2."),
            reason("draft", Topic.PLAYER, "Drafted 2020."),
            reason("successor", Topic.SENDER, "Another starts.", club="LA"),
            reason("draft_value", Topic.PRICE, "A late pick."),
        ]
    )
    assert groups == (
        ("Why the Vikings", ("Last in rushing.", "0-2.")),
        ("Pat Example", ("Drafted 2020.",)),
        ("Rams next", ("Another starts.",)),
        ("The price", ("A late pick.",)),
    )


def test_the_credit_names_day_source_and_how_many_are_left() -> None:
    """The data's licence asks for the credit; a reader asks for the day."""
    told = [reason("draft")] * 11
    assert credit(told, 8) == "As of Wed 20 Sep 2023 · data: nflverse · 3 more reasons"
    assert credit(told, 11) == "As of Wed 20 Sep 2023 · data: nflverse"
    assert not credit([], 0)


def test_only_what_is_agreed_is_explained() -> None:
    """A rumour's terms are no fact, and a trade that is off needs no reasons."""
    told = [reason("draft")]
    for status, explained in [
        (Status.RUMOUR, False),
        (Status.REPORTED, True),
        (Status.OFFICIAL, True),
        (Status.VOIDED, False),
    ]:
        card = cards.build(a_trade(status=status), status, CardKind.CARD, UTC, told)
        assert bool(card.reasons) == explained == bool(card.credit)


def test_a_season_of_one_game_is_told_once_and_not_counted_as_more() -> None:
    """The game's own line says the same, with opponent and result."""
    season = replace(reason("season_line", text="One game."), data={"games": 1})
    told = [season, reason("last_game", text="At Seattle.")]
    trade = a_trade(status=Status.OFFICIAL)
    card = cards.build(trade, Status.OFFICIAL, CardKind.CARD, UTC, told)
    assert card.reasons == (("Pat Example", ("At Seattle.",)),)
    assert "more" not in card.credit
