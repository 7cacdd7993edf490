"""ZIP archives that come out the same, byte for byte, from the same parts.

PKWARE APPNOTE 6.3.9, the part of it that OPC (ISO/IEC 29500-2) and OCF (EPUB 3.3)
allow: local header, data, central directory, end record; no extra fields, no data
descriptors, no ZIP64. Every entry is dated 1980-01-01 00:00, the zero of the
format, and is a plain file with mode 0644.
"""

from __future__ import annotations

import struct
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain

import deflate
import msgspec

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")

_VERSION = 20
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
    """One file of an archive, packed already; it can go into many archives.

    What was streamed goes into one only, which empties its deque: both whole would take
    twice the memory.
    """

    name: str
    method: int
    checksum: int
    size: int
    packed: bytes | deque[bytes]

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

    @classmethod
    def streamed(cls, name: str, pieces: Iterable[bytes]) -> ArchiveEntry:
        """Return *pieces*, one after the other, deflated under *name*.

        Those of a megabyte and more in all are never held together.
        """
        pieces, held, size = iter(pieces), [], 0
        for piece in pieces:
            held.append(piece)
            size += len(piece)
            if size > _WHOLE:
                return cls._through_zlib(name, chain(held, pieces))
        return cls.deflated(name, b"".join(held))

    @classmethod
    def _through_zlib(cls, name: str, pieces: Iterable[bytes]) -> ArchiveEntry:
        compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
        packed: deque[bytes] = deque()
        checksum = size = 0
        for piece in pieces:
            checksum = zlib.crc32(piece, checksum)
            size += len(piece)
            if some := compressor.compress(piece):
                packed.append(some)
        packed.append(compressor.flush())
        return cls(name, _DEFLATED, checksum, size, packed)


def archive(entries: Iterable[ArchiveEntry]) -> bytes:
    """Return the ZIP archive that holds *entries* in this order.

    Raises:
        ValueError: Two entries have one name.
        ArchiveTooLargeError: There are more than 65,535 entries or 4 GiB.
    """
    body = BytesIO()
    directory: list[bytes] = []
    names: set[str] = set()
    for entry in entries:
        if entry.name in names:
            raise ValueError(f"two entries are called {entry.name}")
        names.add(entry.name)
        name = entry.name.encode()
        facts = _facts(entry, name)
        directory += (_central_header(facts, _checked(body.tell())), name)
        body.writelines((_LOCAL.pack(b"PK\3\4", _VERSION, *facts, 0), name))
        body.writelines(_taken(entry.packed))
    size = sum(map(len, directory))
    count = len(names)
    if count > _MAX_ENTRIES:
        raise ArchiveTooLargeError(f"{count} entries are more than a plain ZIP archive holds")
    end = _END.pack(b"PK\5\6", 0, 0, count, count, _checked(size), _checked(body.tell()), 0)
    body.writelines((*directory, end))
    return body.getvalue()


def _taken(packed: bytes | deque[bytes]) -> Iterator[bytes]:
    if isinstance(packed, bytes):
        yield packed
        return
    while packed:
        yield packed.popleft()


def _facts(entry: ArchiveEntry, name: bytes) -> tuple[int, ...]:
    """The nine numbers that local and central header share, up to the name's length."""
    flags = 0 if entry.name.isascii() else _UTF8
    packed = entry.packed
    size = len(packed) if isinstance(packed, bytes) else sum(map(len, packed))
    return (
        flags, entry.method, _MIDNIGHT, _FIRST_DAY, entry.checksum,
        _checked(size), _checked(entry.size), len(name),
    )  # fmt: skip


def _central_header(facts: tuple[int, ...], offset: int) -> bytes:
    return _CENTRAL.pack(b"PK\1\2", _UNIX | _VERSION, _VERSION, *facts, 0, 0, 0, 0, _MODE, offset)


def _checked(number: int) -> int:
    if number > _MAX_BYTES:
        raise ArchiveTooLargeError("the archive is larger than 4 GiB, a plain ZIP archive's limit")
    return number
