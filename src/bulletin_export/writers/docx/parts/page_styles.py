"""Styles of what stands around the text: running head and foot, classification, cover."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_export.composition.stamps import FACES
from bulletin_export.styling.template import Align, FurnitureLine, Role, Template, TextStyle
from bulletin_export.units import Length, Measure
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.markup import Properties, value
from bulletin_export.writers.docx.page import classification, head_top
from bulletin_export.writers.docx.roles import StyleName

#: A title of two lines at most is so much larger than above a list of contents, as in PDF.
LARGE = 36 / 26
#: The cover's title begins at this part of the type area's depth.
HEAD = 0.16
#: Blank above and below the cover's rule, in points, and its thickness in eighths of a point.
AROUND, _THICKNESS = 14, 12
_EDGE = {Role.HEADER: "bottom", Role.FOOTER: "top"}
#: Word takes no more blank between a paragraph and its border, in points.
_WIDEST_SPACE = 31
_NONE = Measure(0, "pt")


class PageStyle(NamedTuple):
    """A style that no role has: its look, and what is said beside it."""

    name: StyleName
    look: TextStyle
    properties: Properties


def line_of(role: Role, template: Template) -> FurnitureLine:
    """Return the running line whose style is that of *role*."""
    furniture = template.furniture
    return furniture.header if role is Role.HEADER else furniture.footer


def running_line(template: Template, role: Role) -> dict[str, str]:
    """Return alignment, tabs and rule of the running head or foot.

    The rule stands half-way between the line and the type area.
    """
    line, furniture = line_of(role, template), template.furniture
    properties = {"jc": value(_side(line))}
    if _has_places(line):
        properties["tabs"] = _tabs(template.page.measure.twips, template.style(role))
    if line.rule and line:
        head = role is Role.HEADER
        distance = furniture.header_distance if head else furniture.footer_distance
        space = (distance.pt - template.style(role).pitch.pt) / 2
        points = min(max(round(space), 0), _WIDEST_SPACE)
        edge = f'w:val="single" w:sz="4" w:space="{points}" w:color="auto"'
        properties["pBdr"] = f"<w:pBdr><w:{_EDGE[role]} {edge}/></w:pBdr>"
    return properties


def even_side(template: Template, role: Role) -> str:
    """Return the other side for even pages, if head or foot stands at one side alone."""
    side = running_line(template, role)["jc"]
    line = line_of(role, template)
    is_lone = sum(map(bool, (line.left, line.centre, line.right))) == 1
    if not (template.furniture.mirrored and is_lone and not line.centre):
        return ""
    return value("left" if side == value("right") else "right")


def turned_tabs(template: Template, role: Role) -> str:
    """Return the stops of head or foot on turned pages, or nothing if it has a single place.

    Those of upright pages are cleared: styles add stops to those they are based on.
    """
    page, look = template.page, template.style(role)
    if not _has_places(line_of(role, template)) or page.depth.twips <= page.measure.twips:
        return ""
    upright = re.findall('w:pos="([0-9]+)"', _tabs(page.measure.twips, look))
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{at}"/>' for at in upright)
    return _tabs(page.depth.twips, look).replace("<w:tabs>", f"<w:tabs>{cleared}")


def _has_places(line: FurnitureLine) -> bool:
    return sum(map(bool, (line.left, line.centre, line.right))) > 1


def page_styles(template: Template) -> Iterator[PageStyle]:
    """Yield the styles of classification and cover, if there are such, and of what is blank."""
    if stamp := classification(template):
        blank = max(head_top(template) - stamp.top - stamp.size, 0.0)
        look = TextStyle(
            font=FACES[0],
            latin=FACES[1],
            size=Length(round(stamp.size * 2) / 2),
            line_pitch=Measure(stamp.size, "pt"),
            space_after=Measure(blank, "pt"),
            align=Align.LEFT,
        )
        yield PageStyle(roles.CLASSIFICATION, look, {})
    if template.furniture.cover == "page":
        yield from _cover_styles(template)
    yield PageStyle(roles.BLANK, TextStyle(size=Length(1), line_pitch=Measure(1, "pt")), {})


def _cover_styles(template: Template) -> Iterator[PageStyle]:
    title = template.style(Role.PUBLICATION_TITLE)
    top = Measure(HEAD * template.page.depth.pt, "pt")
    title = replace(title, space_before=top, space_after=Measure(AROUND / 2, "pt"))
    large = replace(
        title,
        size=Length(round(title.size.pt * LARGE)),
        line_pitch=Measure(title.pitch.pt * LARGE, "pt"),
    )
    yield PageStyle(roles.COVER_TITLE, large, {})
    yield PageStyle(roles.COVER_LONG_TITLE, title, {})
    date = template.style(Role.PUBLICATION_DATE)
    rule = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{_THICKNESS}" w:space="{AROUND}" '
        f'w:color="{title.colour.removeprefix("#").upper()}"/></w:pBdr>'
    )
    ruled = replace(date, box="none", background="", space_after=Measure(2 * AROUND, "pt"))
    yield PageStyle(roles.COVER_DATE, ruled, {"pBdr": rule})
    for name, role in (
        (roles.COVER_SECTION, Role.CONTENTS_SECTION),
        (roles.COVER_ENTRY, Role.CONTENTS_ENTRY),
    ):
        yield PageStyle(name, replace(template.style(role), align=Align.LEFT), {})
    foot = replace(date, box="none", background="", space_before=_NONE, space_after=_NONE)
    yield PageStyle(roles.COVER_PUBLISHER, foot, {})


def _side(line: FurnitureLine) -> str:
    match (bool(line.left), bool(line.centre), bool(line.right)):
        case (False, True, False):
            return "center"
        case (False, False, True):
            return "right"
        case _:
            return "left"


def _tabs(measure: int, look: TextStyle) -> str:
    """Return the stops for the middle and the right of a line *measure* wide, in twips."""
    left, right = look.length(look.margin_left).twips, look.length(look.margin_right).twips
    end = measure - right
    stops = f'<w:tab w:val="center" w:pos="{(left + end) // 2}"/>'
    return f'<w:tabs>{stops}<w:tab w:val="right" w:pos="{end}"/></w:tabs>'
