"""Colour profiles of our own making (ICC.1:2001-04, version 2.1): the same bytes everywhere.

PDF/A wants to know what the colours of a file mean (ISO 19005-2, 6.2.3). The profiles that
come with other software carry the moment of their making and a licence.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from itertools import product

_MAKER = "bulletin_export"
_D50 = (0.9642, 1.0, 0.8249)

#: The primaries of sRGB (IEC 61966-2-1), adapted to D50 as profiles have them.
_SRGB = {
    b"rXYZ": (0.4361, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7141),
}
#: Points of the curve of sRGB.
_STEPS = 128

#: CIELAB of paper and solid inks of offset on coated paper, black backing (ISO 12647-2:2004,
#: table 3), by the inks that are printed over each other.
_SOLIDS = {
    "": (95, 0, -2), "C": (55, -37, -50), "M": (48, 74, -3), "Y": (91, -5, 93),
    "MY": (47, 68, 48), "CY": (50, -68, 25), "CM": (24, 22, -46), "CMY": (23, 0, 0),
}  # fmt: skip
_BLACK = (16, 0, 0)
#: How much of the lightness and colour below shines through solid black.
_THROUGH_BLACK = 0.1
#: Points along each axis of CIELAB in the table that leads to inks.
_GRID = 5


def srgb() -> bytes:
    """Return sRGB as a matrix and a curve."""
    curve = struct.pack(">4s4xI", b"curv", _STEPS) + b"".join(
        struct.pack(">H", round(65535 * _linear(step / (_STEPS - 1)))) for step in range(_STEPS)
    )
    tags = {tag: _xyz(value) for tag, value in _SRGB.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _profile(b"mntr", b"RGB ", b"XYZ ", "sRGB", tags)


def offset() -> bytes:
    """Return offset printing in four inks on coated paper, mixed from its solids.

    It says what the inks look like; it is too coarse to separate pictures with.
    """
    seen = _table(4, 3, 2, map(_overprint, product((0, 1), repeat=4)))
    printed = _table(3, 4, _GRID, map(_inks, product(range(_GRID), repeat=3)))
    tags = dict.fromkeys((b"A2B0", b"A2B1", b"A2B2"), seen)
    tags |= dict.fromkeys((b"B2A0", b"B2A1", b"B2A2"), printed)
    tags[b"gamt"] = _table(3, 1, 2, [(0,)] * 8)
    return _profile(b"prtr", b"CMYK", b"Lab ", "Offset on coated paper", tags)


def _linear(level: float) -> float:
    """Return the light of a *level* of sRGB (IEC 61966-2-1)."""
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


def _overprint(inks: tuple[int, ...]) -> tuple[int, ...]:
    """Return the colour of solid *inks* (C, M, Y, K: printed or not), as profiles encode it."""
    names = "".join(name for name, is_printed in zip("CMY", inks, strict=False) if is_printed)
    lightness, a, b = _SOLIDS[names]
    if inks[3]:
        share = _THROUGH_BLACK
        below = (lightness - 95, a, b)
        lightness, a, b = (
            round(black + share * one) for black, one in zip(_BLACK, below, strict=True)
        )
    return round(lightness * 652.8), (a + 128) * 256, (b + 128) * 256


def _inks(place: tuple[int, ...]) -> tuple[int, ...]:
    """Return inks for a point of the grid of CIELAB, by the complement of its colour."""
    lightness = place[0] / (_GRID - 1)
    a, b = (2 * one / (_GRID - 1) - 1 for one in place[1:])
    red, green, blue = lightness + a, lightness - a / 2 + b / 4, lightness - b
    cyan, magenta, yellow = (1 - min(max(one, 0.0), 1.0) for one in (red, green, blue))
    black = min(cyan, magenta, yellow)
    parts = (cyan - black, magenta - black, yellow - black, black)
    return tuple(round(65535 * one) for one in parts)


def _table(inputs: int, outputs: int, grid: int, points: Iterable[tuple[int, ...]]) -> bytes:
    """Return a table of colours (lut16Type, 6.5.8) with straight curves before and after."""
    head = struct.pack(">4s4x4B", b"mft2", inputs, outputs, grid, 0)
    identity = struct.pack(">9i", *(65536 * one for one in (1, 0, 0, 0, 1, 0, 0, 0, 1)))
    straight = struct.pack(">2H", 0, 65535)
    values = b"".join(struct.pack(f">{outputs}H", *point) for point in points)
    sizes = struct.pack(">2H", 2, 2)
    return b"".join((head, identity, sizes, straight * inputs, values, straight * outputs))


def _xyz(value: Iterable[float]) -> bytes:
    return struct.pack(">4s4x3i", b"XYZ ", *(round(65536 * one) for one in value))


def _text(text: str) -> bytes:
    return b"text\0\0\0\0" + text.encode() + b"\0"


def _description(text: str) -> bytes:
    plain = text.encode() + b"\0"
    # No Unicode name, no Macintosh name.
    return struct.pack(">4s4xI", b"desc", len(plain)) + plain + bytes(4 + 4 + 2 + 1 + 67)


def _profile(
    kind: bytes, space: bytes, between: bytes, title: str, tags: dict[bytes, bytes]
) -> bytes:
    """Return a profile with *tags*; what several tags share is there once (6.1, 6.2)."""
    all_tags = {
        b"cprt": _text(f"{_MAKER}; no copyright, use freely"),
        b"desc": _description(title),
        b"wtpt": _xyz(_D50),
        **tags,
    }
    start = 128 + 4 + 12 * len(all_tags)
    places: dict[bytes, int] = {}
    body = bytearray()
    for data in all_tags.values():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
    index = b"".join(
        struct.pack(">4sII", tag, places[data], len(data)) for tag, data in sorted(all_tags.items())
    )
    head = struct.pack(
        ">I4xI4s4s4s6H4s28x3i48x",
        start + len(body), 0x02100000, kind, space, between, 2000, 1, 1, 0, 0, 0, b"acsp",
        *(round(65536 * one) for one in _D50),
    )  # fmt: skip
    return head + struct.pack(">I", len(all_tags)) + index + body
