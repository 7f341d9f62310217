"""Which network addresses a feed may live at.

The policy is asked at connect time, with the address that the socket is about to use: a name that resolves
to something else the second time, a redirect, and every way of spelling an address all end here.
`ipaddress.is_global` is not enough: it lets multicast, NAT64, 6to4 and parts of 192.0.0.0/24 through.
"""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

# IPv6 is closed except for the block that IANA gives out as global unicast, and there except for these.
# https://www.iana.org/assignments/iana-ipv6-special-registry
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
_SPECIAL_V6 = tuple(
    ipaddress.IPv6Network(block)
    for block in (
        "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4 carries an IPv4 address of anybody's choice
        "3fff::/20",  # documentation
    )
)
# https://www.iana.org/assignments/iana-ipv4-special-registry
_SPECIAL_V4 = tuple(
    ipaddress.IPv4Network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # the host of an Azure machine, public in form only
        "169.254.0.0/16",  # link-local, with most clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, with broadcast
    )
)
# What no feed is ever at, also on one's own network: a cloud hands out a machine's credentials there.
_NEVER = (
    ipaddress.IPv4Network("0.0.0.0/8"),  # this host, by another name
    ipaddress.IPv4Network("100.100.100.200/32"),  # Alibaba Cloud's
    ipaddress.IPv4Network("168.63.129.16/32"),
    ipaddress.IPv4Network("169.254.0.0/16"),
    ipaddress.IPv4Network("192.0.0.192/32"),  # Oracle's first cloud
    ipaddress.IPv4Network("224.0.0.0/4"),
    ipaddress.IPv6Network("::/128"),
    ipaddress.IPv6Network("fd00:42::42/128"),  # the IPv6 side of Scaleway's 169.254.42.42,
    ipaddress.IPv6Network("fd00:ec2::/32"),  # of AWS's 169.254.169.254,
    ipaddress.IPv6Network("fd20:ce::254/128"),  # and of Google's
    ipaddress.IPv6Network("fe80::/10"),
    ipaddress.IPv6Network("ff00::/8"),
)
# IPv6 blocks whose addresses carry an IPv4 address, and how many bits follow it.
_CARRIERS = (
    (ipaddress.IPv6Network("::/96"), 0),
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),
    (ipaddress.IPv6Network("::ffff:0:0:0/96"), 0),
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),
)
_WHOLE_V4 = 0xFFFF_FFFF


class PrivateAddressError(OSError):
    """A feed's host leads to an address that is not on the public internet."""


def is_public(address: str) -> bool:
    """Whether this numeric address belongs to the public internet; what is no address does not."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv4Address):
        return not any(parsed in block for block in _SPECIAL_V4)
    return parsed in _GLOBAL_V6 and not any(parsed in block for block in _SPECIAL_V6)


def is_reachable(address: str) -> bool:
    """Whether a feed on the operator's own network may live at this numeric address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    meant = (parsed, *_carried(parsed))
    return not any(one in block for one in meant for block in _NEVER)


def _carried(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> tuple[ipaddress.IPv4Address, ...]:
    """The IPv4 addresses inside this one; ::1 is none in disguise."""
    if isinstance(address, ipaddress.IPv4Address) or address.is_loopback:
        return ()
    return tuple(
        ipaddress.IPv4Address(int(address) >> bits & _WHOLE_V4)
        for block, bits in _CARRIERS
        if address in block
    )


def public_socket(target: tuple[Any, ...]) -> socket.socket:
    """A socket for this entry of `getaddrinfo`, if it is public.

    Raises:
        PrivateAddressError: the entry leads to an address that is not public.
    """
    return _socket(
        target, is_public, "is not public; set allow_private and this url if the feed is your own"
    )


def own_socket(target: tuple[Any, ...]) -> socket.socket:
    """A socket for this entry of `getaddrinfo`, also on the operator's own network.

    Raises:
        PrivateAddressError: the entry leads to an address where no feed is.
    """
    return _socket(target, is_reachable, "is never that of a feed; check the feed's url")


def _socket(
    target: tuple[Any, ...], is_allowed: Callable[[str], bool], problem: str
) -> socket.socket:
    family, kind, protocol, _, address = target
    if not is_allowed(str(address[0])):
        raise PrivateAddressError(f"the address {address[0]} {problem}")
    return socket.socket(family, kind, protocol)
