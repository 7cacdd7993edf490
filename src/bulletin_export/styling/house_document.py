"""A Word document of the house that a template stands on: its bytes, read and opened once.

ISO/IEC 29500-2 (Open Packaging Conventions). What the parts say is the Word writer's affair.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import msgspec

from bulletin_export.errors import UnusableDocumentError
from bulletin_export.reasons import reason_of
from bulletin_export.wording import Phrase, phrase

if TYPE_CHECKING:
    import zipfile

#: What a document of the house may be called.
SUFFIXES = frozenset({".docx", ".dotx"})
#: What is a document, too, but none that can be used.
_OTHER_SUFFIXES = frozenset({".docm", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt"})
#: How old Word files begin, and new ones that are locked (MS-CFB, 2.2).
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_PARTS = 4096
#: Unpacked; letterheads have a few hundred kilobytes.
_MOST_BYTES = 1 << 28
_IS_ENCRYPTED = 1


class HouseDocument(msgspec.Struct, frozen=True):
    """A document by the name it was asked for, and its bytes."""

    name: str
    data: bytes

    def __repr__(self) -> str:
        return f"HouseDocument({self.name!r}, {len(self.data)} bytes)"


def is_document(name: str | Path) -> bool:
    """Tell whether *name* is called like a document of a word processor."""
    return Path(name).suffix.lower() in SUFFIXES | _OTHER_SUFFIXES


def read_document(path: Path) -> HouseDocument:
    """Return the document at *path*.

    Raises:
        UnusableDocumentError: It cannot be read, or is no package of an unlocked ``.docx``.
    """
    if path.suffix.lower() not in SUFFIXES:
        _refuse(str(path), phrase("not-docx", suffix=path.suffix))
    try:
        document = HouseDocument(str(path), path.read_bytes())
    except (OSError, ValueError) as error:
        raise UnusableDocumentError(document=str(path), reason=reason_of(error)) from error
    parts_of(document)
    return document


def parts_of(document: HouseDocument) -> dict[str, bytes]:
    """Return the parts of *document* by name, in the order of the file.

    Raises:
        UnusableDocumentError: It is empty, locked, damaged, or larger than anybody's letterhead.
    """
    import zipfile

    if not document.data:
        _refuse(document.name, phrase("is-empty"))
    if document.data.startswith(_COMPOUND):
        _refuse(document.name, phrase("locked-or-old"))
    try:
        with zipfile.ZipFile(BytesIO(document.data)) as archive:
            return _unpacked(archive, document.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        _refuse(document.name, phrase("no-zip"))


def _unpacked(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len({entry.filename for entry in entries}) < len(entries):
        _refuse(name, phrase("parts-twice"))
    if len(entries) > _MOST_PARTS:
        _refuse(name, phrase("too-many-parts"))
    left = _MOST_BYTES
    parts = {}
    for entry in entries:
        if entry.flag_bits & _IS_ENCRYPTED:
            _refuse(name, phrase("encrypted"))
        with archive.open(entry) as file:
            parts[entry.filename] = file.read(left + 1)
        left -= len(parts[entry.filename])
        if left < 0:
            _refuse(name, phrase("unpacks-without-end"))
    return parts


def _refuse(name: str, reason: Phrase) -> NoReturn:
    # The damage is told; the zip module's own words would help nobody.
    raise UnusableDocumentError(document=name, reason=reason) from None
