"""New CIDs for the glyphs of a CFF table, so that a page's codes lead to them directly.

Adobe Technical Note 5176, 9 (Top DICT), 13 (charsets), 18 (CID-keyed fonts).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping

from bulletin_export.patterns import lazy_pattern

#: The first operator of a CID-keyed font's Top DICT.
_ROS = b"\x0c\x1e"
#: HarfBuzz writes offsets as five bytes (29 and a number), here that of the charset (15).
_CHARSET = lazy_pattern(rb"\x1d(.{4})\x0f", re.DOTALL)


def recoded(table: bytes, cids: Mapping[int, int], glyph_count: int) -> bytes | None:
    """Return the CFF *table* with ``cids[glyph]`` as the CID of each glyph.

    Glyphs that *cids* leaves out become CID 0. None for a font that is not CID-keyed:
    there the CID is the glyph's number and nothing can change it (ISO 32000-1, 9.7.4.2).
    """
    start, end = _top_dict(table)
    top = table[start:end]
    operand = _CHARSET.search(top)
    if _ROS not in top or operand is None:
        return None
    charset = array("H", (cids.get(glyph, 0) for glyph in range(1, glyph_count)))
    charset.byteswap()
    where = start + operand.start(1)
    offset = len(table).to_bytes(4, "big")
    return b"".join((table[:where], offset, table[where + 4 :], b"\0", charset.tobytes()))


def _top_dict(table: bytes) -> tuple[int, int]:
    """Return start and end of the first Top DICT."""
    index = _index_end(table, table[2])
    size = table[index + 2]
    first = index + 3
    offsets = [
        int.from_bytes(table[first + number * size : first + (number + 1) * size], "big")
        for number in (0, 1)
    ]
    data = first + 2 * size - 1
    return data + offsets[0], data + offsets[1]


def _index_end(table: bytes, start: int) -> int:
    """Return where the INDEX at *start* ends."""
    count = int.from_bytes(table[start : start + 2], "big")
    if not count:
        return start + 2
    size = table[start + 2]
    last = start + 3 + count * size
    return last + size - 1 + int.from_bytes(table[last : last + size], "big")
