"""An EPUB as it lies in the file, read with zipfile and lxml alone."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

from lxml import etree

_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HTML = "{http://www.w3.org/1999/xhtml}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: its depth from 0, its words, where it leads in the archive."""

    depth: int
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Book:
    """What a book says of itself."""

    title: str
    authors: tuple[str, ...]
    language: str
    contents: tuple[Entry, ...]
    #: Bodies of the documents of the spine, in order, with their names.
    pages: tuple[tuple[str, Any], ...]


def book(file: Path) -> Book:
    """Read *file*."""
    with zipfile.ZipFile(file) as archive:
        container: Any = etree.fromstring(archive.read("META-INF/container.xml"))
        path = next(container.iter(f"{_CONTAINER}rootfile")).get("full-path")
        package: Any = etree.fromstring(archive.read(path))
        items = {
            one.get("id"): (posixpath.join(posixpath.dirname(path), unquote(one.get("href"))), one)
            for one in package.iter(f"{_OPF}item")
        }
        nav = next(
            name for name, one in items.values() if "nav" in one.get("properties", "").split()
        )
        spine = [items[one.get("idref")][0] for one in package.iter(f"{_OPF}itemref")]
        return Book(
            next(package.iter(f"{_DC}title")).text or "",
            tuple(one.text or "" for one in package.iter(f"{_DC}creator")),
            next(package.iter(f"{_DC}language")).text or "",
            tuple(_contents(etree.fromstring(archive.read(nav)), nav)),
            tuple((name, _body(archive.read(name))) for name in spine),
        )


def _body(data: bytes) -> Any:
    return next(etree.fromstring(data).iter(f"{_HTML}body"))


def _contents(navigation: Any, name: str) -> Iterator[Entry]:
    for nav in navigation.iter(f"{_HTML}nav"):
        if nav.get(_TYPE) == "toc":
            for line in nav.iterchildren(f"{_HTML}ol"):
                yield from _entries(line, 0, name)


def _entries(lines: Any, depth: int, name: str) -> Iterator[Entry]:
    for line in lines:
        for part in line:
            if part.tag == f"{_HTML}ol":
                yield from _entries(part, depth + 1, name)
            else:
                target = part.get("href", "")
                path, fragment = urldefrag(target)
                address = posixpath.join(posixpath.dirname(name), unquote(path)) if path else name
                place = f"{address}#{fragment}" if fragment else address
                yield Entry(depth, text(part), place if target else "")


def text(element: Any) -> str:
    """Return the words of *element*, readings of ruby too."""
    return "".join(element.itertext())
