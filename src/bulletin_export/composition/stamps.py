"""Where stamps stand: what is printed across or above every page, and is no part of its text."""

from __future__ import annotations

from math import radians, sin
from typing import NamedTuple

from bulletin_export.styling.template import PageStyle, Role, Template
from bulletin_export.typefaces import FontRole, LatinRole

#: Faces of both stamps: 黑体.
FACES = (FontRole.HEI, LatinRole.SANS)
#: Pale enough to read through, dark enough to survive a copier; rising, in degrees.
PALE, ANGLE = "#E6E6E6", 45.0
#: The watermark takes this part of the page's shorter side, and is never larger, in points.
_PART, _LARGEST = 0.8, 110.0
#: 三号, 小四, 小五, in points: the first that has room above the running head.
_SIZES = (16.0, 12.0, 9.0)
#: Blank towards the paper's edge, and towards the running head in em.
_EDGE, _GAP = 14.0, 0.4


class Stamp(NamedTuple):
    """A line above the running head: its em box begins at ``top`` of the page; in points."""

    top: float
    size: float


def watermark_size(page: PageStyle, natural: float) -> float:
    """Return the size in points of a watermark *natural* em wide, centred on *page*."""
    width, height = page.width.pt, page.height.pt
    # A line of length L and height 1 covers (L + 1) × sin 45° across and down.
    return min(_LARGEST, _PART * min(width, height) / (sin(radians(ANGLE)) * (natural + 1)))


def classification_stamp(template: Template, natural: float) -> Stamp:
    """Return the place of a classification *natural* em wide, flush left above the running head."""
    page, furniture = template.page, template.furniture
    head = template.style(Role.HEADER).size.pt
    lowest = page.margins.top.pt - furniture.header_distance.pt - head / 2 - _GAP * head
    room = lowest - _EDGE
    size = next((one for one in _SIZES if one <= room), _SIZES[-1])
    size = min(size, page.measure.pt / max(natural, 1.0))
    # In the middle of its room; in too little room rather close to the edge than on the head.
    top = _EDGE + (room - size) / 2 if size <= room else max(lowest - size, _EDGE / 2)
    return Stamp(top, size)
