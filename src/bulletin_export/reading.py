"""One source to finished articles: read, cleaned, with their pictures.

Nothing here touches the disk or the network: what fetches comes in as an argument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, repeat

import msgspec
from msgspec.structs import replace

from bulletin_export import containers, registry
from bulletin_export.cleaning_choice import DEFAULT, NONE
from bulletin_export.containers.base import Found, Part
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import MalformedSourceError, NoArticleError, OnlyLinksError, ReadError
from bulletin_export.fetching.settings import FetchSettings
from bulletin_export.model.article import Article
from bulletin_export.model.evidence import LeftOut
from bulletin_export.model.listing import Listing
from bulletin_export.readers.base import ReadResult
from bulletin_export.sites.rules import SiteRule
from bulletin_export.sources import Fetch, Source, Web, is_address, refuse, unpacked
from bulletin_export.transforms.base import Change, Transform, Transformed, apply
from bulletin_export.wording import phrase

#: Containers inside each other: a saved page in an archive, and no further.
_DEPTH = 2


class ReadSettings(msgspec.Struct, frozen=True):
    """What a person may say about reading; it goes to every process as it is."""

    #: Name of the encoding of every source; empty to let the bytes speak.
    encoding: str = ""
    #: Which cleaning rules (``default,+S23``); empty for those on by default.
    cleaning: str = ""
    #: Rules for single sites; they beat those that ship with us.
    sites: tuple[SiteRule, ...] = ()
    #: OpenCC's name of a conversion of script (``t2s``); empty for none.
    conversion: str = ""
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

    A container gives the articles of all its parts.

    Raises:
        ReadError: The source cannot be read, or holds neither article nor list.
        UsageError: *settings* ask for what cannot be done.
    """
    if settings.encoding:
        source = replace(source, encoding=settings.encoding)
    way = _Way(settings, web)
    reading = _read(source, fetch, way, _DEPTH)
    return replace(reading, diagnostics=(*reading.diagnostics, *web.noticed())) if web else reading


class _Way(msgspec.Struct, frozen=True):
    """How everything in one source is read."""

    settings: ReadSettings
    web: Web | None

    def following(self, page: Page) -> tuple[Transform, ...]:
        """Return what adds to an article what it leads to, as far as that is allowed."""
        if self.web is None and not self.settings.follow_pages:
            return ()
        from bulletin_export.transforms.following import complete, join_pages

        completing = (partial(complete, page=page),) if self.web else ()
        joining = (partial(join_pages, page=page),) if self.settings.follow_pages else ()
        return (*completing, *joining)


def _read(source: Source, fetch: Fetch, way: _Way, depth: int) -> Reading:
    container = containers.container_of(source) if depth else None
    if container is None:
        return _single(source, fetch, way)

    def read(part: Part) -> Reading:
        return _read(part.source, part.fetch, way, depth - 1)

    return _joined(source.name, container.load()(source, fetch), read)


def _joined(name: str, parts: Iterator[Found], read: Callable[[Part], Reading]) -> Reading:
    """Read each of *parts* on its own: what fails is named, and the others follow.

    Raises:
        ReadError: None of them can be read; the first reason is given.
    """
    readings: list[Reading] = []
    remarks: list[Diagnostic] = []
    lists: list[Diagnostic] = []
    failure: ReadError | None = None
    for part in parts:
        if isinstance(part, Diagnostic):
            remarks.append(part)
            continue
        try:
            if isinstance(part, ReadError):
                raise part
            readings.append(_named(read(part), part.source.name))
            lists.extend(_only_links(readings[-1], part.source.name))
        except ReadError as error:
            failure = failure or error
            remarks.append(_unreadable(error))
    if not readings:
        raise failure or MalformedSourceError(source=name, reason=phrase("no-pages"))
    listing = _listing([one.listing for one in readings if one.listing], len(readings))
    if listing is None:
        remarks.extend(lists)
    return Reading(
        articles=tuple(article for one in readings for article in one.articles),
        changes=tuple(changes for one in readings for changes in one.changes),
        diagnostics=(*remarks, *(remark for one in readings for remark in one.diagnostics)),
        listing=listing,
    )


def _named(reading: Reading, name: str) -> Reading:
    """Return *reading*, its remarks saying at least in which part they were made."""
    remarks = tuple(replace(one, where=one.where or name) for one in reading.diagnostics)
    return replace(reading, diagnostics=remarks)


def _only_links(reading: Reading, name: str) -> Iterator[Diagnostic]:
    """Yield the remark that *reading*, of the part called *name*, is a mere list of links."""
    try:
        require_articles(reading, name)
    except OnlyLinksError as error:
        yield _unreadable(error)


