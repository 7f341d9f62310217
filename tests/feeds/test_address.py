"""Whatever stands in a configuration or a Location header: a usable address, or one sentence."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yarl import URL

from bot.errors import FeedUnavailableError
from bot.feeds.address import checked, is_same_place, next_hop, shown

START = URL("https://feeds.example/a?key=secret")
PIECES = (
    *("http://", "https://", "//", "/", "\\", "?", "#", "@", ":", ":0", ":99999", ":x", "[", "]", "::1", "127.1", "%"),
    *("%00", "%2f", "%25", "..", ".", "a.example", "us:pw@", "\u3002", "\u2460", "\u00df", "\ud800", "\0", "\n", " ", "xn--"),
)  # fmt: skip
addresses = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=8).map("".join)


@settings(max_examples=1000, deadline=None)
@given(addresses | addresses.map("https://{}".format))
@example("http://[::127.1]:80/")
@example("https://[::127.1]/")
@example("https://a.example:99999/")
def test_no_redirect_is_too_odd(location: str) -> None:
    """It leads to a host, or the feed is unavailable; what may be shown of it never holds the secret."""
    try:
        target = next_hop("f", START, location)
    except FeedUnavailableError as error:
        assert "secret" not in str(error)  # noqa: PT017 - either is right
    else:
        assert target.host
        assert target.scheme == "https"
        assert "secret" not in shown(target)
        assert is_same_place(target, target)


@settings(max_examples=1000, deadline=None)
@given(addresses | addresses.map("http://{}".format))
@example("http://[::127.1]:80/")
def test_no_configured_address_is_too_odd(url: str) -> None:
    """The same for the address that an operator typed."""
    try:
        assert checked("f", url).host
    except FeedUnavailableError as error:
        assert str(error).endswith("mend it in the configuration")  # noqa: PT017 - either is right


@pytest.mark.parametrize(
    "location", ["/b", "b", "//feeds.example/b", "https://feeds.example:443/b"]
)
def test_an_honest_redirect_is_followed(location: str) -> None:
    """Of every form."""
    target = next_hop("f", START, location)
    assert str(target) == "https://feeds.example/b"
    assert is_same_place(START, target)
