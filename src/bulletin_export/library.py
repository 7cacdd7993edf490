"""What ``import bulletin_export as be`` offers to scripts: whole conversions in one call.

These functions read and write files; underneath them, nothing does.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from bulletin_export import pipeline, registry
from bulletin_export.cleaning_choice import DEFAULT as DEFAULT_RULES
from bulletin_export.cleaning_choice import UnknownRuleError, cleaning_choice
from bulletin_export.composition.arrange import GROUPINGS, ORDERS, Grouping, Order
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import InvalidOptionError, UnwritablePublicationError
from bulletin_export.fetching.settings import FetchSettings
from bulletin_export.files import atomic_write
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Attachment, Publication
from bulletin_export.opening import follow, read_bytes, read_input
from bulletin_export.reading import Reading, ReadSettings
from bulletin_export.sources import Source
from bulletin_export.styling.load import GROUND, load_template
from bulletin_export.styling.template import Template
from bulletin_export.wording import nearest, phrase
from bulletin_export.writers.base import WriteResult

Input = str | Path | bytes | Source | Article


class Conversion(msgspec.Struct, frozen=True):
    """A finished file, the publication in it, and what was noticed on the way."""

    path: Path
    publication: Publication
    diagnostics: tuple[Diagnostic, ...]


def read(
    source: str | Path | bytes | Source,
    *,
    clean: str = DEFAULT_RULES,
    fetch: bool | FetchSettings = False,
) -> Reading:
    """Return the articles in a file, in bytes, in a `Source`, or at an address.

    *clean* names the rules of cleaning as ``--clean`` does: ``none``, ``+S23,-S7``.
    Pictures are taken from beside the file. The network is asked only to *fetch*: an
    address, pictures, and the whole of what a feed gives a summary of; *fetch* may say how.

    Raises:
        ReadError: It cannot be had or read, or holds no article.
        InvalidOptionError: *clean* names a rule that there is not.
    """
    return _read(source, _settings(clean, fetch))


def _read(source: str | Path | bytes | Source, settings: ReadSettings) -> Reading:
    match source:
        case Source():
            return read_bytes(source, settings)
        case bytes():
            return read_bytes(Source(data=source), settings)
        case str() | Path():
            return read_input(str(source), settings)
        case _:
            raise TypeError(f"a page is a name, a Path, bytes or a Source, not {source!r:.80}")


def write(
    publication: Publication | Article, to: str, *, template: str | Path | Template = GROUND
) -> WriteResult:
    """Return *publication* as the bytes of one file of the format *to*, and the remarks.

    Raises:
        UsageError: There is no such format or template.
        WriteError: The format cannot hold it.
    """
    if isinstance(publication, Article):
        publication = _publication([publication])
    if not isinstance(publication, Publication):
        raise TypeError(f"write takes a Publication or an Article, not {publication!r:.80}")
    return pipeline.write(publication, to, _look(template))


def convert(
    source: Input,
    output: str | Path,
    *,
    template: str | Path | Template = GROUND,
    fetch: bool | FetchSettings = False,
    attach_source: bool = False,
) -> Conversion:
    """Turn one page into the file *output*, whose ending names the format.

    To *attach_source* lets PDF and JSON take the page along, byte for byte.

    Raises:
        BulletinError: As `read` and `write`; nothing half-written is left.
    """
    return bundle([source], output, template=template, fetch=fetch, attach_source=attach_source)


def bundle(
    sources: Iterable[Input],
    output: str | Path,
    *,
    title: str = "",
    collection: str = "",
    issue: str = "",
    group_by: Grouping | Sequence[Grouping] | None = None,
    sort: Order = "input",
    template: str | Path | Template = GROUND,
    fetch: bool | FetchSettings = False,
    attach_source: bool = False,
) -> Conversion:
    """Turn many pages into one publication in the file *output*, in the given order.

    To *fetch* allows addresses among them, and takes the pages that a sitemap names. To
    *attach_source* lets PDF and JSON take the pages along, byte for byte.

    Raises:
        BulletinError: As `read` and `write`; nothing half-written is left.
    """
    to = _format(output)
    _check_arrangement(sources, group_by, sort)
    look = _look(template)
    pipeline.require_usable([to], look)
    settings = _settings(look.cleaning.rules, fetch, keep_source=attach_source)
    noticed: list[Diagnostic] = []
    pages: list[Attachment] = []
    readings = (reading for one in sources for reading in _readings(one, settings))
    articles = _packed(readings, noticed, pages)
    if not articles:
        raise UnwritablePublicationError(format=to, reason=phrase("no-articles"))
    publication = _publication(articles, title=title, group_by=group_by, sort=sort)
    more = {"collection": collection, "issue": issue, "attachments": tuple(pages)}
    publication = replace(publication, **more)
    result = write(publication, to, template=look)
    atomic_write(Path(output), result.content)
    return Conversion(Path(output), publication, (*noticed, *result.diagnostics))


def _check_arrangement(
    sources: Iterable[Input], group_by: Grouping | Sequence[Grouping] | None, sort: Order
) -> None:
    if isinstance(sources, str | bytes):
        raise TypeError("bundle takes a list of pages; for a single one there is convert")
    for one in (group_by,) if isinstance(group_by, str | None) else group_by:
        _check("group_by", one, (*GROUPINGS, None))
    _check("sort", sort, ORDERS)


def _packed(
    readings: Iterable[Reading], noticed: list[Diagnostic], pages: list[Attachment]
) -> Sequence[Article]:
    """Return the articles of all *readings*; what else is in them goes into the other lists."""

    def articles() -> Iterator[Article]:
        for reading in readings:
            noticed.extend(reading.diagnostics)
            pages.extend(reading.sources)
            yield from reading.articles

    from bulletin_export.model.packed import PackedArticles

    return PackedArticles.of(articles())


def _settings(
    clean: str, fetch: bool | FetchSettings, *, keep_source: bool = False
) -> ReadSettings:
    how = fetch if isinstance(fetch, FetchSettings) else FetchSettings()
    return ReadSettings(
        cleaning=_rules(clean),
        fetch=fetch is not False,
        fetching=how,
        keep_source=keep_source,
    )


def _readings(source: Input, settings: ReadSettings) -> Iterable[Reading]:
    if isinstance(source, Article):
        return (Reading((source,)),)
    return follow(_read(source, settings), settings)


def _publication(
    articles: Sequence[Article],
    *,
    title: str = "",
    group_by: Grouping | Sequence[Grouping] | None = None,
    sort: Order = "input",
) -> Publication:
    modified = pipeline.source_date_epoch(os.environ)
    return pipeline.publication_of(
        articles, title=title, group_by=group_by, sort=sort, modified=modified
    )


def _look(template: str | Path | Template) -> Template:
    return template if isinstance(template, Template) else load_template(template)


def _rules(written: str) -> str:
    try:
        cleaning_choice(written)
    except UnknownRuleError as error:
        raise InvalidOptionError(option="clean", value=error.word, advice=error.advice) from None
    return written


def _check(option: str, value: str | None, known: Sequence[str | None]) -> None:
    if value not in known:
        words = tuple(filter(None, known))
        raise InvalidOptionError(option=option, value=str(value), advice=nearest(str(value), words))


def _format(output: str | Path) -> str:
    entry = registry.writer_by_suffix(Path(output).suffix.lower())
    if entry is None:
        known = tuple(one.suffixes[0] for one in registry.WRITERS)
        advice = phrase("known-endings", known=known)
        raise InvalidOptionError(option="output", value=str(output), advice=advice)
    return entry.name
