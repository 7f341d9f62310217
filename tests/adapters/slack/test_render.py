"""Cards as Block Kit: what a reader sees, and never more than Slack takes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack import render
from bot import cards, clubs
from bot.model import Card, CardKind, Side, Status, Style, Told, TradeId
from tests.builders import GB, NOON, NYJ, a_card
from tests.servers import slack_rules

HOSTILE = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        [
            "<!channel>",
            "<@U1> <https://evil.example|ok>",
            "*x* _y_ ~z~ `c` :tada:",
            "&" * 4000,
            "",
            " ",
        ]
    ),
    st.text(alphabet="\U0001f600\u0301\u202e<&*", max_size=900),
)
LINES = st.lists(HOSTILE, max_size=30).map(tuple)
SIDES = st.lists(
    st.builds(
        Side, club=st.sampled_from([club.code for club in clubs.CLUBS]), name=HOSTILE, gets=LINES
    ),
    max_size=4,
).map(tuple)
CARDS = st.builds(
    Card,
    trade=st.just(a_card().trade),
    version=st.just(1),
    kind=st.just(a_card().kind),
    status=st.sampled_from(Status),
    headline=HOSTILE,
    summary=HOSTILE,
    day=st.dates(),
    sides=SIDES,
    reasons=st.lists(st.tuples(HOSTILE, LINES), max_size=20).map(tuple),
    notes=LINES,
    timeline=LINES,
    colour=st.just(0),
)


def problems(message: render.Message) -> list[str]:
    """What is wrong with posting this message."""
    body = {
        "text": message.text,
        "blocks": list(message.blocks),
        "unfurl_links": False,
        "unfurl_media": False,
        "metadata": {"event_type": "x", "event_payload": {"key": "k"}},
    }
    return slack_rules.problems("chat.postMessage", body)


def texts(message: render.Message) -> str:
    """Every text of the blocks, in reading order."""
    return "\n".join(found["text"] for found in slack_rules.text_objects(list(message.blocks)))


@settings(max_examples=40, deadline=None)
@given(CARDS)
def test_any_card_passes_every_validator(card: Card) -> None:
    """Hostile names and long lists stay within types, limits and escapes."""
    for message in (render.card(card), render.story(card), render.plain(card)):
        assert problems(message) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(CARDS, min_size=2, max_size=20))
def test_any_digest_passes_every_validator_and_leaves_no_trade_out(items: list[Card]) -> None:
    """Each with its status, and the button for its story."""
    named = [replace(item, trade=TradeId(f"t{n}")) for n, item in enumerate(items)]
    message = render.card(cards.digest(named))
    assert problems(message) == []
    sections = [block for block in message.blocks if "accessory" in block]
    assert [block["accessory"]["value"] for block in sections] == [item.trade for item in named]
    assert all(
        item.status.upper() in block["text"]["text"]
        for item, block in zip(named, sections, strict=True)
    )


@pytest.mark.parametrize("letter", ["x", "&", "\U0001f600", "e\u0301"])
def test_the_largest_card_stays_below_the_cap(letter: str) -> None:
    """Every part full at once: four clubs, thirty assets each, long lines everywhere."""
    line = letter * 400
    lines = (line,) * 30
    sides = tuple(Side(club=club.code, name=line, gets=lines) for club in clubs.CLUBS[:4])
    card = a_card(
        status=Status.VOIDED,
        headline=line,
        summary=line,
        sides=sides,
        reasons=((line, lines),) * 20,
        notes=lines,
        timeline=lines,
    )
    for message in (render.card(card), render.story(card), render.plain(card)):
        assert problems(message) == []
        assert len(message.blocks) <= render.MAX_BLOCKS


def test_the_sample_card_reads_like_this() -> None:
    """The whole message: header, sides, timeline with the day, buttons."""
    message = render.card(a_card())
    assert message.text == (
        "Reported: Packers send WR Dale Preston to the Jets for a 2026 4th-round pick."
    )
    header, sides, context, row = message.blocks
    headline = "📰 REPORTED · Packers send WR Dale Preston to the Jets"
    assert header == {"type": "header", "text": plain(headline)}
    assert sides == {
        "type": "section",
        "fields": [
            mrkdwn("*Jets get*\n• *WR Dale Preston*"),
            mrkdwn("*Packers get*\n• 2026 4th-round pick"),
        ],
    }
    assert context == {
        "type": "context",
        "elements": [
            mrkdwn("• Tue 12:00 ET  reported  Adam Schefter (desk)"),
            mrkdwn("Tue 7 Oct 2025"),
        ],
    }
    assert [(b["text"], b["action_id"], b["value"]) for b in row["elements"]] == [
        (plain(label), f"card:{wish}:{a_card().trade}", a_card().trade)
        for label, wish in (
            ("📖 Full story", "story"),
            ("📊 His season", "lines"),
            ("🔔 Follow these clubs", "follow"),
            ("🔕 Mute", "mute"),
        )
    ]


def test_a_moment_is_shown_in_the_reader_s_own_zone() -> None:
    """Slack's own date, with words for a client that does not know it; a day is a day everywhere."""
    told = (
        Told(at=NOON, day="", claim="reported", who="Adam Schefter (desk)"),
        Told(at=NOON, day="Wed 8 Oct", claim="official", who="wire"),
    )
    shown = texts(render.card(a_card(told=told, timeline=("a", "b"))))
    moment = "<!date^1759852800^{date_short_pretty} at {time}|Tue 7 Oct 16:00 UTC>"
    assert f"• *reported* · Adam Schefter (desk) · {moment}\n" in shown
    assert "• *official* · wire · Wed 8 Oct\n" in shown


