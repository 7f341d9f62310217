"""Private addresses in every spelling, and three ways to lead a feed there: direct, by redirect, by rebinding.

Each way tries every form against a loopback server, and gives what a fetch said, form by form.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.errors import FeedUnavailableError
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
    *(
        "192.168.1",
        "192.11010049",
        "0x7F000001",
        "0x7f.0x0.0x0.0x1",
        "00000177.0.0.01",
        "0xffffffff",
        "4294967295",
    ),
    *(
        "169.254.170.2",
        "192.0.0.192",
        "\uff11\uff12\uff17.\uff10.\uff10.\uff11",
        "127\u30020\u30020\u30021",
    ),
    "\u2460\u2461\u2466.\u24ea.\u24ea.\u2460",
    *(
        "[0000:0000:0000:0000:0000:ffff:7f00:0001]",
        "[::FFFF:C0A8:1]",
        "[::ffff:100.64.0.1]",
        "[::ffff:224.0.0.1]",
    ),
    *("[64:ff9b::127.0.0.1]", "[64:ff9b::a9fe:a9fe]", "[2002:c0a8:1::1]", "[2002:a9fe:a9fe::1]"),
    *("[fe80::5efe:127.0.0.1]", "[fd12:3456::1]", "[fd20:ce::254]", "[ff05::1:3]"),
    *("[fc00::1]", "[fd00:ec2::254]", "[fe80::1]", "[fec0::1]", "[ff02::1]", "[ff0e::1]"),
)
# Names, and numbers that only some readers undo.
DISGUISES = (
    *("localhost", "LOCALHOST", "localhost.", "ip6-localhost", "us:pw@127.0.0.1", "127.0.0.1.", "[::127.1]"),
    *("%31%32%37.0.0.1", "127.0.0.1%00", "127.0.0.1%2523", "127.0.0.1\\@news.example", "[::1%25lo]", "[fe80::1%25lo]"),
)  # fmt: skip
REACHED = "REACHED"
Said = dict[str, str]  # the form, and the sentence of the refusal, or REACHED


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


@contextmanager
def internet(port: int) -> Iterator[None]:
    """A public address behind which a loopback server answers; every other connect is left as it is."""
    connect = socket.socket.connect

    def rerouted(self: socket.socket, address: Any) -> None:
        there = address[0] == PUBLIC_V4
        connect(self, ("127.0.0.1", port) if there else address)

    socket.socket.connect = rerouted  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        socket.socket.connect = connect  # type: ignore[method-assign]


def bare(host: str) -> str:
    """The canonical number behind a spelling."""
    found = socket.getaddrinfo(host.strip("[]"), 80, type=socket.SOCK_STREAM)
    return str(found[0][4][0])


async def directly() -> Said:
    """The feed's own url names the address."""
    async with raw_server(answer(b"secret")) as server, GuardedClient() as client:
        said = {
            host: await _asked(client, f"http://{host}:{server.port}/")
            for host in (*PRIVATE_HOSTS, *DISGUISES)
        }
        return {**said, **_arrived(server.requests)}


async def by_redirect() -> Said:
    """A public server points there."""
    hosts = (*PRIVATE_HOSTS, *DISGUISES)
    async with raw_server(answer(b"secret")) as inner:
        replies = [redirect(f"http://{host}:{inner.port}/") for host in hosts]
        async with (
            raw_server(*replies) as outer,
            GuardedClient(resolver=Names(PUBLIC_V4)) as client,
        ):
            with internet(outer.port):
                said = {host: await _asked(client, f"http://{NAME}/") for host in hosts}
            assert len(outer.requests) == len(hosts)
        return {**said, **_arrived(inner.requests)}


async def by_rebinding() -> Said:
    """A name means a public address at the first look-up, which is answered, and the private one at the second."""
    said: Said = {}
    async with raw_server(answer(b"fine")) as server:
        with internet(server.port):
            for host in PRIVATE_HOSTS:
                names = Names(PUBLIC_V4, bare(host))
                async with GuardedClient(resolver=names) as client:
                    assert await _asked(client, f"http://{NAME}/") == REACHED
                    said[host] = await _asked(client, f"http://{NAME}:{server.port}/")
                assert names.asked == 2
        return {**said, **_arrived(server.requests[len(PRIVATE_HOSTS) :])}


async def _asked(client: GuardedClient, url: str) -> str:
    try:
        await client.fetch("f", url, Validators(), NOON)
    except FeedUnavailableError as error:
        return str(error)
    return REACHED


def _arrived(requests: list[str]) -> Said:
    """What a server saw that nobody may reach, whatever the client said."""
    return dict.fromkeys(requests, REACHED)
