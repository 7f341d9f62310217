"""Addresses of feeds: which are usable, where a redirect leads, and what may be shown of them."""

from yarl import URL

from bot.errors import FeedUnavailableError

_SCHEMES = frozenset({"http", "https"})


def checked(feed: str, url: str) -> URL:
    """A feed's configured address, parsed.

    Raises:
        FeedUnavailableError: it is none, or of another scheme than http or https.
    """
    try:
        parsed = URL(url)
    except ValueError:  # its text repeats the address, which may hold a secret
        parsed = URL()
    if not _is_web(parsed):
        message = (
            "its url is no http:// or https:// address with a host; mend it in the configuration"
        )
        raise FeedUnavailableError(feed, message)
    return parsed


def next_hop(feed: str, url: URL, location: str) -> URL:
    """Where the Location header of an answer from `url` leads.

    Raises:
        FeedUnavailableError: to no http(s) address, or from https to http.
    """
    try:
        target = url.join(URL(location))
    except ValueError:
        target = URL()
    if not _is_web(target):
        reason = "to something that is no http:// or https:// address"
    elif url.scheme == "https" and target.scheme == "http":
        reason = f"from https to plain {shown(target)}"
    else:
        return target
    raise FeedUnavailableError(feed, f"{shown(url)} redirects {reason}; check the feed's url")


def _is_web(url: URL) -> bool:
    """Whether this has a scheme of ours and a host; yarl may find only when asked that it cannot read them."""
    try:
        return url.scheme in _SCHEMES and bool(url.host) and url.port is not None
    except ValueError:
        return False


def is_same_place(one: URL, other: URL) -> bool:
    """Whether both name the same host and port."""
    return (one.host, one.port) == (other.host, other.port)


def shown(url: URL) -> str:
    """Scheme, host and path of an address; all that a message may show."""
    return str(url.with_user(None).with_query(None).with_fragment(None))[:200]
