"""What went wrong, in one sentence for the one who asked."""

from bot.errors import NoStatsError, StatsError, StoreError, UsageError

UNEXPECTED = "That did not work, and it is noted for whoever runs this bot: try again later."
NO_STATS = "This bot has no statistics loaded yet: ask whoever runs it."
STATS_LATER = "The statistics cannot be read just now: try again in a minute."
STORE_LATER = "That cannot be read or saved just now: try again in a minute."


def sentence(error: BaseException) -> str | None:
    """The sentence; None for what no platform shares."""
    match error:
        case UsageError():
            return str(error)
        case NoStatsError():
            return NO_STATS
        case StatsError():
            return STATS_LATER
        case StoreError() | TimeoutError():
            return STORE_LATER
        case _:
            return None
