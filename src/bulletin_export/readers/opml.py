"""Lists of feeds (OPML 1.0, 2.0)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.extraction.addresses import absolute
from bulletin_export.extraction.feeds.dates import date_of
from bulletin_export.extraction.feeds.elements import attribute, line_of
from bulletin_export.extraction.feeds.words import plain_title
from bulletin_export.extraction.xml_tree import local_name, parse_xml
from bulletin_export.model.listing import Entry, Listing, ListingKind
from bulletin_export.readers.base import ReadResult
from bulletin_export.sources import Source

#: What an outline leads to: a feed, another list, a page.
_ADDRESSES = ("xmlUrl", "url", "htmlUrl")


class OpmlReader:
    """Reads the feeds that somebody has subscribed to; there are no articles in it."""

    def read(self, source: Source) -> ReadResult:
        """Return the feeds at every level of the outline, in its order.

        The summary of an entry names the folders that it lies in.

        Raises:
            MalformedSourceError: There is no element in it, or it declares entities.
        """
        root, diagnostics = parse_xml(source)
        title = next((one for one in root.iter("{*}title")), None)
        listing = Listing(
            ListingKind.SUBSCRIPTIONS,
            tuple(_entries(root, source.address)),
            "" if title is None else plain_title(line_of(title)),
            source.address,
        )
        return ReadResult((), diagnostics, listing)


def _entries(root: Any, base: str) -> Iterator[Entry]:
    for element in root.iter("*"):
        if local_name(element) != "outline":
            continue
        address = next(filter(None, (attribute(element, name) for name in _ADDRESSES)), "")
        if address:
            folders = [_title(one) for one in element.iterancestors() if _title(one)]
            yield Entry(
                absolute(address, base),
                _title(element),
                date_of(attribute(element, "created")),
                " / ".join(reversed(folders)) or attribute(element, "description"),
            )


def _title(element: Any) -> str:
    if local_name(element) != "outline":
        return ""
    return plain_title(attribute(element, "text") or attribute(element, "title"))
