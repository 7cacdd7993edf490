"""ZIP archives that come out the same, byte for byte, from the same parts.

PKWARE APPNOTE 6.3.9, the part of it that OPC (ISO/IEC 29500-2) and OCF (EPUB 3.3)
allow: local header, data, central directory, end record; no extra fields, no data
descriptors, no ZIP64. Every entry is dated 1980-01-01 00:00, the zero of the
format, and is a plain file with mode 0644.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import NamedTuple, Protocol

import deflate
import msgspec

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
#: The extra field of ZIP64: its number, its length, where the entry begins.
_FAR = struct.Struct("<2HQ")

_VERSION, _VERSION_64 = 20, 45
_UNIX = 3 << 8
_MODE = 0o100644 << 16
_MIDNIGHT = 0
#: 1980-01-01: year 0, month 1, day 1.
_FIRST_DAY = 0x21
#: General purpose bit 11: the name is UTF-8.
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_MAX_ENTRIES, _MAX_BYTES = 0xFFFF, 0xFFFFFFFF
#: libdeflate needs a third of zlib's time at the same level, and gives the same bytes with
#: every build of Python, whose zlib may be another one.
_LEVEL = 6
#: What is larger goes through zlib piece by piece: libdeflate wants all of it at once.
_WHOLE = 1 << 20
#: Raw deflate: no header, no checksum of its own.
_RAW = -zlib.MAX_WBITS


class ArchiveTooLargeError(ValueError):
    """The entries need ZIP64, which not every reader of our formats knows."""


class ArchiveEntry(msgspec.Struct, frozen=True):
    """One file of an archive, packed already; it can go into many archives."""

    name: str
    method: int
    checksum: int
    size: int
    packed: bytes

    @classmethod
    def stored(cls, name: str, data: bytes) -> ArchiveEntry:
        """Return *data* as it is (``mimetype``, pictures) under *name*."""
        return cls(name, _STORED, zlib.crc32(data), len(data), data)

    @classmethod
    def deflated(cls, name: str, data: bytes) -> ArchiveEntry:
        """Return *data* deflated under *name*; stored where that is no longer."""
        packed = bytes(deflate.deflate_compress(data, _LEVEL))
        if len(packed) >= len(data):
            return cls.stored(name, data)
        return cls(name, _DEFLATED, zlib.crc32(data), len(data), packed)


class StreamedEntry(NamedTuple):
    """One file of an archive that comes in pieces, and is deflated as they come."""

    name: str
    pieces: Iterator[bytes]


def archive(entries: Iterable[ArchiveEntry | StreamedEntry]) -> bytes:
    """Return the ZIP archive that holds *entries* in this order.

    An entry is asked for when those before it are packed. What is streamed, a megabyte
    and more of it, never stands whole in memory, neither plain nor packed beside the archive.

    Raises:
        ValueError: Two entries have one name.
        ArchiveTooLargeError: There are more than 65,535 entries or 4 GiB.
    """
    body = BytesIO()
    growing = GrowingArchive(body)
    for entry in entries:
        growing.add(entry)
    growing.finish()
    return body.getvalue()


class Body(Protocol):
    """What an archive grows in: a file, or what can be written like one."""

    def write(self, data: bytes, /) -> int:
        """Write *data* at the place where it stands."""

    def writelines(self, pieces: Iterable[bytes], /) -> None:
        """Write *pieces*, one behind the other."""

    def seek(self, place: int, /) -> int:
        """Go to *place*."""

    def tell(self) -> int:
        """Return the place where it stands."""


class GrowingArchive:
    """A ZIP archive in the making: what is added is written at once, and held no longer.

    Where *large* is allowed, an archive of more than 65,535 entries or 4 GiB ends as ZIP64
    (APPNOTE 4.3.14 and 4.3.15); one of fewer never does. A single entry stays below 4 GiB.
    """

    def __init__(self, body: Body, *, large: bool = False) -> None:
        self._body, self._large = body, large
        self._directory: list[bytes] = []
        self._names: set[str] = set()

    def add(self, entry: ArchiveEntry | StreamedEntry) -> None:
        """Write *entry* behind those before it.

        Raises:
            ValueError: Another one has its name.
            ArchiveTooLargeError: Its place is beyond 4 GiB, and none is allowed there.
        """
        if entry.name in self._names:
            raise ValueError(f"two entries are called {entry.name}")
        self._names.add(entry.name)
        start = self._allowed(self._body.tell())
        facts = _written(entry, self._body)
        self._directory.append(_central_header(facts, start, entry.name.encode()))

    def finish(self) -> None:
        """Write the directory of all entries, which ends the archive.

        Raises:
            ArchiveTooLargeError: There are more entries or bytes than are allowed.
        """
        count, size = len(self._names), sum(map(len, self._directory))
        start = self._allowed(self._body.tell())
        if count > _MAX_ENTRIES and not self._large:
            raise ArchiveTooLargeError(f"{count} entries are more than a plain ZIP archive holds")
        self._body.writelines(self._directory)
        if count > _MAX_ENTRIES or start + size > _MAX_BYTES:
            self._body.writelines(_end_of_many(count, size, start))
        count, size, start = min(count, _MAX_ENTRIES), min(size, _MAX_BYTES), min(start, _MAX_BYTES)
        self._body.write(_END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0))

    def _allowed(self, place: int) -> int:
        return place if self._large else _checked(place)


def _end_of_many(count: int, size: int, start: int) -> tuple[bytes, bytes]:
    """Return the end record of ZIP64, and what tells where that is."""
    record = _END_64.pack(
        b"PK\6\6", _END_64.size - 12, _UNIX | _VERSION_64, _VERSION_64, 0, 0,
        count, count, size, start,
    )  # fmt: skip
    return record, _LOCATOR_64.pack(b"PK\6\7", 0, start + size, 1)


def _written(entry: ArchiveEntry | StreamedEntry, body: Body) -> tuple[int, ...]:
    """Write *entry* to *body*; return what local and central header say of it."""
    if isinstance(entry, StreamedEntry):
        held = list(_first(entry.pieces))
        if sum(map(len, held)) > _WHOLE:
            return _streamed(entry.name, chain(held, entry.pieces), body)
        entry = ArchiveEntry.deflated(entry.name, b"".join(held))
    facts = _facts(entry.name, entry.method, entry.checksum, len(entry.packed), entry.size)
    body.writelines((_local_header(facts), entry.name.encode(), entry.packed))
    return facts


def _first(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield of *pieces* so many as are more than can be packed at once, or all."""
    size = 0
    while size <= _WHOLE and (piece := next(pieces, None)) is not None:
        size += len(piece)
        yield piece


