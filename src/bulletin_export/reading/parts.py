"""The parts of a container, each read on its own, as one reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from bulletin_export.containers.base import Found, Part
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import MalformedSourceError, NoArticleError, OnlyLinksError, ReadError
from bulletin_export.model.listing import Listing
from bulletin_export.reading.result import Reading, require_articles
from bulletin_export.wording import phrase


def joined(name: str, parts: Iterator[Found], read: Callable[[Part], Reading]) -> Reading:
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
        sources=tuple(source for one in readings for source in one.sources),
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
