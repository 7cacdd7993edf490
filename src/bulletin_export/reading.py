"""One source to finished articles: read, cleaned, with their pictures.

Nothing here touches the disk or the network: what fetches comes in as an argument.
"""

from __future__ import annotations

from functools import partial
from itertools import chain, repeat

import msgspec
from msgspec.structs import replace

from bulletin_export import registry
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import OnlyLinksError
from bulletin_export.model.article import Article
from bulletin_export.model.evidence import LeftOut
from bulletin_export.model.listing import Listing
from bulletin_export.sources import Fetch, Source, refuse
from bulletin_export.transforms.base import Change, Transformed, apply
from bulletin_export.wording import phrase


class ReadSettings(msgspec.Struct, frozen=True):
    """What a person may say about reading; it goes to every process as it is."""

    #: Name of the encoding of every source; empty to let the bytes speak.
    encoding: str = ""


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
    """
    if settings.encoding:
        source = replace(source, encoding=settings.encoding)
    entry = registry.reader_for(source.name, source.media_type, source.data)
    result = entry.load().read(source)
    finished = [_finished(article, fetch, entry.is_model) for article in result.articles]
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


def _finished(article: Article, fetch: Fetch, is_model: bool) -> Transformed:
    from bulletin_export.transforms.media import gather_media

    gathering = partial(gather_media, fetch=fetch)
    if is_model:  # It was cleaned when it was made, or is meant as it is.
        return apply(article, (gathering,))
    from bulletin_export.transforms.clean import clean

    return apply(article, (clean, gathering))
