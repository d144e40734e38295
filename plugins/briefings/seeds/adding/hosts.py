"""Hosts are found and reached: a name becomes addresses once, and these very addresses are connected to.

Between a look at an address and a second question for it a name can be given another, one inside your own network.
"""

import base64
import socket
import ssl
from collections.abc import Callable, Sequence
from http.client import HTTPConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

Resolve = Callable[[str, int], Sequence[str]]  # a host's name and port → its addresses, the best one first
Connect = Callable[[str, int, float], socket.socket]  # address, port, seconds → a connection

_TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address as a network without IPv4 writes it (RFC 6052)
_NOBODYS = tuple(  # of IANA's registries of special-purpose addresses what Python 3.11 does not know
    map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "100:0:0:1::/64", "3fff::/20", "5f00::/16"))
)


def addresses_of_host(host: str, port: int) -> list[str]:
    """Finds the addresses of a host, each once.  Raises OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def open_socket(address: str, port: int, seconds: float) -> socket.socket:
    """Connects to this address and no other.  Raises OSError."""
    return socket.create_connection((address, port), timeout=seconds)


def road_to(host: str, scheme: str) -> Connect:
    """Tells how to reach a host: straight on, or through the environment's proxy, told the address and no name."""
    proxy = getproxies().get(scheme)
    if not proxy or proxy_bypass(host):
        return open_socket
    at = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    words = base64.b64encode(f"{unquote(at.username or '')}:{unquote(at.password or '')}".encode()).decode("ascii")
    headers = {"Proxy-Authorization": f"Basic {words}"} if at.username else {}

    def tunnel(address: str, port: int, seconds: float) -> socket.socket:
        connection = HTTPConnection(at.hostname or "", at.port or 80, timeout=seconds)
        connection.set_tunnel(f"[{address}]" if ":" in address else address, port, headers)
        connection.connect()
        return connection.sock

    return tunnel


def is_open(address: str) -> bool:
    """Tells whether anybody on the web could be asked at it: no address of this machine, its network or a group.

    IPv6 addresses that lead to an IPv4 one (``::ffff:10.0.0.1``, 6to4, NAT64) are what that one is.
    """
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        within = found.ipv4_mapped or found.sixtofour
        if found in _TRANSLATED:
            within = IPv4Address(int(found) & 0xFFFFFFFF)
        return _is_everybodys(within) if within else _is_everybodys(found) and not found.is_site_local
    return _is_everybodys(found)


def _is_everybodys(found: IPv4Address | IPv6Address) -> bool:
    if any(found in block for block in _NOBODYS):
        return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def reach(
    host: str, addresses: Sequence[str], connecting: Callable[[str], socket.socket], *, secure: bool
) -> socket.socket:
    """Connects to the first of `addresses` that answers; `secure` only where its certificate is `host`'s."""
    failed: OSError | None = None
    for address in addresses:
        try:
            made = connecting(address)
            return _secured(made, host) if secure else made
        except OSError as error:
            failed = failed or error
    raise failed or OSError("the name has no address")


def _secured(plain: socket.socket, host: str) -> socket.socket:
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except OSError:
        plain.close()
        raise
