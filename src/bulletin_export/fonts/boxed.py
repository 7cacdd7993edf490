"""A TrueType file with one glyph more: the empty box for what the face lacks.

``.notdef`` may look like one, but nothing in a PDF/A file may be shown by it
(ISO 19005-2, 6.2.11.8). OpenType 1.9: ``glyf``, ``loca``, ``hmtx``, ``hhea``, ``maxp``.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from bulletin_export.fonts.cff import Box
from bulletin_export.fonts.sfnt import sfnt

if TYPE_CHECKING:
    import uharfbuzz as hb

#: A point on the curve, both coordinates two bytes long.
_CORNER = b"\x01"


def with_box(face: hb.Face, box: Box) -> bytes:
    """Return *face* as a file whose last glyph is *box*."""
    tables = {tag: bytearray(face.reference_table(tag).data or b"") for tag in face.table_tags}
    count, glyphs = face.glyph_count, tables["glyf"]
    glyphs += bytes(-len(glyphs) % 4)
    tables["loca"] = _places(tables["loca"], is_long=tables["head"][51] == 1)
    struct.pack_into(">I", tables["loca"], 4 * count, len(glyphs))
    glyphs += _outline(box)
    tables["loca"] += struct.pack(">I", len(glyphs))
    tables["hmtx"] = _metrics(tables, count) + struct.pack(">Hh", box.advance, box.corners[0])
    struct.pack_into(">H", tables["hhea"], 34, count + 1)
    struct.pack_into(">h", tables["head"], 50, 1)
    points, contours = struct.unpack_from(">HH", tables["maxp"], 6)
    struct.pack_into(">HHH", tables["maxp"], 4, count + 1, max(points, 8), max(contours, 2))
    return sfnt({tag: bytes(data) for tag, data in tables.items()})


def _places(loca: bytearray, *, is_long: bool) -> bytearray:
    """Return *loca* with four bytes an entry; its last entry ends the last glyph."""
    if is_long:
        return loca
    return bytearray(
        b"".join(struct.pack(">I", 2 * at) for (at,) in struct.iter_unpack(">H", loca))
    )


def _metrics(tables: dict[str, bytearray], count: int) -> bytearray:
    """Return ``hmtx`` with an advance for every glyph."""
    table = tables["hmtx"]
    (known,) = struct.unpack_from(">H", tables["hhea"], 34)
    metrics = table[: 4 * known]
    last = metrics[-4:-2]
    for at in range(4 * known, 4 * known + 2 * (count - known), 2):
        metrics += last + table[at : at + 2]
    return metrics


def _outline(box: Box) -> bytes:
    """Return the glyph: an outline, and in it another one the other way round."""
    left, width, height, line = box.corners
    right, inner = left + width, (left + line, line, left + width - line, height - line)
    outer = ((left, 0), (left, height), (right, height), (right, 0))
    x0, y0, x1, y1 = inner
    points = (*outer, (x0, y0), (x1, y0), (x1, y1), (x0, y1))
    steps = [
        struct.pack(f">{len(points)}h", *(b - a for a, b in zip((0, *axis), axis, strict=False)))
        for axis in zip(*points, strict=True)
    ]
    head = struct.pack(">5h3H", 2, left, 0, right, height, 3, 7, 0)
    data = head + _CORNER * len(points) + b"".join(steps)
    return data + bytes(-len(data) % 4)
