"""Deals as JSON."""

from dataclasses import replace

from bot import extract
from bot.extract.export import as_json, fields
from bot.model import Cash, FutureConsiderations, Leg, Mark, Pick, Source, SourceKind
from tests.builders import FOURTH, GB, NYJ, PRESTON, REPORTER, a_deal, a_report


def test_each_club_lists_what_it_receives() -> None:
    """By receiving club, with kind, status and attribution."""
    assert as_json(a_deal()) == {
        "kind": "trade",
        "status": "agreed",
        "teams": {
            "GB": {
                "receives": [
                    {"pick": {"season": 2026, "round": 4, "number": None, "conditional": False}}
                ]
            },
            "NYJ": {"receives": [{"player": "Dale Preston"}]},
        },
        "attribution": ["Adam Schefter"],
    }


def test_cash_conditions_and_open_ends_have_their_form() -> None:
    """A leg without a receiver is left out; a club is no attribution."""
    legs = (
        Leg(gave=GB, received=NYJ, asset=Cash()),
        Leg(gave=GB, received=NYJ, asset=FutureConsiderations()),
        Leg(gave=NYJ, received=GB, asset=Pick(round=4, condition="conditional")),
        Leg(gave=NYJ, received=None, asset=PRESTON),
        Leg(gave=None, received=None, asset=FOURTH),
    )
    club = Source(name="Packers", kind=SourceKind.CLUB, tier=1)
    told = as_json(a_deal(legs=legs, sources=(club, REPORTER)))
    assert told["teams"]["NYJ"]["receives"] == [{"cash": True}, {"future_considerations": True}]
    assert [asset["pick"]["conditional"] for asset in told["teams"]["GB"]["receives"]] == [True]
    assert told["attribution"] == ["Adam Schefter"]


def test_every_field_has_the_rule_and_the_words_it_was_read_from() -> None:
    """Its own where it has them, else those of the whole deal; the words come from the span."""
    words = "Packers trade WR Dale Preston\nto the Jets, official"
    there, back = a_deal().legs
    deal = a_deal(
        legs=(replace(there, rule="frame.send", span=(14, 29)), back),
        rule="news.trade",
        span=(0, 41),
        marks=(Mark(field="status", rule="announced", span=(43, 51)),),
    )
    told = {field.pop("field"): field for field in fields(deal, words)}
    whole = {"rule": "news.trade", "span": [0, 41], "text": words[:41]}
    assert told == {
        "kind": whole,
        "status": {"rule": "announced", "span": [43, 51], "text": "official"},
        "club GB": whole,
        "club NYJ": whole,
        "player Dale Preston": {"rule": "frame.send", "span": [14, 29], "text": "WR Dale Preston"},
        "pick 2026 round 4": whole,
        "source Adam Schefter": whole,
    }


def test_a_mark_of_any_other_field_is_told_too_and_every_asset_has_a_name() -> None:
    """Nothing that the grammar kept is left out."""
    legs = (
        Leg(gave=GB, received=NYJ, asset=Cash()),
        Leg(gave=GB, received=NYJ, asset=FutureConsiderations()),
        Leg(gave=GB, received=NYJ, asset=Pick(number=33)),
        Leg(gave=GB, received=NYJ, asset=Pick()),
    )
    marks = (Mark(field="date", rule="day", span=(0, 1)),)
    names = [field["field"] for field in fields(a_deal(legs=legs, marks=marks), "x")]
    assert names[4:8] == ["cash", "future considerations", "pick No. 33", "pick"]
    assert names[-1] == "date"


def test_the_words_of_a_real_report_lie_where_the_fields_say() -> None:
    """Every span is inside the report's words, and the player's words name him."""
    report = a_report()
    words = f"{report.title}\n{report.text}"
    [deal] = extract.deals(report)
    told = fields(deal, words)
    assert all(words[slice(*field["span"])] == field["text"] != "" for field in told)
    assert all(field["rule"] for field in told)
    [player] = [field for field in told if field["field"] == "player Dale Preston"]
    assert "Dale Preston" in player["text"]
