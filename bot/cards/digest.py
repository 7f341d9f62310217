"""Several trades in one message: what a channel missed in its quiet hours."""

from collections.abc import Sequence

from bot.model import Card, CardKind, Status

_CONFIRMED = (Status.OFFICIAL, Status.REPORTED, Status.RUMOUR)  # the last of them counts


def digest(items: Sequence[Card]) -> Card:
    """The list of these cards, in this order.

    Its trade is the first one's, under whose key it is posted. Its status claims no more than the least
    confirmed of its trades, and its version is another one whenever one of theirs is.

    Args:
        items: two or more, without reasons.
    """
    headline = f"{len(items)} trades in quiet hours"
    return Card(
        trade=items[0].trade,
        version=sum(item.version for item in items),
        kind=CardKind.CARD,
        status=_status(items),
        headline=headline,
        summary=f"{headline}: {'; '.join(item.headline for item in items)}.",
        day=max(item.day for item in items),
        sides=(),
        reasons=(),
        notes=(),
        timeline=(),
        colour=items[0].colour,
        items=tuple(items),
    )


def _status(items: Sequence[Card]) -> Status:
    stand = {item.status for item in items}
    return next((status for status in reversed(_CONFIRMED) if status in stand), Status.VOIDED)
