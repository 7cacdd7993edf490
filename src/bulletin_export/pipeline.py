"""One whole conversion: bytes to articles (`reading`), those to a publication, that to bytes.

One article and many go the same way. Nothing here touches the disk or the clock:
what is fetched and when it was changed come in as arguments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bulletin_export import registry
from bulletin_export.composition.arrange import Grouping, Order, date_of, ordered, sections
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import (
    InvalidOptionError,
    MissingDependencyError,
    StrictError,
    UnprotectedFormatError,
)
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Attachment, Publication, heads
from bulletin_export.styling.load import GROUND
from bulletin_export.styling.template import Template
from bulletin_export.wording import phrase

if TYPE_CHECKING:
    from bulletin_export.fonts.book import FontBook
    from bulletin_export.writers.base import WriteResult

#: Formats that have no place for the pages that articles were made from.
_LEAVES_SOURCES = frozenset({"docx", "epub", "md", "txt"})
#: Formats beside Word that a template gives looks to.
_HAS_LOOKS = frozenset({"pdf", "epub"})
#: The last second of the year 9999.
_END_OF_TIME = 253402300799


def publication_of(
    articles: Sequence[Article],
    *,
    title: str = "",
    collection: str = "",
    issue: str = "",
    group_by: Grouping | Sequence[Grouping] | None = None,
    sort: Order = "input",
    modified: int | None = None,
    attachments: Sequence[Attachment] = (),
) -> Publication:
    """Return *articles* as one publication; more than one gets a list of contents.

    The file is dated *modified* (seconds since 1970), or as its newest article.
    """
    arranged = ordered(articles, sort)
    known = heads(arranged)
    newest = max(filter(None, map(_day, known)), default=None)
    return Publication(
        sections=sections(arranged, group_by),
        title=title or (known[0].headline.title if known else ""),
        publisher=_shared(one.metadata.publisher for one in known),
        collection=collection,
        issue=issue,
        date=newest.isoformat() if newest else "",
        modified=_midnight(newest) if modified is None else modified,
        language=_shared(one.metadata.language for one in known) or "zh-CN",
        has_contents=len(known) > 1,
        attachments=tuple(attachments),
    )


def grown(
    book: Publication,
    articles: Sequence[Article],
    *,
    group_by: Grouping | Sequence[Grouping] | None = None,
    sort: Order = "input",
    modified: int | None = None,
    **changes: str,
) -> Publication:
    """Return *book* with *articles*, which it does not have, each in its section.

    What was there keeps its number. *changes* are new values of title, collection and issue.
    """
    if articles:
        from bulletin_export.composition.growing import grown as grow

        more = publication_of(articles, group_by=group_by, sort=sort, modified=modified)
        book = grow(book, more)
    said = {name: value for name, value in changes.items() if value}
    return replace(book, **said, **({} if modified is None else {"modified": modified}))


def write(
    publication: Publication, to: str, template: Template, fonts: FontBook | None = None
) -> WriteResult:
    """Return *publication* as one file of the format called *to*.

    Raises:
        UnknownFormatError: No writer has that name.
        UnprotectedFormatError: The template gives a password, and the format has none.
        WriteError: The format cannot hold it, or a library is missing.
    """
    try:
        writer = registry.writer(to)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith(__package__):
            raise
        raise MissingDependencyError(format=to, package=error.name) from error
    require_locks([to], template)
    result = writer.write(publication, template, fonts or font_book(template))
    remarks = tuple(_left_out(publication, to, template))
    return replace(result, diagnostics=(*result.diagnostics, *remarks)) if remarks else result


def volumes(
    publication: Publication, to: str, template: Template, fonts: FontBook, size: int
) -> Iterator[tuple[str, WriteResult]]:
    """Yield *publication* as files of at most *size* bytes, and what each is called.

    The numbers of the volumes; nothing if one is enough. A single article is never divided.
    """
    whole = write(publication, to, template, fonts)
    length = len(whole.content)
    if length <= size or publication.count == 1:
        yield "", _within(whole, size)
        return
    from collections import deque

    from bulletin_export.composition.dividing import part, runs

    pending = deque(runs(range(publication.count), -(-length // size)))
    number = 1
    while pending:
        run = pending.popleft()
        volume = write(part(publication, run, str(number)), to, template, fonts)
        if len(volume.content) > size and len(run) > 1:
            pending.extendleft(reversed(runs(run, 2)))
            continue
        yield str(number), _within(volume, size)
        number += 1


def _within(result: WriteResult, size: int) -> WriteResult:
    """Return *result*, with a remark if it is longer than *size*."""
    length = len(result.content)
    if length <= size:
        return result
    facts: dict[str, str | int] = {"size": length, "limit": size}
    remark = Diagnostic(code="volume-large", facts=facts)
    return replace(result, diagnostics=(*result.diagnostics, remark))


def _left_out(publication: Publication, to: str, template: Template) -> Iterator[Diagnostic]:
    """Say what the format *to* has no place for."""
    if publication.attachments and to in _LEAVES_SOURCES:
        facts = {"format": to}
        yield Diagnostic(code="source-not-attached", severity=Severity.INFO, facts=facts)
    # A template that names a document beside its own looks says what the others look like.
    if template.is_document and to in _HAS_LOOKS:
        facts = {"format": to, "template": template.name, "ground": GROUND}
        yield Diagnostic(code="template-word-only", severity=Severity.INFO, facts=facts)


def require_usable(formats: Iterable[str], template: Template) -> None:
    """Tell before any work is done that *template* cannot serve one of the *formats*.

    Raises:
        UsageError: It locks what has no locks, or stands on a document that cannot be filled.
    """
    formats = tuple(formats)
    require_locks(formats, template)
    require_house(formats, template)
    if template.cover and "epub" in formats:
        from bulletin_export.writers.epub.cover import given_cover

        given_cover(template)


def require_locks(formats: Iterable[str], template: Template) -> None:
    """Let nothing that *template* locks with a password leave without one.

    Raises:
        UnprotectedFormatError: One of the *formats* knows no passwords.
    """
    for to in formats if template.pdf.is_locked else ():
        if to != "pdf":
            raise UnprotectedFormatError(format=to)


def require_house(formats: Iterable[str], template: Template) -> list[str]:
    """Open the document that *template* stands on, if Word is among the *formats*.

    Return the names of its placeholders.

    Raises:
        TemplateError: It cannot be used, or a placeholder in it is wrong.
    """
    if template.house and "docx" in formats:
        from bulletin_export.writers.docx.house.prepared import prepared

        return sorted(prepared(template.house).names)
    return []


def font_book(template: Template) -> FontBook:
    """Return the faces at hand, those that *template* prefers first."""
    from bulletin_export.fonts.book import FontBook

    return FontBook.of(template.fonts)


def forbid_warnings(name: str, diagnostics: Sequence[Diagnostic]) -> None:
    """Let no remark but notes pass.

    Raises:
        StrictError: There is a warning or an error among *diagnostics*.
    """
    count = sum(one.severity is not Severity.INFO for one in diagnostics)
    if count:
        raise StrictError(name=name, count=count)


def source_date_epoch(environment: Mapping[str, str]) -> int | None:
    """Return what SOURCE_DATE_EPOCH says (https://reproducible-builds.org/specs/), if set.

    Raises:
        InvalidOptionError: It is no number of seconds.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", epoch) or int(epoch) > _END_OF_TIME:
        advice = phrase("seconds-since-1970")
        raise InvalidOptionError(option="SOURCE_DATE_EPOCH", value=epoch, advice=advice)
    return int(epoch)


def _shared(values: Iterable[str]) -> str:
    """Return what all *values* say, or an empty string if they disagree."""
    different = set(values)
    return different.pop() if len(different) == 1 else ""


def _day(article: Article) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(date_of(article)[:10])
    return None


def _midnight(day: date | None) -> int:
    return max(0, (day - date(1970, 1, 1)).days * 86400) if day else 0
