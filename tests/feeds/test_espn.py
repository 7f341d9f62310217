"""The transaction wire and the news list: what becomes a report, and what is set aside."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clubs import CLUBS
from bot.errors import FeedInvalidError
from bot.feeds import espn
from bot.feeds.parse import MAX_ITEMS, MAX_TEXT, Origin
from bot.model import ClubCode, Page, ReportKind, Trust
from tests.builders import GB, NOON, minutes
from tests.feeds import samples

ORIGIN = Origin(feed="wire", trust=Trust.OFFICIAL, now=NOON)


def transactions(*rows: Any) -> Page:
    """The page of these rows."""
    return espn.transactions(samples.wire(*rows), ORIGIN)


def row(**changes: Any) -> dict[str, Any]:
    """The sample row, changed."""
    return {**samples.ROW, **changes}


def test_a_row_becomes_a_report_of_its_club() -> None:
    """Text, day and club; no title, no author, a name of our own."""
    report = transactions(samples.ROW).reports[0]
    assert (report.feed, report.trust, report.kind) == ("wire", Trust.OFFICIAL, ReportKind.WIRE)
    assert report.text == samples.ROW["description"]
    assert report.title == ""
    assert report.published_at.isoformat() == "2025-10-07T07:00:00+00:00"
    assert (report.day_only, report.filer, report.seen_at) == (True, GB, NOON)


def test_reports_come_oldest_first() -> None:
    """By day, and within one day in the reverse of the feed's order."""
    same_day = row(description="Signed K Ira Moss.")
    page = transactions(samples.ROW, same_day, samples.OLDER_ROW)
    assert [report.text for report in page.reports] == [
        samples.OLDER_ROW["description"],
        same_day["description"],
        samples.ROW["description"],
    ]


def test_both_shapes_of_the_wire_are_read() -> None:
    """The list may be called items, and the club may be a link."""
    page = espn.transactions(samples.wire(samples.CORE_ROW, key="items"), ORIGIN)
    assert [report.filer for report in page.reports] == ["WAS"]


@pytest.mark.parametrize(
    ("team", "club"),
    [
        *(({"abbreviation": "LAR"}, "LA"), ({"abbreviation": "wsh"}, "WAS")),
        *(({"abbreviation": "JAX"}, "JAX"), ({"id": 14}, "LA"), ({"id": "28"}, "WAS")),
        ({"abbreviation": "???", "id": "9"}, "GB"),
        ({"$ref": "http://core.example/teams/33?lang=en"}, "BAL"),
        ({"$ref": "http://core.example/teams/33/"}, "BAL"),
        ({"$ref": "http://core.example/teams/99"}, None),
        *((None, None), ({}, None), ("GB", None), ([], None), ({"id": True}, None)),
        ({"abbreviation": "XYZ", "id": 4711, "$ref": 5}, None),
    ],
)
def test_the_filer_is_found_by_code_or_number_or_link(team: Any, club: str | None) -> None:
    """An unknown club still makes a report."""
    page = transactions(row(team=team))
    assert [report.filer for report in page.reports] == [club and ClubCode(club)]


def test_every_club_is_known_by_its_number() -> None:
    """All 32 of them."""
    rows = [row(team={"id": club.espn}) for club in CLUBS]
    assert {report.filer for report in transactions(*rows).reports} == {club.code for club in CLUBS}


def test_the_id_is_made_of_day_club_and_text_alone() -> None:
    """The same row has the same id whatever else changes; another text, club or day has another."""
    first = transactions(samples.ROW).reports[0].id
    same = row(date="2025-10-07T08:00Z", team={"$ref": "http://core.example/teams/9"}, extra=1)
    assert transactions(same).reports[0].id == first
    for change in (
        {"date": "2025-10-08T07:00Z"},
        {"team": {"id": "3"}},
        {"description": "Signed K Ira Moss."},
    ):
        assert transactions(row(**change)).reports[0].id != first


