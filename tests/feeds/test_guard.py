"""No spelling of a private address is reached: direct, by redirect, or by a name that changes its mind."""

import re
from collections.abc import Awaitable, Callable

import pytest

from bot.errors import FeedUnavailableError
from bot.feeds.guard import is_public, is_reachable
from bot.feeds.http import GuardedClient
from bot.model import Validators
from tests.builders import NOON
from tests.feeds.private_hosts import (
    NAME,
    PRIVATE_HOSTS,
    PUBLIC_V4,
    REACHED,
    Names,
    Said,
    bare,
    by_rebinding,
    by_redirect,
    directly,
    internet,
)
from tests.servers.feed_server import answer, raw_server, redirect

REFUSED = "is not public; set allow_private|names no host that can be asked"
PUBLIC_ADDRESSES = (
    *(
        "1.1.1.1",
        "8.8.8.8",
        PUBLIC_V4,
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
    ),
    *(
        "169.253.255.255",
        "198.17.255.255",
        "198.20.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "223.255.255.255",
    ),
    *("2606:2800:220:1:248:1893:25c8:1946", "2a00:1450::1", "2001:4860:4860::8888", "2620:fe::fe"),
)

# Refused on one's own network too: link-local, multicast, unspecified, and the hosts of clouds.
NEVER = "is never that of a feed|names no host that can be asked"
NEVER_HOSTS = (
    *("169.254.0.1", "169.254.169.254", "2852039166", "0xa9fea9fe", "168.63.129.16"),
    *("0.0.0.0", "0", "0.1.2.3", "224.0.0.1", "239.255.255.255"),  # noqa: S104 - refused, not bound
    *("[::]", "[fe80::1]", "[ff02::1]", "[ff0e::1]", "[fd00:ec2::254]"),
    *("[::ffff:169.254.169.254]", "[::169.254.169.254]", "[::ffff:0:169.254.169.254]"),
    *("[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::1]", "[::ffff:168.63.129.16]"),
    *(
        "100.100.100.200",
        "192.0.0.192",
        "[::ffff:100.100.100.200]",
        "[fd20:ce::254]",
        "[fd00:42::42]",
    ),
)
OWN_ADDRESSES = (
    *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", PUBLIC_V4),
    *("::1", "::ffff:10.0.0.1", "fc00::1", "fd12:3456::1", "64:ff9b::a00:1", "2a00:1450::1"),
)


def test_the_table_is_long_enough() -> None:
    """At least sixty different forms, of at least sixty different addresses, are tried."""
    assert len(set(PRIVATE_HOSTS)) == len(PRIVATE_HOSTS) >= 60
    assert len(set(map(bare, PRIVATE_HOSTS))) >= 60


@pytest.mark.parametrize("host", PRIVATE_HOSTS)
def test_a_private_address_is_not_public(host: str) -> None:
    """Every form means an address that the policy refuses."""
    assert not is_public(bare(host))


@pytest.mark.parametrize("address", PUBLIC_ADDRESSES)
def test_a_public_address_is_public(address: str) -> None:
    """The neighbours of the refused blocks stay open."""
    assert is_public(address)


@pytest.mark.parametrize("text", ["", "localhost", "127.0.0.1.", "fe80::1%eth0", "1.1.1.1/8", "\0"])
def test_what_is_no_plain_address_is_not_public(text: str) -> None:
    """The policy never guesses."""
    assert not is_public(text)


@pytest.mark.parametrize("way", [directly, by_redirect, by_rebinding])
async def test_no_form_is_reached(way: Callable[[], Awaitable[Said]]) -> None:
    """Refused before a connection is made, and the sentence says why; the server behind is never asked."""
    said = await way()
    assert set(said) >= set(PRIVATE_HOSTS)
    assert [host for host, sentence in said.items() if sentence == REACHED] == []
    for host in PRIVATE_HOSTS:
        assert re.search(REFUSED, said[host]), host


async def test_an_own_network_can_be_allowed() -> None:
    """With `allow_private` the same address answers."""
    async with raw_server(answer(b"ours")) as server, GuardedClient(allow_private=True) as client:
        got = await client.fetch("f", server.url, Validators(), NOON)
    assert got is not None
    assert got.body == b"ours"


@pytest.mark.parametrize("address", OWN_ADDRESSES)
def test_an_own_network_is_reachable(address: str) -> None:
    """Home, office, overlay and this machine."""
    assert is_reachable(address)


@pytest.mark.parametrize("text", ["", "localhost", "127.0.0.1.", "fe80::1%eth0", "\0"])
def test_what_is_no_plain_address_is_not_reachable(text: str) -> None:
    """Here too the policy never guesses."""
    assert not is_reachable(text)


async def test_some_addresses_are_refused_even_on_an_own_network() -> None:
    """Directly, in every form, and the sentence does not advise what would not help."""
    async with GuardedClient(allow_private=True) as client:
        for host in NEVER_HOSTS:
            assert not is_reachable(bare(host)), host
            with pytest.raises(FeedUnavailableError, match=NEVER) as caught:
                await client.fetch("f", f"http://{host}/", Validators(), NOON)
            assert "allow_private" not in str(caught.value)


async def test_an_own_feed_may_not_be_redirected_into_the_own_network() -> None:
    """Neither to another port of its host, nor to another host, nor by a detour."""
    async with raw_server(answer(b"secret")) as inner:
        places = (f"127.0.0.1:{inner.port}", "10.0.0.1", "169.254.169.254", "[::1]", "[fd12::1]")
        replies = [redirect(f"http://{place}/") for place in places]
        async with (
            raw_server(*replies) as outer,
            GuardedClient(allow_private=True) as client,
        ):
            for _ in places:
                with pytest.raises(FeedUnavailableError, match="is not public"):
                    await client.fetch("f", outer.url, Validators(), NOON)
    assert inner.requests == []


async def test_an_own_feed_may_be_redirected_at_its_place_or_to_the_public() -> None:
    """Its credentials stay behind, and from the public no way leads back inside."""
    async with raw_server(answer(b"public"), redirect("http://127.0.0.1:1/")) as other:
        replies = redirect("/there"), redirect(f"http://{NAME}/")
        async with (
            raw_server(*replies) as server,
            GuardedClient(allow_private=True, resolver=Names(PUBLIC_V4)) as client,
        ):
            url = f"http://us:pw@127.0.0.1:{server.port}/feed"
            with internet(other.port):
                got = await client.fetch("f", url, Validators(), NOON)
                with pytest.raises(FeedUnavailableError, match="is not public"):
                    await client.fetch("f", url, Validators(), NOON)
            assert got is not None
            assert got.body == b"public"
        assert server.header("authorization", 0) is not None
    assert other.header("authorization") is None
