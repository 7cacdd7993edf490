"""A source to articles: opened if it is a container, read, finished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, repeat

from msgspec.structs import replace

from bulletin_export import containers, registry
from bulletin_export.containers.base import Part
from bulletin_export.errors import ReadError
from bulletin_export.model.article import Article
from bulletin_export.model.evidence import LeftOut
from bulletin_export.model.publication import Attachment
from bulletin_export.readers.base import ReadResult
from bulletin_export.reading.finishing import Page, finishing
from bulletin_export.reading.parts import joined
from bulletin_export.reading.result import Reading, require_articles
from bulletin_export.reading.settings import PLAIN, ReadSettings
from bulletin_export.sources import Fetch, Source, Web, is_address, refuse, unpacked
from bulletin_export.transforms.base import Change, Transformed, apply, left_out

#: Containers inside each other: a saved page in an archive, and no further.
_DEPTH = 2

#: What is read by these, where nobody said; the others read XML.
_MEDIA_TYPES = {"html": "text/html", "json": "application/json", "json-feed": "application/json"}


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
    reading = _read(source, fetch, settings, web, _DEPTH)
    return replace(reading, diagnostics=(*reading.diagnostics, *web.noticed())) if web else reading


def _read(
    source: Source, fetch: Fetch, settings: ReadSettings, web: Web | None, depth: int
) -> Reading:
    container = containers.container_of(source) if depth else None
    if container is None:
        return _single(source, fetch, settings, web)

    def read(part: Part) -> Reading:
        return _read(part.source, part.fetch, settings, web, depth - 1)

    return joined(source.name, container.load()(source, fetch), read)


def _single(source: Source, fetch: Fetch, settings: ReadSettings, web: Web | None) -> Reading:
    entry, result = _decoded(source, settings)
    page = _page_at(fetch, settings, web)
    transforms = finishing(fetch, settings, web, page, is_model=entry.is_model)
    finished = [apply(article, transforms) for article in result.articles]
    left = zip(finished, chain(result.left_out, repeat(())), strict=False)
    remarks = [*result.diagnostics, *(d for one in finished for d in one.diagnostics)]
    if web:  # Which of them stay summaries was said one by one.
        remarks = [one for one in remarks if one.code != "summary-only"]
    articles = tuple(one.article for one in finished)
    if not entry.is_model:
        articles = tuple(map(partial(_witnessed, source=source), articles))
    return Reading(
        articles=articles,
        changes=tuple((*_told(words), *one.changes) for one, words in left),
        diagnostics=tuple(remarks),
        listing=result.listing,
        publication=result.publication and result.publication.with_articles(articles),
        identifier=result.identifier,
        sources=tuple(_attached(source, entry.name, one) for one in articles)
        if settings.keep_source
        else (),
    )


def _witnessed(article: Article, source: Source) -> Article:
    """Return *article* with what proves what it was made of."""
    from hashlib import sha256  # Loads OpenSSL.

    digest = sha256(source.data).hexdigest()
    return replace(
        article, evidence=replace(article.evidence, digest=digest, fetched=source.fetched)
    )


def _attached(source: Source, reader: str, article: Article) -> Attachment:
    said = source.media_type.partition(";")[0].strip()
    media_type = said or _MEDIA_TYPES.get(reader, "application/xml")
    return Attachment(source.name, media_type, source.data, article.metadata.address)


def _decoded(source: Source, settings: ReadSettings) -> tuple[registry.Format, ReadResult]:
    source = unpacked(source)
    entry = registry.reader_for(source.name, source.media_type, source.data)
    reader = entry.load()
    if entry.follows_sites:
        return entry, reader.read(source, settings.sites)
    return entry, reader.read(source)


def _told(words: Iterable[LeftOut]) -> Iterator[Change]:
    return (left_out(one.paragraph, one.text) for one in words)


def _beside(address: str, fetch: Fetch) -> Source:
    if is_address(address):
        return Source(data=fetch(address), name=address, address=address)
    # Of a picture's address the query means little; of a page's it may be all.
    return Source(data=fetch(address.replace("?", "%3F")), name=address)


def _page_at(fetch: Fetch, settings: ReadSettings, web: Web | None) -> Page:
    """Return what gives the article at an address, as it was read, from the web or from *fetch*."""

    def page(address: str) -> Transformed:
        try:
            source = _beside(address, fetch)
        except ReadError:
            if web is None or not is_address(address):
                raise
            source = web.page(address)
        _, result = _decoded(replace(source, encoding=settings.encoding), settings)
        require_articles(Reading(result.articles, listing=result.listing), address)
        left = tuple(change for one in result.left_out[:1] for change in _told(one))
        return Transformed(result.articles[0], left, result.diagnostics)

    return page
