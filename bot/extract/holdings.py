"""What a club holds, told with the trade behind it: "own the No. 2 pick after giving the Browns Nos. 8 and 77"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.claims import Claim
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk
from bot.model import Pick

_SAYS = frozenset(
    "own owns hold holds control controls have has possess will now back in into are is this month year the"
    " spring".split()
)


def held(main: Sequence[Chunk]) -> Chunk | None:
    """The pick or the round of "The Eagles own the No. 2 pick", "The Bears are back in the seventh round".

    Args:
        main: the chunks before "after".
    """
    picks = [chunk for chunk in main if chunk.kind is Kind.PICKS]
    clubs = [chunk for chunk in main if chunk.kind is Kind.CLUB]
    rest = [chunk.text for chunk in main if chunk.kind not in {Kind.PICKS, Kind.CLUB}]
    says = _SAYS.issuperset(rest) and not any(club.owner for club in clubs)
    return picks[0] if says and len(picks) == 1 and len(clubs) == 1 else None


def fill(claims: Sequence[Claim], chunks: Sequence[Chunk]) -> None:
    """Complete the frame behind "after" by what the club holds now; one that is no trade of slots is old."""
    edge = next((i for i, chunk in enumerate(chunks) if chunk.text == "after"), None)
    slot = held(chunks[:edge]) if edge is not None else None
    claim = claims[0] if claims else None
    if slot is None or claim is None or claim.behind:
        return
    getting = claim.verb.frame is Frame.GET
    again = slot.picks[0].round is not None and len(slot.picks) == 1
    if getting and again and [one.picks for one in claim.theme] == [(Pick(),)]:
        claim.theme[:] = [replace(claim.theme[0], picks=(slot.picks[0],))]
    elif not _is_of_slots(claim, slot, getting=getting):
        claim.behind = True
    elif not getting and not claim.back:
        claim.back = [slot]


def _is_of_slots(claim: Claim, slot: Chunk, *, getting: bool) -> bool:
    """Only picks move, to or from a named club, and the slot that this was about has its number."""
    picks = all(one.kind is Kind.PICKS for one in (*claim.theme, *claim.back))
    partner = claim.giver or claim.partner if getting else claim.to
    about = claim.theme if getting else [slot]
    return (
        picks
        and bool(claim.theme)
        and partner is not None
        and any(pick.number for one in about for pick in one.picks)
    )
