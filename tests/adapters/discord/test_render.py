"""The card as Discord shows it, and every limit."""

from datetime import date

import discord
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from adapters.discord.marks import custom_id, nonce, trade_in
from adapters.discord.render import embed, join_lines, plain, story
from adapters.discord.text import units
from bot.clubs import CLUBS
from bot.model import Card, CardKind, DestinationId, Side, Status, TradeId
from tests.builders import NYJ, a_card, a_key
from tests.servers import discord_rules


def test_a_card_reads_like_this() -> None:
    """Status in words, what each club gets, the latest of the story, the day."""
    assert embed(a_card(notes=("Terms not yet confirmed",))).to_dict() == snapshot(
        {
            "footer": {"text": "Tue 7 Oct 2025"},
            "fields": [
                {"inline": True, "name": "Jets get", "value": "WR Dale Preston"},
                {"inline": True, "name": "Packers get", "value": "2026 4th-round pick"},
                {
                    "inline": False,
                    "name": "Timeline",
                    "value": "Tue 12:00 ET reported Adam Schefter (desk)",
                },
            ],
            "flags": 0,
            "color": 1136448,
            "type": "rich",
            "description": "Terms not yet confirmed",
            "title": "REPORTED · Packers send WR Dale Preston to the Jets",
        }
    )


def test_a_voided_card_says_so_at_the_top_and_strikes_the_terms() -> None:
    """Grey, and not by colour alone."""
    made = embed(a_card(status=Status.VOIDED, notes=("Failed physical",)))
    assert made.title == "VOIDED · Packers send WR Dale Preston to the Jets"
    assert made.description == "**This trade is off.**\nFailed physical"
    assert [field.value for field in made.fields][:2] == [
        "~~WR Dale Preston~~",
        "~~2026 4th-round pick~~",
    ]
    assert made.colour != discord.Colour(a_card().colour)


def test_a_void_notice_is_short() -> None:
    """Its own message: what is off, and why."""
    made = embed(a_card(kind=CardKind.VOID, status=Status.VOIDED, summary="Off: failed physical."))
    assert made.fields == []
    assert made.description == "**This trade is off.**\nOff: failed physical."


def test_a_rumour_is_muted_and_an_official_card_bright() -> None:
    """And the words say it too."""
    rumour, official = (embed(a_card(status=s)) for s in (Status.RUMOUR, Status.OFFICIAL))
    assert (rumour.title or "").startswith("RUMOUR · ")
    assert (official.title or "").startswith("OFFICIAL · ")
    assert official.colour == discord.Colour(0x115740)
    assert rumour.colour == discord.Colour(0x55807A)


def test_the_card_has_the_latest_reports_and_the_story_has_all() -> None:
    """That is what the button is for."""
    card = a_card(timeline=tuple(f"report {n}" for n in range(1, 7)))
    assert (
        embed(card).fields[-1].value
        == "+1 earlier\nreport 2\nreport 3\nreport 4\nreport 5\nreport 6"
    )
    assert story(card).fields[-1].value == "\n".join(card.timeline)


def test_reasons_stand_between_the_terms_and_the_timeline() -> None:
    """Each group under its heading."""
    made = embed(a_card(reasons=(("Why the Jets", ("Last in receiving", "0-4")),)))
    assert [field.name for field in made.fields] == [
        "Jets get",
        "Packers get",
        "Why the Jets",
        "Timeline",
    ]
    assert made.fields[2].value == "Last in receiving\n0-4"


def test_thirty_assets_are_counted_not_lost() -> None:
    """Whole lines, and how many more."""
    side = Side(club=NYJ, name="Jets", gets=tuple(f"2026 pick {'x' * 40} {n}" for n in range(30)))
    value = embed(a_card(sides=(side,))).fields[0].value or ""
    *lines, more = value.split("\n")
    assert lines == list(side.gets[: len(lines)])
    assert more == f"+{30 - len(lines)} more"


def test_an_empty_side_is_said_in_words() -> None:
    """Discord refuses an empty field."""
    nothing = Side(club=NYJ, name="\u200b", gets=())
    made = embed(a_card(sides=(nothing,)))
    assert (made.fields[0].name, made.fields[0].value) == ("not stated get", "not stated")


HOSTILE = st.text(max_size=40) | st.sampled_from(
    ["@everyone", "*" * 300, "🏈" * 700, " ", "\u202e"]
)
LINES = st.lists(HOSTILE, max_size=30).map(tuple)
CARDS = st.builds(
    Card,
    trade=st.just(TradeId("t")),
    version=st.just(1),
    kind=st.sampled_from(CardKind),
    status=st.sampled_from(Status),
    headline=HOSTILE,
    summary=HOSTILE,
    day=st.dates(date(1970, 1, 1), date(2100, 1, 1)),
    sides=st.lists(
        st.builds(Side, club=st.sampled_from([c.code for c in CLUBS]), name=HOSTILE, gets=LINES),
        max_size=32,
    ).map(tuple),
    reasons=st.lists(st.tuples(HOSTILE, LINES), max_size=30).map(tuple),
    notes=LINES,
    timeline=LINES,
    colour=st.integers(0, 0xFFFFFF),
)


@settings(max_examples=60, deadline=None)
@given(CARDS)
def test_no_card_exceeds_a_limit_of_discord(card: Card) -> None:
    """The oracle is the fake's own rules, counted in the strictest way."""
    for made in (embed(card), story(card)):
        assert discord_rules.limits({"embeds": [made.to_dict()]}) == []
    assert discord_rules.limits({"content": plain(card)}) == []
    assert plain(card).strip()


def test_a_card_of_the_most_is_full_but_not_over() -> None:
    """Four clubs, thirty assets each, and reasons without end."""
    lines = tuple(f"{n} {'word ' * 30}" for n in range(30))
    sides = tuple(Side(club=c.code, name=c.nickname, gets=lines) for c in CLUBS[:4])
    card = a_card(sides=sides, notes=lines, timeline=lines, reasons=(("Why", lines),) * 30)
    made = embed(card)
    assert discord_rules.limits({"embeds": [made.to_dict()]}) == []
    assert len(made) > 5000
    assert [f.name for f in made.fields][:3] == ["Cardinals get", "Falcons get", "Ravens get"]
    assert made.fields[-1].name == "Timeline"


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1), st.integers(30, 100))
def test_joined_lines_fit(lines: list[str], limit: int) -> None:
    """Whatever they hold."""
    assert units(join_lines(lines, limit)) <= limit


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_a_mark_is_short_and_leads_back_to_its_trade(trade: str, destination: str) -> None:
    """Any trade id, any destination."""
    key = a_key(trade=TradeId(trade), destination=DestinationId(destination))
    assert len(nonce(key)) == 25
    assert len(custom_id(key)) <= 100
    assert trade_in(custom_id(key)) == trade


def test_a_foreign_mark_leads_nowhere() -> None:
    """Buttons of others, and values that are no text."""
    for mark in (None, 7, "", "t:short:x", f"t:{nonce(a_key())}:", f"x:{nonce(a_key())}:y"):
        assert trade_in(mark) is None


def test_keys_that_differ_in_anything_have_other_nonces() -> None:
    """Discord knows a nonce per author: the channel and the kind must be in it."""
    keys = [a_key(), a_key(kind=CardKind.VOID), a_key(destination=DestinationId("discord:1"))]
    assert len({nonce(key) for key in [*keys, a_key(trade=TradeId("t"))]}) == 4
