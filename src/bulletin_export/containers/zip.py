"""Pages in a ZIP archive (PKWARE APPNOTE 6.3), and Mozilla's MAFF, which is one.

Nothing is unpacked to the disk: names are only names.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Container, Iterator
from posixpath import dirname, join, normpath

from bulletin_export.containers.base import Found, Part
from bulletin_export.containers.shelf import Shelf, fetch_from, joined
from bulletin_export.errors import (
    MalformedSourceError,
    NoArticleError,
    ReadError,
    UnreadableSourceError,
)
from bulletin_export.limits import COUNT_LIMIT, PART_LIMIT, Budget
from bulletin_export.patterns import lazy_pattern
from bulletin_export.sources import Fetch, Source, too_large
from bulletin_export.wording import phrase

_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".xml", ".rss", ".atom", ".opml", ".nitf",
          ".newsml", ".mht", ".mhtml")  # fmt: skip
_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_CENTRAL = b"PK\x01\x02"
_ORIGINAL = lazy_pattern(rb"originalurl[^>]*?resource\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_INDEX = lazy_pattern(rb"indexfilename[^>]*?resource\s*=\s*[\"']([^\"']+)", re.IGNORECASE)


def open_zip(source: Source, outside: Fetch) -> Iterator[Found]:
    """Yield the pages and feeds in *source* by name; pictures are those beside them.

    Raises:
        MalformedSourceError: It is no ZIP archive, or a bomb.
        NoArticleError: There is no page in it.
    """
    archive = _Archive(source)
    pages = archive.pages()
    if not pages:
        raise NoArticleError(source=source.name, reason=phrase("no-pages"))
    for name in pages:
        try:
            data = archive.bytes_of(name)
        except ReadError as error:
            yield error
            continue
        page = Source(
            data=data,
            name=f"{source.name}/{name}",
            address=archive.addresses.get(name, ""),
            encoding=source.encoding,
        )
        yield Part(page, fetch_from(archive.shelf, archive.bytes_of, name, outside))


class _Archive:
    """The entries of one archive by name."""

    def __init__(self, source: Source) -> None:
        if source.data.count(_CENTRAL) > COUNT_LIMIT:
            raise MalformedSourceError(source=source.name, reason=phrase("too-many-parts"))
        try:
            self._file = zipfile.ZipFile(io.BytesIO(source.data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise MalformedSourceError(source=source.name, reason=phrase("no-zip")) from error
        self._budget = Budget(source.name, len(source.data))
        self._entries = {_name_of(one): one for one in self._file.infolist() if not one.is_dir()}
        self._taken: set[str] = set()
        self.shelf: Shelf[str] = Shelf()
        for name in self._entries:
            self.shelf.put(name, name)
        #: Where pages of a MAFF were saved from.
        self.addresses: dict[str, str] = {}

    def pages(self) -> list[str]:
        """Return the names of the pages, in their order; what belongs to a page is none."""
        shown = {dirname(name): self._index_of(name) for name in self._entries if _is_index(name)}
        names = [name for name in sorted(self._entries) if name.lower().endswith(_PAGES)]
        return [
            name
            for name in names
            if not _is_hidden(name)
            and not _belongs_to_a_page(name, self._entries)
            and next((shown[one] for one in _folders(name) if one in shown), name) == name
        ]

    def _index_of(self, name: str) -> str:
        """Return which page the MAFF folder of ``index.rdf`` *name* shows; note its address."""
        try:
            about = self.bytes_of(name)
        except ReadError:
            return ""
        named, original = _INDEX.search(about), _ORIGINAL.search(about)
        page = join(dirname(name), named[1].decode("utf-8", "replace") if named else "index.html")
        if original:
            self._live_at(dirname(name), page, original[1].decode("utf-8", "replace"))
        return page

    def _live_at(self, folder: str, page: str, address: str) -> None:
        """Let *page* have its *address*, and what lies beside it one that starts from there."""
        self.addresses[page] = address
        beside = (name for name in self._entries if name.startswith(folder + "/"))
        for name in beside:
            self.shelf.put(joined(address, name[len(folder) + 1 :]), name)

    def bytes_of(self, name: str) -> bytes:
        """Return the bytes of the entry *name*.

        Raises:
            ReadError: It is encrypted, damaged, packed in a rare way, or a bomb.
        """
        entry = self._entries.get(name) or self._entries.get(normpath(name))
        reason: object = ""
        if entry is None:
            reason = phrase("not-in-container")
        elif entry.flag_bits & _ENCRYPTED:
            reason = phrase("encrypted")
        elif entry.compress_type not in _METHODS:
            reason = phrase("packed-unusually", method=entry.compress_type)
        if entry is None or reason:
            raise UnreadableSourceError(source=name, reason=reason)
        if entry.file_size > PART_LIMIT:
            raise too_large(name, entry.file_size, PART_LIMIT)
        if name not in self._taken:  # Pages share their pictures.
            self._budget.take(entry.file_size, entry.compress_size)
            self._taken.add(name)
        return self._read(entry, name)

    def _read(self, entry: zipfile.ZipInfo, name: str) -> bytes:
        try:
            with self._file.open(entry) as file:
                data = file.read(PART_LIMIT + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError,
                NotImplementedError) as error:  # fmt: skip
            raise MalformedSourceError(source=name, reason=phrase("part-damaged")) from error
        return data


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Return the name of *entry*; without the flag for UTF-8 it is that, or Chinese Windows'."""
    name = entry.filename
    if not entry.flag_bits & _UTF8_NAME and not name.isascii():
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeError:
                continue
    return normpath(name.replace("\\", "/")).lstrip("/")


def _is_index(name: str) -> bool:
    return name.lower().endswith("/index.rdf")


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _folders(name: str) -> Iterator[str]:
    """Yield the folder of *name*, the folder of that, and so on."""
    while name := dirname(name):
        yield name


def _belongs_to_a_page(name: str, known: Container[str]) -> bool:
    """Whether *name* lies in what a browser saved beside a page: ``page_files/``."""
    for folder in _folders(name):
        page, mark, _ = folder.rpartition("files")
        if mark and any(page[:-1] + ending in known for ending in _ENDINGS):
            return True
    return False
