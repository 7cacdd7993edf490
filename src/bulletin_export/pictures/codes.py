"""QR codes of addresses, as squares (ISO/IEC 18004)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from struct import pack
from zlib import crc32

import msgspec
from deflate import zlib_compress

from bulletin_export.patterns import lazy_pattern
from bulletin_export.units import Length

#: Modules that stay blank on every side (ISO/IEC 18004, 5.3.8).
_QUIET = 4
#: A code is so wide, or wider where its modules would be too small for a telephone.
_SIDE, _MODULE = Length.of_mm(18).pt, Length.of_mm(0.4).pt
#: libdeflate gives the same bytes with every build of Python.
_LEVEL = 9
_DARK = lazy_pattern(rb"\x01+")


class QrCode(msgspec.Struct, frozen=True):
    """A code of *side* × *side* modules, the blank around it included.

    ``bars`` are runs of dark modules: row from the top, column, length.
    """

    side: int
    bars: tuple[tuple[int, int, int], ...]


def printed_side(code: QrCode) -> float:
    """Return how wide *code* is printed, in points: wider where its modules are many."""
    return max(_SIDE, code.side * _MODULE)


def code_png(code: QrCode, zoom: int) -> bytes:
    """Return *code* as a PNG in black and white, *zoom* pixels for each module (RFC 2083)."""
    side = code.side * zoom
    rows = [bytearray(b"\xff" * ((side + 7) // 8)) for _ in range(code.side)]
    for row, column, length in code.bars:
        for pixel in range(column * zoom, (column + length) * zoom):
            rows[row][pixel // 8] &= ~(0x80 >> pixel % 8)
    image = b"".join((b"\x00" + bytes(row)) * zoom for row in rows)
    head = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", bytes(zlib_compress(image, _LEVEL))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))
        for kind, data in chunks
    )


@lru_cache(maxsize=64)
def qr_code(address: str) -> QrCode | None:
    """Return the code of *address*, which a seventh of dirt leaves readable (level M).

    None if it is longer than a code holds, 2331 bytes.
    """
    import segno

    try:
        made = segno.make(_ascii(address), error="m", boost_error=False, micro=False, mode="byte")
    except ValueError:
        return None
    rows = [bytes(row) for row in made.matrix]
    return QrCode(len(rows) + 2 * _QUIET, tuple(_bars(rows)))


def _bars(rows: list[bytes]) -> Iterator[tuple[int, int, int]]:
    for number, row in enumerate(rows, _QUIET):
        for match in _DARK.finditer(row):
            yield number, match.start() + _QUIET, match.end() - match.start()


def _ascii(address: str) -> bytes:
    """Return *address* as telephones expect it: percent-encoded beyond ASCII."""
    from urllib.parse import quote

    return quote(address, safe="%/:?#[]@!$&'()*+,;=-._~").encode()
