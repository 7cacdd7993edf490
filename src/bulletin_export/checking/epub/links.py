"""Links (EPUB 3.3, 4.2.5 and 6.1): each leads somewhere, and nothing is loaded from outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from bulletin_export.checking.epub.container import fault
from bulletin_export.checking.epub.documents import Page
from bulletin_export.checking.epub.shapes import OLDER_CONTENTS, shape_faults
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.ocf import NCX, Package

_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_ADDRESSES = frozenset({"http", "https", "mailto", "tel"})


def faults(book: Package, pages: Mapping[str, Page]) -> Iterator[Diagnostic]:
    """Find links that lead nowhere, and resources that are not in the book."""
    for path, page in pages.items():
        for element, address, line in page.addresses:
            yield from _link_faults(book, pages, (path, line), element, address)
    yield from _ncx_faults(book, pages)


def _link_faults(
    book: Package, pages: Mapping[str, Page], place: tuple[str, int], element: str, address: str
) -> Iterator[Diagnostic]:
    path, line = place
    where = f"{path}:{line}"
    try:
        parts = urlsplit(address)
    except ValueError:
        yield fault("book-link-dead", where, target=address)
        return
    if parts.scheme or parts.netloc:
        if element != "a" and parts.scheme != "data":
            yield fault("book-remote", where, target=address)
        elif element == "a" and parts.scheme not in _ADDRESSES:
            yield fault("book-link-dead", where, target=address)
        return
    target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
    item = book.by_path.get(target)
    is_led_to = item is not None and target in book.container.files
    if is_led_to and element == "a" and item is not None:
        is_led_to = item.identifier in book.spine or "nav" in item.properties
    fragment = unquote(parts.fragment)
    if not is_led_to or (
        fragment and target in pages and fragment not in pages[target].identifiers
    ):
        yield fault("book-link-dead", where, target=address)


def _ncx_faults(book: Package, pages: Mapping[str, Page]) -> Iterator[Diagnostic]:
    """Look at the older contents: the same identifier, and places that are there."""
    ncx = next((one for one in book.items if one.media_type == NCX), None)
    if ncx is None or ncx.path not in book.container.files:
        return
    root = book.container.tree(ncx.path)
    yield from shape_faults(root, ncx.path, OLDER_CONTENTS)
    said = [one.get("content") for one in root.iter(f"{_NCX}meta") if one.get("name") == "dtb:uid"]
    unique = book.root.get("unique-identifier")
    named = [one.text for one in book.root.iter() if one.get("id") == unique]
    if [one.strip() for one in filter(None, said)] != [(one or "").strip() for one in named]:
        yield fault("book-ncx-identifier", ncx.path)
    names = Counter(one.get("id") for one in root.iter(f"{_NCX}*") if one.get("id"))
    for name in (name for name, count in names.items() if count > 1):
        yield fault("book-id-twice", ncx.path, id=name)
    for one in root.iter(f"{_NCX}content"):
        yield from _link_faults(book, pages, (ncx.path, one.sourceline), "a", one.get("src", ""))
