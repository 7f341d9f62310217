"""The page's content: what a reader sees, and that no text can be more than text."""

from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.clubs import CLUBS
from bot.model import ClubCode, Side, Status, Trust
from bot.web.markup import VOID, tag
from bot.web.render import FeedState, index, stylesheet
from tests.builders import NOON, a_card

HOSTILE = "</title><script>alert(1)</script>\"'><img src=x onerror=y>&amp;\u202e\x00"


class Seen(HTMLParser):
    """The elements and the text of a page; fails on a wrong nesting."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """It must close the innermost one."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note it."""
        self.text.append(data)


def a_feed(name: str = "espn-wire", last_error: str = "", *, polled: bool = True) -> FeedState:
    """A feed that brought three reports."""
    return FeedState(
        name=name,
        trust=Trust.OFFICIAL,
        last_ok=NOON if polled else None,
        last_error=last_error,
        reports=3,
    )


def test_a_trade_shows_day_status_headline_sides_and_timeline() -> None:
    """Who got what, in words, without a script."""
    card = a_card(notes=("Terms not yet confirmed",), reasons=(("Why Jets", ("Last in rushing",)),))
    text = Seen(index([card], [])).text
    expected = [
        "Reported",
        "Tue 7 Oct 2025",
        "Packers send WR Dale Preston to the Jets",
        "Jets get",
        "WR Dale Preston",
        "Packers get",
        "2026 4th-round pick",
        "Terms not yet confirmed",
        "Why Jets (1)",
        "Last in rushing",
        "Timeline (1)",
        "Tue 12:00 ET  reported  Adam Schefter (desk)",
    ]
    start = text.index("Reported")
    assert text[start : start + len(expected)] == expected


def test_trades_keep_their_order_and_every_status_has_its_word() -> None:
    """The caller gives the newest first; colour alone tells nothing."""
    cards = [a_card(status=status, day=date(2025, 10, 9)) for status in reversed(Status)]
    text = Seen(index(cards, [])).text
    words = [each for each in text if each in {"Called off", "Official", "Reported", "Rumour"}]
    assert words == ["Called off", "Official", "Reported", "Rumour"]


def test_a_side_that_gets_nothing_known_says_so() -> None:
    """An empty line would look like a fault."""
    side = Side(club=ClubCode("GB"), name="Packers", gets=())
    assert "nothing known yet" in Seen(index([a_card(sides=(side,), timeline=())], [])).text


def test_feeds_show_their_state_in_words() -> None:
    """Fine, failing, or not answered yet."""
    feeds = [a_feed(), a_feed("rss", "feed rss: no answer"), a_feed("new", polled=False)]
    text = Seen(index([], feeds)).text
    moment = "2025-10-07 16:00:00 UTC"
    assert text[text.index("espn-wire") :] == [
        *("espn-wire", "Fine", "official · 3 reports · last answer: ", moment),
        *("rss", "feed rss: no answer", "official · 3 reports · last answer: ", moment),
        *("new", "Waiting for its first answer", "official · 3 reports · last answer: none yet"),
    ]


def test_an_empty_page_says_what_will_come() -> None:
    """The first thing a new operator sees is not an empty box."""
    assert any(text.startswith("No trade yet") for text in Seen(index([], [])).text)


@given(text=st.one_of(st.just(HOSTILE), st.text()))
def test_no_text_becomes_markup(text: str) -> None:
    """The elements are the same whatever the feeds wrote; the text comes out as text."""

    def page(word: str) -> Seen:
        card = a_card(
            headline=word,
            sides=(Side(club=ClubCode("GB"), name=word, gets=(word,)),),
            notes=(word,),
            reasons=((word, (word,)),),
            timeline=(word,),
        )
        return Seen(index([card], [a_feed(word, f"x{word}")]))

    assert page(text).elements == page("plain").elements


def test_hostile_text_is_shown_without_its_control_characters() -> None:
    """Readable as what it is, and unable to turn the direction of the line."""
    shown = Seen(index([a_card(headline=HOSTILE)], [])).text
    assert HOSTILE.removesuffix("\u202e\x00") in shown


def test_marks_do_not_pile_up_over_the_lines_around() -> None:
    """At most three on one letter, also when something invisible stands between them."""
    headline = "Z" + "\u0301" * 40 + "\u200b" + "\u0489" * 40 + "al\u0323\u0302"
    shown = Seen(index([a_card(headline=headline)], [])).text
    assert "Z\u0301\u0301\u0301al\u0323\u0302" in shown


def test_an_attribute_cannot_be_left() -> None:
    """Quotes inside stay inside."""
    (element,) = Seen(tag("p", "", title='"><script>', class_="a", data_x="b")).elements
    assert element == ("p", {"title": '"><script>', "class": "a", "data-x": "b"})


def test_every_club_has_its_colour() -> None:
    """The policy forbids inline styles, so the stylesheet knows all of them."""
    style = stylesheet()
    assert [club.code for club in CLUBS if f".club-{club.code}{{background:#" not in style] == []
