"""Addresses that Word accepts, and places inside the document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit

from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Heading, Link
from bulletin_export.model.text import plain_text
from bulletin_export.model.walk import find

#: Word cuts longer addresses off.
_MAX_ADDRESS = 2083
_SCHEMES = frozenset({"http", "https", "mailto"})
_HOST = re.compile(r"[\w.\-]+|\[[0-9a-fA-F:.]+\]")
#: RFC 3986 §2.2 and the percent sign: what stands in an address for itself.
_KEPT = "%:/?#[]@!$&'()*+,;=~"


def usable_address(target: str) -> str:
    """Return *target* as a URI in ASCII, or nothing if no program could follow it.

    A relationship with a malformed URI makes the whole file damaged (OPC, ISO/IEC 29500-2 §9.3).
    """
    try:
        parts = urlsplit(target.strip())
        host_is_right = parts.scheme == "mailto" or _HOST.fullmatch(parts.hostname or "")
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not host_is_right:
        return ""
    address = quote(target.strip(), safe=_KEPT)
    return address if len(address) <= _MAX_ADDRESS and "[" not in parts.path else ""


def places(article: Article, own: str) -> Mapping[str, str]:
    """Return the bookmark for each fragment that links inside *article* lead to.

    ``#`` and ``#top`` lead to *own*, the bookmark of the article; others to the heading
    with these words, blanks written as hyphens or as they are.
    """
    targets = (link.target for link in find(article, Link))
    wanted = {fragment(target) for target in targets if target.startswith("#")}
    if not wanted:
        return {}
    found: dict[str, str] = {name: own for name in ("", "top") if name in wanted}
    for number, heading in enumerate(find(article, Heading), 1):
        text = plain_text(heading.children)
        for name in {text, heading_fragment(text)} & wanted:
            found.setdefault(name, f"{own}_{number}")
    return found


def fragment(target: str) -> str:
    """Return the name of the place that *target* (``#`` and a name) leads to."""
    return unquote(target.removeprefix("#"))


def heading_fragment(text: str) -> str:
    """Return the name of the place that is a heading with the words *text*."""
    return "-".join(text.lower().split())
