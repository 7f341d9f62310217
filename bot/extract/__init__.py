"""Reports to deals: a deterministic grammar over lists of clubs, verbs, positions and reporters.

tokens -> mentions (chunks: clubs, players, picks, verbs) -> frames (who gives what to whom) -> terms -> joining.
Nothing here does I/O or knows the time; every deal carries the id of its rule and the span it came from.
"""

from typing import assert_never

from bot.extract import news, roll, wire
from bot.extract.people import KNOWN, Voices
from bot.model import Deal, Report, ReportKind


def deals(report: Report, voices: Voices = KNOWN) -> tuple[Deal, ...]:
    """Every deal that this report states, in order of appearance; empty for most reports.

    Args:
        report: as published.
        voices: whom it may name as its source; the wire names nobody.
    """
    return tuple(roll.named(deal, report.day) for deal in _read(report, voices))


def _read(report: Report, voices: Voices) -> tuple[Deal, ...]:
    match report.kind:
        case ReportKind.WIRE:
            return wire.deals(report)
        case ReportKind.NEWS:
            return news.deals(report, voices)
        case _:
            assert_never(report.kind)


__all__ = ["deals"]
