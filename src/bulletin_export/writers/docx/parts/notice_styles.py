"""What the styles of official documents say beyond their roles (GB/T 9704-2012, 7 and 10).

Distances that the standard counts in lines and characters are properties of styles; what
depends on the words of a document is in the tables of `content.notice`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bulletin_export.styling.template import Role, Template, TextStyle
from bulletin_export.units import Length
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.markup import Properties, value
from bulletin_export.writers.docx.parts.word_fonts import style_fonts
from bulletin_export.writers.docx.roles import StyleName, style_id

#: The line of a mark, in its size: Word sets four fifths of an exact line above the baseline,
#: and characters are seven eighths of their size above it, so they begin where the line does.
_MARK_LINE = 1.1
#: Type of organs that issue together, in lines, when they are too many for the full size.
_SMALL = 0.9


class NoticeStyle(NamedTuple):
    """A style of its own beside those of the roles."""

    kind: str
    name: StyleName
    based_on: str
    paragraphs: Properties
    runs: Properties
    #: ``w:tblPr``, of a table style.
    tables: str = ""


def pitch(template: Template) -> int:
    """Return 一行 in twips: from line to line of the grid, or of the body where there is none."""
    page = template.page
    if page.grid.lines:
        return page.depth.twips // page.grid.lines
    return template.style(Role.BODY).pitch.twips


def mark_line(template: Template) -> int:
    """Return the height of the line of 发文机关标志, in twips."""
    return round(_MARK_LINE * template.style(Role.ISSUER).size.twips)


def exact(line: int, before: int = 0, after: int = 0) -> str:
    """Return ``w:spacing`` of lines *line* twips high, whatever stands in them."""
    return f'w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"'


def hanging(first: float, turned: float, size: int, right: float = 0.0) -> str:
    """Return ``w:ind`` of a paragraph that begins at *first* and goes on at *turned*, in em."""
    step = turned - first
    sides = [
        f'w:leftChars="{round(turned * 100)}" w:left="{round(turned * size)}"',
        f'w:rightChars="{round(right * 100)}" w:right="{round(right * size)}"' if right else "",
        f'w:hangingChars="{round(step * 100)}" w:hanging="{round(step * size)}"',
    ]
    return " ".join(filter(None, sides))


def of_role(template: Template, role: Role) -> Properties:
    """Return the properties of a paragraph of *role* that its place in a notice decides."""
    look, line = template.style(role), pitch(template)
    size = look.size.twips
    flat = {"spacing": exact(look.pitch.twips)}
    match role:
        case Role.ISSUER:
            return {"spacing": exact(mark_line(template)), "snapToGrid": value(0)}
        case Role.DOCUMENT_NUMBER:
            return {**flat, "jc": value("center"), "ind": 'w:left="0"'}
        case Role.SIGNER:
            return {**flat, "jc": value("left"), "ind": 'w:left="0"'}
        case Role.ATTACHMENTS:
            left = look.margin_left.number if look.margin_left.unit == "em" else 2.0
            spacing = exact(look.pitch.twips, before=line)
            return {"spacing": spacing, "ind": hanging(left, left + 3, size), "keepNext": ""}
        case Role.ATTENDANCE:
            spacing = exact(look.pitch.twips, before=line)
            ind = hanging(2, 5, size)
            return {"spacing": spacing, "ind": ind, "contextualSpacing": "", "keepNext": ""}
        case Role.SIGNATURE:
            return {**flat, "jc": value("center"), "ind": 'w:left="0"', "keepNext": ""}
        case Role.IMPRINT:
            sides = f'w:leftChars="100" w:left="{size}" w:rightChars="100" w:right="{size}"'
            return {"ind": sides, "jc": value("left")}
        case _:
            return {}


def notice_styles(template: Template) -> Iterator[NoticeStyle]:
    """Yield the styles of official documents that are no roles."""
    yield from _of_head(template)
    yield from _of_rules(template)
    yield from _of_ends(template)
    rules = template.notice
    red = template.style(Role.ISSUER).colour.removeprefix("#").upper()
    yield _table_style(roles.NOTICE_PART, "")
    yield _table_style(roles.NOTICE_HEAD, _rule("bottom", rules.red_rule, red))
    outer, inner = rules.imprint_rule, rules.imprint_inner_rule
    edges = _rule("top", outer) + _rule("bottom", outer) + _rule("insideH", inner)
    yield _table_style(roles.NOTICE_IMPRINT, edges)


def _of_head(template: Template) -> Iterator[NoticeStyle]:
    based = style_id(Role.ISSUER)
    for is_large, name in ((True, roles.JOINT_ISSUER), (False, roles.JOINT_ISSUER_SMALL)):
        look = joint(template, is_large=is_large)
        size = value(look.size // 10)
        yield _paragraph(
            name,
            based,
            {"spacing": exact(look.line), "jc": value("distribute")},
            {} if is_large else {"sz": size, "szCs": size},
        )
    for percent, name in roles.NARROW_ISSUER.items():
        yield NoticeStyle("character", name, "DefaultParagraphFont", {}, {"w": value(percent)})
    label = _fonts(template, template.style(Role.DOCUMENT_NUMBER))
    yield NoticeStyle("character", roles.SIGNER_LABEL, "DefaultParagraphFont", {}, label)
    names = template.style(Role.SIGNER).size.twips
    yield _paragraph(
        roles.FURTHER_SIGNERS,
        style_id(Role.SIGNER),
        {"ind": f'w:leftChars="400" w:left="{4 * names}"'},
    )
    number = template.style(Role.DOCUMENT_NUMBER).size.twips
    left = {"jc": value("left"), "ind": f'w:leftChars="100" w:left="{number}"'}
    yield _paragraph(roles.NUMBER_AT_LEFT, style_id(Role.DOCUMENT_NUMBER), left)
    right = {"jc": value("right"), "ind": 'w:left="0"'}
    yield _paragraph(roles.LETTER_NUMBER, style_id(Role.DOCUMENT_NUMBER), right)
    yield _paragraph(roles.BRIEFING_NAME, based, {"jc": value("distribute")})
    inset = {"jc": value("right"), "ind": f'w:rightChars="100" w:right="{number}"'}
    yield _paragraph(roles.BRIEFING_DATE, style_id(Role.DOCUMENT_NUMBER), inset)
    yield _paragraph(roles.BRIEFING_NUMBER, style_id(Role.COPY_NUMBER), right)
    space = {"spacing": exact(20), "snapToGrid": value(0)}
    yield _paragraph(roles.ANCHOR, "Normal", space, {"sz": value(2), "szCs": value(2)})


def _of_rules(template: Template) -> Iterator[NoticeStyle]:
    """Yield the lines below the red rule, and the double rules of 信函 (7.3.1, 10.1.2)."""
    title = template.style(Role.TITLE)
    blank = exact(title.length(title.space_before).twips)
    gap = {"keepNext": "", "spacing": blank, "snapToGrid": value(0)}
    yield _paragraph(roles.BELOW_RED_RULE, "Normal", gap)
    colour = template.style(Role.ISSUER).colour.removeprefix("#").upper()
    double = '<w:{} w:val="{}" w:sz="24" w:space="0" w:color="{}"/>'
    upper = double.format("bottom", "thickThinSmallGap", colour)
    yield _table_style(roles.LETTER_HEAD, upper)
    lower = double.format("top", "thinThickSmallGap", colour)
    yield _table_style(roles.LETTER_RULE, lower)


def _of_ends(template: Template) -> Iterator[NoticeStyle]:
    look = template.style(Role.ATTACHMENTS)
    size, based = look.size.twips, style_id(Role.ATTACHMENTS)
    flat = exact(look.pitch.twips)
    # A digit is half as wide as a character, the point behind it half as wide as that.
    for name, first, digits, spacing in (
        (roles.FIRST_ATTACHMENT, 2.0, 1, None),
        (roles.FURTHER_ATTACHMENT, 5.0, 1, flat),
        (roles.LATE_ATTACHMENT, 5.0, 2, flat),
    ):
        own: dict[str, str] = {"ind": hanging(first, 5 + digits / 2 + 0.25, size)}
        if spacing:
            own["spacing"] = spacing
        yield _paragraph(name, based, own)
    names = _fonts(template, template.style(Role.BODY))
    yield NoticeStyle("character", roles.ATTENDANCE_NAMES, "DefaultParagraphFont", {}, names)
    signed = style_id(Role.SIGNATURE)
    yield _paragraph(roles.UNSEALED_SIGNATURE, signed, {"jc": value("left")})
    four, imprint = template.style(Role.IMPRINT).size.twips, style_id(Role.IMPRINT)
    copies = {"ind": hanging(1, 4, four, right=1), "jc": value("both")}
    yield _paragraph(roles.COPIES, imprint, copies)
    short = {"ind": hanging(1, 3, four, right=1), "jc": value("both")}
    yield _paragraph(roles.RECIPIENTS, imprint, short)
    yield _paragraph(roles.PRINTED_ON, imprint, {"jc": value("right")})


class Joint(NamedTuple):
    """How organs that issue together stand: lengths in twips."""

    style: StyleName
    size: int
    line: int

    @property
    def above(self) -> int:
        """The blank that a line has above its characters."""
        return round(0.8 * self.line - 0.88 * self.size)

    def depth(self, count: int) -> int:
        """Return how high *count* organs are, below the last as high as a mark's line."""
        return self.above + (count - 1) * self.line + round(_MARK_LINE * self.size)


