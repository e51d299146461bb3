"""How the web is asked, and which addresses: public ones, and others only when the caller allows it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from readouts.errors import UnreadableInput

_MOST_LETTERS = 4000
# Addresses of the older kind written within the newer one (NAT64).
_TRANSLATED = (ip_network("64:ff9b::/96"), ip_network("::/96"))
# Not public, whatever Python's tables say: of old private networks, of translators, and of protocols and clouds.
_INNER = (ip_network("fec0::/10"), ip_network("64:ff9b:1::/48"), ip_network("192.0.0.0/24"))


@dataclass(frozen=True, slots=True)
class Web:
    """How pages are asked for.

    `seconds` and `size` (bytes) are the most one page may take; `allow_private` lets addresses inside a
    private network be asked; `keep_rules` is whether robots.txt is kept. `is_kept` says whether what an address gave
    after a day is at hand already: such a page is not asked for when its sitemap says that it did not change since.
    """

    allow_private: bool = False
    seconds: float = 30
    size: int = 50_000_000
    keep_rules: bool = True
    is_kept: Callable[[str, date], bool] = lambda url, day: False


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address and the one network address its host was checked to have."""

    url: str
    host: str
    port: int
    network_address: str
    path: str
    secure: bool


def is_url(name: str) -> bool:
    """Say whether `name` is meant as an address on the web, of whichever scheme."""
    scheme, mark, _ = name.partition("://")
    return bool(mark) and scheme.isalnum()


def resolve(url: str, allow_private: bool) -> Address:
    """Look up the host of `url` and check every address it has.

    The connection is then made to the address that was checked, so that a name which changes its address in
    between leads nowhere else. Raises UnreadableInput for another scheme, a malformed address, an unknown
    host, and a private, local or reserved address that was not allowed.
    """
    parts = _split(url)
    host = parts.hostname or ""
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnreadableInput(f"{url}: the host {host} is not known. Check the address.") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not allow_private and (inner := next((a for a in addresses if not _is_public(a)), None)):
        raise UnreadableInput(
            f"{url}: {host} is the private or local address {inner}, which is not asked unless allowed."
        )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Address(url, host, port, addresses[0], path, secure)


def _split(url: str) -> SplitResult:
    malformed = UnreadableInput(f"{url[:200]} is no address on the web. Check it.")
    if len(url) > _MOST_LETTERS or any(character.isspace() or character < " " for character in url):
        raise malformed
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise malformed from None
    if parts.scheme not in ("http", "https"):
        raise UnreadableInput(f"{url}: only http and https addresses are read. Save the page and name the file.")
    if not host or port == 0:
        raise malformed
    if parts.username or parts.password:
        raise UnreadableInput(f"{url}: an address with a password in it is not asked. Save the page and name the file.")
    return parts


def _is_public(address: str) -> bool:
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        within = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if any(found in network for network in _TRANSLATED):
            within = IPv4Address(int(found) & 0xFFFFFFFF)
        if within:
            return _is_public(str(within))
    inner = any(found.version == network.version and found in network for network in _INNER)
    return found.is_global and not found.is_multicast and not inner
