"""NITF 3.x, the text format of news agencies: one document, one article."""

from __future__ import annotations

from bulletin_export.errors import MalformedSourceError
from bulletin_export.extraction.news.elements import plainly_named
from bulletin_export.extraction.news.nitf import nitf_story
from bulletin_export.extraction.xml_tree import parse_xml
from bulletin_export.model.listing import Listing, ListingKind
from bulletin_export.readers.base import ReadResult
from bulletin_export.sources import Source
from bulletin_export.wording import phrase


class NitfReader:
    """Reads a document of the News Industry Text Format."""

    def read(self, source: Source) -> ReadResult:
        """Return the article of the document, and a list of this one entry.

        Raises:
            MalformedSourceError: There is no ``<nitf>`` in it.
        """
        root, diagnostics = parse_xml(source)
        found = next(plainly_named(root).iter("nitf"), None)
        if found is None:
            raise MalformedSourceError(source=source.name, reason=phrase("no-element"))
        story = nitf_story(found, source.address)
        article, remarks = story.article(source.name, "nitf-body")
        listing = Listing(ListingKind.FEED, (story.entry(),), story.publisher)
        return ReadResult((article,), (*diagnostics, *remarks), listing)