def _streamed(name: str, pieces: Iterable[bytes], body: Body) -> tuple[int, ...]:
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    start = body.tell()
    body.writelines((_local_header(_facts(name, _DEFLATED, 0, 0, 0)), name.encode()))
    data = body.tell()
    checksum = size = 0
    for piece in pieces:
        checksum = zlib.crc32(piece, checksum)
        size += len(piece)
        body.write(compressor.compress(piece))
    body.write(compressor.flush())
    end = body.tell()
    facts = _facts(name, _DEFLATED, checksum, end - data, size)
    body.seek(start)
    body.write(_local_header(facts))
    body.seek(end)
    return facts


def _facts(name: str, method: int, checksum: int, packed: int, size: int) -> tuple[int, ...]:
    """The nine numbers that local and central header share, up to the name's length."""
    flags = 0 if name.isascii() else _UTF8
    return (
        flags, method, _MIDNIGHT, _FIRST_DAY, checksum,
        _checked(packed), _checked(size), len(name.encode()),
    )  # fmt: skip


def _local_header(facts: tuple[int, ...]) -> bytes:
    return _LOCAL.pack(b"PK\3\4", _VERSION, *facts, 0)


def _central_header(facts: tuple[int, ...], offset: int, name: bytes) -> bytes:
    far = _FAR.pack(1, 8, offset) if offset > _MAX_BYTES else b""
    version = _VERSION_64 if far else _VERSION
    head = _CENTRAL.pack(
        b"PK\1\2", _UNIX | version, version, *facts, len(far), 0, 0, 0, _MODE,
        min(offset, _MAX_BYTES),
    )  # fmt: skip
    return head + name + far


def _checked(number: int) -> int:
    if number > _MAX_BYTES:
        raise ArchiveTooLargeError("the archive is larger than 4 GiB, a plain ZIP archive's limit")
    return number
