"""A deal as JSON, in the format that tests and other programs read."""

from typing import Any

from bot.model import (
    Asset,
    Cash,
    Deal,
    Doubt,
    FutureConsiderations,
    Mark,
    Pick,
    Player,
    Source,
    SourceKind,
)


def as_json(deal: Deal) -> dict[str, Any]:
    """The deal by receiving club: {"kind", "status", "teams": {club: {"receives": [...]}}, "attribution"}.

    Where the report leaves a side open, the teams are what it must mean; legs without a receiver even then, and
    a man whom the report sends two ways, are left out. Attribution names reporters and outlets, by the name we know them by and, where that is another, as
    printed; that a club or the league announced it is the status.
    """
    meant = deal.concluded or deal
    teams: dict[str, dict[str, list[dict[str, Any]]]] = {
        str(club): {"receives": []} for club in meant.clubs
    }
    torn = [leg.asset for leg in deal.legs if leg.doubt is Doubt.TORN]
    for leg in meant.legs:
        if leg.received is not None and leg.asset not in torn:
            teams.setdefault(str(leg.received), {"receives": []})["receives"].append(
                _asset(leg.asset)
            )
    told = (source for source in deal.sources if source.kind in _TELLERS)
    return {
        "kind": str(meant.kind),
        "status": str(deal.status),
        "teams": teams,
        "attribution": [name for source in told for name in _names(source)],
    }


def _names(source: Source) -> tuple[str, ...]:
    return (source.name, source.printed) if source.printed else (source.name,)


def fields(deal: Deal, words: str) -> list[dict[str, Any]]:
    """Every field of a deal with the rule and the words it was read from.

    Args:
        deal: a field without a mark of its own has the rule and the span of the whole deal.
        words: "title, line break, text" of its report, which the spans count in.

    Returns:
        One {"field", "rule", "span": [start, end], "text"} each: kind, status, clubs, assets, sources.
    """
    marks = {mark.field: mark for mark in reversed(deal.marks)}
    own = ["kind", "status", *(f"club {club}" for club in deal.clubs)]
    told = [f"source {source.name}" for source in deal.sources]
    named = [*own, *told, *(name for name in marks if name not in {*own, *told})]
    whole = Mark(field="", rule=deal.rule, span=deal.span)
    found = [(name, marks.get(name, whole)) for name in named]
    legs = [
        (
            _asset_name(leg.asset),
            Mark(field="", rule=leg.rule, span=leg.span) if leg.rule else whole,
        )
        for leg in deal.legs
    ]
    places = [*found[: len(own)], *legs, *found[len(own) :]]
    return [_field(name, mark, words) for name, mark in places]


def _field(name: str, mark: Mark, words: str) -> dict[str, Any]:
    start, end = mark.span
    return {"field": name, "rule": mark.rule, "span": [start, end], "text": words[start:end]}


def _asset_name(asset: Asset) -> str:
    match asset:
        case Player():
            return f"player {asset.name}"
        case Pick():
            parts = (
                f"{asset.season}" if asset.season else "",
                f"round {asset.round}" if asset.round else "",
                f"No. {asset.number}" if asset.number else "",
            )
            return " ".join(["pick", *filter(None, parts)])
        case Cash():
            return "cash"
        case FutureConsiderations():
            return "future considerations"


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
