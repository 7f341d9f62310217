"""What went wrong, in one sentence of mrkdwn for the one who asked; what nobody expected is logged whole."""

import logging

from adapters.slack import text
from bot.chat import troubles
from bot.errors import DeliveryError, StoreError, UnknownWordError, UsageError

log = logging.getLogger(__name__)

SENTENCE_MAX = 600


def sentence(error: BaseException) -> str:
    """The sentence, inert."""
    match error:
        case UnknownWordError():
            return text.mrkdwn(str(error), SENTENCE_MAX)
        case UsageError():  # ours, with mentions of ours
            return str(error)
        case DeliveryError():
            log.warning("not answered", extra={"problem": str(error)})
            return text.mrkdwn(str(error), SENTENCE_MAX)
        case StoreError():
            log.warning("not answered", extra={"problem": str(error)})
        case _:
            pass
    shared = troubles.sentence(error)
    if shared is None:
        log.error("command failed", exc_info=error)
    return shared or troubles.UNEXPECTED
