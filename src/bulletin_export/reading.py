"""One source to finished articles: read, cleaned, with their pictures.

Nothing here touches the disk or the network: what fetches comes in as an argument.
"""

from __future__ import annotations

from functools import partial

import msgspec
from msgspec.structs import replace

from bulletin_export import registry
from bulletin_export.cleaning_choice import DEFAULT, NONE
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import OnlyLinksError
from bulletin_export.model.article import Article
from bulletin_export.model.listing import Listing
from bulletin_export.sources import Fetch, Source, refuse
from bulletin_export.transforms.base import Change, Transformed, apply
from bulletin_export.wording import phrase


class ReadSettings(msgspec.Struct, frozen=True):
    """What a person may say about reading; it goes to every process as it is."""

    #: Name of the encoding of every source; empty to let the bytes speak.
    encoding: str = ""
    #: Which cleaning rules (``default,+S23``); empty for those on by default.
    cleaning: str = ""
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

    Raises:
        ReadError: The source cannot be read, or holds neither article nor list.
        UsageError: *settings* ask for what cannot be done.
    """
    if settings.encoding:
        source = replace(source, encoding=settings.encoding)
    entry = registry.reader_for(source.name, source.media_type, source.data)
    result = entry.load().read(source)
    finished = [_finished(article, fetch, settings, entry.is_model) for article in result.articles]
    return Reading(
        articles=tuple(one.article for one in finished),
        changes=tuple(one.changes for one in finished),
        diagnostics=(*result.diagnostics, *(d for one in finished for d in one.diagnostics)),
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
