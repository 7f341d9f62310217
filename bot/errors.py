"""Every error that Gridwire raises on purpose.

::

    BotError
    ├── ConfigError(problems)            every problem at once; the command line exits 2
    ├── UsageError                       a command was given something it cannot use; exits 2
    │   └── UnknownWordError(typed)      a typed name means nothing, or several things
    ├── AlreadyRunningError              another instance holds this database
    ├── FeedError(feed)
    │   ├── FeedUnavailableError(retry_after)   network, timeout, 429, 5xx: try at the next poll
    │   └── FeedInvalidError(sample)            not what the parser knows: keep a sample, keep running
    ├── StoreError
    │   ├── ConflictError                someone else moved the version: read and decide again
    │   ├── NoDatabaseError              nothing was stored yet: there is no file
    │   └── SchemaError                  newer, foreign or damaged database: refuse to start
    ├── StatsError                       the statistics cannot be read or loaded; what is there stays
    │   ├── NoStatsError                 nothing was loaded yet: there is no file
    │   └── StatsLoadError               a data set could not be loaded: the old rows are in place
    └── DeliveryError
        ├── TemporaryDeliveryError(retry_after, lane_wide)   refused for now: nothing was stored
        ├── UncertainDeliveryError       5xx or time-out after sending: look before posting again
        ├── MessageGoneError             the edit's target was deleted by a person
        ├── DestinationRefusedError      no access to this channel (403, 404): pause it
        ├── HistoryRefusedError          the channel's history may not be read: no look-back
        ├── TokenRefusedError            401: stop the whole lane, bury nothing
        └── PermanentDeliveryError       this message can never be posted: bury it, show it to the operator

A message is one sentence fit for an operator: what is wrong, where, and what to do. Foreign exceptions
are translated where they arise, with the cause chained; bugs are not wrapped.
"""

from collections.abc import Sequence
from datetime import timedelta

SHOWN_MAX = 60  # of what somebody typed


class BotError(Exception):
    """The base of every error that Gridwire raises on purpose."""


class ConfigError(BotError):
    """The configuration cannot be used.

    Attributes:
        problems: one sentence each, with the place in the file.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class UsageError(BotError):
    """A command was given something that it cannot use."""


class UnknownWordError(UsageError):
    """A typed word means nothing, or several things.

    The message is plain text with that word in it: chats neutralise all of it.
    """

    def __init__(self, typed: str, problem: str) -> None:
        shown = typed if len(typed) <= SHOWN_MAX else f"{typed[: SHOWN_MAX - 1]}…"
        super().__init__(f"“{shown}” {problem}")


class AlreadyRunningError(BotError):
    """Another process holds this database."""


class FeedError(BotError):
    """One feed could not be read this time.

    Attributes:
        feed: the feed's configured name.
    """

    def __init__(self, feed: str, message: str) -> None:
        super().__init__(f"feed {feed}: {message}")
        self.feed = feed


class FeedUnavailableError(FeedError):
    """The feed did not answer; the next poll may.

    Attributes:
        retry_after: how long the feed asked us to wait, already bounded; None if it did not say.
    """

    def __init__(self, feed: str, message: str, retry_after: timedelta | None = None) -> None:
        super().__init__(feed, message)
        self.retry_after = retry_after


class FeedInvalidError(FeedError):
    """The feed answered with something that its parser does not know.

    Attributes:
        sample: the first bytes, to be kept for the operator.
    """

    def __init__(self, feed: str, message: str, sample: bytes = b"") -> None:
        super().__init__(feed, message)
        self.sample = sample[:200]


class StoreError(BotError):
    """The database could not do what was asked, and the operator can mend it."""


class ConflictError(StoreError):
    """The trade's version moved since it was read: read again, decide again."""


class NoDatabaseError(StoreError):
    """There is no database file yet, and a reader does not create one."""


class SchemaError(StoreError):
    """The database file is newer, foreign or damaged: refuse to start."""


class StatsError(BotError):
    """The statistics cannot be read or loaded; what is there stays."""


class NoStatsError(StatsError):
    """No statistics were loaded yet: there is no file, or one of an older form."""


class StatsLoadError(StatsError):
    """A data set could not be loaded; its old rows are in place."""


class DeliveryError(BotError):
    """A message could not be delivered."""


class TemporaryDeliveryError(DeliveryError):
    """Refused for now; nothing was stored.

    Attributes:
        retry_after: how long to wait.
        lane_wide: the refusal concerns every destination of the lane (a global 429).
    """

    def __init__(
        self, message: str, retry_after: timedelta = timedelta(0), *, lane_wide: bool = False
    ) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.lane_wide = lane_wide


class UncertainDeliveryError(DeliveryError):
    """The request may have been stored: look before posting again."""


class MessageGoneError(DeliveryError):
    """The message to edit was deleted by a person."""


class DestinationRefusedError(DeliveryError):
    """The platform gives no access to this channel."""


class HistoryRefusedError(DeliveryError):
    """The platform does not let us read this channel's history."""


class TokenRefusedError(DeliveryError):
    """The platform refuses the token itself: every further call would be refused too."""


class PermanentDeliveryError(DeliveryError):
    """This one message can never be posted."""
