"""WARC: what a crawler was answered, record by record (ISO 28500:2017).

Records are found here, one by one, so that a broken one costs only itself; warcio reads each:
its headers, the HTTP message inside, chunks and compression. Only places are remembered.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from bulletin_export.containers.base import Found, Part
from bulletin_export.containers.records import LONGEST_HEAD, Span, record, spans
from bulletin_export.containers.shelf import Shelf, fetch_from
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import (
    MalformedSourceError,
    NoArticleError,
    ReadError,
    UnreadableSourceError,
)
from bulletin_export.limits import COUNT_LIMIT, PART_LIMIT, Budget
from bulletin_export.sources import Fetch, Source, too_large
from bulletin_export.wording import phrase

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES = (
    "text/html", "application/xhtml+xml", "application/rss+xml", "application/atom+xml",
    "application/rdf+xml", "application/xml", "text/xml", "application/feed+json",
)  # fmt: skip
#: Content codings that need no further library; for ``br`` warcio takes brotli if it is there.
_OWN_CODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
#: What pages, feeds and pictures begin with that nobody packed.
_BEGINNINGS = (b"<", b"{", b"[", b"\x89", b"\xff", b"G", b"R", b"B", b"")
_BEFORE_TEXT = b"\xef\xbb\xbf \t\r\n"
#: A file with so many broken records is none.
_MOST_BROKEN = 100
_WEB = ("http://", "https://")


class Capture(msgspec.Struct, frozen=True):
    """One answer: where it lies in the file, whose it is, what it is."""

    span: Span
    address: str
    media_type: str
    moment: str


def open_warc(source: Source, outside: Fetch) -> Iterator[Found]:
    """Yield the pages and feeds in *source*, the newest capture of each, in order.

    Raises:
        MalformedSourceError: There is not one whole record in it, or it is a bomb.
        NoArticleError: There is no page in it.
    """
    survey = _Survey(source)
    yield from survey.found
    if not survey.pages and not survey.is_broken:
        raise NoArticleError(source=source.name, reason=phrase("no-pages"))

    def take(capture: Capture) -> bytes:
        return _content(source, capture)

    for page in survey.pages.values():
        try:
            data = take(page)
        except ReadError as error:
            yield error
            continue
        part = Source(
            data=data,
            name=page.address,
            media_type=page.media_type,
            address=page.address,
            encoding=source.encoding,
            fetched=page.moment,
        )
        yield Part(part, fetch_from(survey.shelf, take, page.address, outside))


class _Survey:
    """One pass over the records: which pages there are, and where everything else lies."""

    def __init__(self, source: Source) -> None:
        self.pages: dict[str, Capture] = {}
        self.shelf: Shelf[Capture] = Shelf()
        self._passed: Counter[str] = Counter()
        broken: list[int] = []
        for count, span in enumerate(spans(source.data, Budget(source.name, len(source.data)))):
            if count > COUNT_LIMIT:
                raise MalformedSourceError(source=source.name, reason=phrase("too-many-parts"))
            if isinstance(span, int) or not self._noted(
                _parsed(record(source.data, span, LONGEST_HEAD)), span
            ):
                broken.append(span if isinstance(span, int) else span.start)
                if len(broken) > _MOST_BROKEN:
                    raise MalformedSourceError(source=source.name, reason=phrase("broken-records"))
        self.is_broken = bool(broken)
        self.found = [*_found(source.name, broken, self._passed)]

    def _noted(self, found: ArcWarcRecord | None, span: Span) -> bool:
        """Note what *found* is; tell whether it could be read."""
        if found is None:
            return False
        kind = str(found.rec_type)
        address = str(found.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
        if kind not in ("response", "resource") or not address:
            self._passed[kind] += kind not in ("warcinfo", "request", "metadata")
            return True
        http = found.http_headers
        status = str(http.get_statuscode()) if http else "200"
        if status != "200":
            self._passed[f"{kind} {status[:3]}"] += 1
            return True
        headers = http or found.rec_headers
        said = str(headers.get_header("Content-Type") or "").strip()
        moment = str(found.rec_headers.get_header("WARC-Date") or "")
        self._keep(Capture(span, address, said, moment))
        return True

    def _keep(self, capture: Capture) -> None:
        kind = capture.media_type.partition(";")[0].strip().lower()
        self.shelf.put(capture.address, capture)
        if kind not in _PAGES or not capture.address.lower().startswith(_WEB):
            return
        earlier = self.pages.get(capture.address)
        self._passed["earlier capture"] += earlier is not None
        if earlier is None or earlier.moment <= capture.moment:
            self.pages[capture.address] = capture


def _found(name: str, broken: list[int], passed: Counter[str]) -> Iterator[Found]:
    for place in broken:
        reason = phrase("broken-record", place=place)
        yield MalformedSourceError(source=name, reason=reason)
    shown = ", ".join(f"{count} × {kind}" for kind, count in sorted(passed.items()) if count)
    if shown:
        facts: dict[str, str | int] = {"kinds": shown}
        yield Diagnostic(code="records-passed-over", severity=Severity.INFO, facts=facts)


def _parsed(data: bytes) -> ArcWarcRecord | None:
    """Return the record in *data*, which may lack its end, read by warcio; None if that cannot."""
    from warcio.archiveiterator import WARCIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        return next(iter(WARCIterator(io.BytesIO(data))), None)
    except (ArchiveLoadFailed, ValueError, IndexError, KeyError, AttributeError, EOFError,
            OSError, TypeError):  # fmt: skip
        return None


def _content(source: Source, capture: Capture) -> bytes:
    """Return the body of the answer *capture*, without chunks and compression.

    Raises:
        ReadError: It is broken, or too large.
    """
    if capture.span.size > PART_LIMIT:
        raise too_large(capture.address, capture.span.size, PART_LIMIT)
    found: Any = _parsed(record(source.data, capture.span, PART_LIMIT))
    try:
        data: bytes = found.content_stream().read(PART_LIMIT + 1) if found is not None else b""
    except (ValueError, OSError, EOFError, AttributeError, TypeError, KeyError) as error:
        raise MalformedSourceError(source=capture.address, reason=phrase("part-damaged")) from error
    if len(data) > PART_LIMIT:
        raise too_large(capture.address, len(data), PART_LIMIT)
    coding = _coding(found)
    if coding and data.lstrip(_BEFORE_TEXT)[:1] not in _BEGINNINGS:
        reason = phrase("coded-unusually", coding=coding)
        raise UnreadableSourceError(source=capture.address, reason=reason)
    return data


def _coding(found: Any) -> str:
    """Return the content coding of the answer *found* if warcio may have left it as it was."""
    http = found.http_headers if found is not None else None
    coding = str(http.get_header("Content-Encoding") or "").strip().lower() if http else ""
    return "" if coding in _OWN_CODINGS else coding
