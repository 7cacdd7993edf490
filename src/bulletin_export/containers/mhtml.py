"""MHTML: one page with its frames and pictures in a MIME message (RFC 2557).

Chrome, Edge, Internet Explorer, Safari, Opera, UnMHT and word processors each write it in
their own way; what they agree on is the message, one HTML part, and addresses for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bulletin_export.containers.base import Found, Part
from bulletin_export.containers.mime import Entity, entity, leaves
from bulletin_export.containers.shelf import Shelf, fetch_from, joined
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import NoArticleError
from bulletin_export.patterns import lazy_pattern
from bulletin_export.sources import Fetch, Source, moment_of
from bulletin_export.wording import phrase

_HTML = ("text/html", "application/xhtml+xml")
_FRAMESET = lazy_pattern(rb"<frameset\b", re.IGNORECASE)
_WEB = ("http://", "https://")


def open_mhtml(source: Source, outside: Fetch) -> Iterator[Found]:
    """Yield the page in *source*; of a frameset, each of its frames.

    Raises:
        NoArticleError: There is no page in it.
    """
    message = entity(source.data)
    parts = [*leaves(message)]
    root = _root(parts, message.parameter("start").strip("<>"))
    if root is None:
        raise NoArticleError(source=source.name, reason=phrase("no-pages"))
    shelf: Shelf[Entity] = Shelf()
    whole = message.fields.get("content-base", "").strip() or message.address
    for part in parts:
        _put(shelf, part, whole or root.address)
    if _is_cut_off(message):
        yield Diagnostic(code="file-cut-off", where=source.name)
    pages = [root]
    if _FRAMESET.search(root.decoded()):
        pages = [one for one in parts if one.media_type in _HTML and one is not root] or pages
    snapshot = "".join(message.fields.get("snapshot-content-location", "").split())
    for page in pages:
        place = (snapshot if page is root else "") or page.address or whole
        yield _part(page, place, source, shelf, outside, message.fields)


def _is_cut_off(message: Entity) -> bool:
    """Tell whether the boundary that ends *message* (RFC 2046, 5.1.1) never comes."""
    boundary = message.parameter("boundary").encode("utf-8", "replace")
    return bool(boundary) and message.data.rfind(b"--%b--" % boundary, message.start) < 0


def _root(parts: list[Entity], start: str) -> Entity | None:
    """Return the part to begin with: the one named, else the first page, else what looks so."""
    pages = [one for one in parts if one.media_type in _HTML]
    named = (one for one in pages if start and one.identifier == start)
    marked = (one for one in parts if one.decoded().lstrip()[:1] == b"<")
    return next(named, None) or (pages[0] if pages else next(marked, None))


def _put(shelf: Shelf[Entity], part: Entity, base: str) -> None:
    if part.address:
        shelf.put(part.address, part)
        shelf.put(joined(base, part.address), part)
    if part.identifier:
        shelf.put(f"cid:{part.identifier}", part)


def _part(
    page: Entity,
    place: str,
    source: Source,
    shelf: Shelf[Entity],
    outside: Fetch,
    fields: Mapping[str, str],
) -> Part:
    data = page.decoded()
    found = Source(
        data=data,
        name=source.name,
        media_type=_media_type(page, data),
        address=place if place.lower().startswith(_WEB) else "",
        encoding=source.encoding,
        fetched=moment_of(fields.get("date", "")),
    )
    return Part(found, fetch_from(shelf, Entity.decoded, place, outside))


def _media_type(page: Entity, data: bytes) -> str:
    """Return the media type; a character set that the bytes contradict is not passed on."""
    charset = page.parameter("charset")
    kind = page.media_type if page.media_type in _HTML else "text/html"
    try:
        data.decode(charset or "ascii")
    except (LookupError, UnicodeError):
        return kind
    return f"{kind}; charset={charset}" if charset else kind
