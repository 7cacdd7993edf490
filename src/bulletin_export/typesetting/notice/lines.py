"""Single lines in their places, and how much a line and a character are here."""

from __future__ import annotations

from msgspec.structs import replace

from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Line
from bulletin_export.typesetting.lists import marked
from bulletin_export.typesetting.setting import Look, Setting
from bulletin_export.typesetting.strips import ASCENT, SetLine, Strip, changed
from bulletin_export.typesetting.texts import one_line

#: Less, in points, is nothing.
_LEAST_SPREAD = 0.01


def pitch(setting: Setting) -> float:
    """Return 一行: from line to line of the grid, or of the body where there is none."""
    return setting.frame.pitch or setting.look(Role.BODY).pitch


def em(setting: Setting) -> float:
    """Return 一字: the width of a character of the body."""
    return setting.look(Role.BODY).size


def line_at(line: Line, x: float, top: float, role: Role, look: Look) -> SetLine:
    """Return *line* with the upper left corner of its em box at (*x*, *top*)."""
    return SetLine(x, top + ASCENT * look.size, line, role, look.size)


def text_at(text: str, x: float, top: float, role: Role, setting: Setting) -> SetLine:
    """Return *text* as one line in the look of *role*, its em box at (*x*, *top*)."""
    look = setting.look(role)
    return line_at(one_line(text, look, setting), x, top, role, look)


def spread(line: Line, width: float) -> Line:
    """Return *line* with its characters spread to *width*, where one face sets it."""
    gaps = len(line.text) - 1
    if len(line.runs) != 1 or gaps < 1 or line.width > width - _LEAST_SPREAD:
        return line
    run = line.runs[0]
    tracking = run.tracking + (width - line.width) / gaps
    return replace(line, runs=(replace(run, tracking=tracking, width=width),), width=width)


def prefixed(strips: list[Strip], mark: Line, x: float, role: Role, look: Look) -> list[Strip]:
    """Return *strips*, a paragraph, with *mark* at *x* as its first words."""
    first, *rest = marked(strips, mark, x, role, look)
    head, *others = first.lines
    tag = others[0].tag if others else head.tag
    return [changed(first, lines=(head._replace(tag=tag), *others)), *rest]
