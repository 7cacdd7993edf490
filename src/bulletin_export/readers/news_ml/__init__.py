"""NewsML of news agencies: G2 (messages, items, packages) and 1.2 (items of components)."""

from __future__ import annotations

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import NoArticleError
from bulletin_export.extraction.news.elements import below, plainly_named
from bulletin_export.extraction.xml_tree import parse_xml
from bulletin_export.model.article import Article
from bulletin_export.model.listing import Listing, ListingKind
from bulletin_export.readers.base import ReadResult
from bulletin_export.readers.news_ml.components import first_generation
from bulletin_export.readers.news_ml.items import second_generation
from bulletin_export.sources import Source
from bulletin_export.wording import phrase

#: Items; where the XML is broken, each is read on its own.
_ENTRIES = ("newsItem", "packageItem", "conceptItem")


class NewsMLReader:
    """Reads NewsML-G2 2.x and NewsML 1.0 to 1.2."""

    def read(self, source: Source) -> ReadResult:
        """Return an article for each item of the message, and a list of them.

        Raises:
            MalformedSourceError: There is no XML in it.
            NoArticleError: There is no item in it.
        """
        tree, diagnostics = parse_xml(source, _ENTRIES)
        root = plainly_named(tree)
        is_first = next(below(root, "newscomponent", "newsmanagement"), None) is not None
        message = (first_generation if is_first else second_generation)(root, source.address)
        if not message.stories:
            raise NoArticleError(source=source.name, reason=phrase("no-items"))
        articles: list[Article] = []
        remarks: list[Diagnostic] = [*diagnostics, *message.remarks]
        for story in message.stories:
            article, noticed = story.article(source.name, message.form)
            articles.append(article)
            remarks.extend(noticed)
        entries = (*message.packages, *(story.entry() for story in message.stories))
        listing = Listing(ListingKind.FEED, entries, message.title)
        return ReadResult(tuple(articles), tuple(remarks), listing)