def joint(template: Template, *, is_large: bool) -> Joint:
    """Return how organs that issue together stand, on lines of the grid."""
    line, size = pitch(template), template.style(Role.ISSUER).size.twips
    if is_large:
        count = -(-round(1.2 * size) // line)
        return Joint(roles.JOINT_ISSUER, size, count * line)
    small = min(size, round(_SMALL * line / 10) * 10)
    return Joint(roles.JOINT_ISSUER_SMALL, small, line)


def _paragraph(
    name: StyleName, based_on: str, paragraphs: Properties, runs: Properties | None = None
) -> NoticeStyle:
    return NoticeStyle("paragraph", name, based_on, paragraphs, runs or {})


def _fonts(template: Template, look: TextStyle) -> Properties:
    return {"rFonts": style_fonts(template, look)}


def _rule(side: str, thickness: Length, colour: str = "auto") -> str:
    eighths = max(2, round(thickness.pt * 8))
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


def _table_style(name: StyleName, edges: str) -> NoticeStyle:
    borders = f"<w:tblBorders>{edges}</w:tblBorders>" if edges else ""
    zero = "".join(
        f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right")
    )
    tables = f"<w:tblPr>{borders}<w:tblCellMar>{zero}</w:tblCellMar></w:tblPr>"
    return NoticeStyle("table", name, "TableNormal", {}, {}, tables)
