"""One input by its name: opened where it lies, on disk or on the web, and read.

Here reading meets the disk and the network.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import ReadError
from bulletin_export.model.listing import ListingKind
from bulletin_export.reading import PLAIN, Reading, ReadSettings, read_source
from bulletin_export.sources import Source, Web, beside, is_address, open_source, refuse

#: A list of lists of lists of pages is a site's; what is deeper goes round in circles.
DEEPEST = 3
_LEADING_ON = (ListingKind.SITEMAP, ListingKind.SITEMAP_INDEX, ListingKind.SUBSCRIPTIONS)


def read_input(name: str, settings: ReadSettings = PLAIN) -> Reading:
    """Return what the file, the standard input (``-``) or the address *name* gives.

    Raises:
        ReadError: It cannot be had or read; an address may not be fetched.
    """
    web = web_for(settings)
    if web is not None and is_address(name):
        return read_source(web.page(name), refuse, settings, web)
    return read_source(open_source(name), beside(name), settings, web)


def read_bytes(source: Source, settings: ReadSettings = PLAIN) -> Reading:
    """Return what *source*, which lies nowhere, gives.

    Raises:
        ReadError: It cannot be read.
    """
    return read_source(source, refuse, settings, web_for(settings))


def web_for(settings: ReadSettings) -> Web | None:
    """Return the door to the network, if *settings* open it; its library is loaded only then."""
    if not settings.fetch:
        return None
    from bulletin_export.fetching.door import door

    return door(settings.fetching)


def leads_to(reading: Reading, settings: ReadSettings) -> tuple[str, ...]:
    """Return the addresses to go on with when *reading* gave a mere list of them.

    That are a sitemap's pages, an index's sitemaps, the feeds of a list of
    subscriptions; a page of headlines is none, nor is anything when nothing is fetched.
    """
    listing = reading.listing
    if not settings.fetch or listing is None or listing.kind not in _LEADING_ON:
        return ()
    return tuple(dict.fromkeys(one.link for one in listing.entries if is_address(one.link)))


def follow(reading: Reading, settings: ReadSettings, depth: int = 0) -> Iterator[Reading]:
    """Yield *reading*, or where it is a list what that leads to.

    A page that cannot be read is a remark, and does not stop the rest.
    """
    links = leads_to(reading, settings) if depth < DEEPEST else ()
    yield reading
    for link in links:
        try:
            found = read_input(link, settings)
        except ReadError as error:
            yield Reading((), diagnostics=(_failed(error, link),))
        else:
            yield from follow(found, settings, depth + 1)


def _failed(error: ReadError, link: str) -> Diagnostic:
    return Diagnostic(code=error.code, severity=Severity.ERROR, where=link, facts=error.facts)
