"""Containers: files that hold whole pages with their pictures, as sites and browsers save them.

The one table to look at, and the one line to add. A container is opened before a reader is
looked for; each part of it is a `Source` of its own, with what fetches its pictures.
"""

from __future__ import annotations

import re
import zlib
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from bulletin_export.patterns import lazy_pattern

if TYPE_CHECKING:
    from bulletin_export.containers.base import Opener
    from bulletin_export.sources import Source


class Container(msgspec.Struct, frozen=True):
    """One kind of container: where its opener lives, and which files are its own."""

    name: str
    #: ``module:function``, an `Opener`.
    target: str
    suffixes: tuple[str, ...]
    about: str

    def load(self) -> Opener:
        """Import what opens it."""
        module, _, name = self.target.partition(":")
        return getattr(import_module(module), name)  # type: ignore[no-any-return]


CONTAINERS = (
    Container("warc", "bulletin_export.containers.warc:open_warc",
              (".warc", ".warc.gz"), "web archive of a crawler"),
    Container("zip", "bulletin_export.containers.zip:open_zip",
              (".zip", ".maff"), "pages in a ZIP archive"),
    Container("mhtml", "bulletin_export.containers.mhtml:open_mhtml",
              (".mht", ".mhtml"), "page saved with its pictures in one file"),
    Container("webarchive", "bulletin_export.containers.webarchive:open_webarchive",
              (".webarchive",), "page saved by Safari"),
)  # fmt: skip

_MESSAGE = lazy_pattern(
    rb"\s*(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    rb"(?:mime-version:|content-type:\s*(?:multipart/|message/rfc822))",
    re.IGNORECASE,
)
_HEAD = 8192
#: Formats that are ZIP archives too, and what they begin with.
_PACKAGES = (b"[Content_Types].xml", b"mimetypeapplication/", b"META-INF/", b"_rels/.rels")


def container_of(source: Source) -> Container | None:
    """Return which container *source* is, by its bytes alone; None if it is none."""
    name = _name(source.data)
    return next((one for one in CONTAINERS if one.name == name), None)


def suffixes() -> tuple[str, ...]:
    """Return the file name endings of all containers."""
    return tuple(suffix for one in CONTAINERS for suffix in one.suffixes)


def _name(data: bytes) -> str:
    start = data[:_HEAD]
    if start.startswith((b"WARC/", b"\x1f\x8b")):
        return "warc" if _unpacked(start).startswith(b"WARC/") else ""
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "" if any(mark in start for mark in _PACKAGES) else "zip"
    if start.startswith(b"bplist00"):
        return "webarchive" if b"WebMainResource" in data else ""
    return "mhtml" if _MESSAGE.match(start.removeprefix(b"\xef\xbb\xbf")) else ""


def _unpacked(start: bytes) -> bytes:
    if not start.startswith(b"\x1f\x8b"):
        return start
    try:
        return zlib.decompressobj(wbits=31).decompress(start, 64)
    except zlib.error:
        return b""
