"""Why a trade makes sense: every reason that the tables give, computed from one case."""

import logging
from collections.abc import Callable, Iterator

from bot.errors import StatsError
from bot.model import Insight
from bot.stats.insights import club, coaching, player, price, standing
from bot.stats.insights.case import Case

log = logging.getLogger(__name__)

Reason = Callable[[Case], Iterator[Insight]]
REASONS: tuple[Reason, ...] = (  # in card order: receiver, player, sender, price
    club.receiver,
    coaching.links,
    player.season_lines,
    player.last_games,
    player.career_bests,
    standing.availabilities,
    standing.drafts,
    standing.contracts,
    standing.traded_before,
    club.sender,
    price.draft_values,
    price.comparables,
    price.earlier_trades,
)


def compute(
    case: Case, *, strict: bool = False, reasons: tuple[Reason, ...] = REASONS
) -> tuple[Insight, ...]:
    """Every reason that has something to say, in card order (docs/insights.md).

    A card must not fail for one broken reason: what it did not say is missing, and the log says why.

    Args:
        strict: let the first broken reason raise instead.

    Raises:
        StatsError: the tables cannot be read at all.
    """
    found: list[Insight] = []
    for reason in reasons:
        try:
            found.extend(reason(case))
        except StatsError:
            raise
        except Exception:
            if strict:
                raise
            log.exception("a reason failed", extra={"reason": reason.__name__})
    return tuple(found)
