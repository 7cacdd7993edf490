"""What one source gave."""

from __future__ import annotations

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import OnlyLinksError
from bulletin_export.model.article import Article
from bulletin_export.model.listing import Listing
from bulletin_export.model.publication import Attachment, Publication
from bulletin_export.transforms.base import Change
from bulletin_export.wording import phrase


class Reading(msgspec.Struct, frozen=True):
    """What one source gave: articles, the changes made to each, remarks, and its list if it is one.

    A source that only names other places (a sitemap, a page of headlines) has no articles.
    """

    articles: tuple[Article, ...]
    changes: tuple[tuple[Change, ...], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    listing: Listing | None = None
    #: The source of each article, if it was to be kept.
    sources: tuple[Attachment, ...] = ()
    #: What the articles make together, if the source is a publication: a book.
    publication: Publication | None = None
    #: What machines call that publication: the unique identifier of a book.
    identifier: str = ""


def require_articles(reading: Reading, name: str) -> None:
    """Let nothing pass for an article that only names other places.

    Raises:
        OnlyLinksError: *reading*, of the source called *name*, is a mere list of links.
    """
    listing = reading.listing
    if listing is not None and not reading.articles:
        kind, count = phrase(listing.kind.value), len(listing.entries)
        raise OnlyLinksError(source=name, kind=kind, count=count)
