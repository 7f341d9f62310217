"""Whatever the statistics, the feeds or people say, every body is one that Slack takes, and none of it is markup."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack import blocks, text
from adapters.slack.commands import (
    alerts_look,
    answers,
    choose,
    form,
    guide,
    home,
    pages,
    typed,
    wording,
)
from adapters.slack.commands.nfl import listed
from adapters.slack.commands.pages import Page, Place
from bot.chat.tables import WIDTH
from bot.clubs import CLUBS
from bot.errors import UsageError
from bot.model import (
    Answer,
    DealKind,
    Destination,
    DestinationId,
    Failure,
    Health,
    Importance,
    LaneId,
    Manner,
    Quiet,
    Status,
    Style,
    Table,
    TradeId,
)
from tests.any_cards import any_card
from tests.servers import slack_surface_rules as rules

DAY = date(2025, 10, 7)
HOSTILE = "<!channel> <@U1> <http://x|y> *b* _i_ ~s~ `c` &amp; :tada: a\u202eb @here"
TEXTS = st.text(max_size=400) | st.just(HOSTILE)
CELLS = st.none() | st.integers() | st.floats(allow_nan=False) | TEXTS
ANSWER = Answer(question="who?", as_of=DAY, text="He did.", source="nflverse player stats")


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Of any size and content."""
    width = draw(st.integers(1, 12))
    columns = draw(st.lists(st.text(max_size=30), min_size=width, max_size=width))
    row = st.lists(CELLS, min_size=width, max_size=width).map(tuple)
    return Table(columns=tuple(columns), rows=tuple(draw(st.lists(row, max_size=60))))


@st.composite
def destinations(draw: st.DrawFn) -> Destination:
    """With any wishes."""
    codes = st.lists(st.sampled_from([club.code for club in CLUBS]), unique=True)
    hours = st.integers(0, 23)
    zones = st.sampled_from(["UTC", "America/New_York"]).map(ZoneInfo)
    return Destination(
        id=DestinationId("slack:C1"),
        platform="slack",
        channel="C1",
        lane=LaneId("slack"),
        server="T1",
        clubs=tuple(draw(codes)),
        positions=tuple(draw(st.lists(st.sampled_from(["QB", "ST", "??"]), unique=True))),
        kinds=tuple(draw(st.lists(st.sampled_from(DealKind), unique=True))),
        statuses=tuple(draw(st.lists(st.sampled_from(Status), unique=True))),
        least=draw(st.sampled_from(Importance)),
        paused=draw(st.booleans()),
        quiet=draw(st.none() | st.builds(Quiet, start=hours, end=hours, zone=zones)),
        manner=Manner(style=draw(st.sampled_from(Style)), pings=((Status.OFFICIAL, draw(TEXTS)),)),
    )


def body(sheet: pages.Sheet, at: int = 0) -> dict[str, Any]:
    """What is sent of a page."""
    place = Place(command="nfl ask", args=("who?",), page=at)
    shown = [*sheet[at].blocks, *pages.buttons(sheet, place, share=True)]
    kept = {"unfurl_links": False, "unfurl_media": False, "response_type": "ephemeral"}
    return {"text": sheet[at].text, "blocks": shown, **kept}


def good(sheet: pages.Sheet) -> None:
    """Each of its pages is taken."""
    for at in range(len(sheet)):
        assert rules.response_problems(body(sheet, at)) == []


@settings(deadline=None)  # other tests share the machine
@given(tables(), st.text(max_size=6000) | st.just(HOSTILE), st.lists(TEXTS, max_size=30))
def test_every_answer_is_taken_and_fits_a_phone(
    table: Table, said: str, choices: list[str]
) -> None:
    """Tables, texts and refusals of any content."""
    for refused in (None, said):
        told = replace(ANSWER, question=said, text=said, table=table, assumed=(said,))
        sheet = answers.sheet(replace(told, refused=refused, choices=tuple(choices)))
        good(sheet)
        for page in sheet:
            for block in page.blocks:
                if block["type"] == "rich_text":
                    shown = block["elements"][0]["elements"][0]["text"]
                    assert max(map(len, shown.splitlines())) <= WIDTH


@settings(deadline=None)
@given(st.lists(any_card(), min_size=1, max_size=5))
def test_every_list_of_trades_is_taken(some: Any) -> None:
    """Whatever feeds wrote into them."""
    good([listed(some)])


