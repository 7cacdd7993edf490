"""What is printed across or above every page, and is no part of its text."""

from __future__ import annotations

from math import cos, radians, sin

from bulletin_export.styling.template import Role
from bulletin_export.typefaces import FontRole, LatinRole
from bulletin_export.typesetting.layout import Line, PlacedLine, Span
from bulletin_export.typesetting.paragraph import set_paragraph
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.strips import ASCENT

#: Faces of both stamps: 黑体.
FACES = (FontRole.HEI, LatinRole.SANS)

#: Pale enough to read through, dark enough to survive a copier.
_PALE, _ANGLE = "#E6E6E6", 45.0
#: The watermark takes this part of the page's shorter side, and is never larger, in points.
_PART, _LARGEST = 0.8, 110.0
#: 三号, 小四, 小五, in points: the first that has room above the running head.
_SIZES = (16.0, 12.0, 9.0)
#: Blank towards the paper's edge, and towards the running head in em.
_EDGE, _GAP = 14.0, 0.4


def watermark(setting: Setting) -> tuple[PlacedLine, ...]:
    """Return the watermark, centred on the page and rising by 45 degrees; none if not wanted."""
    text = setting.template.furniture.watermark.strip()
    if not text:
        return ()
    page = setting.template.page
    width, height = page.width.pt, page.height.pt
    turn = radians(_ANGLE)
    natural = _line(text, 1.0, _PALE, setting).width
    # A line of length L and height 1 covers (L + 1) × sin 45° across and down.
    size = min(_LARGEST, _PART * min(width, height) / (sin(turn) * (natural + 1)))
    line = _line(text, size, _PALE, setting)
    along, above = line.width / 2, (ASCENT - 0.5) * size
    x = width / 2 - along * cos(turn) + above * sin(turn)
    y = height / 2 + along * sin(turn) + above * cos(turn)
    return (PlacedLine(x, y, line, Role.HEADER, angle=_ANGLE),)


def classification(setting: Setting) -> tuple[PlacedLine, ...]:
    """Return the line at the head of a page, flush left above the running head."""
    text = setting.template.furniture.classification.strip()
    if not text:
        return ()
    page, furniture = setting.template.page, setting.template.furniture
    head = setting.look(Role.HEADER).size
    lowest = page.margins.top.pt - furniture.header_distance.pt - head / 2 - _GAP * head
    room = lowest - _EDGE
    size = next((one for one in _SIZES if one <= room), _SIZES[-1])
    natural = _line(text, 1.0, "#000000", setting).width
    size = min(size, page.measure.pt / max(natural, 1.0))
    # In the middle of its room; in too little room rather close to the edge than on the head.
    top = _EDGE + (room - size) / 2 if size <= room else max(lowest - size, _EDGE / 2)
    line = _line(text, size, "#000000", setting)
    return (PlacedLine(page.margins.left.pt, top + ASCENT * size, line, Role.HEADER),)


def _line(text: str, size: float, colour: str, setting: Setting) -> Line:
    chain = setting.fonts.chain(*FACES, bold=False)
    span = Span(" ".join(text.split()), chain, size, colour)
    composition = setting.template.composition
    return set_paragraph([span], measure=1e6, composition=composition)[0]
