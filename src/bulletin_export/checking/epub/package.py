"""The package document (EPUB 3.3, 5): what the book is made of, and in which order it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple
from urllib.parse import unquote

from bulletin_export.checking.epub.container import Container, fault
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.pictures import sniff

OPF = "{http://www.idpf.org/2007/opf}"
XHTML, NCX = "application/xhtml+xml", "application/x-dtbncx+xml"
_ROOTFILE = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
#: Bytes that tell what kind of picture it is.
_BEGINNING = 4096
_CONTAINER = "META-INF/container.xml"


class Item(NamedTuple):
    """A resource that the manifest names."""

    identifier: str
    path: str
    media_type: str
    properties: frozenset[str]


class Package:
    """Manifest and spine of a book.

    Raises:
        MalformedSourceError: There is no package document, or it is no XML.
    """

    def __init__(self, container: Container) -> None:
        self.container = container
        rootfile = container.tree(_CONTAINER).find(f".//{_ROOTFILE}")
        self.path = "" if rootfile is None else rootfile.get("full-path", "")
        self.root: Any = container.tree(self.path)
        self.items = [
            Item(
                one.get("id", ""),
                self.resolved(one.get("href", "")),
                one.get("media-type", ""),
                frozenset(one.get("properties", "").split()),
            )
            for one in self.root.iter(f"{OPF}item")
        ]
        self.by_identifier = {one.identifier: one for one in self.items}
        self.by_path = {one.path: one for one in self.items}
        self.spine = [one.get("idref", "") for one in self.root.iter(f"{OPF}itemref")]

    def resolved(self, address: str) -> str:
        """Return the path of *address*, as the package document writes it; remote ones stay."""
        if "://" in address:
            return address
        return normpath(join(dirname(self.path), unquote(address.partition("#")[0])))

    @property
    def documents(self) -> list[Item]:
        """The XHTML documents that are there."""
        return [
            one
            for one in self.items
            if one.media_type == XHTML and one.path in self.container.files
        ]


def faults(book: Package) -> Iterator[Diagnostic]:
    """Find faults of manifest and spine (EPUB 3.3, 5.6 and 5.7)."""
    place = book.path
    for name, count in Counter(one.get("id") for one in book.root.iter() if one.get("id")).items():
        if count > 1:
            yield fault("book-id-twice", place, id=name)
    yield from _manifest_faults(book)
    counts = Counter(prop for one in book.items for prop in one.properties)
    if counts["nav"] != 1:
        yield fault("book-navigation-missing", place)
    if counts["cover-image"] > 1:
        yield fault("book-covers", place)
    yield from _spine_faults(book)


def _manifest_faults(book: Package) -> Iterator[Diagnostic]:
    files = book.container.files
    for path, count in Counter(one.path for one in book.items).items():
        if count > 1:
            yield fault("book-item-twice", book.path, target=path)
    for item in book.items:
        if "://" in item.path:
            yield fault("book-remote", book.path, target=item.path)
        elif item.path not in files:
            yield fault("book-file-missing", book.path, target=item.path)
        elif item.media_type.startswith("image/") and item.media_type != sniff(
            book.container.read(item.path, _BEGINNING)
        ):
            yield fault("book-media-type", item.path, type=item.media_type)
    known = {one.path for one in book.items} | {book.path, "mimetype"}
    for name in files:
        if name not in known and not name.startswith("META-INF/"):
            yield fault("book-file-undeclared", name, Severity.WARNING)


def _spine_faults(book: Package) -> Iterator[Diagnostic]:
    if not book.spine:
        yield fault("book-spine-empty", book.path)
    for identifier, count in Counter(book.spine).items():
        item = book.by_identifier.get(identifier)
        if item is None or item.media_type != XHTML or count > 1:
            yield fault("book-spine", book.path, id=identifier)
    spine = next(book.root.iter(f"{OPF}spine"), None)
    named = "" if spine is None else spine.get("toc", "")
    ncx = book.by_identifier.get(named)
    if named and (ncx is None or ncx.media_type != NCX):
        yield fault("book-spine", book.path, id=named)
