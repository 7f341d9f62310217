"""What the engine needs from the outside world: behaviour and errors in words.

Every implementation passes the contract tests of its port (tests/contracts). `now` is always an argument.
"""

from bot.ports.alerts import Alerts, Backend, Questions, Subscriptions, Trades
from bot.ports.errands import Errands
from bot.ports.feed import Clock, Feed
from bot.ports.installations import Installations, Once
from bot.ports.platform import Notifier, Platform, Reasons, Stories
from bot.ports.queue import DeliveryQueue
from bot.ports.register import Register
from bot.ports.store import Store

__all__ = [
    "Alerts",
    "Backend",
    "Clock",
    "DeliveryQueue",
    "Errands",
    "Feed",
    "Installations",
    "Notifier",
    "Once",
    "Platform",
    "Questions",
    "Reasons",
    "Register",
    "Store",
    "Stories",
    "Subscriptions",
    "Trades",
]