def _unreadable(error: ReadError) -> Diagnostic:
    # Menus, and frames without words, are parts too; nobody misses them.
    is_lost = not isinstance(error, NoArticleError | OnlyLinksError)
    severity = Severity.ERROR if is_lost else Severity.INFO
    facts = {"reason": phrase(error.code, **error.facts)}
    return Diagnostic(code="part-unreadable", severity=severity, facts=facts)


def _listing(found: list[Listing], parts: int) -> Listing | None:
    """Return the lists of all *parts* as one, if each part is a list."""
    if not found or len(found) < parts:
        return None
    return replace(found[0], entries=tuple(entry for one in found for entry in one.entries))


def _single(source: Source, fetch: Fetch, way: _Way) -> Reading:
    entry, result = _decoded(source, way.settings)
    transforms = _transforms(fetch, way, is_model=entry.is_model)
    finished = [apply(article, transforms) for article in result.articles]
    left = zip(finished, chain(result.left_out, repeat(())), strict=False)
    remarks = [*result.diagnostics, *(d for one in finished for d in one.diagnostics)]
    if way.web:  # Which of them stay summaries was said one by one.
        remarks = [one for one in remarks if one.code != "summary-only"]
    return Reading(
        articles=tuple(one.article for one in finished),
        changes=tuple((*map(_left_out, words), *one.changes) for one, words in left),
        diagnostics=tuple(remarks),
        listing=result.listing,
    )


def _decoded(source: Source, settings: ReadSettings) -> tuple[registry.Format, ReadResult]:
    source = unpacked(source)
    entry = registry.reader_for(source.name, source.media_type, source.data)
    reader = entry.load()
    if entry.follows_sites:
        return entry, reader.read(source, settings.sites)
    return entry, reader.read(source)


def _left_out(words: LeftOut) -> Change:
    """Return what tells that *words* of the page are not in the article."""
    return Change("page-furniture", words.paragraph, 0, words.text, "", field="left-out")


def require_articles(reading: Reading, name: str) -> None:
    """Let nothing pass for an article that only names other places.

    Raises:
        OnlyLinksError: *reading*, of the source called *name*, is a mere list of links.
    """
    listing = reading.listing
    if listing is not None and not reading.articles:
        kind, count = phrase(listing.kind.value), len(listing.entries)
        raise OnlyLinksError(source=name, kind=kind, count=count)


def _transforms(fetch: Fetch, way: _Way, *, is_model: bool) -> tuple[Transform, ...]:
    """Return all that is done to an article after it was read, in order."""
    from bulletin_export.transforms.media import gather_media

    gathering = partial(gather_media, fetch=fetch, web=way.web)
    conversion = way.settings.conversion
    if is_model:  # It was cleaned when it was made, or is meant as it is.
        return (*_cleaning(NONE, conversion), gathering)
    cleaning = _cleaning(way.settings.cleaning or DEFAULT, conversion)
    return (*way.following(_page_at(fetch, way)), *cleaning, gathering)


def _cleaning(choice: str, script: str) -> tuple[Transform, ...]:
    """Return what cleans by the rules in *choice* and converts to another *script*, if any."""
    if choice == NONE and not script:
        return ()
    from bulletin_export.transforms.clean import chosen, clean

    if not script:
        return (partial(clean, rules=chosen(choice)),)
    from bulletin_export.transforms.script import conversion, tagged

    # One rule more, not a transform of its own: its changes count the same blocks.
    rules = (*chosen(choice), conversion(script))
    return (partial(clean, rules=rules), partial(tagged, conversion=script))


def _beside(address: str, fetch: Fetch) -> Source:
    if is_address(address):
        return Source(data=fetch(address), name=address, address=address)
    # Of a picture's address the query means little; of a page's it may be all.
    return Source(data=fetch(address.replace("?", "%3F")), name=address)


def _page_at(fetch: Fetch, way: _Way) -> Page:
    """Return what gives the article at an address, as it was read, from the web or from *fetch*."""

    def page(address: str) -> Transformed:
        try:
            source = _beside(address, fetch)
        except ReadError:
            if way.web is None or not is_address(address):
                raise
            source = way.web.page(address)
        _, result = _decoded(replace(source, encoding=way.settings.encoding), way.settings)
        require_articles(Reading(result.articles, listing=result.listing), address)
        left = tuple(_left_out(words) for one in result.left_out[:1] for words in one)
        return Transformed(result.articles[0], left, result.diagnostics)

    return page
