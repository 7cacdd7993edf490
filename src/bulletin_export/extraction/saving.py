"""Where a page was saved from: what browsers and mirroring tools write above it."""

from __future__ import annotations

import re
from typing import Any

from bulletin_export.patterns import lazy_pattern

#: The attribute of the root element that keeps it, since comments are not parsed.
ATTRIBUTE = "data-saved-from"

_NOTE = lazy_pattern(
    r"<!--\s*(?:(?:saved from url=\(\d+\)|saved from |page saved with singlefile\s+url:\s*)"
    r"(?P<address>https?://[^\s<>\"']{1,2000})|mirrored from (?P<bare>[^\s<>\"']{4,2000}))",
    re.IGNORECASE,
)
_HEAD = 4000


def note_origin(root: Any, text: str) -> None:
    """Let the tree *root* of the page *text* remember where that was saved from, if it says so."""
    found = _NOTE.search(text, 0, _HEAD)
    if found is None:
        return
    # HTTrack leaves the scheme out.
    address = (found["address"] or f"http://{found['bare']}").removesuffix("--")
    if address.isprintable():
        root.set(ATTRIBUTE, address)
