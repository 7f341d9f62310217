"""The feeds: everything that brings reports, behind `bot.ports.Feed`.

`http` fetches, `address` and `guard` say where it may reach, `parse` turns hostile bytes into text and pages,
`xmlguard` says what no XML parser may see; each kind of feed is one module: `espn`, `rss`, `nflcom`, and `replay` for files.
"""

from bot.errors import ConfigError
from bot.feeds.espn import EspnNews, EspnTransactions
from bot.feeds.http import GuardedClient
from bot.feeds.replay import FileFeed
from bot.feeds.rss import Rss
from bot.model import Trust
from bot.ports import Feed


def build(name: str, kind: str, url: str, trust: Trust, client: GuardedClient) -> Feed:
    """The feed of this kind: "espn-transactions", "espn-news", "rss", or "file" (`url` is its path).

    Args:
        client: must outlive the feed; a file does without it.

    Raises:
        ConfigError: there is no such kind.
    """
    match kind:
        case "espn-transactions":
            return EspnTransactions(name, url, trust, client)
        case "espn-news":
            return EspnNews(name, url, trust, client)
        case "rss":
            return Rss(name, url, trust, client)
        case "file":
            return FileFeed(name, url, trust)
        case _:
            kinds = "espn-transactions, espn-news, rss or file"
            raise ConfigError([f"feeds: {name} has the kind {kind!r}; it must be {kinds}"])
