"""Addresses that may be followed from a document, and those that need not leave it.

Followed are http, https and mailto, nothing else. A link from one article of a publication to
the page of another leads to that article.
"""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from bulletin_export.model.nodes import Link
from bulletin_export.model.publication import Publication
from bulletin_export.model.walk import find
from bulletin_export.patterns import lazy_pattern

#: What RFC 3986 lets stand in a path, a query and a fragment; ``%`` begins an escape.
_PATH = "/:@!$&'()*+,;=~%"
_QUERY = _PATH + "?"
_LABEL = r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?"
#: RFC 1123, 2.1; the last label begins with a letter (RFC 2396, 3.2.2).
_HOST = lazy_pattern(rf"(?:{_LABEL}\.)*(?=[a-z]){_LABEL}\.?")
_MAX_HOST = 253
#: What newsletters, WeChat and advertisers hang on an address to see who comes.
_TRACKING = lazy_pattern(
    r"(?:utm_\w+|spm|scm|fbclid|gclid|msclkid|mc_[ce]id|share_\w+|shareto|isappinstalled|"
    r"from_source|wxfrom|chksm|nsukey|_t|timestamp)(?:=|$)"
)
#: Articles of a publication beyond this number are read once, as they are written.
MOST_READ_TWICE = 300
_STRAY_PERCENT = lazy_pattern(r"%(?![0-9A-Fa-f]{2})")
_BLANKS = "".join(map(chr, range(0x21))) + "\u3000\u00a0"


def external(target: str) -> str:
    """Return *target* as a URI (RFC 3986) in ASCII, or nothing if it may not be followed.

    Names and passwords before the host are left out. Refused are other schemes
    (``javascript:``, ``file:``), addresses relative to a page, and impossible hosts.
    """
    try:
        parts = urlsplit(target.strip(_BLANKS))
        if parts.scheme == "mailto":
            return f"mailto:{_quoted(parts.path, _PATH)}{_query(parts)}" if parts.path else ""
        if parts.scheme in ("http", "https"):
            return _web(parts)
    except ValueError:
        # An impossible port, bracket or host: there is nothing to follow.
        return ""
    return ""


def _web(parts: SplitResult) -> str:
    host = _host(parts.hostname or "")
    if not host:
        return ""
    port = f":{parts.port}" if parts.port is not None else ""
    path = _quoted(parts.path, _PATH)
    query, fragment = _quoted(parts.query, _QUERY), _quoted(parts.fragment, _QUERY)
    return urlunsplit((parts.scheme, host + port, path, query, fragment))


def _query(parts: SplitResult) -> str:
    return f"?{_quoted(parts.query, _QUERY)}" if parts.query else ""


def _host(name: str) -> str:
    """Return *name* in ASCII (RFC 5891), or nothing if no host can be called so."""
    try:
        if ":" in name:
            return f"[{IPv6Address(name)}]"
        if not name.isascii() or "xn--" in name:
            name = name.encode("idna").decode("ascii")
            # A label that claims to be encoded must be so.
            name.encode("ascii").decode("idna")
        # WHATWG URL, 3.5: a host that ends in a number is an address of IPv4.
        if name.rstrip(".").rpartition(".")[2].isdigit():
            return str(IPv4Address(name))
    except (UnicodeError, AddressValueError):
        return ""
    return name if len(name) <= _MAX_HOST and _HOST.fullmatch(name) else ""


def _quoted(text: str, safe: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe=safe, errors="replace")


class InnerPlace(NamedTuple):
    """An article by its index, and the name of a place in it, or nothing."""

    article: int
    fragment: str = ""


def articles_by_page(publication: Publication) -> dict[str, int]:
    """Return the index of the article from each page; of several from one page the first."""
    found: dict[str, int] = {}
    for index, article in enumerate(publication.heads()):
        if page := page_of(article.metadata.address)[0]:
            found.setdefault(page, index)
    return found


def inner_place(target: str, articles: Mapping[str, int]) -> InnerPlace | None:
    """Return which of *articles*, by their pages, a link to *target* leads to; None if outside."""
    if not articles or "://" not in target:
        return None
    page, fragment = page_of(target)
    index = articles.get(page)
    return None if index is None else InnerPlace(index, unquote(fragment))


def page_of(address: str) -> tuple[str, str]:
    """Return page and fragment; addresses that servers take for one page are one page.

    ``http`` and ``https``, with ``www.`` and without, with ``/`` at the end and without, and
    whatever a link says of the way that its reader came.
    """
    scheme, _, rest = external(address).partition("://")
    page, _, fragment = rest.partition("#")
    if not page or scheme not in ("http", "https"):
        return "", ""
    page, _, query = page.removeprefix("www.").partition("?")
    kept = "&".join(one for one in query.split("&") if not _TRACKING.match(one)) if query else ""
    page = page.rstrip("/")
    return f"{page}?{kept}" if kept else page, fragment


def heading_fragment(text: str) -> str:
    """Return the name of the place that is a heading with the words *text*."""
    return "-".join(text.lower().split())


def fragments(publication: Publication, articles: Mapping[str, int]) -> dict[int, set[str]]:
    """Return the fragments by which links in *publication* lead to each of its *articles*."""
    targets = (link.target for one in publication.articles() for link in find(one, Link))
    found: dict[int, set[str]] = {}
    for target in targets:
        if place := inner_place(target, articles):
            found.setdefault(place.article, set()).add(place.fragment)
    return found
