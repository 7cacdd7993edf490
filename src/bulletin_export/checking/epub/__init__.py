"""Books: what EPUBCheck would say of a collection of articles, without Java.

Container, package, documents and navigation are looked at in this order; what stands in one
is asked for by the next.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from bulletin_export.checking.epub import documents, links, metadata, navigation, package, styles
from bulletin_export.checking.epub.container import container_faults
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.ocf import Container, Package
from bulletin_export.sources import Source


def check_book(source: Source) -> Iterator[Diagnostic]:
    """Yield what is wrong with the book *source* (EPUB 3.3; EPUB 2 has other rules).

    Raises:
        MalformedSourceError: It cannot be opened, or names no package.
    """
    for found in _found(Container(source)):
        yield replace(found, where=source.name)


def _found(container: Container) -> Iterator[Diagnostic]:
    yield from container_faults(container)
    book = Package(container)
    yield from metadata.faults(book)
    yield from package.faults(book)
    pages = {}
    for item in book.documents:
        root, remarks = documents.parsed(container, item)
        yield from remarks
        if root is not None:
            pages[item.path] = documents.Page.of(root)
            yield from documents.faults(root, item)
            if "nav" in item.properties:
                yield from navigation.faults(root, item.path)
    yield from styles.faults(book)
    yield from links.faults(book, pages)
