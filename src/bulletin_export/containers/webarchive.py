"""Safari's web archives: a property list of the page and its resources."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator, Mapping
from typing import Any

from bulletin_export.containers.base import Found, Part
from bulletin_export.containers.shelf import Shelf, fetch_from
from bulletin_export.errors import MalformedSourceError, NoArticleError
from bulletin_export.sources import Fetch, Source
from bulletin_export.wording import phrase

_PAGES = ("text/html", "application/xhtml+xml")


def open_webarchive(source: Source, outside: Fetch) -> Iterator[Found]:
    """Yield the page in *source*.

    Raises:
        MalformedSourceError: It is no binary property list.
        NoArticleError: There is no page in it.
    """
    try:
        archive = plistlib.loads(source.data, fmt=plistlib.FMT_BINARY)
    except (plistlib.InvalidFileException, ValueError, RecursionError, OverflowError,
            MemoryError, TypeError, KeyError, IndexError) as error:  # fmt: skip
        raise MalformedSourceError(source=source.name, reason=phrase("part-damaged")) from error
    main = _mapping(_mapping(archive).get("WebMainResource"))
    data = main.get("WebResourceData")
    if not isinstance(data, bytes):
        raise NoArticleError(source=source.name, reason=phrase("no-pages"))
    shelf: Shelf[bytes] = Shelf()
    resources = _mapping(archive).get("WebSubresources")
    for one in resources if isinstance(resources, list) else ():
        resource = _mapping(one)
        picture, address = resource.get("WebResourceData"), _text(resource, "WebResourceURL")
        if isinstance(picture, bytes) and address:
            shelf.put(address, picture)
    place, encoding = _text(main, "WebResourceURL"), _text(main, "WebResourceTextEncodingName")
    kind = _text(main, "WebResourceMIMEType") or _PAGES[0]
    page = Source(
        data=data,
        name=source.name,
        media_type=f"{kind}; charset={encoding}" if encoding else kind,
        address=place if place.startswith(("http://", "https://")) else "",
        encoding=source.encoding,
    )
    yield Part(page, fetch_from(shelf, bytes, place, outside))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(resource: Mapping[str, Any], name: str) -> str:
    value = resource.get(name)
    return value if isinstance(value, str) else ""
