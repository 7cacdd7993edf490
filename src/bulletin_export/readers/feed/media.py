"""Enclosures of RSS, Media RSS and iTunes: what an entry names beside its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.extraction.feeds.elements import (
    Fields,
    ShortNames,
    attribute,
    first_line,
    line_of,
)
from bulletin_export.extraction.feeds.pictures import Enclosure
from bulletin_export.extraction.feeds.words import plain_title
from bulletin_export.readers.feed.addresses import Addresses

_NAMES = frozenset(
    ("enclosure", "media:content", "media:group", "media:thumbnail", "media:player",
     "itunes:image", "image", "img", "thumb", "thumbnail", "atom:link")
)  # fmt: skip


def enclosures_of(fields: Fields, names: ShortNames, addresses: Addresses) -> tuple[Enclosure, ...]:
    """Return what the entry with *fields* names beside its text, full pictures before previews."""
    links = fields.get("link", ())
    # Most entries have nothing beside their text.
    if _NAMES.isdisjoint(fields) and not any(one.get("rel") == "enclosure" for one in links):
        return ()
    found = [one for one in _of_entry(fields, names, addresses) if one.address]
    return tuple(sorted(found, key=lambda one: one.is_preview))


def _of_entry(fields: Fields, names: ShortNames, addresses: Addresses) -> Iterator[Enclosure]:
    for one in fields.get("enclosure", ()):
        yield _linked(one, "url", addresses)
    for link in (*fields.get("link", ()), *fields.get("atom:link", ())):
        if attribute(link, "rel").lower() == "enclosure":
            yield _linked(link, "href", addresses)
    yield from _media(fields, fields, names, addresses)
    for group in fields.get("media:group", ()):
        yield from _best(list(_media(names.fields(group), fields, names, addresses)))
    for name in ("itunes:image", "image", "img", "thumb", "thumbnail"):
        for one in fields.get(name, ()):
            address = attribute(one, "href") or attribute(one, "url")
            address = address or first_line(names.fields(one), "url") or line_of(one)
            if " " not in address:
                yield Enclosure(addresses.absolute(address, one), "image", is_preview=True)


def _linked(element: Any, name: str, addresses: Addresses) -> Enclosure:
    address = attribute(element, name) or line_of(element)
    return Enclosure(
        addresses.absolute(address, element),
        attribute(element, "type"),
        plain_title(attribute(element, "title")),
    )


def _media(
    fields: Fields, outer: Fields, names: ShortNames, addresses: Addresses
) -> Iterator[Enclosure]:
    """Yield what the elements of Media RSS among *fields* show; *outer* may caption them."""
    for one in fields.get("media:content", ()):
        inner = names.fields(one)
        address = attribute(one, "url") or _player(inner)
        kind = attribute(one, "type") or attribute(one, "medium")
        words = _words(inner if "media:title" in inner or "media:description" in inner else fields)
        yield Enclosure(addresses.absolute(address, one), kind, *words)
        yield from _previews(inner, addresses)
    yield from _previews(fields, addresses)
    if "media:content" not in fields:
        address = _player(fields)
        if address:
            yield Enclosure(address, "video", *_words(outer))


def _player(fields: Fields) -> str:
    return next((attribute(one, "url") for one in fields.get("media:player", ())), "")


def _previews(fields: Fields, addresses: Addresses) -> Iterator[Enclosure]:
    for one in fields.get("media:thumbnail", ()):
        address = attribute(one, "url") or line_of(one)
        yield Enclosure(addresses.absolute(address, one), "image", is_preview=True)


def _words(fields: Fields) -> tuple[str, str]:
    title = plain_title(first_line(fields, "media:title"))
    caption = plain_title(first_line(fields, "media:description", "media:text"))
    return title, "" if caption == title else caption


def _best(group: list[Enclosure]) -> list[Enclosure]:
    """Return the first of each kind: a group holds several forms of the same thing."""
    kinds: dict[tuple[str, bool], Enclosure] = {}
    for one in group:
        kinds.setdefault((one.medium, one.is_preview), one)
    return list(kinds.values())
