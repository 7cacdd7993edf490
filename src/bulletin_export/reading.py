"""One source to finished articles: read, cleaned, with their pictures.

Nothing here touches the disk or the network: what fetches comes in as an argument.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from msgspec.structs import replace

from bulletin_export import registry
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import OnlyLinksError
from bulletin_export.fetching.settings import FetchSettings
from bulletin_export.model.article import Article
from bulletin_export.model.listing import Listing
from bulletin_export.sources import Fetch, Source, Web, is_address, refuse
from bulletin_export.transforms.base import Change, Transform, Transformed, apply
from bulletin_export.wording import phrase


class ReadSettings(msgspec.Struct, frozen=True):
    """What a person may say about reading; it goes to every process as it is."""

    #: Name of the encoding of every source; empty to let the bytes speak.
    encoding: str = ""
    #: Whether pictures, next pages and whole articles may be fetched.
    fetch: bool = False
    #: How, where something is fetched.
    fetching: FetchSettings = FetchSettings()
    #: Whether an article goes on with its next pages.
    follow_pages: bool = False
    #: How many of the places that a list names are taken; all, if not said.
    at_most: int | None = None


#: Gives the article at an address; raises ReadError.
Page = Callable[[str], Transformed]

#: Nothing was said.
PLAIN = ReadSettings()


class Reading(msgspec.Struct, frozen=True):
    """What one source gave: articles, the changes made to each, remarks, and its list if it is one.

    A source that only names other places (a sitemap, a page of headlines) has no articles.
    """

    articles: tuple[Article, ...]
    changes: tuple[tuple[Change, ...], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    listing: Listing | None = None


def read_source(
    source: Source,
    fetch: Fetch = refuse,
    settings: ReadSettings = PLAIN,
    web: Web | None = None,
) -> Reading:
    """Return the articles in *source*, cleaned, with the pictures that *fetch* or *web* can get.

    *web* also gives the whole of what is only a summary, and next pages.

    Raises:
        ReadError: The source cannot be read, or holds neither article nor list.
    """
    if settings.encoding:
        source = replace(source, encoding=settings.encoding)
    entry = registry.reader_for(source.name, source.media_type, source.data)
    result = entry.load().read(source)
    transforms = _transforms(fetch, settings, web, is_model=entry.is_model)
    finished = [apply(article, transforms) for article in result.articles]
    remarks = [*result.diagnostics, *(d for one in finished for d in one.diagnostics)]
    return Reading(
        articles=tuple(one.article for one in finished),
        changes=tuple(one.changes for one in finished),
        diagnostics=(*remarks, *(web.noticed() if web else ())),
        listing=result.listing,
    )


def require_articles(reading: Reading, name: str) -> None:
    """Let nothing pass for an article that only names other places.

    Raises:
        OnlyLinksError: *reading*, of the source called *name*, is a mere list of links.
    """
    listing = reading.listing
    if listing is not None and not reading.articles:
        kind, count = phrase(listing.kind.value), len(listing.entries)
        raise OnlyLinksError(source=name, kind=kind, count=count)


def _transforms(
    fetch: Fetch, settings: ReadSettings, web: Web | None, *, is_model: bool
) -> tuple[Transform, ...]:
    """Return all that is done to an article after it was read, in order."""
    from bulletin_export.transforms.media import gather_media

    gathering = partial(gather_media, fetch=fetch, web=web)
    if is_model:  # It was cleaned when it was made, or is meant as it is.
        return (gathering,)
    from bulletin_export.transforms.clean import clean

    return (*_following(_page_at(fetch, settings, web), settings, web), clean, gathering)


def _following(page: Page, settings: ReadSettings, web: Web | None) -> tuple[Transform, ...]:
    if web is None and not settings.follow_pages:
        return ()
    from bulletin_export.transforms.following import complete, join_pages

    completing = (partial(complete, page=page),) if web else ()
    joining = (partial(join_pages, page=page),) if settings.follow_pages else ()
    return (*completing, *joining)


def _page_at(fetch: Fetch, settings: ReadSettings, web: Web | None) -> Page:
    """Return what gives the article at an address, as it was read, from the web or the disk."""

    def page(address: str) -> Transformed:
        if web and is_address(address):
            source = web.page(address)
        else:
            source = Source(data=fetch(address), name=address)
        source = replace(source, encoding=settings.encoding)
        entry = registry.reader_for(source.name, source.media_type, source.data)
        result = entry.load().read(source)
        require_articles(Reading(result.articles, listing=result.listing), address)
        return Transformed(result.articles[0], diagnostics=result.diagnostics)

    return page
