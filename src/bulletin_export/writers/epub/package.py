"""The package: ebooklib knows its parts, we see to bytes, times and what it gets wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any

import msgspec
from ebooklib import epub

from bulletin_export.archives import ArchiveEntry, GrowingArchive
from bulletin_export.model.media import MediaItem
from bulletin_export.scratch import Scratch
from bulletin_export.writers.epub.markup import STYLESHEET
from bulletin_export.writers.epub.metadata import Statement
from bulletin_export.writers.epub.navigation import NAVIGATION
from bulletin_export.writers.epub.ncx import NCX
from bulletin_export.writers.epub.pictures import Pictures
from bulletin_export.writers.epub.stylesheet import StyleSheet

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
    navigation: bytes
    #: The older form of the navigation, or nothing.
    ncx: bytes
    style: StyleSheet
    #: Lines run from top to bottom, and pages turn to the right.
    is_vertical: bool
    pictures: Pictures
    cover: MediaItem | None = None


class GrowingBook:
    """A book in the making: documents are packed as they come, the package comes last.

    OCF (EPUB 3.3, 4.3.2) asks only that ``mimetype`` is the first file, and not deflated.
    """

    def __init__(self, note: Callable[[bytes], object] = len) -> None:
        """Make an empty book; *note* is told every document that comes in."""
        self._body = Scratch()
        self._archive = GrowingArchive(self._body, large=True)
        self._archive.add(ArchiveEntry.stored("mimetype", b"application/epub+zip"))
        self._names: list[str] = []
        self._note = note

    def add(self, name: str, data: bytes) -> None:
        """Put the XHTML document *data* behind those before it, in reading order."""
        self._note(data)
        self._names.append(name)
        self._archive.add(ArchiveEntry.deflated(f"EPUB/{name}", data))

    def finish(self, package: Package) -> Scratch:
        """Return the container (EPUB 3.3, 4) of all documents and the rest of *package*."""
        book = epub.EpubBook()
        book.title, book.language = package.title, package.language
        book.set_identifier(package.identifier)
        book.set_direction("rtl" if package.is_vertical else "ltr")
        if package.is_vertical:  # For Kindle, which does not ask the style sheet.
            meta = {"name": "primary-writing-mode", "content": "vertical-rl"}
            book.add_metadata(None, "meta", "", meta)
        for name, value, attributes in package.statements:
            book.add_metadata("DC" if name else None, name or "meta", value, attributes)
        if package.cover:  # As reading systems of EPUB 2 look for it.
            book.add_metadata(None, "meta", "", {"name": "cover", "content": "cover-image"})
        book.spine = _Listed(self._names)
        book.items = _Joined(tuple(_parts(package)), book.spine)
        _Container(book, {"mtime": package.modified}, self._archive).write()
        self._archive.finish()
        return self._body


def _parts(package: Package) -> Iterator[Any]:
    """Yield what the manifest names beside the documents."""
    navigation = _Document(NAVIGATION, package.navigation)
    navigation.properties = ["nav"]
    yield navigation
    # Not `epub.EpubNcx`: that one is made anew from ebooklib's own table of contents.
    if package.ncx:
        yield epub.EpubItem(_NCX_ID, NCX, _NCX_TYPE, package.ncx)
    yield epub.EpubItem("style", STYLESHEET, "text/css", package.style.css)
    for name, data in package.style.fonts.items():
        media_type = f"font/{name.rpartition('.')[2]}"
        yield epub.EpubItem(_identifier(name), name, media_type, data)
    if package.cover:
        image = epub.EpubCover("cover-image", f"pictures/{package.cover.name}")
        image.media_type, image.content = package.cover.media_type, package.cover.data
        yield image
    for name, item in package.pictures.files.items():
        yield epub.EpubItem(_identifier(name), name, item.media_type, item.data)


class _Joined:
    """The parts, and behind them the documents, each for a moment."""

    def __init__(self, *those: Iterable[Any]) -> None:
        self._those = those

    def __iter__(self) -> Iterator[Any]:
        return chain.from_iterable(self._those)


class _Listed(Sequence[Any]):
    """Documents written already: ebooklib needs their names, each for a moment."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def __len__(self) -> int:
        return len(self._names)

    def __getitem__(self, index: Any) -> Any:
        return _Document(self._names[index])

    def __iter__(self) -> Iterator[Any]:
        return map(_Document, self._names)


def _identifier(file_name: str) -> str:
    return file_name.rpartition("/")[2].partition(".")[0]


class _Document(epub.EpubHtml):  # type: ignore[misc]
    """A finished XHTML document; ebooklib would parse it and print it anew."""

    def __init__(self, file_name: str, data: bytes = b"") -> None:
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
    """Writes the package into an archive that holds the documents, the same every time."""

    def __init__(self, book: Any, options: dict[str, Any], archive: GrowingArchive) -> None:
        super().__init__("", book, options)
        self._archive = archive
        self.out = self

    def write(self) -> None:
        """Write everything but ``mimetype`` and the documents."""
        self._write_container()
        self._write_opf()
        for item in self.book.get_items():
            if item.content:
                self.writestr(f"EPUB/{item.file_name}", item.content)

    def writestr(self, name: str, data: str | bytes) -> None:
        """Take one part, as `zipfile.ZipFile.writestr` does."""
        raw = data.encode() if isinstance(data, str) else data
        self._archive.add(_way_in(name)(name, raw))

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
