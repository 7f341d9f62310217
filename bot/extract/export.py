"""A deal as JSON, in the format that tests and other programs read."""

from typing import Any

from bot.model import Asset, Cash, Deal, FutureConsiderations, Pick, Player, SourceKind


def as_json(deal: Deal) -> dict[str, Any]:
    """The deal by receiving club: {"kind", "status", "teams": {club: {"receives": [...]}}, "attribution"}.

    Legs whose receiver the report does not say are left out. Attribution names reporters and outlets;
    that a club or the league announced it is the status.
    """
    teams: dict[str, dict[str, list[dict[str, Any]]]] = {
        str(club): {"receives": []} for club in deal.clubs
    }
    for leg in deal.legs:
        if leg.received is not None:
            teams.setdefault(str(leg.received), {"receives": []})["receives"].append(
                _asset(leg.asset)
            )
    told = (source for source in deal.sources if source.kind in _TELLERS)
    return {
        "kind": str(deal.kind),
        "status": str(deal.status),
        "teams": teams,
        "attribution": [source.name for source in told],
    }


_TELLERS = frozenset({SourceKind.REPORTER, SourceKind.OUTLET})


def _asset(asset: Asset) -> dict[str, Any]:
    match asset:
        case Player():
            return {"player": asset.name}
        case Pick():
            return {
                "pick": {
                    "season": asset.season,
                    "round": asset.round,
                    "number": asset.number,
                    "conditional": asset.condition is not None,
                }
            }
        case Cash():
            return {"cash": True}
        case FutureConsiderations():
            return {"future_considerations": True}