@settings(deadline=None)
@given(destinations(), TEXTS, st.booleans())
def test_every_form_and_every_look_is_taken(to: Destination, said: str, new: bool) -> None:  # noqa: FBT001 - given
    """Whatever the channel has, and however Slack refused it."""
    assert rules.view_problems(form.drawn(to, new=new)) == []
    at = datetime(2025, 10, 7, tzinfo=UTC)
    health = Health(destination=to.id, refused_until=at, refusal=said, shown=1, waiting=2, failed=3)
    shown = alerts_look.entry(to, [*wording.words.described(to), wording.words.health(health)])
    failure = Failure(trade=TradeId(said), destination=to.id, given_up=True, error=said)
    lines = blocks.section([wording.words.failure(failure, "?")] * 8)
    good([Page(text="x", blocks=(shown,) * 5), Page(text="x", blocks=(lines,))])
    tab = {"type": "home", "blocks": list(home._channel(to, health))}
    assert rules.view_problems(tab) == []


@settings(deadline=None)
@given(destinations())
def test_a_form_that_is_sent_as_it_is_changes_nothing_but_what_it_cannot_show(
    to: Destination,
) -> None:
    """What is filled in is what was there."""
    view = form.drawn(to, new=False)
    values = {each["block_id"]: _untouched(each) for each in view["blocks"] if "element" in each}
    wish = form.read({**view, "state": {"values": values}})
    assert (wish.channel, wish.new, wish.problems) == (to.channel, False, {})
    assert wish.wish.clubs == (",".join(to.clubs) or "all")
    assert wish.wish.rumours is (Status.RUMOUR in to.statuses)
    assert wish.wish.style == to.manner.style
    assert wish.wish.importance == to.least
    quiet = to.quiet
    assert (wish.wish.quiet_from, wish.wish.quiet_to) == (
        (quiet.start, quiet.end) if quiet else (0, 0)
    )


def _untouched(block: dict[str, Any]) -> dict[str, Any]:
    """What Slack reports of a field that nobody touched."""
    element = block["element"]
    told = {
        "selected_option": element.get("initial_option"),
        "selected_options": element.get("initial_options", []),
    }
    return {block["block_id"]: told}


@given(st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["state", "values", "clubs", "selected_option", "private_metadata", "value", "quiet_from"]),
    inner)))  # fmt: skip
def test_no_sent_form_breaks_the_reading(view: Any) -> None:
    """Misshapen counts as left out."""
    form.read(view if isinstance(view, dict) else {"state": view, "private_metadata": str(view)})


@given(TEXTS)
def test_a_wrong_word_does_nothing_where_it_is_told(word: str) -> None:
    """Help is always taken."""
    good(guide.guide("nfl", [], word))


@given(st.lists(st.tuples(TEXTS, TEXTS)))
def test_options_are_always_taken(named: list[tuple[str, str]]) -> None:
    """At most a hundred, each once, none cut in what it means."""
    made = choose.options(named)
    assert rules.ack_problems({"options": made}) == []
    assert {each["value"] for each in made} <= {value for _, value in named}


@given(TEXTS, st.text(max_size=20))
def test_every_word_is_read_or_refused_in_a_sentence(said: str, here: str) -> None:
    """No text of a person breaks anything."""
    readers = (
        typed.words_of, typed.seasoned, typed.of_player, typed.of_two, typed.of_trades,
        typed.group_of, lambda words: typed.channel_of(words, here),
        lambda words: typed.split_channel(words, here),
    )  # fmt: skip
    for read in readers:
        with suppress(UsageError):
            read(said)


@given(
    st.text(), st.integers(0, 9999),
    st.lists(st.none() | st.booleans() | st.integers() | st.text(max_size=200), max_size=4),
)  # fmt: skip
def test_a_page_s_button_says_the_same_when_it_is_read(command: str, page: int, args: Any) -> None:
    """But for what was left out at the end."""
    while args and args[-1] is None:
        args.pop()
    place = Place(command=command, args=tuple(args), page=page)
    assert pages.read(str(place)) == place


def test_the_lines_of_a_section_are_whole_or_counted() -> None:
    """Nothing is cut in the middle."""
    shown = blocks.joined(["x" * 900] * 5, blocks.MAX_SECTION)
    assert shown.splitlines()[-1] == "+2 more"
    assert blocks.joined(["x" * 4000], blocks.MAX_SECTION) == text.ELLIPSIS
