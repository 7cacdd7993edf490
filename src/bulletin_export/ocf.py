"""The container and the package of a book (EPUB 3.3, 4 and 5) as they are: nothing is judged.

Nothing is unpacked to the disk, no entity is resolved, and what unpacks without end is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

from bulletin_export.errors import MalformedSourceError
from bulletin_export.limits import COUNT_LIMIT, PART_LIMIT, Budget
from bulletin_export.sources import Source
from bulletin_export.wording import phrase

OPF = "{http://www.idpf.org/2007/opf}"
XHTML, NCX = "application/xhtml+xml", "application/x-dtbncx+xml"
MIMETYPE = b"application/epub+zip"
_CENTRAL = b"PK\x01\x02"
_DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError,
           NotImplementedError)  # fmt: skip
_ROOTFILE = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
CONTAINER_FILE = "META-INF/container.xml"


class Container:
    """The files of a book, unpacked when they are asked for.

    Raises:
        MalformedSourceError: It is no ZIP archive, or a bomb.
    """

    def __init__(self, source: Source) -> None:
        self.name = source.name
        if source.data.count(_CENTRAL) > COUNT_LIMIT:
            raise self.malformed("too-many-parts")
        try:
            self._file = zipfile.ZipFile(io.BytesIO(source.data))
        except _DAMAGE as error:
            raise self.malformed("no-zip") from error
        self._budget = Budget(source.name, len(source.data))
        self.entries = [one for one in self._file.infolist() if not one.is_dir()]
        self.files = {one.filename: one for one in self.entries}

    def malformed(self, reason: str, **facts: object) -> MalformedSourceError:
        """Return the error that this file cannot be opened, because of *reason*."""
        return MalformedSourceError(source=self.name, reason=phrase(reason, **facts))

    def read(self, path: str, most: int = PART_LIMIT) -> bytes:
        """Return the file at *path*, *most* bytes of it.

        Raises:
            MalformedSourceError: It is missing, locked, damaged or a bomb.
        """
        entry = self.files.get(path)
        if entry is None:
            raise self.malformed("part-missing", part=path)
        if entry.flag_bits & 1:
            raise self.malformed("encrypted")
        if entry.file_size > PART_LIMIT:
            raise self.malformed("unpacks-without-end")
        self._budget.watch(entry.file_size, entry.compress_size)
        try:
            with self._file.open(entry) as file:
                return file.read(most)
        except _DAMAGE as error:
            raise self.malformed("part-broken", part=path) from error

    def tree(self, path: str) -> Any:
        """Return the root element of the XML file at *path*; no entity is resolved.

        Raises:
            MalformedSourceError: It cannot be read, or is no XML.
        """
        try:
            return etree.fromstring(self.read(path), parser())
        except etree.XMLSyntaxError as error:
            raise self.malformed("part-broken", part=path) from error


def parser() -> Any:
    """Return a parser that fetches nothing and resolves no entity."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


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
        rootfile = container.tree(CONTAINER_FILE).find(f".//{_ROOTFILE}")
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
