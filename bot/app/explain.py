"""`gridwire explain`: why a trade was posted, edited or held, from what was kept with each report."""

from collections.abc import Iterator
from textwrap import shorten
from typing import Any

from bot import cards, merge
from bot.app.look import trade_json
from bot.app.rehearse import check_json
from bot.engine.judge import Judge
from bot.extract.export import fields
from bot.model import Card, Condition, Deal, Decided, Heard, Leg, Trade
from bot.ports import Register
from bot.store import SqliteStore

_MOST_WORDS = 70  # characters of a field's words, for people


async def explained(
    store: SqliteStore, trade: Trade, register: Register | None = None
) -> dict[str, Any]:
    """Its reports with every field and decision, the checks as they stand, terms, versions and deliveries.

    Args:
        store: where the trade is kept.
        trade: as stored.
        register: who the players are; None: nobody is looked up.
    """
    judge = Judge(store, (), register)
    verdict = await judge.verdict(trade, trade.updated_at)
    return {
        "trade": trade_json(trade),
        "card": verdict.card,
        "quiet": trade.quiet,
        "reports": [_heard(heard) for heard in await store.heard(trade)],
        "checks": [check_json(check) for check in verdict.checks],
        "terms": [_leg(trade, leg) for leg in trade.legs],
        "versions": [
            {"version": version, "reason": reason, "at": at}
            for version, reason, at in await store.history(trade.id)
        ],
        "deliveries": [
            {
                "destination": row.key.destination,
                "kind": row.key.kind,
                "state": state,
                "message": row.ref,
                "error": error,
            }
            for row, state, error in await store.deliveries(trade.id)
        ],
    }


def _heard(heard: Heard) -> dict[str, Any]:
    return {
        "feed": heard.feed,
        "report": heard.id,
        "title": heard.title,
        "published_at": heard.published_at,
        "deals": [_deal(deal, heard.words) for deal in heard.deals],
        "decisions": [_decided(decided) for decided in heard.decisions],
    }


def _deal(deal: Deal, words: str) -> dict[str, Any]:
    return {
        "kind": deal.kind,
        "status": deal.status,
        "rule": deal.rule,
        "moves": [_move(leg) for leg in deal.legs],
        "concluded": [_move(leg) for leg in deal.concluded.legs] if deal.concluded else [],
        "fields": fields(deal, words),
    }


def _decided(decided: Decided) -> dict[str, Any]:
    return {
        "deal": decided.deal,
        "at": decided.at,
        "trade": decided.trade,
        "action": decided.action,
        "card": decided.card,
        "reason": decided.reason,
        "checks": [check_json(check) for check in decided.checks],
    }


def _leg(trade: Trade, leg: Leg) -> dict[str, Any]:
    """One asset, and the reports that state it."""
    told = [claim for claim in merge.behind(trade, leg) if claim.report]
    behind = [{"feed": claim.feed, "report": claim.report} for claim in told]
    return {"move": _move(leg), "stated_by": behind}


def _move(leg: Leg) -> str:
    doubt = f" (he {leg.doubt.words})" if leg.doubt else ""
    return f"{cards.asset_text(leg.asset)}: {leg.gave or '?'} to {leg.received or '?'}{doubt}"


# --- in words ---


def explanation(facts: dict[str, Any], card: Card) -> str:
    """`explained` in words."""
    trade = facts["trade"]
    lines = [f"{card.headline}  [{trade['status']}]  {trade['id']}", ""]
    lines += ["Heard", *(f"  {text}" for text in card.timeline), ""]
    lines += ["Reports", *(line for report in facts["reports"] for line in _report_lines(report))]
    lines += ["", "Checks", *(_check_line(check) for check in facts["checks"]), ""]
    lines += ["Terms", *(_term_line(term) for term in facts["terms"]), ""]
    lines += ["Versions", *(_version_line(version) for version in facts["versions"]), ""]
    deliveries = [_delivery_line(row) for row in facts["deliveries"]]
    return "\n".join([*lines, "Deliveries", *(deliveries or ["  none wanted"])])


def _report_lines(report: dict[str, Any]) -> Iterator[str]:
    title = f"  {_one_line(report['title'])}" if report["title"] else ""
    yield f"  {report['published_at']:%Y-%m-%d %H:%M} UTC  {_item(report)}{title}"
    for number, deal in enumerate(report["deals"], 1):
        yield f"    deal {number}: {deal['kind']}, {deal['status']}, rule {deal['rule']}"
        yield from (f"      {move}" for move in deal["moves"])
        yield from (f"      must mean {move} (no card rests on it)" for move in deal["concluded"])
        yield from (f"      {_field_line(field)}" for field in deal["fields"])
    for decided in report["decisions"]:
        card = f" as {decided['card']}" if decided["card"] else ""
        at = f"{decided['at']:%Y-%m-%d %H:%M} UTC"
        yield f"    deal {decided['deal'] + 1} at {at}: {decided['action']}{card}, {decided['reason']}"
        yield from (f"    {_check_line(check)}" for check in decided["checks"])


def _item(report: dict[str, Any]) -> str:
    return _one_line(f"{report['feed']} {report['report']}")


def _one_line(text: str) -> str:
    """What a feed wrote stays in its line: it cannot look like one of ours."""
    return " ".join(text.split())


def _field_line(field: dict[str, Any]) -> str:
    start, end = field["span"]
    if start == end:  # not read in the words, but in who signed them
        return f"{field['field']}: ({field['rule']})"
    said = shorten(field["text"], _MOST_WORDS, placeholder=" ...")
    return f"{field['field']}: {said!r} ({field['rule']}, {start}-{end})"


def _check_line(check: dict[str, Any]) -> str:
    passed, name = check["passed"], check["check"]
    needs = "" if passed else f" (needs: {Condition(name).words})"
    return f"  {'passed' if passed else 'FAILED'}  {name}: {check['text']}{needs}"


def _term_line(term: dict[str, Any]) -> str:
    told = ", ".join(map(_item, term["stated_by"]))
    return f"  {term['move']}  stated by {told or 'nobody whose words were kept'}"


def _version_line(version: dict[str, Any]) -> str:
    return f"  {version['version']}  {version['at']:%Y-%m-%d %H:%M} UTC  {version['reason']}"


def _delivery_line(row: dict[str, Any]) -> str:
    error = f"  ({row['error']})" if row["error"] else ""
    return f"  {row['destination']}  {row['kind']}  {row['state']}{error}"
