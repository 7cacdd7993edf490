"""Addresses as a page gives them, made absolute and kept harmless."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from bulletin_export.patterns import lazy_pattern

_SCHEME = lazy_pattern(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_LINKABLE = ("http", "https", "mailto")
_NUMBER = lazy_pattern(r"\s*(\d+)")
_CONTROLS = lazy_pattern(r"[\x00-\x1f\x7f]+")
#: Most addresses: whole, without a step upwards, and nothing in them that has to be looked at.
_WHOLE = lazy_pattern(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?](?:(?!/\.)[!-~])*)?")
#: Addresses that are complete in themselves.
_COMPLETE = ("data:", "cid:", "mid:")


def absolute(address: str, base: str) -> str:
    """Return *address* seen from *base*; as it is when there is no base or no sense in it.

    What only leaves out the scheme gets one even so. Line ends and the like are taken out
    as browsers do it (WHATWG URL §4.4).
    """
    if _WHOLE.fullmatch(address):
        return address
    address = _CONTROLS.sub("", address.strip())
    if address[:5].lower().startswith(_COMPLETE):
        return address
    if not base:
        return "https:" + address if address.startswith("//") else address
    try:
        joined = urljoin(base, address)
    except ValueError:
        return address
    return joined.replace(" ", "%20") if joined[:4].lower() == "http" else joined


def scheme_of(address: str) -> str:
    """Return the scheme of *address* in small letters, or nothing when it has none."""
    match = _SCHEME.match(address)
    return match[1].lower() if match else ""


def link_target(address: str, base: str) -> str:
    """Return where a link leads, or nothing if that is no place on the web or a mail box."""
    if not address or address.startswith("#"):
        return ""
    if _WHOLE.fullmatch(address):
        return address
    target = absolute(address, base)
    if scheme_of(target) not in _LINKABLE:
        return ""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    return target if parts.netloc or parts.scheme == "mailto" else ""


def declared_size(element: Any, name: str) -> int | None:
    """Return the ``width`` or ``height`` that *element* declares, in pixels."""
    number = _NUMBER.match(element.get(name) or "")
    return int(number[1][:6]) if number else None
