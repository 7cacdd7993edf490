"""Which numbers of the Internet Protocol belong to everybody, and which to somebody's house."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

#: IPv6 that carries a number of IPv4 inside: RFC 6052 (NAT64), RFC 3056 (6to4).
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")
#: All that was ever given out of IPv6 (RFC 4291 §2.4, IANA's registry).
_GIVEN_OUT = IPv6Network("2000::/3")
#: What Python's tables, which differ from release to release, may take for public:
#: shared space of providers (RFC 6598, with a cloud's metadata at 100.100.100.200), protocol
#: assignments, relays, benchmarks, documentation; in IPv6 Teredo and documentation.
_NOT_FOR_ALL = tuple(
    ip_network(one)
    for one in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15",
        "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "3fff::/20",
    )
)  # fmt: skip


def is_public(number: str) -> bool:
    """Tell whether *number* (IPv4 or IPv6, maybe with a zone) is a place on the open Internet.

    Not so are private, loopback, link-local and multicast numbers, those of clouds'
    metadata services among them, nor IPv6 that carries such a number of IPv4.
    """
    try:
        ip = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    carried = _carried(ip) if isinstance(ip, IPv6Address) else None
    if carried is not None:
        return _is_public(carried)
    return _is_public(ip) and (isinstance(ip, IPv4Address) or ip in _GIVEN_OUT)


def _is_public(ip: IPv4Address | IPv6Address) -> bool:
    if ip.is_multicast or ip.is_unspecified or not ip.is_global:
        return False
    return not any(ip.version == block.version and ip in block for block in _NOT_FOR_ALL)


def _carried(ip: IPv6Address) -> IPv4Address | None:
    """Return the number of IPv4 inside *ip*, if it is made to carry one."""
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip in _6TO4:
        return IPv4Address(int(ip) >> 80 & 0xFFFFFFFF)
    return None
