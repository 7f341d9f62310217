"""Windows and the home tab: how they are opened and changed."""

from collections.abc import Sequence

from adapters.slack.blocks import Block
from adapters.slack.commands import form
from adapters.slack.commands.asker import Asker
from adapters.slack.errors import answer
from bot.errors import DestinationRefusedError, PermanentDeliveryError, UsageError

TOO_LATE = "Slack's three seconds for opening the window ran out: try again."


async def open_window(asker: Asker, view: Block) -> None:
    """Open a window before the eyes of the one who asks.

    Raises:
        UsageError: that is no longer possible.
        DeliveryError: Slack does not.
    """
    if not asker.trigger:
        raise UsageError(TOO_LATE)
    try:
        await answer(
            asker.client.views_open(trigger_id=asker.trigger, view=view),
            "views.open",
            right_missing=PermanentDeliveryError,
        )
    except DestinationRefusedError as error:  # of a trigger that is used or too old
        raise UsageError(TOO_LATE) from error


async def change_window(asker: Asker, title: str, blocks: Sequence[Block]) -> None:
    """Show something else in the window that was sent.

    Raises:
        DeliveryError: Slack does not.
    """
    asked = asker.client.views_update(view_id=asker.view_id, view=form.modal(title, blocks))
    await answer(asked, "views.update")


async def publish(asker: Asker, blocks: Sequence[Block]) -> None:
    """Show this in the home tab of the one who asks.

    Raises:
        DeliveryError: Slack does not.
    """
    view = {"type": "home", "blocks": list(blocks)}
    await answer(asker.client.views_publish(user_id=asker.user, view=view), "views.publish")
