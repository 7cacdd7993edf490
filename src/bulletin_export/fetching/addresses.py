"""Addresses of the web as people write them, made fit to be sent (RFC 3986, RFC 3987)."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import msgspec

from bulletin_export.errors import InvalidAddressError
from bulletin_export.patterns import lazy_pattern
from bulletin_export.wording import Phrase, phrase

_PORTS = {"http": 80, "https": 443}
#: What stands for itself in a path or query; ``%`` because what is encoded already stays so.
_PLAIN = "!$&'()*+,;=:@/?%~-._"
_STRAY_PERCENT = lazy_pattern(r"%(?![0-9A-Fa-f]{2})")
_CONTROLS = lazy_pattern(r"[\x00-\x1f\x7f]")
_HOST = lazy_pattern(
    r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?|[0-9a-f:.]+(?:%[\w.-]+)?", re.IGNORECASE
)


class Address(msgspec.Struct, frozen=True):
    """Where to connect to, and what to ask for there."""

    scheme: str
    #: A name in ASCII (IDNA) or a number; IPv6 without brackets.
    host: str
    port: int
    #: Path and query, encoded.
    target: str

    @property
    def site(self) -> str:
        """Scheme, host and port, as they stand before the path."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    def __str__(self) -> str:
        return self.site + self.target


def parsed(address: str) -> Address:
    """Return *address* taken apart, its host in ASCII and its path encoded.

    What stands after ``#`` is never sent and left out.

    Raises:
        InvalidAddressError: It is not of the web, or makes no sense.
    """
    written = _CONTROLS.sub("", address).strip()
    if written.startswith("//"):
        written = f"https:{written}"
    try:
        parts = urlsplit(written)
    except ValueError:
        raise _invalid(address, phrase("no-host")) from None
    if parts.scheme not in _PORTS:
        raise _invalid(address, phrase("not-of-the-web"))
    if parts.username is not None or parts.password is not None:
        raise _invalid(address, phrase("password-inside"))
    try:
        port = parts.port or _PORTS[parts.scheme]
    except ValueError:
        raise _invalid(address, phrase("bad-port")) from None
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    target = target if target.startswith("/") else f"/{target}"
    return Address(parts.scheme, _host(parts.hostname or "", address), port, _encoded(target))


def joined(base: Address, location: str) -> Address:
    """Return where *location*, as an answer from *base* gives it, leads.

    Servers write bytes beyond ASCII there, which headers give as Latin-1.

    Raises:
        InvalidAddressError: It leads out of the web.
    """
    try:
        sent = location.encode("latin-1", "replace")
        return parsed(urljoin(str(base), quote(sent.strip(), safe=_PLAIN + "#[]")))
    except ValueError:
        raise _invalid(location, phrase("no-host")) from None


def _encoded(target: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", target), safe=_PLAIN, errors="surrogatepass")


def _host(name: str, address: str) -> str:
    if not name:
        raise _invalid(address, phrase("no-host"))
    try:
        # IDNA maps 。 and full-width letters too; it says nothing on what is ASCII already.
        host = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        raise _invalid(address, phrase("bad-host", host=name)) from None
    if not _HOST.fullmatch(host) or ".." in host or len(host) > 255:
        raise _invalid(address, phrase("bad-host", host=name))
    return host.lower()


def _invalid(address: str, reason: Phrase) -> InvalidAddressError:
    return InvalidAddressError(address=address, reason=reason)
