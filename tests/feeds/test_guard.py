"""No spelling of a private address is reached: direct, by redirect, or by a name that changes its mind."""

import socket
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.errors import FeedUnavailableError
from bot.feeds.guard import is_public, is_reachable
from bot.feeds.http import GuardedClient
from bot.model import Validators
from tests.builders import NOON
from tests.servers.feed_server import answer, raw_server, redirect

PUBLIC_V4, NAME = "93.184.215.14", "news.example"
# As a URL may spell them: numbers in every notation that the system's look-up understands.
PRIVATE_HOSTS = (
    *("127.0.0.1", "127.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1"),
    *("017700000001", "127.0.1", "0.0.0.0", "0", "0.1.2.3"),  # noqa: S104 - refused, not bound
    *("10.0.0.1", "10.255.255.255", "167772161", "0xa.0.0.1", "012.0.0.1"),
    *("172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255", "3232235521"),
    *("100.64.0.1", "100.127.255.255", "100.100.100.200", "169.254.0.1", "169.254.169.254"),
    *("2852039166", "0xa9fea9fe", "168.63.129.16"),
    *("192.0.0.1", "192.0.0.8", "192.0.0.170", "192.0.2.1", "192.88.99.1"),
    *("198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1"),
    *("224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"),
    *("[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[::127.0.0.1]", "[::ffff:127.0.0.1]"),
    *("[::ffff:10.0.0.1]", "[::ffff:7f00:1]", "[::ffff:169.254.169.254]", "[::ffff:0:127.0.0.1]"),
    *(
        "[64:ff9b::10.0.0.1]",
        "[64:ff9b::a00:1]",
        "[64:ff9b:1::1]",
        "[2002:a00:1::]",
        "[2002:7f00:1::1]",
    ),
    *("[2001::1]", "[2001:0:a00:1::1]", "[2001:2::1]", "[2001:10::1]", "[2001:20::1]"),
    *("[2001:db8::1]", "[3fff::1]", "[100::1]", "[5f00::1]"),
    *("[fc00::1]", "[fd00:ec2::254]", "[fe80::1]", "[fec0::1]", "[ff02::1]", "[ff0e::1]"),
)
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
)
OWN_ADDRESSES = (
    *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", PUBLIC_V4),
    *("::1", "::ffff:10.0.0.1", "fc00::1", "fd12:3456::1", "64:ff9b::a00:1", "2a00:1450::1"),
)


class Names(AbstractResolver):
    """Answers look-ups of `NAME` from a list, the last answer again and again."""

    def __init__(self, *addresses: str) -> None:
        self.addresses, self.asked = addresses, 0

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002 - the interface's
    ) -> list[ResolveResult]:
        """The next address; a number in disguise as the system reads it."""
        if host == NAME:
            address = self.addresses[min(self.asked, len(self.addresses) - 1)]
            self.asked += 1
        else:
            address = bare(host)
        kind = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [
            ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=0)
        ]

    async def close(self) -> None:
        """Nothing to give back."""


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """A public address behind which a loopback server answers; every other connect is left as it is."""
    connect = socket.socket.connect
    ports: list[int] = []

    def rerouted(self: socket.socket, address: Any) -> None:
        there = address[0] == PUBLIC_V4
        connect(self, ("127.0.0.1", ports[-1]) if there else address)

    monkeypatch.setattr(socket.socket, "connect", rerouted)
    return ports.append


def bare(host: str) -> str:
    """The canonical number behind a spelling."""
    found = socket.getaddrinfo(host.strip("[]"), 80, type=socket.SOCK_STREAM)
    return str(found[0][4][0])


def test_the_table_is_long_enough() -> None:
    """At least sixty different forms are tried."""
    assert len(set(PRIVATE_HOSTS)) >= 60


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


async def test_no_form_is_reached_directly() -> None:
    """A URL that names a private address is refused before a connection, and the sentence says why."""
    async with raw_server(answer(b"secret")) as server, GuardedClient() as client:
        for host in (*PRIVATE_HOSTS, "localhost"):
            with pytest.raises(FeedUnavailableError, match=REFUSED):
                await client.fetch("f", f"http://{host}:{server.port}/", Validators(), NOON)
    assert server.requests == []


async def test_no_form_is_reached_by_redirect(internet: Callable[[int], None]) -> None:
    """A public server that points inward gets no further than itself."""
    async with raw_server(answer(b"secret")) as inner:
        replies = [redirect(f"http://{host}:{inner.port}/") for host in PRIVATE_HOSTS]
        async with (
            raw_server(*replies) as outer,
            GuardedClient(resolver=Names(PUBLIC_V4)) as client,
        ):
            internet(outer.port)
            for host in PRIVATE_HOSTS:
                with pytest.raises(FeedUnavailableError, match=REFUSED) as caught:
                    await client.fetch("f", f"http://{NAME}/", Validators(), NOON)
                assert f":{inner.port}" in str(caught.value), host
        assert len(outer.requests) == len(PRIVATE_HOSTS)
    assert inner.requests == []


async def test_no_form_is_reached_by_a_name_that_changes_its_mind(
    internet: Callable[[int], None],
) -> None:
    """The first look-up is public and answered; the second is private and refused."""
    async with raw_server(answer(b"fine")) as server:
        internet(server.port)
        for host in PRIVATE_HOSTS:
            names = Names(PUBLIC_V4, bare(host))
            async with GuardedClient(resolver=names) as client:
                good = await client.fetch("f", f"http://{NAME}/", Validators(), NOON)
                assert good is not None
                assert good.body == b"fine"
                with pytest.raises(FeedUnavailableError, match="not public"):
                    await client.fetch("f", f"http://{NAME}:{server.port}/", Validators(), NOON)
            assert names.asked == 2
    assert len(server.requests) == len(PRIVATE_HOSTS)


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


async def test_an_own_feed_may_be_redirected_at_its_place_or_to_the_public(
    internet: Callable[[int], None],
) -> None:
    """Its credentials stay behind, and from the public no way leads back inside."""
    async with raw_server(answer(b"public"), redirect("http://127.0.0.1:1/")) as other:
        internet(other.port)
        replies = redirect("/there"), redirect(f"http://{NAME}/")
        async with (
            raw_server(*replies) as server,
            GuardedClient(allow_private=True, resolver=Names(PUBLIC_V4)) as client,
        ):
            url = f"http://us:pw@127.0.0.1:{server.port}/feed"
            got = await client.fetch("f", url, Validators(), NOON)
            assert got is not None
            assert got.body == b"public"
            with pytest.raises(FeedUnavailableError, match="is not public"):
                await client.fetch("f", url, Validators(), NOON)
        assert server.header("authorization", 0) is not None
    assert other.header("authorization") is None
