"""Which network addresses a feed may live at.

The policy is asked at connect time, with the address that the socket is about to use: a name that resolves
to something else the second time, a redirect, and every way of spelling an address all end here.
`ipaddress.is_global` is not enough: it lets multicast, NAT64, 6to4 and parts of 192.0.0.0/24 through.
"""

import ipaddress
import socket
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


def guarded_socket(target: tuple[Any, ...]) -> socket.socket:
    """A socket for this entry of `getaddrinfo`.

    Raises:
        PrivateAddressError: the entry leads to an address that is not public.
    """
    family, kind, protocol, _, address = target
    if not is_public(str(address[0])):
        raise PrivateAddressError(f"the address {address[0]} is not public")
    return socket.socket(family, kind, protocol)
