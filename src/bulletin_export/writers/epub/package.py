"""The package: ebooklib knows its parts, we see to bytes, times and what it gets wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec
from ebooklib import epub

from bulletin_export.archives import ArchiveEntry, archive
from bulletin_export.writers.epub.markup import STYLESHEET
from bulletin_export.writers.epub.metadata import Statement
from bulletin_export.writers.epub.navigation import NAVIGATION
from bulletin_export.writers.epub.ncx import NCX
from bulletin_export.writers.epub.pictures import Pictures

_XHTML = "application/xhtml+xml"
_NCX_ID, _NCX_TYPE = "ncx", "application/x-dtbncx+xml"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Package(msgspec.Struct, frozen=True):
    """Everything that goes into one book."""

    identifier: str
    title: str
    language: str
    modified: datetime
    statements: tuple[Statement, ...]
    #: File name to XHTML, in reading order.
    documents: dict[str, bytes]
    navigation: bytes
    #: The older form of the navigation, or nothing.
    ncx: bytes
    stylesheet: bytes
    pictures: Pictures


def packed(package: Package) -> bytes:
    """Return *package* as an EPUB container (EPUB 3.3, 4)."""
    book = epub.EpubBook()
    book.title, book.language = package.title, package.language
    book.set_identifier(package.identifier)
    book.set_direction("ltr")
    for name, value, attributes in package.statements:
        book.add_metadata("DC" if name else None, name or "meta", value, attributes)
    _add_files(book, package)
    container = _Container(book, {"mtime": package.modified})
    container.write()
    return container.data


def _add_files(book: Any, package: Package) -> None:
    documents = [_Document(name, data) for name, data in package.documents.items()]
    navigation = _Document(NAVIGATION, package.navigation)
    navigation.properties = ["nav"]
    book.spine = documents
    # Not `epub.EpubNcx`: that one is made anew from ebooklib's own table of contents.
    ncx = [epub.EpubItem(_NCX_ID, NCX, _NCX_TYPE, package.ncx)] if package.ncx else []
    style = epub.EpubItem("style", STYLESHEET, "text/css", package.stylesheet)
    pictures = (
        epub.EpubItem(_identifier(name), name, item.media_type, item.data)
        for name, item in package.pictures.files.items()
    )
    for item in (navigation, *ncx, style, *documents, *pictures):
        book.add_item(item)


def _identifier(file_name: str) -> str:
    return file_name.rpartition("/")[2].partition(".")[0]


class _Document(epub.EpubHtml):  # type: ignore[misc]
    """A finished XHTML document; ebooklib would parse it and print it anew."""

    def __init__(self, file_name: str, data: bytes) -> None:
        super().__init__(_identifier(file_name), file_name, _XHTML, data)

    def get_content(self, default: bytes | None = None) -> bytes:
        return self.content or default or b""


#: For parts that one book after the other shares.
_repeated_entry = lru_cache(maxsize=32)(ArchiveEntry.deflated)


def _way_in(name: str) -> Callable[[str, bytes], ArchiveEntry]:
    if "/pictures/" in name:
        return ArchiveEntry.stored
    if name.endswith((STYLESHEET, "/container.xml")):
        return _repeated_entry
    return ArchiveEntry.deflated


class _Container(epub.EpubWriter):  # type: ignore[misc]
    """Writes into memory, with the same bytes every time."""

    def __init__(self, book: Any, options: dict[str, Any]) -> None:
        super().__init__("", book, options)
        self._entries: list[ArchiveEntry] = []
        self.out = self

    @property
    def data(self) -> bytes:
        """The whole file."""
        return archive(self._entries)

    def write(self) -> None:
        """Write all parts; OCF (EPUB 3.3, 4.3.2) wants ``mimetype`` first, as it is."""
        self._entries.append(ArchiveEntry.stored("mimetype", b"application/epub+zip"))
        self._write_container()
        self._write_opf()
        self._write_items()

    def writestr(self, name: str, data: str | bytes) -> None:
        """Take one part, as `zipfile.ZipFile.writestr` does."""
        raw = data.encode() if isinstance(data, str) else data
        self._entries.append(_way_in(name)(name, raw))

    def _write_opf_file(self, root: Any) -> None:
        root.set(_LANG, self.book.language)
        # All prefixes used are reserved ones (EPUB 3.3, D.1.4).
        del root.attrib["prefix"]
        super()._write_opf_file(root)

    def _write_opf_spine(self, root: Any, ncx_id: str | None) -> None:
        super()._write_opf_spine(root, ncx_id)
        # ebooklib names one whether it is there or not.
        if self.book.get_item_with_id(_NCX_ID) is None:
            del root[-1].attrib["toc"]