def test_a_long_story_shows_its_end_and_the_button_tells_all() -> None:
    """Five lines, and how many came before them."""
    told = tuple(Told(at=NOON, day="", claim="reported", who=f"Source {n}") for n in range(9))
    card = a_card(told=told, timeline=tuple(one.who for one in told))
    shown = texts(render.card(card))
    assert "+4 earlier\n• *reported* · Source 4" in shown
    assert "Source 3" not in shown
    assert "Source 0" in texts(render.story(card))


def test_corrected_terms_stand_beside_the_earlier_ones() -> None:
    """In words, and struck out."""
    side = Side(club=NYJ, name="Jets", gets=("2026 3rd",), formerly=("2026 4th",))
    shown = texts(render.card(a_card(sides=(side,))))
    assert shown.startswith("📰 REPORTED · 📝 TERMS CORRECTED · ")
    assert "• 2026 3rd\n• was: ~2026 4th~" in shown


def test_a_void_notice_is_short() -> None:
    """What is off, who says so, and the buttons."""
    card = a_card(kind=CardKind.VOID, status=Status.VOIDED, summary="Voided: the trade is off.")
    message = render.card(card)
    kinds = [block["type"] for block in message.blocks]
    assert kinds == ["header", "section", "context", "actions"]
    assert message.text == "Voided: the trade is off."


@pytest.mark.parametrize("status", [Status.RUMOUR, Status.VOIDED])
def test_a_status_is_said_once(status: Status) -> None:
    """Headlines of what is not agreed, or is off, begin with it by themselves."""
    word = status.capitalize()
    header = render.card(a_card(status=status, headline=f"{word}: Packers trade WR")).blocks[0]
    assert header["text"]["text"].endswith(f"{status.upper()} · Packers trade WR")


def test_a_compact_card_leaves_the_reasons_to_the_button() -> None:
    """The terms stay, and the last word of the story."""
    told = tuple(Told(at=NOON, day="", claim="reported", who=f"Source {n}") for n in range(2))
    card = a_card(
        reasons=(("Why", ("Because",)),), told=told, timeline=tuple(one.who for one in told)
    )
    shown = texts(render.card(card, Style.COMPACT))
    assert "Jets get" in shown
    assert "Because" not in shown
    assert "Source 0" not in shown


def test_reasons_and_notes_have_sections_of_their_own() -> None:
    """A heading in bold, its lines below; notes as they are."""
    card = a_card(
        reasons=(("Why the Jets", ("Last in receiving: 69 yards",)),), notes=("Terms open",)
    )
    blocks = render.card(card).blocks
    assert blocks[1] == {"type": "section", "text": plain("• Terms open")}
    assert blocks[3] == {
        "type": "section",
        "text": mrkdwn("*Why the Jets*\n• Last in receiving: 69 yards"),
    }


def test_a_voided_trade_is_struck_through_and_said_in_words() -> None:
    """No reader may take the old terms for the truth."""
    shown = texts(render.card(a_card(status=Status.VOIDED)))
    assert "VOIDED · " in shown
    assert "*This trade is off.* Its terms no longer hold." in shown
    assert "*Jets were to get*\n• ~WR Dale Preston~" in shown
    assert "no longer hold" in render.plain(a_card(status=Status.VOIDED)).text


def test_lines_without_room_are_counted() -> None:
    """Whole lines go, and the reader learns how many."""
    lines = tuple(
        f"pick number {n:03} of a very long list of picks in this trade" for n in range(90)
    )
    side = Side(club=NYJ, name="Jets", gets=lines)
    card = a_card(sides=(side, Side(club=GB, name="Packers", gets=("cash",))))
    last = texts(render.card(card)).split("\n*Packers get*")[0].splitlines()
    shown = sum(line.startswith("• pick") for line in last)
    assert last[-1] == f"+{90 - shown} more"
    assert shown > 10


def test_the_story_has_no_button_and_the_whole_timeline() -> None:
    """It is an answer, not a card."""
    message = render.story(a_card())
    assert "*How it became known*\n• Tue 12:00 ET  reported" in texts(message)
    assert all(block["type"] != "actions" for block in message.blocks)


def test_plain_text_says_the_same_without_blocks() -> None:
    """Headline, summary, both sides and the notes."""
    message = render.plain(a_card(notes=("Terms open",)))
    assert message.blocks == ()
    assert message.text.splitlines() == [
        "📰 REPORTED · Packers send WR Dale Preston to the Jets",
        "Reported: Packers send WR Dale Preston to the Jets for a 2026 4th-round pick.",
        "Jets: WR Dale Preston",
        "Packers: 2026 4th-round pick",
        "Terms open",
    ]


def test_feed_text_keeps_its_characters_but_not_their_power() -> None:
    """Mentions, masked links and styling are shown, not done."""
    side = Side(club=NYJ, name="Jets", gets=("<!channel> *WR* :tada: a.example",))
    shown = texts(render.card(a_card(sides=(side,), day=date(2025, 1, 2))))
    assert "• &lt;!channel&gt; \u2217WR\u2217 \u2236tada: a.example" in shown


def plain(words: str) -> dict[str, Any]:
    """A text object in which nothing is interpreted."""
    return {"type": "plain_text", "text": words, "emoji": False}


def mrkdwn(words: str) -> dict[str, Any]:
    """A text object with our own markup, and no links by guess."""
    return {"type": "mrkdwn", "text": words, "verbatim": True}
