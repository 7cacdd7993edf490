"""What bytes are, by how they begin: labels and file names are wrong more often."""

from __future__ import annotations

import re
from collections.abc import Set

from bulletin_export.patterns import lazy_pattern

#: Licences and style sheets stand above some roots.
_HEAD = 16_384

_ROOT = lazy_pattern(
    # Taken once and for all: another try with longer comments would take for ever.
    rb"(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype\b[^>\[]*(?:\[.*?\]\s*)?>)*+<(?:[\w.-]+:)?([\w.-]+)",
    re.IGNORECASE | re.DOTALL,
)
_XML = lazy_pattern(rb"<\?xml\b[^>]*\?>", re.IGNORECASE)
_ELEMENT = lazy_pattern(rb"<(?:[\w-]+:)?([a-z]+)(?=[\s>])", re.IGNORECASE)
_PAGE = lazy_pattern(rb"<(?:html|body|head|div)\b", re.IGNORECASE)
_ADDRESS = lazy_pattern(rb"https?://\S+", re.IGNORECASE)


def head(data: bytes) -> bytes:
    """Return the start of *data* without byte order mark, also of UTF-16, for searching."""
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe\x00")
    return start.replace(b"\0", b"") if b"\0" in start else start


def beginning(data: bytes, known: Set[str]) -> str:
    """Return how *data* begins: the name of its root element, ``{``, ``http`` or nothing.

    The name comes without prefix, in lower case. ``{`` is a JSON object, ``http`` a list of
    addresses and nothing else. What servers print before the XML (warnings, blank lines) is
    passed over where one of the *known* names follows.
    """
    start = head(data)
    first = start.lstrip()[:4].lower()
    if first[:1] == b"{":
        return "{"
    if first == b"http":
        return "http" if _is_address_list(data) else ""
    root = _name(_ROOT.match(start))
    if root in known:
        return root
    declared = _XML.search(start)
    after = _name(_ROOT.match(start, declared.end())) if declared else ""
    if after in known:
        return after
    if _PAGE.search(start):
        return root
    names = (_name(match) for match in _ELEMENT.finditer(start))
    return next((name for name in names if name in known), root)


def _name(match: re.Match[bytes] | None) -> str:
    return match[1].decode("ascii").lower() if match and match[1].isascii() else ""


def _is_address_list(data: bytes) -> bool:
    plain = data.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    lines = filter(None, map(bytes.strip, plain.splitlines()))
    return all(_ADDRESS.fullmatch(line) for line in lines)
