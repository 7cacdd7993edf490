"""What a source names instead of, or beside, holding it: feeds, sitemaps, list pages."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from bulletin_export.model.article import Date


class ListingKind(StrEnum):
    """What kind of list it is, and so what its links lead to."""

    #: Links lead to articles; each entry is an article of the same source as well.
    FEED = "feed"
    #: Links lead to pages.
    SITEMAP = "sitemap"
    #: Links lead to sitemaps.
    SITEMAP_INDEX = "sitemap-index"
    #: Links lead to feeds (OPML).
    SUBSCRIPTIONS = "subscriptions"
    #: A page of headlines: links lead to pages.
    LIST_PAGE = "list-page"


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line of a list; ``link`` is absolute where its base is known."""

    link: str
    title: str = ""
    date: Date | None = None
    #: What the list itself says of it, without markup.
    summary: str = ""


class Listing(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A list of entries in the order of the source."""

    kind: ListingKind
    entries: tuple[Entry, ...]
    title: str = ""
    #: Where it belongs: the site of a feed, the address of a page.
    address: str = ""
    next_page: str = ""
