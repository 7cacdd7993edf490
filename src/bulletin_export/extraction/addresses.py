"""Addresses as a page gives them, made absolute and kept harmless."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from bulletin_export.patterns import lazy_pattern

_SCHEME = lazy_pattern(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_LINKABLE = ("http", "https", "mailto")
_LAZY = (
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-lazyload",
    "data-actualsrc",
    "data-echo",
    "zoomfile",
    "file",
    "_src",
)
_PLACEHOLDER = lazy_pattern(
    r"^data:image/gif;base64,R0lGODlhAQABA|(?:blank|spacer|loading|placeholder|pixel|grey|transparent)"
    r"[\w-]*\.(?:gif|png|jpg|svg)(?:\?|$)",
    re.IGNORECASE,
)
_SRCSET_ENTRY = lazy_pattern(r"\s*([^\s,]\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)")
_NUMBER = lazy_pattern(r"\s*(\d+)")
_CONTROLS = lazy_pattern(r"[\x00-\x20\x7f]+")


def absolute(address: str, base: str) -> str:
    """Return *address* seen from *base*; as it is when there is no base or no sense in it."""
    address = _CONTROLS.sub("", address) if address.isascii() else address.strip()
    if not base or address.startswith("data:"):
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def link_target(address: str, base: str) -> str:
    """Return where a link leads, or nothing if that is no place on the web or a mail box."""
    if not address or address.startswith("#"):
        return ""
    target = absolute(address, base)
    scheme = _SCHEME.match(target)
    if scheme is None or scheme[1].lower() not in _LINKABLE:
        return ""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    return target if parts.netloc or parts.scheme == "mailto" else ""


def image_address(element: Any, base: str) -> str:
    """Return the address of the picture that *element* shows, also when it is given late.

    Nothing for counting pixels and placeholders. Without a *base* a relative address
    stays as the page has it, so that it serves as a path beside the page.
    """
    if _is_pixel(element):
        return ""
    given = element.get("src") or ""
    late = next(filter(None, map(element.get, _LAZY)), "")
    late = late or _largest(element.get("data-srcset") or element.get("srcset") or "", given)
    address = late if late and _looks_like_address(late) else given
    if not address or _PLACEHOLDER.search(address[:200]):
        return ""
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() not in ("http", "https", "data", "file", "cid"):
        return ""
    return absolute(address, base)


def _looks_like_address(text: str) -> bool:
    return "/" in text or "." in text


def _largest(srcset: str, given: str) -> str:
    if not srcset or (given and not given.startswith("data:")):
        return ""
    entries = [(float(size or 1), name) for name, size in _SRCSET_ENTRY.findall(srcset)]
    return max(entries, key=lambda entry: entry[0])[1] if entries else ""


def declared_size(element: Any, name: str) -> int | None:
    """Return the ``width`` or ``height`` that *element* declares, in pixels."""
    number = _NUMBER.match(element.get(name) or "")
    return int(number[1][:6]) if number else None


def _is_pixel(element: Any) -> bool:
    sizes = (declared_size(element, "width"), declared_size(element, "height"))
    return any(size is not None and size <= 3 for size in sizes) and "%" not in (
        (element.get("width") or "") + (element.get("height") or "")
    )
