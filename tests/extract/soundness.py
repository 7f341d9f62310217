"""What must hold of every deal, whatever the text was."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from bot.clubs import CLUBS
from bot.extract.export import as_json, fields
from bot.extract.tokens import tokenise
from bot.model import Deal, Pick, Player, Report

_CODES = {club.code for club in CLUBS}
_WORD = re.compile(r"\w+")


def problems(report: Report, read: Iterable[Deal]) -> list[str]:
    """What is wrong with the deals read from a report, in words; empty when all is sound."""
    whole = f"{report.title}\n{report.text}"
    printed = _words(whole)
    found: list[str] = []
    for deal in read:
        as_json(deal)
        fields(deal, whole)
        found += [*_of_clubs(deal), *_of_spans(deal, len(whole)), *_of_men(deal, printed)]
    return found


def _of_clubs(deal: Deal) -> Iterator[str]:
    sides = [side for leg in deal.legs for side in (leg.gave, leg.received)]
    former = [leg.asset.original for leg in deal.legs if isinstance(leg.asset, Pick)]
    for club in {*deal.clubs, *sides, *former} - {None}:
        if club not in _CODES:
            yield f"no club: {club}"
    if len(set(deal.clubs)) < len(deal.clubs):
        yield f"a club twice: {deal.clubs}"
    for leg in deal.legs:
        if leg.gave is not None and leg.gave == leg.received:
            yield f"from a club to itself: {leg}"


def _of_spans(deal: Deal, end: int) -> Iterator[str]:
    marks = [(mark.field, mark.span) for mark in deal.marks]
    legs = [(leg.rule, leg.span) for leg in deal.legs]
    for name, (start, stop) in (("deal", deal.span), *marks, *legs):
        if not 0 <= start <= stop <= end:
            yield f"a span outside the text: {name} {start}-{stop} of {end}"


def _of_men(deal: Deal, printed: set[str]) -> Iterator[str]:
    for leg in deal.legs:
        if isinstance(leg.asset, Player) and not _is_printed(leg.asset, printed):
            yield f"a name that is not in the text: {leg.asset.name!r}"


def _is_printed(man: Player, printed: set[str]) -> bool:
    """Every word of his name; of a man whose last name alone is printed, that one."""
    name = set(_WORD.findall(man.name.casefold()))
    return bool(name & printed) and (man.partial or name <= printed)


def _words(text: str) -> set[str]:
    """Its words as the grammar spells them: without entities, marks and signs."""
    plain = " ".join(token.low for token in tokenise(text))
    typed = unicodedata.normalize("NFKD", plain)
    bare = "".join(char for char in typed if not unicodedata.combining(char))
    return {w for words in (plain, plain.replace("'", ""), bare) for w in _WORD.findall(words)}
