"""Values of the model as rows and JSON, and back."""

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar, assert_never, get_type_hints

import msgspec

from bot.model import (
    Asset,
    CardKind,
    Cash,
    Claim,
    Conclusion,
    Deal,
    Delivery,
    DeliveryDoubt,
    DeliveryKey,
    DestinationId,
    FutureConsiderations,
    Leg,
    MessageRef,
    Pick,
    Player,
    Report,
    Trade,
    TradeId,
)
from bot.store.failures import readable

_RAW_BYTES = 4096
_ASSETS: dict[str, type[Asset]] = {
    "player": Player,
    "pick": Pick,
    "cash": Cash,
    "future": FutureConsiderations,
}
_FIELDS = {kind: get_type_hints(kind) for kind in (Trade, Claim, Deal, Conclusion)}

_Told = TypeVar("_Told", Trade, Claim, Deal, Conclusion)


def plain(text: str) -> str:
    """The text as SQLite can keep it: feeds may hold lone surrogates and zero characters."""
    return text.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")


def shortened(raw: str) -> str:
    """The first 4 kB of an item that could not be read."""
    return plain(raw).encode()[:_RAW_BYTES].decode("utf-8", "ignore")


def digest(*texts: str) -> bytes:
    """16 bytes that differ when one of the texts does."""
    return hashlib.blake2b("\0".join(texts).encode("utf-8", "replace"), digest_size=16).digest()


def content(report: Report) -> bytes:
    """What tells an edited report from the one that was stored.

    Not the address and not the dates: feeds touch those without a new word in the text.
    """
    return digest(report.title, report.text, report.author)


@readable("a time")
def moment(seconds: float) -> datetime:
    """A stored time."""
    return datetime.fromtimestamp(seconds, UTC)


def report_row(report: Report, deals: Sequence[Deal]) -> dict[str, Any]:
    """The columns of `report`."""
    return {
        **identity_row(report),
        "kind": report.kind.value,
        "title": plain(report.title),
        "text": plain(report.text),
        "url": plain(report.url),
        "deals": _json([_tagged(deal) for deal in deals]),
    }


def identity_row(report: Report) -> dict[str, Any]:
    """The columns of `report` that are kept of every report, whether or not it has a deal."""
    return {
        "feed": report.feed,
        "id": plain(report.id),
        "content": content(report),
        "published_at": report.published_at.timestamp(),
        "seen_at": report.seen_at.timestamp(),
    }


def trade_row(trade: Trade) -> dict[str, Any]:
    """The columns of `trade`."""
    return {
        "id": trade.id,
        "version": trade.version,
        "kind": trade.kind.value,
        "status": trade.status.value,
        "traded_on": trade.traded_on.isoformat(),
        "updated_at": trade.updated_at.timestamp(),
        "quiet": trade.quiet,
        "body": _json(_tagged(trade)),
    }


@readable("a trade")
def trade(row: sqlite3.Row) -> Trade:
    """The trade in the column `body`, also of a version that kept neither claims nor their words."""
    fields: dict[str, Any] = json.loads(row["body"])
    claims = tuple(_told(Claim, claim) for claim in fields.pop("claims", ()))
    return replace(_told(Trade, fields), claims=claims)


@readable("a deal")
def deal(fields: dict[str, Any]) -> Deal:
    """A deal as `report_row` stores it."""
    meant = fields.pop("concluded", None)
    return replace(_told(Deal, fields), concluded=_told(Conclusion, meant) if meant else None)


@readable("a delivery")
def delivery(row: sqlite3.Row) -> Delivery:
    """The ledger row, given with `trade_id` and `destination_id`, and `sending_at` as Delivery wants it."""
    return Delivery(
        key=DeliveryKey(
            trade=TradeId(row["trade_id"]),
            destination=DestinationId(row["destination_id"]),
            kind=CardKind(row["kind"]),
        ),
        version=row["wanted_version"],
        ref=None if row["message_ref"] is None else MessageRef(row["message_ref"]),
        attempts=row["attempts"],
        unknown_since=None if row["sending_at"] is None else moment(row["sending_at"]),
        created_at=moment(row["created_at"]),
        edits=row["edits"],
        failing_since=None if row["failing_since"] is None else moment(row["failing_since"]),
        shown=row["sent_version"],
        doubt=None if row["doubt"] is None else DeliveryDoubt(row["doubt"]),
    )


def names(values: Sequence[str]) -> str:
    """Texts as one parameter, for `json_each`."""
    return json.dumps(values)


def _json(value: Any) -> str:
    return plain(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _tagged(value: Trade | Claim | Deal | Conclusion) -> Any:
    """The value as JSON objects, with the kind of each asset: msgspec cannot tell dataclasses apart."""
    fields = msgspec.to_builtins(value)
    for row, leg in zip(fields["legs"], value.legs, strict=True):
        row["asset"]["type"] = _tag(leg.asset)
    if isinstance(value, Trade):
        fields["claims"] = [_tagged(claim) for claim in value.claims]
    if isinstance(value, Deal):
        fields["concluded"] = _tagged(value.concluded) if value.concluded else None
    return fields


def _tag(asset: Asset) -> str:
    match asset:
        case Player():
            return "player"
        case Pick():
            return "pick"
        case Cash():
            return "cash"
        case FutureConsiderations():
            return "future"
        case _:
            assert_never(asset)


def _told(kind: type[_Told], fields: dict[str, Any]) -> _Told:
    """A value with legs; what an earlier version did not store has its default."""
    types = _FIELDS[kind]
    rest = {
        name: msgspec.convert(value, types[name])
        for name, value in fields.items()
        if name != "legs"
    }
    return kind(legs=tuple(map(_leg, fields["legs"])), **rest)


def _leg(row: dict[str, Any]) -> Leg:
    return Leg(
        gave=row["gave"],
        received=row["received"],
        asset=msgspec.convert(row["asset"], _ASSETS[row["asset"]["type"]]),
        rule=row.get("rule", ""),
        span=tuple(row.get("span", (0, 0))),
    )
