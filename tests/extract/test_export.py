"""Deals as JSON."""

from bot.extract.export import as_json
from bot.model import Cash, FutureConsiderations, Leg, Pick, Source, SourceKind
from tests.builders import FOURTH, GB, NYJ, PRESTON, REPORTER, a_deal


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
