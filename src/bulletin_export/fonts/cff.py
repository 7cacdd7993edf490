"""A CFF table put together anew, so that a page's codes lead to its glyphs directly.

Every code becomes a CID with a glyph of its own: two characters that look the same stay two,
and one that the face lacks is drawn as an empty box. A table that names its glyphs becomes one
with CIDs. Adobe Technical Note 5176, 4 (DICT), 5 (INDEX), 13 (charsets), 18 (CID-keyed fonts),
19 (FDSelect); 5177 for charstrings.
"""

from __future__ import annotations

import re
import struct
import sys
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from bulletin_export.patterns import lazy_pattern

#: Operators of DICTs; those above 255 are written with an escape byte.
_ESCAPE = 12
_CHARSET, _CHARSTRINGS, _PRIVATE, _SUBRS = 15, 17, 18, 19
_NOMINAL_WIDTH = 21
_FONT_MATRIX, _FD_ARRAY, _FD_SELECT = 256 + 7, 256 + 36, 256 + 37
_FONT_BOX = 5
#: ``Adobe`` and ``Identity`` as the first two strings of the table, supplement 0.
_ROS = struct.pack(">BhBhB", 28, 391, 28, 392, 139) + b"\x0c\x1e"
_CID_COUNT = struct.pack(">bi2B", 29, 0xFFFF, _ESCAPE, 34)
_STRINGS = (b"Adobe", b"Identity")

#: The box in em: blank beside it, thickness of its line, height.
BOX_EDGE, BOX_LINE, BOX_HEIGHT = 0.1, 0.04, 0.76

_NUMBER = rb"([\x20-\xf6]|[\xf7-\xfe].|\x1c..|\xff.{4})"
#: A charstring that begins with its width and a move along one axis (22 across, 4 up).
_WIDE = lazy_pattern(_NUMBER + _NUMBER + rb"([\x16\x04])", re.DOTALL)
_ZERO, _MOVE = b"\x8b", b"\x15"

_Entry = tuple[tuple[int, ...], bytes]


class Box(NamedTuple):
    """The box for what a face has no glyph for: its advance and the em, in units."""

    advance: int
    em: int

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """Left edge, width, height and thickness of line."""
        edge, line, height = (round(one * self.em) for one in (BOX_EDGE, BOX_LINE, BOX_HEIGHT))
        return edge, max(self.advance - 2 * edge, 3 * line), height, line


def recoded(table: bytes, glyphs: Mapping[int, int], box: Box) -> bytes:
    """Return the CFF *table* with a CID for each code in *glyphs*, drawn as its glyph there.

    Glyph 0 is drawn as *box*. CID 0 stays ``.notdef``. There must be no local subroutines.
    """
    names = _index(table, table[2])
    tops = _index(table, names[-1])
    strings = _index(table, tops[-1])
    routines = _index(table, strings[-1])
    top = _dict(table[tops[0] : tops[1]])
    fonts = _fonts(table, top)
    selected = _selected(table, top)
    outlines = _index(table, top[_CHARSTRINGS][0][0])
    codes = sorted(glyphs)
    order = [0, *(glyphs[code] for code in codes)]
    drawn = [_plain(table[outlines[one] : outlines[one + 1]]) for one in order]
    if 0 in order[1:]:
        shape = _boxed(box, fonts[selected[0]].nominal_width)
        drawn[1:] = [old if one else shape for one, old in zip(order[1:], drawn[1:], strict=True)]
    charset = array("H", codes)
    if sys.byteorder == "little":
        charset.byteswap()
    parts = (
        b"\0" + charset.tobytes(),
        b"\0" + bytes(map(selected.__getitem__, order)),
        _packed_index(drawn),
    )
    head = table[: table[2]] + table[table[2] : names[-1]]
    # Its global subroutines are kept, for they are empty or called.
    return _joined(head, table[strings[-1] : routines[-1]], top, parts, fonts)


class _Font(NamedTuple):
    """One font of the FDArray: its private DICT, and what else it says."""

    private: bytes
    entries: bytes
    nominal_width: int


def _fonts(table: bytes, top: Mapping[int, _Entry]) -> list[_Font]:
    if _FD_ARRAY not in top:
        return [_font(table, top, b"")]
    places = _index(table, top[_FD_ARRAY][0][0])
    dicts = (_dict(table[start:end]) for start, end in pairwise(places))
    return [_font(table, one, one.get(_FONT_MATRIX, ((), b""))[1]) for one in dicts]


def _font(table: bytes, owner: Mapping[int, _Entry], entries: bytes) -> _Font:
    size, start = owner[_PRIVATE][0]
    private = _dict(table[start : start + size])
    kept = b"".join(raw for key, (_, raw) in private.items() if key != _SUBRS)
    width = private.get(_NOMINAL_WIDTH, ((0,), b""))[0]
    return _Font(kept, entries, width[0] if width else 0)


def _selected(table: bytes, top: Mapping[int, _Entry]) -> Sequence[int]:
    """Return the font of each glyph."""
    start = top[_CHARSTRINGS][0][0]
    count = int.from_bytes(table[start : start + 2], "big")
    if _FD_SELECT not in top:
        return bytes(count)
    start = top[_FD_SELECT][0][0]
    if table[start] == 0:
        return table[start + 1 : start + 1 + count]
    ranges = int.from_bytes(table[start + 1 : start + 3], "big")
    found = bytearray()
    # First glyph and font of each range; the first glyph that is none ends them.
    for first, font, end in struct.iter_unpack(">HBH", b"".join(
        table[start + 3 + 3 * one : start + 8 + 3 * one] for one in range(ranges)
    )):  # fmt: skip
        found += bytes([font]) * (end - first)
    return bytes(found)


