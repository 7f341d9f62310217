"""Who states what: the claims behind one leg of a trade."""

from bot.merge.terms import complete, same_asset, sides_agree
from bot.model import Claim, Leg, Trade


def behind(trade: Trade, leg: Leg) -> tuple[Claim, ...]:
    """The claims that state this leg, perhaps with less detail: the best source first, then the earliest."""
    stating = [claim for claim in trade.claims if _states(claim, trade, leg)]
    return tuple(sorted(stating, key=lambda claim: (-claim.rank, claim.at)))


def _states(claim: Claim, trade: Trade, leg: Leg) -> bool:
    return any(
        sides_agree(stated, leg) and same_asset(stated.asset, leg.asset)
        for stated in complete(claim.legs, claim.clubs or trade.clubs)
    )
