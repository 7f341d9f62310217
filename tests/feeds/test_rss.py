"""RSS and Atom: items to reports, and what never reaches the parser."""

import pytest

from bot.errors import FeedInvalidError
from bot.feeds import rss
from bot.feeds.parse import MAX_ID, MAX_ITEMS, MAX_TEXT, MAX_TITLE, Origin
from bot.model import Report, ReportKind, Trust
from tests.builders import NOON, minutes
from tests.feeds import samples

ORIGIN = Origin(feed="desk", trust=Trust.AGGREGATOR, now=NOON)


def one(item: str, head: str = '<?xml version="1.0"?>') -> Report:
    """The report of a feed with this item."""
    page = rss.items(samples.rss(item, head=head), ORIGIN)
    assert len(page.reports) == 1
    return page.reports[0]


def test_an_item_becomes_a_report() -> None:
    """Plain text, link, guid and time."""
    report = one(samples.RSS_ITEM)
    assert (report.id, report.kind, report.trust) == ("story-1", ReportKind.NEWS, Trust.AGGREGATOR)
    assert report.title == "Packers trade WR Dale Preston to Jets"
    assert report.text == "Green Bay sends the receiver east."
    assert report.url == "https://news.example/nfl/story/1"
    assert (report.published_at, report.seen_at, report.day_only) == (minutes(-30), NOON, False)


def test_atom_is_read_too() -> None:
    """With its own names for the same things."""
    report = rss.items(samples.ATOM, ORIGIN).reports[0]
    assert (report.id, report.author) == ("urn:story:1", "Nora Quill")
    assert (report.text, report.published_at) == ("To the Jets.", minutes(-30))


def test_no_items_are_an_empty_page() -> None:
    """Right shape, nothing in it."""
    page = rss.items(samples.rss("<ttl>30</ttl>"), ORIGIN)
    assert (page.reports, page.rejected) == ((), ())


def test_an_item_is_named_by_guid_else_link_else_content() -> None:
    """And the last is stable, and another for another item."""
    guid, link = "<guid>g</guid>", "<link>https://news.example/1</link>"
    title, date = "<title>T</title>", "<pubDate>Tue, 07 Oct 2025 15:30:00 GMT</pubDate>"
    assert one(f"<item>{title}{guid}{link}</item>").id == "g"
    assert one(f"<item>{title}<guid> </guid>{link}</item>").id == "https://news.example/1"
    bare = one(f"<item>{title}{date}</item>").id
    assert one(f"<item>{date}{title}</item>").id == bare
    assert one(f"<item>{title}</item>").id != bare
    assert len(one(f"<item>{title}<guid>{'g' * 9000}</guid></item>").id) <= 300


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Tue, 07 Oct 2025 11:30:00 EDT", minutes(-30)),
        ("Tue, 07 Oct 2025 10:30:00 EST", minutes(-30)),  # in summer: EST is taken at its word
        ("Tue, 07 Oct 2025 15:30:00", minutes(-30)),
        ("2025-10-07T11:30:00-04:00", minutes(-30)),
        *(("", NOON), ("soon", NOON), ("Mon, 01 Jan 0001 00:00:00 GMT", NOON)),
        *(("0000-00-00", NOON), ("Fri, 31 Dec 9999 23:59:59 GMT", NOON)),
        *(("9999-12-31T23:59:59-12:00", NOON), ("Wed, 08 Oct 2025 20:00:00 GMT", NOON)),
        ("Wed, 08 Oct 2025 10:00:00 GMT", minutes(18 * 60)),
    ],
)
def test_dates_become_utc_and_never_lie_ahead(date: str, expected: object) -> None:
    """Every zone that feeds use; a missing or impossible date is the time of reading."""
    assert one(f"<item><title>T</title><pubDate>{date}</pubDate></item>").published_at == expected


def test_reports_come_oldest_first() -> None:
    """Whatever the order of the document."""
    days = (3, 1, 2)
    item = "<item><guid>{0}</guid><title>T{0}</title><pubDate>0{0} Oct 2025 12:00:00 GMT</pubDate></item>"
    page = rss.items(samples.rss(*(item.format(day) for day in days)), ORIGIN)
    assert [report.id for report in page.reports] == ["1", "2", "3"]


def test_an_item_that_says_nothing_is_set_aside() -> None:
    """The others go on; when most say nothing, the page is refused."""
    empty = "<item><guid>x</guid><description>null</description></item>"
    page = rss.items(samples.rss(samples.RSS_ITEM, empty), ORIGIN)
    assert (len(page.reports), len(page.rejected)) == (1, 1)
    with pytest.raises(FeedInvalidError, match="schema changed"):
        rss.items(samples.rss(empty), ORIGIN)


def test_the_word_null_is_no_text() -> None:
    """Some feeds print it."""
    assert (
        one("<item><title>T</title><description><![CDATA[null]]></description></item>").text == ""
    )


def test_titles_texts_and_items_have_caps() -> None:
    """A page of a hundred thousand words and three thousand items comes out bounded."""
    report = one(
        f"<item><title>{'t' * 9000}</title><description>{'d ' * 50_000}</description></item>"
    )
    assert (len(report.title), len(report.text)) == (MAX_TITLE, MAX_TEXT - 1)
    many = samples.rss(*(f"<item><title>T{n}</title></item>" for n in range(3000)))
    page = rss.items(many, ORIGIN)
    assert (len(page.reports), len(page.rejected)) == (MAX_ITEMS, 1)


def test_a_long_link_makes_a_short_id() -> None:
    """Where an item has no guid; two long links stay two."""
    link = f"https://a.example/{'x' * 1000}"
    ids = [one(f"<item><title>T</title><link>{link}{n}</link></item>").id for n in (1, 2)]
    assert ids[0] != ids[1]
    assert max(map(len, ids)) <= MAX_ID
