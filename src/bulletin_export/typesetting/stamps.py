"""What is printed across or above every page, and is no part of its text."""

from __future__ import annotations

from math import cos, radians, sin

from bulletin_export.composition.stamps import (
    ANGLE,
    FACES,
    PALE,
    classification_stamp,
    watermark_size,
)
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Line, PlacedLine, Span
from bulletin_export.typesetting.paragraph import set_paragraph
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.strips import ASCENT


def watermark(setting: Setting) -> tuple[PlacedLine, ...]:
    """Return the watermark, centred on the page and rising by 45 degrees; none if not wanted."""
    text = setting.template.furniture.watermark.strip()
    if not text:
        return ()
    page, turn = setting.template.page, radians(ANGLE)
    size = watermark_size(page, _line(text, 1.0, PALE, setting).width)
    line = _line(text, size, PALE, setting)
    along, above = line.width / 2, (ASCENT - 0.5) * size
    x = page.width.pt / 2 - along * cos(turn) + above * sin(turn)
    y = page.height.pt / 2 + along * sin(turn) + above * cos(turn)
    return (PlacedLine(x, y, line, Role.HEADER, angle=ANGLE),)


def classification(setting: Setting) -> tuple[PlacedLine, ...]:
    """Return the line at the head of a page, flush left above the running head."""
    text = setting.template.furniture.classification.strip()
    if not text:
        return ()
    natural = _line(text, 1.0, "#000000", setting).width
    top, size = classification_stamp(setting.template, natural)
    line = _line(text, size, "#000000", setting)
    left = setting.template.page.margins.left.pt
    return (PlacedLine(left, top + ASCENT * size, line, Role.HEADER),)


def _line(text: str, size: float, colour: str, setting: Setting) -> Line:
    chain = setting.fonts.chain(*FACES, bold=False)
    span = Span(" ".join(text.split()), chain, size, colour)
    composition = setting.template.composition
    return set_paragraph([span], measure=1e6, composition=composition)[0]
