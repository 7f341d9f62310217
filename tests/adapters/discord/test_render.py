"""The card as Discord shows it, and every limit."""

from datetime import UTC, date, datetime

import discord
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from adapters.discord.lines import join_lines
from adapters.discord.marks import Press, Wish, asking, custom_id, nonce, read
from adapters.discord.render import badge, embed, plain, story, title
from adapters.discord.row import button_row
from adapters.discord.text import units
from bot.clubs import CLUBS
from bot.model import Card, CardKind, ClubCode, DestinationId, Side, Status, Style, Told, TradeId
from tests.builders import GB, NYJ, a_card, a_key
from tests.servers import discord_rules

TOLD = Told(
    at=datetime(2025, 10, 7, 16, tzinfo=UTC), day="", claim="reported", who="A. Schefter (desk)"
)
WIRE = Told(at=datetime(2025, 10, 8, tzinfo=UTC), day="Wed 8 Oct", claim="official", who="wire")
CORRECTED = (
    Side(club=NYJ, name="Jets", gets=("WR Dale Preston",)),
    Side(club=GB, name="Packers", gets=("2026 5th-round pick",), formerly=("2026 4th-round pick",)),
)


def test_a_card_reads_like_this() -> None:
    """The status in a sign and a word, what each club gets, who told it at which moment of the reader's own."""
    card = a_card(notes=("Terms not yet confirmed.",), told=(TOLD, WIRE), timeline=("a", "b"))
    assert embed(card).to_dict() == snapshot(
        {
            "author": {"name": "📰 REPORTED · Tue 7 Oct 2025"},
            "fields": [
                {"inline": True, "name": "🟩 Jets get", "value": "• **WR Dale Preston**"},
                {"inline": True, "name": "🟩 Packers get", "value": "• 2026 4th-round pick"},
                {
                    "inline": False,
                    "name": "Timeline",
                    "value": """\
- **reported** · A. Schefter (desk) · <t:1759852800:f>
- **official** · wire · Wed 8 Oct\
""",
                },
            ],
            "flags": 0,
            "color": 3376233,
            "type": "rich",
            "description": "Terms not yet confirmed.",
            "title": "Packers send WR Dale Preston to the Jets",
        }
    )


def test_a_compact_card_has_the_terms_and_the_latest_source() -> None:
    """No reasons, no timeline, no columns."""
    card = a_card(reasons=(("Why the Jets", ("0-4",)),), told=(TOLD, WIRE), timeline=("a", "b"))
    made = embed(card, Style.COMPACT)
    assert (made.fields, made.footer.text) == ([], None)
    assert made.description == snapshot("""\
🟩 **Jets** get WR Dale Preston
🟩 **Packers** get 2026 4th-round pick
**official** · wire · Wed 8 Oct\
""")


def test_a_voided_card_says_so_at_the_top_and_strikes_the_terms() -> None:
    """Grey, and not by colour alone: a sign, a word, a sentence, other verbs, struck lines."""
    made = embed(a_card(status=Status.VOIDED, notes=("This trade is off.", "Failed physical")))
    assert made.author.name == "❌ VOIDED · Tue 7 Oct 2025"
    assert made.description == "**This trade is off.** Its terms no longer hold.\nFailed physical"
    assert [(field.name, field.value) for field in made.fields][:2] == [
        ("🟩 Jets were to get", "• ~~WR Dale Preston~~"),
        ("🟩 Packers were to get", "• ~~2026 4th-round pick~~"),
    ]
    assert made.colour == discord.Colour(0x95A5A6)
    compact = embed(a_card(status=Status.VOIDED), Style.COMPACT).description or ""
    assert "**Jets** were to get ~~WR Dale Preston~~" in compact


def test_corrected_terms_stand_beside_what_was_told_before() -> None:
    """A sign and words at the top, and at the very line; a plain card has neither."""
    card = a_card(sides=CORRECTED)
    assert badge(card) == "📰 REPORTED · 📝 TERMS CORRECTED · Tue 7 Oct 2025"
    assert badge(a_card()) == "📰 REPORTED · Tue 7 Oct 2025"
    assert embed(card).fields[1].value == "• 2026 5th-round pick\n• was: ~~2026 4th-round pick~~"
    compact = embed(card, Style.COMPACT).description or ""
    assert "**Packers** get 2026 5th-round pick (was: ~~2026 4th-round pick~~)" in compact


def test_a_void_notice_is_short() -> None:
    """Its own message: what is off, by whose word, and when that was."""
    off = Told(at=TOLD.at, day="", claim="off", who="desk")
    made = embed(
        a_card(
            kind=CardKind.VOID,
            status=Status.VOIDED,
            summary="Voided: the trade is off.",
            told=(off,),
        )
    )
    assert made.fields == []
    assert (made.description or "").split("\n") == [
        "**This trade is off.** Its terms no longer hold.",
        "Voided: the trade is off.",
        "**off** · desk · <t:1759852800:f>",
    ]


def test_each_status_has_its_own_sign_and_word() -> None:
    """So that nobody needs to see a colour; and a list has both in its line."""
    badges = [badge(a_card(status=status)) for status in Status]
    assert len({text[0] for text in badges}) == len(Status)
    assert all(status.upper() in text for status, text in zip(Status, badges, strict=True))
    assert title(a_card()) == "📰 REPORTED · Packers send WR Dale Preston to the Jets"


def test_a_moment_is_the_readers_own_and_a_mere_day_is_a_label() -> None:
    """A wire row's day must not become another one in another zone."""
    value = embed(a_card(told=(TOLD, WIRE), timeline=("a", "b"))).fields[-1].value
    assert value == (
        "- **reported** · A. Schefter (desk) · <t:1759852800:f>\n- **official** · wire · Wed 8 Oct"
    )


