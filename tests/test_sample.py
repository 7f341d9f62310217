"""The sample feed is what `gridwire replay` reads, and tells one trade to its end."""

import json
from datetime import datetime
from typing import Any

import pytest

from bot import sample
from bot.cards import asset_text
from bot.clubs import by_code
from bot.extract import deals
from bot.feeds.replay import read_reports
from bot.model import Deal, DealStatus, Pick, ReportKind, Trust
from tests.builders import NOON


@pytest.fixture
def lines() -> list[dict[str, Any]]:
    """The story's lines, read."""
    return [json.loads(line) for line in sample.story().splitlines()]


def test_every_line_has_the_fields_of_the_replay_format(lines: list[dict[str, Any]]) -> None:
    """No field is misspelt, and every value is one that the readers know."""
    known = {"id", "title", "text", "published_at", "feed", "author", "url", "kind", "filer"}
    for line in lines:
        assert {"id", "text", "published_at", "feed"} <= set(line) <= known
        assert set(line["feed"]) == {"name", "trust"}
        assert Trust(line["feed"]["trust"])
        assert datetime.fromisoformat(line["published_at"]).tzinfo


def test_wire_rows_name_their_club_and_news_its_title(lines: list[dict[str, Any]]) -> None:
    """As the two kinds of feed do."""
    for line in lines:
        is_wire = line.get("kind") == ReportKind.WIRE
        assert bool(line.get("title")) is not is_wire
        assert bool(by_code(line.get("filer", ""))) is is_wire


def test_lines_are_in_order_and_no_id_repeats(lines: list[dict[str, Any]]) -> None:
    """The published time is the clock of a replay: it must not run backwards."""
    times = [line["published_at"] for line in lines]
    assert times == sorted(times)
    assert len({line["id"] for line in lines}) == len(lines)


def deals_by_report() -> dict[str, tuple[Deal, ...]]:
    """What the grammar reads in each report of the story."""
    page = read_reports("story", sample.story(), now=NOON)
    assert not page.rejected
    return {report.id: deals(report) for report in page.reports}


def test_the_story_goes_from_talk_to_report_to_announcement() -> None:
    """One deal a report that has one, and the noise around it has none."""
    told = {key: found[0] for key, found in deals_by_report().items() if found}
    assert [deal.status for deal in told.values()] == [
        DealStatus.RUMOUR,
        DealStatus.AGREED,
        DealStatus.AGREED,
        DealStatus.OFFICIAL,
        DealStatus.OFFICIAL,
    ]
    firsts = {asset_text(deal.legs[0].asset) for deal in told.values()}
    assert firsts == {"RB Cam Akers"}


def test_terms_come_with_the_second_report() -> None:
    """First only the year of two picks, then their rounds; both clubs announce the same."""
    found = [one for deals_ in deals_by_report().values() for one in deals_]
    rounds = [
        [leg.asset.round for leg in deal.legs if isinstance(leg.asset, Pick)] for deal in found
    ]
    assert rounds == [[], [None, None], [7, 6], [7, 6], [7, 6]]
