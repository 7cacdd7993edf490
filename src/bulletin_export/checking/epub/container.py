"""The container (EPUB 3.3, 4): a ZIP archive that says at its beginning what it is."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from lxml import etree

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import MalformedSourceError
from bulletin_export.limits import COUNT_LIMIT, PART_LIMIT, Budget
from bulletin_export.sources import Source
from bulletin_export.wording import phrase

MIMETYPE = b"application/epub+zip"
_CENTRAL = b"PK\x01\x02"
_DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError,
           NotImplementedError)  # fmt: skip
#: EPUB 3.3, 4.2.3: what no name may hold, beside controls.
_FORBIDDEN = frozenset('"*:<>?\\|\x7f')


def fault(
    code: str, place: str, severity: Severity = Severity.ERROR, **facts: object
) -> Diagnostic:
    """Return the remark *code* on *place*, a file of the book and a line in it."""
    said = {name: value if isinstance(value, int) else str(value) for name, value in facts.items()}
    return Diagnostic(code=code, severity=severity, facts={"place": place, **said})


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


def container_faults(container: Container) -> Iterator[Diagnostic]:
    """Find faults of ``mimetype`` and of names (EPUB 3.3, 4.2.3 and 4.3.2)."""
    first = container.entries[0] if container.entries else None
    is_named = first is not None and first.filename == "mimetype"
    if (
        first is None
        or not is_named
        or first.compress_type
        or first.extra
        or container.read("mimetype", 100) != MIMETYPE
    ):
        yield fault("book-mimetype", "mimetype")
    seen: set[str] = set()
    for entry in container.entries:
        name = entry.filename
        if _FORBIDDEN & {*name} or min(name) < " " or name.endswith(".") or ".." in name.split("/"):
            yield fault("book-file-name", name)
        folded = normalize("NFC", name).casefold()
        if folded in seen:
            yield fault("book-file-twice", name)
        seen.add(folded)
