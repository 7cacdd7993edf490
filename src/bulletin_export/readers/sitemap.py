"""Sitemaps and lists of sitemaps (sitemaps.org 0.9 with Google's and Baidu's additions)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.errors import UnsupportedSourceError
from bulletin_export.extraction.addresses import absolute
from bulletin_export.extraction.encoding import decode
from bulletin_export.extraction.feeds.dates import date_of
from bulletin_export.extraction.feeds.elements import line_of
from bulletin_export.extraction.feeds.words import plain_title
from bulletin_export.extraction.xml_tree import local_name, parse_xml
from bulletin_export.model.article import Date
from bulletin_export.model.listing import Entry, Listing, ListingKind
from bulletin_export.readers.base import ReadResult
from bulletin_export.sniffing import beginning
from bulletin_export.sources import Source

_KINDS = {"urlset": ListingKind.SITEMAP, "sitemapindex": ListingKind.SITEMAP_INDEX}
#: Dates of the news come before the day on which somebody touched the page.
_DATES = ("publication_date", "pubdate", "pubtime", "publishdate", "datepublished", "lastmod",
          "upload_date", "lastmodified", "datemodified", "date")  # fmt: skip
_TITLES = ("title", "headline", "name", "caption")
_ADDRESSES = ("loc", "link", "url")


class SitemapReader:
    """Reads what a site says of its own pages; there are no articles in it."""

    def read(self, source: Source) -> ReadResult:
        """Return the list of pages, or of further sitemaps.

        Namespaces may be wrong or missing: elements go by their local names.

        Raises:
            UnsupportedSourceError: It is XML, but no sitemap.
            MalformedSourceError: There is no element in it, or it declares entities.
        """
        if beginning(source.data, frozenset()) == "http":
            return _plain(source)
        root, diagnostics = parse_xml(source, entries=("url", "sitemap"))
        kind = _KINDS.get(local_name(root))
        if kind is None:
            raise UnsupportedSourceError(
                source=source.name, media_type=f"XML <{local_name(root)}>", known=tuple(_KINDS)
            )
        entries = filter(None, (_entry(one, source.address) for one in root))
        return ReadResult((), diagnostics, Listing(kind, tuple(entries), address=source.address))


def _plain(source: Source) -> ReadResult:
    decoded = decode(source.data, source.media_type, source.name, source.encoding)
    lines = filter(None, map(str.strip, decoded.text.splitlines()))
    entries = tuple(map(Entry, lines))
    listing = Listing(ListingKind.SITEMAP, entries, address=source.address)
    return ReadResult((), decoded.diagnostics, listing)


def _entry(element: Any, base: str) -> Entry | None:
    own = {local_name(one): line_of(one) for one in reversed(element)}
    address = next((own[name] for name in _ADDRESSES if own.get(name)), "") or (
        line_of(element) if not len(element) else ""
    )
    if not address:
        return None
    inner = {**_below(element), **{name: text for name, text in own.items() if text}}
    title = next((inner[name] for name in _TITLES if name in inner), "")
    return Entry(absolute(address, base), plain_title(title), _date(inner))


def _below(element: Any) -> dict[str, str]:
    """Return the texts below the children of *element* by local name, the first of each."""
    if all(len(child) == 0 for child in element):
        return {}
    return dict(reversed([(name, text) for name, text in _texts(element) if text]))


def _texts(element: Any) -> Iterator[tuple[str, str]]:
    for child in element:
        for one in child.iterdescendants("*"):
            parent = local_name(one.getparent())
            # <news:name> is the paper's name, not the article's.
            if parent not in ("publication", "uploader") and not len(one):
                yield local_name(one), line_of(one)


def _date(texts: dict[str, str]) -> Date | None:
    return next(
        filter(None, (date_of(texts[name]) for name in _DATES if name in texts)), None
    )  # fmt: skip
