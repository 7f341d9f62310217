"""Values as JSON and back, also from what earlier versions stored."""

import json
import sqlite3
from dataclasses import replace
from typing import Any

from bot.merge import decide
from bot.model import Conclusion, DealKind, Leg, Mark, Player, Trade
from bot.store import rows
from tests.builders import GB, NOON, NYJ, PRESTON, a_deal, a_report


def stored(body: dict[str, Any]) -> sqlite3.Row:
    """A row with this body."""
    db = sqlite3.connect(":memory:")
    db.row_factory = sqlite3.Row
    [row] = db.execute("SELECT ? AS body", (json.dumps(body),))
    db.close()
    assert isinstance(row, sqlite3.Row)
    return row


def a_claimed_trade() -> Trade:
    """The sample trade with its claim, and where its player was read."""
    legs = (Leg(gave=GB, received=NYJ, asset=PRESTON, rule="give", span=(3, 9)),)
    change = decide(a_report(), a_deal(legs=(*legs, *a_deal().legs[1:])), [], NOON)
    assert change is not None
    return change.trade


def test_a_trade_comes_back_with_every_word_behind_it() -> None:
    """Equality leaves rule and span out, so they are looked at by themselves."""
    trade = a_claimed_trade()
    back = rows.trade(stored(json.loads(rows.trade_row(trade)["body"])))
    assert back == trade
    [claim] = back.claims
    assert (claim.legs[0].rule, claim.legs[0].span) == ("give", (3, 9))
    assert (back.legs[0].rule, back.legs[0].span) == ("give", (3, 9))


def test_a_trade_of_an_earlier_version_is_read() -> None:
    """Without claims, dispute, rule, span, and what is new of a player."""
    trade = a_claimed_trade()
    body = json.loads(rows.trade_row(trade)["body"])
    for name in ("claims", "disputed"):
        del body[name]
    for leg in body["legs"]:
        del leg["rule"], leg["span"]
        leg["asset"].pop("partial", None)
    assert rows.trade(stored(body)) == replace(trade, claims=())


def test_a_deal_comes_back_with_its_marks() -> None:
    """As it is stored with its report."""
    mark = Mark(field="status", rule="agreed", span=(1, 2))
    legs = (Leg(gave=GB, received=None, asset=Player(name="Preston", partial=True)),)
    deal = a_deal(legs=legs, marks=(mark,))
    [fields] = json.loads(rows.report_row(a_report(), [deal])["deals"])
    assert (rows.deal(fields), rows.deal(fields).marks) == (deal, (mark,))
    del fields["marks"], fields["legs"][0]["rule"], fields["legs"][0]["span"]
    assert rows.deal(fields) == deal


def test_a_deal_keeps_what_it_must_mean() -> None:
    """The conclusion beside a stored deal is read back with its assets."""
    meant = Conclusion(kind=DealKind.TRADE, legs=a_deal().legs, clubs=a_deal().clubs)
    deal = a_deal(legs=a_deal().legs[:1], concluded=meant)
    [fields] = json.loads(rows.report_row(a_report(), [deal])["deals"])
    assert rows.deal(fields).concluded == meant
