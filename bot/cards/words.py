"""Assets, days and lists in words."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import assert_never

from bot import clubs
from bot.model import Asset, Cash, FutureConsiderations, Pick, Player

_MOST_NAMES = 3  # in a headline; the sides of the card name every asset


def asset_text(asset: Asset) -> str:
    """An asset in words: "RB Cam Akers", "2026 7th-round pick (conditional)", "cash"."""
    match asset:
        case Player():
            return f"{asset.position} {asset.name}" if asset.position else asset.name
        case Pick():
            return _pick_text(asset)
        case Cash():
            return "cash"
        case FutureConsiderations():
            return "future considerations"
        case _:
            assert_never(asset)


def in_sentence(asset: Asset) -> str:
    """An asset as running text needs it: "a 2026 pick", "the No. 29 overall pick"."""
    text = asset_text(asset)
    if not isinstance(asset, Pick):
        return text
    return f"the {text}" if text.startswith("No.") else f"a {text}"


def listed(assets: Sequence[Asset]) -> str:
    """The first assets by name, and how many more there are. There must be one."""
    names = [asset_text(asset) for asset in assets[:_MOST_NAMES]]
    more = len(assets) - len(names)
    return joined([*names, f"{more} more"] if more else names)


def joined(words: Iterable[str]) -> str:
    """Words as a list in English: "a", "a and b", "a, b and c". There must be one."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def day_text(day: date, *, year: bool = False) -> str:
    """A day as cards write it: "Wed 20 Sep", "Wed 20 Sep 2023"."""
    return f"{day:%a} {day.day} {day:%b}" + (f" {day.year}" if year else "")


def _pick_text(pick: Pick) -> str:
    """The pick by its round if that is known, else by its number; the rest in one parenthesis."""
    if pick.number and not pick.round:
        text, aside = f"No. {pick.number} overall pick", str(pick.season or "")
    else:
        order = f"{_ordinal(pick.round)}-round" if pick.round else ""
        text = f"{_spaced(pick.season or '', order) or 'draft'} pick"
        aside = f"No. {pick.number}" if pick.number else ""
    via = f"via {clubs.name(pick.original)}" if pick.original else ""
    details = ", ".join(detail for detail in (aside, via, _condition(pick)) if detail)
    return f"{text} ({details})" if details else text


def _spaced(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part)


def _condition(pick: Pick) -> str:
    words = pick.condition or ""
    return words if not words or "condition" in words.casefold() else f"conditional: {words}"


def _ordinal(number: int) -> str:
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
