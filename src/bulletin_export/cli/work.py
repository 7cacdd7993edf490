"""What one process does for one input: read it, and write it in every format asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from bulletin_export import pipeline
from bulletin_export.cli.looks import ChosenLook, look
from bulletin_export.cli.reading_options import for_input
from bulletin_export.cli.waiting import Named
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.model.article import Article, Date, Headline
from bulletin_export.model.publication import Attachment, Publication
from bulletin_export.opening import leads_to, read_input
from bulletin_export.reading import ReadSettings, require_articles

if TYPE_CHECKING:
    from bulletin_export.writers.base import WriteResult


class Document(msgspec.Struct, frozen=True):
    """One article, or a whole book named after its title, and its file in each format."""

    article: Article
    files: tuple[tuple[str, bytes], ...]


class Read(NamedTuple):
    """The articles of one input, and the source of each if it was to be kept."""

    articles: tuple[Article, ...]
    sources: tuple[Attachment, ...] = ()
    publication: Publication | None = None


def articles(name: str, remarks: list[Diagnostic], *, how: ReadSettings) -> Read | Named:
    """Return the articles of the input *name*, read in the way *how*, or what it leads to."""
    how = for_input(name, how)
    reading = read_input(name, how)
    remarks.extend(reading.diagnostics)
    if links := leads_to(reading, how):
        return Named(links)
    require_articles(reading, name)
    return Read(reading.articles, reading.sources, reading.publication)


def documents(
    name: str,
    remarks: list[Diagnostic],
    *,
    how: ReadSettings,
    formats: tuple[str, ...],
    chosen: ChosenLook,
    strict: bool,
    modified: int | None,
) -> tuple[Document, ...] | Named:
    """Return a document for each article of the input *name*, or what it leads to."""
    found = articles(name, remarks, how=how)
    if isinstance(found, Named):
        return found
    made = []
    for article, publication in _publications(found, modified):
        files = tuple((to, finished(publication, to, chosen, remarks).data) for to in formats)
        made.append(Document(article, files))
    if strict:
        pipeline.forbid_warnings(name, remarks)
    return tuple(made)


def _publications(found: Read, modified: int | None) -> Iterator[tuple[Article, Publication]]:
    """Yield what becomes a document each, and the article that it is named after."""
    if found.publication:
        whole = found.publication
        yield _cover_of(whole), whole if modified is None else replace(whole, modified=modified)
        return
    for number, article in enumerate(found.articles):
        yield (
            article,
            pipeline.publication_of(
                [article], modified=modified, attachments=found.sources[number : number + 1]
            ),
        )


def _cover_of(whole: Publication) -> Article:
    """Return what names the file of a *whole* publication, as its article names that of one."""
    first = next(whole.articles())
    facts = replace(first.metadata, date=Date(whole.date)) if whole.date else first.metadata
    title = Headline(whole.title) if whole.title else first.headline
    return Article(headline=title, metadata=facts)


def finished(
    publication: Publication, to: str, chosen: ChosenLook, remarks: list[Diagnostic]
) -> WriteResult:
    """Return *publication* as a file of the format *to*; its remarks go to *remarks*."""
    result = pipeline.write(publication, to, *look(chosen))
    remarks.extend(result.diagnostics)
    return result