def test_a_row_listed_twice_is_one_report() -> None:
    """Whatever page it stands on."""
    assert len(transactions(samples.ROW, samples.ROW, samples.OLDER_ROW).reports) == 2


def test_no_rows_are_an_empty_page() -> None:
    """Right shape, nothing in it."""
    page = espn.transactions(b'{"transactions": []}', ORIGIN)
    assert (page.reports, page.rejected, page.modified) == ((), (), True)


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        *((None, "not an object"), ([], "not an object"), ("text", "not an object")),
        *(({"description": "x"}, "no date"), (row(date=None), "no date"), (row(date=1), "no date")),
        *((row(date="soon"), "no date"), (row(date="0000-01-01"), "no date")),
        *((row(description=None), "no description"), (row(description=" \0 "), "no description")),
        (row(description="null"), "no description"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_others_go_on(bad: Any, problem: str) -> None:
    """With its raw JSON and the reason."""
    page = transactions(samples.ROW, bad, samples.OLDER_ROW)
    assert len(page.reports) == 2
    assert [problem in item.problem for item in page.rejected] == [True]
    assert page.rejected[0].raw


def test_a_rejected_row_is_kept_in_bounds() -> None:
    """Raw JSON, but not ten megabytes of it."""
    page = transactions(samples.ROW, {"pad": "x" * 10**6})
    assert len(page.rejected[0].raw) <= 2000


def test_most_rows_bad_means_that_the_schema_changed() -> None:
    """Half may fail; more may not, and then nothing is taken."""
    assert len(transactions(samples.ROW, {}).reports) == 1
    with pytest.raises(FeedInvalidError, match="schema changed: 2 of 3 items"):
        transactions(samples.ROW, {}, {})


def test_items_and_texts_have_caps() -> None:
    """A hundred thousand rows and a ten-megabyte text come out bounded, and it is said."""
    rows = [row(description=f"Signed K Ira Moss {n}.") for n in range(100_000)]
    page = transactions(*rows)
    assert len(page.reports) == MAX_ITEMS
    assert [item.problem for item in page.rejected] == [
        "98000 items beyond the first 2000 were left out"
    ]
    page = transactions(row(description="x" * 10_000_000))
    assert len(page.reports[0].text) == MAX_TEXT


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2025-10-07", "2025-10-07T07:00:00+00:00"),
        ("2025-10-07T07:00", "2025-10-07T07:00:00+00:00"),
        ("2025-10-07T07:00:00.000+0000", "2025-10-07T07:00:00+00:00"),
        ("2025-10-07T03:00-04:00", "2025-10-07T07:00:00+00:00"),
        ("2025-10-08T07:00Z", "2025-10-08T07:00:00+00:00"),  # within a day: a zone, not a fault
        ("2031-01-01T07:00Z", NOON.isoformat()),
        ("9999-12-31T23:59Z", NOON.isoformat()),
    ],
)
def test_dates_become_utc_and_never_lie_ahead(date: str, published: str) -> None:
    """Naive is UTC, a zone is converted, the future is now."""
    assert transactions(row(date=date)).reports[0].published_at.isoformat() == published


def test_an_article_becomes_a_report() -> None:
    """Headline, lead, byline, link and the first time of publication."""
    report = espn.news(samples.news(), ORIGIN).reports[0]
    assert (report.id, report.kind, report.day_only) == ("90000001", ReportKind.NEWS, False)
    assert report.title == samples.ARTICLE["headline"]
    assert report.text == samples.ARTICLE["description"]
    assert report.author == "Nora Quill"
    assert report.url == "https://news.example/nfl/story/90000001"
    assert report.published_at == minutes(-30)


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        *(({"id": "a-1"}, "id", "a-1"), ({"description": None}, "text", "")),
        ({"published": None}, "published_at", minutes(-15)),
        (
            {"published": None, "lastModified": "2025-10-07T15:30:00.000+0000"},
            "published_at",
            minutes(-30),
        ),
        *(({"description": "null"}, "text", ""), ({"byline": None}, "author", "")),
        *(
            ({"links": {}}, "url", ""),
            ({"links": {"web": "x"}}, "url", ""),
            ({"links": 3}, "url", ""),
        ),
        ({"links": {"web": {"href": "javascript:alert(1)"}}}, "url", ""),
        ({"headline": "A \ud800lone\0 half"}, "title", "A lone half"),
    ],
)
def test_an_article_is_read_leniently(change: dict[str, Any], field: str, value: Any) -> None:
    """Ids of both types, both dates, and fields that are missing or wrong."""
    report = espn.news(samples.news({**samples.ARTICLE, **change}), ORIGIN).reports[0]
    assert getattr(report, field) == value


