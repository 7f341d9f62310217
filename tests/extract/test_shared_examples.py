"""The reference data beside the checkout: the founding article, the wire's rows, press items, labelled snippets."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.extract import deals
from bot.extract.export import as_json
from bot.model import ClubCode, Player, Report
from tests.extract.notation import news, read, wire


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _day(text: str | None) -> datetime:
    return datetime.fromisoformat(text or "2026-10-08").replace(hour=12, tzinfo=UTC)


def _row(row: dict[str, Any]) -> Report:
    return wire(row["text"], row.get("team"), _day(row.get("date")))


def test_the_founding_article_is_one_trade(shared: Path) -> None:
    """From the first sentence alone: who, where, a swap of picks, and one source."""
    text = (shared / "data/articles/2023-09-20-akers.txt").read_text(encoding="utf-8")
    report = news(text, published=_day("2023-09-20"))
    assert read(report) == "agreed: LA<2026 | MIN<2026, Cam Akers"
    assert [as_json(deal)["attribution"] for deal in deals(report)] == [["ESPN"]]


def test_a_page_without_trades_gives_none(shared: Path) -> None:
    """The one real capture of the wire: 100 rows."""
    page = json.loads((shared / "data/feeds/espn_transactions_capture_2026-09-12.json").read_text())
    rows = page["transactions"]
    assert len(rows) == 100
    reports = [wire(row["description"], row["team"]["abbreviation"], _day(None)) for row in rows]
    assert not [deal for report in reports for deal in deals(report)]


def test_every_trade_row_has_its_recorded_direction(shared: Path) -> None:
    """As filed; one row is filed the wrong way round in print, one names no player."""
    for row in _rows(shared / "data/feeds/espn_trade_sentences.jsonl"):
        (deal,) = deals(_row(row))
        men = [leg for leg in deal.legs if isinstance(leg.asset, Player)]
        if row["nfldata_gave_received"] is None or "WRONG" in row["note"] or not men:
            continue
        gave, received = row["nfldata_gave_received"]
        first = men[0]
        assert first.gave in {gave, None}, row["text"]
        assert first.received in {received, None}, row["text"]
        assert {first.gave, first.received} & {ClubCode(row["team"])}, row["text"]


def test_no_other_row_is_a_trade(shared: Path) -> None:
    """Signings, waivers, "acquired the contract of", and other leagues' rows."""
    rows = [
        *_rows(shared / "data/feeds/espn_non_trade_sentences.jsonl"),
        *(
            {"text": row["text"]}
            for row in _rows(shared / "data/feeds/espn_wire_forms_other_leagues.jsonl")
            if "text" in row
        ),
    ]
    assert [row["text"] for row in rows if deals(_row(row))] == []


def test_press_items_are_read_by_their_kind(shared: Path) -> None:
    """Headline and first sentence of each: trades give trades, the rest gives none."""
    for row in _rows(shared / "data/feeds/trade_news_items.jsonl"):
        report = news(row["description"] or "", row["headline"] or "", _day(row["date"]))
        statuses = [str(deal.status) for deal in deals(report)]
        match row["kind"]:
            case "trade" | "trade-official":
                assert statuses in (["agreed"], ["official"]), row
            case "trade-cancelled":
                assert statuses == ["failed"], row
            case _:
                assert not {"agreed", "official"} & set(statuses), row


def test_no_labelled_snippet_is_asserted_wrongly(shared: Path) -> None:
    """No false alert, and no player sent to the wrong club or out of nowhere."""
    for row in _rows(shared / "extraction/dev.jsonl"):
        label = row["label"]
        asserted = [
            as_json(deal)
            for deal in deals(news(row["text"], published=_day(row["date"])))
            if deal.status in {"agreed", "official"}
        ]
        assert not asserted or label["kind"] in {"trade", "pick_trade"}, row["text"]
        homes = {
            asset["player"].removesuffix(" Jr.")
            for side in label["teams"].values()
            for asset in side["receives"]
            if "player" in asset
        }
        moved = {
            asset["player"].removesuffix(" Jr.")
            for deal in asserted
            for side in deal["teams"].values()
            for asset in side["receives"]
            if "player" in asset
        }
        assert moved <= homes, row["text"]
