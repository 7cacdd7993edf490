"""One source to finished articles: read, cleaned, with their pictures.

Nothing here touches the disk or the network: what fetches comes in as an argument.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain, repeat

import msgspec
from msgspec.structs import replace

from bulletin_export import containers, registry
from bulletin_export.cleaning_choice import DEFAULT, NONE
from bulletin_export.containers.base import Part, unreadable
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import MalformedSourceError, OnlyLinksError, ReadError
from bulletin_export.model.article import Article
from bulletin_export.model.evidence import LeftOut
from bulletin_export.model.listing import Listing
from bulletin_export.sites.rules import SiteRule
from bulletin_export.sources import Fetch, Source, refuse, unpacked
from bulletin_export.transforms.base import Change, Transformed, apply
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


def read_source(source: Source, fetch: Fetch = refuse, settings: ReadSettings = PLAIN) -> Reading:
    """Return the articles in *source*, cleaned, with the pictures that *fetch* can get.

    A container gives the articles of all its parts.

    Raises:
        ReadError: The source cannot be read, or holds neither article nor list.
        UsageError: *settings* ask for what cannot be done.
    """
    if settings.encoding:
        source = replace(source, encoding=settings.encoding)
    return _read(source, fetch, settings, _DEPTH)


def _read(source: Source, fetch: Fetch, settings: ReadSettings, depth: int) -> Reading:
    container = containers.container_of(source) if depth else None
    if container is None:
        return _single(source, fetch, settings)
    parts = container.load()(source, fetch)
    return _joined(source.name, parts, settings, depth - 1)


def _joined(
    name: str, parts: Iterator[Part | Diagnostic], settings: ReadSettings, depth: int
) -> Reading:
    """Read each of *parts* on its own: what fails is named, and the others follow.

    Raises:
        ReadError: None of them can be read; the first reason is given.
    """
    readings: list[Reading] = []
    remarks: list[Diagnostic] = []
    failure: ReadError | None = None
    for part in parts:
        if isinstance(part, Diagnostic):
            remarks.append(part)
            continue
        try:
            readings.append(_read(part.source, part.fetch, settings, depth))
        except ReadError as error:
            failure = failure or error
            remarks.append(unreadable(part.source.name, error))
    if not readings:
        raise failure or MalformedSourceError(source=name, reason=phrase("no-pages"))
    return Reading(
        articles=tuple(article for one in readings for article in one.articles),
        changes=tuple(changes for one in readings for changes in one.changes),
        diagnostics=(*remarks, *(remark for one in readings for remark in one.diagnostics)),
        listing=_listing([one.listing for one in readings if one.listing], len(readings)),
    )


def _listing(found: list[Listing], parts: int) -> Listing | None:
    """Return the lists of all *parts* as one, if each part is a list."""
    if not found or len(found) < parts:
        return None
    return replace(found[0], entries=tuple(entry for one in found for entry in one.entries))


def _single(source: Source, fetch: Fetch, settings: ReadSettings) -> Reading:
    source = unpacked(source)
    entry = registry.reader_for(source.name, source.media_type, source.data)
    reader = entry.load()
    result = reader.read(source, settings.sites) if entry.follows_sites else reader.read(source)
    finished = [_finished(article, fetch, settings, entry.is_model) for article in result.articles]
    return Reading(
        articles=tuple(one.article for one in finished),
        changes=tuple(
            (*map(_left_out, words), *one.changes)
            for one, words in zip(finished, chain(result.left_out, repeat(())), strict=False)
        ),
        diagnostics=(*result.diagnostics, *(d for one in finished for d in one.diagnostics)),
        listing=result.listing,
    )


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


def _finished(
    article: Article, fetch: Fetch, settings: ReadSettings, is_model: bool
) -> Transformed:
    from bulletin_export.transforms.media import gather_media

    gathering = partial(gather_media, fetch=fetch)
    # The model was cleaned when it was made, or is meant as it is.
    choice = NONE if is_model else settings.cleaning or DEFAULT
    if choice == NONE and not settings.conversion:
        return apply(article, (gathering,))
    from bulletin_export.transforms.clean import chosen, clean

    if not settings.conversion:
        return apply(article, (partial(clean, rules=chosen(choice)), gathering))
    from bulletin_export.transforms.script import conversion, tagged

    # One rule more, not a transform of its own: its changes count the same blocks.
    rules = (*chosen(choice), conversion(settings.conversion))
    tagging = partial(tagged, conversion=settings.conversion)
    return apply(article, (partial(clean, rules=rules), tagging, gathering))
