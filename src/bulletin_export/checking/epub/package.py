"""The package document (EPUB 3.3, 5): what the book is made of, and in which order it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bulletin_export.checking.epub.container import fault
from bulletin_export.checking.epub.shapes import CONTAINER, PACKAGE, shape_faults
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.ocf import CONTAINER_FILE, NCX, OPF, XHTML, Package
from bulletin_export.pictures import sniff

#: Bytes that tell what kind of picture it is.
_BEGINNING = 4096


def faults(book: Package) -> Iterator[Diagnostic]:
    """Find faults of manifest and spine (EPUB 3.3, 5.6 and 5.7)."""
    place = book.path
    yield from shape_faults(book.root, place, PACKAGE)
    yield from shape_faults(book.container.tree(CONTAINER_FILE), CONTAINER_FILE, CONTAINER)
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