@pytest.mark.parametrize("field", ["id", "headline", "both dates"])
def test_an_article_without_what_it_needs_is_set_aside(field: str) -> None:
    """No id, no headline or no date at all."""
    names = ("published", "lastModified") if field == "both dates" else (field,)
    bad = {key: value for key, value in samples.ARTICLE.items() if key not in names}
    page = espn.news(samples.news(samples.ARTICLE, bad), ORIGIN)
    assert (len(page.reports), len(page.rejected)) == (1, 1)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every key in a document."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [p for key, item in inner for p in ((*path, key), *places(item, (*path, key)))]


def mutated(document: Any, path: tuple[Any, ...], mutate: Callable[[Any, Any], None]) -> Any:
    """A copy with one place changed."""
    changed = copy.deepcopy(document)
    target = changed
    for key in path[:-1]:
        target = target[key]
    mutate(target, path[-1])
    return changed


def renamed(parent: Any, key: Any) -> None:
    """Give a field another name."""
    value = parent.pop(key)
    if isinstance(parent, dict):
        parent[f"{key}2"] = value


MUTATIONS: tuple[Callable[[Any, Any], None], ...] = (
    lambda parent, key: parent.pop(key),
    renamed,
    *(
        lambda parent, key, value=value: parent.__setitem__(key, value)
        for value in (None, True, 7, -1.5, "", "text", [], {}, [[]], {"a": {}}, "9" * 5000)
    ),
)
PARSERS = (
    (espn.transactions, samples.wire(samples.ROW, samples.OLDER_ROW, samples.CORE_ROW)),
    (espn.news, samples.news(*({**samples.ARTICLE, "id": number} for number in range(3)))),
)


@pytest.mark.parametrize(("parse", "body"), PARSERS, ids=["wire", "news"])
def test_every_field_may_go_missing_be_renamed_or_change_its_type(
    parse: Callable[[bytes, Origin], Page], body: bytes
) -> None:
    """Either the one item is set aside, or the page is refused; the other items are as before."""
    golden = json.loads(body)
    whole = {report.id: report for report in parse(body, ORIGIN).reports}
    assert len(whole) == 3
    for path in places(golden):
        for mutate in MUTATIONS:
            body = json.dumps(mutated(golden, path, mutate)).encode()
            try:
                page = parse(body, ORIGIN)
            except FeedInvalidError:
                assert len(path) == 1, (path, body)  # only the envelope can spoil them all
                continue
            kept = [report for report in page.reports if whole.get(report.id) == report]
            emptied = len(path) == 1 and not page.reports
            assert emptied or len(kept) >= 2, (path, body)


@given(st.lists(st.sampled_from([samples.ROW, samples.OLDER_ROW, samples.CORE_ROW]), max_size=9))
def test_order_and_repetition_do_not_change_what_is_read(rows: list[dict[str, Any]]) -> None:
    """A page is a set of reports."""
    page = espn.transactions(samples.wire(*rows) if rows else b'{"transactions": []}', ORIGIN)
    assert {r.text for r in page.reports} == {r["description"] for r in rows}
    assert len(page.reports) == len({r["description"] for r in rows})
    assert list(page.reports) == sorted(page.reports, key=lambda report: report.published_at)
