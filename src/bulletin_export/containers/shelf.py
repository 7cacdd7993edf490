"""Addresses of what lies in a container, found in whatever spelling pages use for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from urllib.parse import unquote_to_bytes, urljoin

from bulletin_export.errors import UnreadableSourceError
from bulletin_export.sources import Fetch
from bulletin_export.wording import phrase

Key = TypeVar("Key")


class Shelf(Generic[Key]):
    """Maps addresses to keys; the nearest spelling wins, then whatever was put first."""

    def __init__(self) -> None:
        self._levels: tuple[dict[str, Key], ...] = ({}, {}, {})

    def put(self, address: str, key: Key) -> None:
        """Let *address*, in every spelling, lead to *key*."""
        for level, form in zip(self._levels, _spellings(address), strict=True):
            if form:
                level.setdefault(form, key)

    def find(self, address: str) -> Key | None:
        """Return where *address* leads, or None."""
        for level, form in zip(self._levels, _spellings(address), strict=True):
            if form in level:
                return level[form]
        return None


def _spellings(address: str) -> tuple[str, str, str]:
    """Return *address*, then free of scheme and escapes, then of its query too."""
    address = address.strip().partition("#")[0]
    if address[:4].lower() == "cid:":
        name = _unescaped(address).casefold()
        return name, name, name
    scheme, mark, rest = address.partition("://")
    loose = _unescaped(rest if mark and scheme.lower() in ("http", "https") else address)
    plain = loose.partition("?")[0]
    return address, loose.replace("\\", "/"), plain.replace("\\", "/")


def _unescaped(address: str) -> str:
    """Return *address* without escapes; those of old Chinese sites are GB 18030."""
    if "%" not in address:
        return address
    raw = unquote_to_bytes(address)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def fetch_from(shelf: Shelf[Key], take: Callable[[Key], bytes], base: str, outside: Fetch) -> Fetch:
    """Return what fetches by *take* what *shelf* has, and asks *outside* for other web addresses.

    *base* is the address of the page, for addresses that are relative.
    """

    def fetch(address: str) -> bytes:
        key = shelf.find(joined(base, address))
        if key is None:
            key = shelf.find(address)
        if key is not None:
            return take(key)
        if address.lower().startswith(("http://", "https://", "//")):
            return outside(address)
        raise UnreadableSourceError(source=address, reason=phrase("not-in-container"))

    return fetch


def joined(base: str, address: str) -> str:
    """Return *address* seen from *base*, which may be relative itself."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address