def test_the_card_has_the_latest_reports_and_the_story_has_all() -> None:
    """That is what the button is for; where there are no values, the lines are shown."""
    card = a_card(timeline=tuple(f"report {n}" for n in range(1, 7)))
    last = "\n".join(f"- report {n}" for n in range(2, 7))
    assert embed(card).fields[-1].value == f"- +1 earlier\n{last}"
    assert (story(card).fields[-1].value or "").split("\n") == [f"- {t}" for t in card.timeline]


def test_reasons_stand_between_the_terms_and_the_timeline() -> None:
    """Each group under its heading, and whose data they are at the end."""
    reasons = (("Why the Jets", ("Last in receiving", "0-4")),)
    made = embed(a_card(reasons=reasons, credit="data: nflverse"))
    names = ["🟩 Jets get", "🟩 Packers get", "Why the Jets", "Timeline"]
    assert [field.name for field in made.fields] == names
    assert made.fields[2].value == "- Last in receiving\n- 0-4"
    assert made.footer.text == "data: nflverse"


def test_three_clubs_stand_beside_each_other_and_four_below() -> None:
    """Each with the square of its colour; a fourth column would stand alone under the first."""
    sides = tuple(
        Side(club=ClubCode(code), name=code, gets=("cash",)) for code in ("MIN", "SF", "NO", "LV")
    )
    names = ["🟪 MIN get", "🟥 SF get", "🟨 NO get", "⬛ LV get"]
    for count, beside in ((2, True), (3, True), (4, False)):
        made = embed(a_card(sides=sides[:count]))
        shown = [(f.name, f.inline) for f in made.fields[:count]]
        assert shown == [(name, beside) for name in names[:count]]


def test_thirty_assets_are_counted_not_lost() -> None:
    """Whole lines, and how many more."""
    side = Side(club=NYJ, name="Jets", gets=tuple(f"2026 pick {'x' * 40} {n}" for n in range(30)))
    value = embed(a_card(sides=(side,))).fields[0].value or ""
    *lines, more = value.split("\n")
    assert lines == [f"• {text}" for text in side.gets[: len(lines)]]
    assert more == f"+{30 - len(lines)} more"


def test_an_empty_side_is_said_in_words() -> None:
    """Discord refuses an empty field."""
    nothing = Side(club=NYJ, name="\u200b", gets=())
    made = embed(a_card(sides=(nothing,)))
    assert (made.fields[0].name, made.fields[0].value) == ("🟩 not stated get", "• not stated")


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
    names = ["🟥 Cardinals get", "🟥 Falcons get", "🟪 Ravens get"]
    assert [f.name for f in made.fields][:3] == names
    assert made.fields[-1].name == "Timeline"


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1), st.integers(30, 100))
def test_joined_lines_fit(lines: list[str], limit: int) -> None:
    """Whatever they hold."""
    assert units(join_lines(lines, limit)) <= limit


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60), st.text(max_size=60), st.sampled_from(Wish))
def test_a_mark_is_short_and_leads_back_to_its_trade(
    trade: str, destination: str, wish: Wish
) -> None:
    """Any trade id, any destination, any wish."""
    key = a_key(trade=TradeId(trade), destination=DestinationId(destination))
    assert len(nonce(key)) == 25
    assert max(len(custom_id(key)), len(asking(wish, key.trade))) <= 100
    assert read(custom_id(key)) == Press(Wish.STORY, key.trade)
    assert read(asking(wish, key.trade)) == Press(wish, key.trade)


def test_a_mark_of_every_version_is_understood() -> None:
    """The first form was a letter and the nonce; what a later version posts is told to be another's."""
    assert read("t:ABCDEFGHIJKLMNOPQRSTUVWXY:2025-x") == Press(Wish.STORY, TradeId("2025-x"))
    assert read("g1:follow:2025-x") == Press(Wish.FOLLOW, TradeId("2025-x"))
    assert read("g1:dance:2025-x") == Press(Wish.OUTDATED, TradeId("2025-x"))
    assert read("g27:follow:2025-x") == Press(Wish.OUTDATED, TradeId("2025-x"))


def test_a_foreign_mark_leads_nowhere() -> None:
    """Buttons of others, and values that are no text."""
    for mark in (None, 7, "", "t:short:x", f"t:{nonce(a_key())}:", f"x:{nonce(a_key())}:y", "g1:x"):
        assert read(mark) is None


async def test_a_card_has_the_buttons_that_fit_it() -> None:
    """The first is its mark; without players nobody is compared."""
    labels = ["Full story", "His season", "Follow these clubs", "Mute"]
    assert _labels(a_card()) == labels
    assert _labels(a_card(players=("A", "B")))[1] == "Compare players"
    assert _labels(a_card(players=(), clubs=(NYJ,))) == ["Full story", "Follow this club", "Mute"]


def _labels(card: Card) -> list[str | None]:
    buttons = button_row(card, a_key()).children
    assert next(getattr(b, "custom_id", "") for b in buttons) == custom_id(a_key())
    return [getattr(button, "label", None) for button in buttons]


def test_keys_that_differ_in_anything_have_other_nonces() -> None:
    """Discord knows a nonce per author: the channel and the kind must be in it."""
    keys = [a_key(), a_key(kind=CardKind.VOID), a_key(destination=DestinationId("discord:1"))]
    assert len({nonce(key) for key in [*keys, a_key(trade=TradeId("t"))]}) == 4
