"""What one process does for one input: read it, and write it in every format asked for."""

from __future__ import annotations

from functools import cache

import msgspec

from bulletin_export import pipeline
from bulletin_export.cli.reading_options import for_input
from bulletin_export.cli.waiting import Named
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication
from bulletin_export.opening import leads_to, read_input
from bulletin_export.reading import ReadSettings, require_articles
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Template


class Document(msgspec.Struct, frozen=True):
    """One article, and its finished file in each format."""

    article: Article
    files: tuple[tuple[str, bytes], ...]


def articles(
    name: str, remarks: list[Diagnostic], *, how: ReadSettings
) -> tuple[Article, ...] | Named:
    """Return the articles of the input *name*, read in the way *how*, or what it leads to."""
    how = for_input(name, how)
    reading = read_input(name, how)
    remarks.extend(reading.diagnostics)
    if links := leads_to(reading, how):
        return Named(links)
    require_articles(reading, name)
    return reading.articles


def documents(
    name: str,
    remarks: list[Diagnostic],
    *,
    how: ReadSettings,
    formats: tuple[str, ...],
    template: str,
    strict: bool,
    modified: int | None,
) -> tuple[Document, ...] | Named:
    """Return a document for each article of the input *name*, or what it leads to."""
    found = articles(name, remarks, how=how)
    if isinstance(found, Named):
        return found
    made = []
    for article in found:
        publication = pipeline.publication_of([article], modified=modified)
        files = tuple((to, finished(publication, to, template, remarks)) for to in formats)
        made.append(Document(article, files))
    if strict:
        pipeline.forbid_warnings(name, remarks)
    return tuple(made)


def finished(publication: Publication, to: str, template: str, remarks: list[Diagnostic]) -> bytes:
    """Return *publication* as a file of the format *to*."""
    result = pipeline.write(publication, to, *look(template))
    remarks.extend(result.diagnostics)
    return result.data


@cache
def look(template: str) -> tuple[Template, FontBook]:
    """Return the template and the faces to set it in: once a process, for every document."""
    loaded = load_template(template)
    return loaded, pipeline.font_book(loaded)
