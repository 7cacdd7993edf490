"""What every reader promises."""

from __future__ import annotations

from typing import Protocol

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.model.article import Article
from bulletin_export.model.evidence import LeftOut
from bulletin_export.model.listing import Listing
from bulletin_export.model.publication import Publication
from bulletin_export.sources import Source


class ReadResult(msgspec.Struct, frozen=True):
    """The articles of one source, in its order, and what was noticed on the way.

    ``left_out`` has, for each article in turn, the words beside it that were not taken for
    its own; it may be empty. What is a list gives a ``listing`` too: a feed has an article
    for each entry, a sitemap or a page of headlines has none.
    """

    articles: tuple[Article, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    listing: Listing | None = None
    left_out: tuple[tuple[LeftOut, ...], ...] = ()
    #: What the articles make together, if the source is a publication.
    publication: Publication | None = None
    #: What machines call that publication: the unique identifier of a book.
    identifier: str = ""


class Reader(Protocol):
    """Turns the bytes of one input format into articles.

    A reader touches neither the network nor the disk; pictures keep the address
    that the page gives, and are fetched later by whoever is allowed to.
    """

    def read(self, source: Source) -> ReadResult:
        """Return the articles in *source*.

        Raises:
            MalformedSourceError: The bytes are not of this reader's format.
            NoArticleError: They are, but hold no article.
        """