def _joined(
    head: bytes,
    routines: bytes,
    top: Mapping[int, _Entry],
    parts: tuple[bytes, bytes, bytes],
    fonts: Sequence[_Font],
) -> bytes:
    """Return the whole table: *parts* are charset, FDSelect and charstrings."""
    keys = (_CHARSET, _FD_SELECT, _CHARSTRINGS, _FD_ARRAY)
    said = b"".join(top[key][1] for key in (_FONT_MATRIX, _FONT_BOX) if key in top)

    def begun(offsets: Sequence[int]) -> bytes:
        places = map(_placed, keys, offsets)
        whole = b"".join((_ROS, said, _CID_COUNT, *places))
        return b"".join((head, _packed_index((whole,)), _packed_index(_STRINGS), routines))

    *offsets, array_start = accumulate(map(len, parts), initial=len(begun((0,) * len(keys))))
    array_size = len(_fonts_index(fonts, 0))
    array_of_fonts = _fonts_index(fonts, array_start + array_size)
    privates = b"".join(one.private for one in fonts)
    return b"".join((begun((*offsets, array_start)), *parts, array_of_fonts, privates))


def _fonts_index(fonts: Sequence[_Font], start: int) -> bytes:
    """Return the FDArray of *fonts*, whose private DICTs lie one after the other from *start*."""
    starts = accumulate((len(one.private) for one in fonts), initial=start)
    return _packed_index(
        [
            one.entries + struct.pack(">bibiB", 29, len(one.private), 29, at, _PRIVATE)
            for one, at in zip(fonts, starts, strict=False)
        ]
    )


def _placed(key: int, offset: int) -> bytes:
    operator = bytes([_ESCAPE, key - 256]) if key > 255 else bytes([key])
    return struct.pack(">bi", 29, offset) + operator


def _plain(outline: bytes) -> bytes:
    """Return the charstring *outline*, beginning with a move along both axes.

    Checkers were met that overlook a width before any other.
    """
    begun = _WIDE.match(outline)
    if not begun:
        return outline
    width, step, operator = begun.groups()
    steps = (step, _ZERO) if operator == b"\x16" else (_ZERO, step)
    return b"".join((width, *steps, _MOVE, outline[begun.end() :]))


def _boxed(box: Box, nominal_width: int) -> bytes:
    """Return the charstring of *box*: an outline, and in it another one the other way round."""
    edge, width, height, line = box.corners
    inner = (width - 2 * line, 2 * line - height, 2 * line - width)
    moves = (
        ((box.advance - nominal_width, edge, 0), 21),
        ((width, height, -width), 6),
        ((line, -line), 21),
        (inner, 6),
        ((), 14),
    )
    return b"".join(
        b"".join(struct.pack(">Bh", 28, number) for number in numbers) + bytes([operator])
        for numbers, operator in moves
    )


def _index(table: bytes, start: int) -> list[int]:
    """Return where the objects of the INDEX at *start* begin, and last where it ends."""
    count = int.from_bytes(table[start : start + 2], "big")
    if not count:
        return [start + 2]
    size = table[start + 2]
    first = start + 3
    data = first + (count + 1) * size - 1
    number = int.from_bytes
    return [
        data + number(table[at : at + size], "big")
        for at in range(first, first + (count + 1) * size, size)
    ]


def _packed_index(objects: Sequence[bytes]) -> bytes:
    ends = array("I", accumulate(map(len, objects), initial=1))
    size = 2 if ends[-1] < 0x10000 else 3
    if sys.byteorder == "little":
        ends.byteswap()
    packed = ends.tobytes()
    # Four bytes each: those in front are 0.
    offsets = b"".join([packed[at + 4 - size : at + 4] for at in range(0, len(packed), 4)])
    return struct.pack(">HB", len(objects), size) + offsets + b"".join(objects)


def _dict(data: bytes) -> dict[int, _Entry]:
    """Return the DICT *data*: by operator the whole numbers before it, and how it is written."""
    found: dict[int, _Entry] = {}
    operands: list[int] = []
    start = at = 0
    while at < len(data):
        if data[at] <= 21:
            key = 256 + data[at + 1] if data[at] == _ESCAPE else data[at]
            at += 2 if data[at] == _ESCAPE else 1
            found[key] = (tuple(operands), data[start:at])
            operands, start = [], at
        else:
            number, at = _operand(data, at)
            operands.append(number)
    return found


def _operand(data: bytes, at: int) -> tuple[int, int]:
    """Return the number at *at* and where it ends; of real numbers nobody asks the value."""
    first = data[at]
    if first == 28:
        return int.from_bytes(data[at + 1 : at + 3], "big", signed=True), at + 3
    if first == 29:
        return int.from_bytes(data[at + 1 : at + 5], "big", signed=True), at + 5
    if first == 30:
        at += 1
        while data[at] & 0xF != 0xF and data[at] >> 4 != 0xF:
            at += 1
        return 0, at + 1
    if first <= 246:
        return first - 139, at + 1
    if first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    return -(first - 251) * 256 - data[at + 1] - 108, at + 2
