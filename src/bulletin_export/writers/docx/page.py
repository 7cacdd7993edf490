"""The page: size, margins, columns and grid, for each section."""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_export.composition.stamps import Stamp, classification_stamp
from bulletin_export.styling.template import Margins, PageStyle, Role, Template
from bulletin_export.writers.docx.parts.note_numbers import note_numbers
from bulletin_export.writers.docx.parts.standing import Place
from bulletin_export.writers.docx.roles import note_kind
from bulletin_export.writers.docx.sections import Pages, Section
from bulletin_export.writers.docx.widths import em_width


def text_place(template: Template) -> Place:
    """Return the place of running text: as wide as a column of the page."""
    return Place(_columns(template).width)


def begins_page(index: int, section: str, template: Template) -> bool:
    """Tell whether article *index* begins a page by its style, or that of its section.

    *section* is the title of the section that it opens, or nothing. The first article
    follows what is above it; after pages of its own that stands in another section.
    """
    if index == 0:
        return False
    title, head = template.style(Role.TITLE), template.style(Role.SECTION_TITLE)
    return title.page_break_before or bool(section and head.page_break_before)


def turned(template: Template) -> Template:
    """Return *template* with the sheet lying: what was at its right is below, as PDF turns it."""
    page, margins = template.page, template.page.margins
    around = Margins(top=margins.left, right=margins.top, bottom=margins.right, left=margins.bottom)
    lying = replace(page, width=page.height, height=page.width, margins=around, columns=1)
    return replace(template, page=lying)


def section_xml(section: Section, template: Template, references: str) -> str:
    """Return ``w:sectPr`` (ISO/IEC 29500-1 §17.6.17) with *references* to heads and feet."""
    grid = _grid(template)
    notes = ""
    if section.begins_notes or section.counts_notes_on:
        notes = note_numbers(note_kind(template.composition), anew=section.begins_notes)
    if section.pages is Pages.TURNED:
        template = turned(template)
    numbers = f"<w:pgNumType {section.numbers}/>" if section.numbers else ""
    return (
        f'<w:sectPr>{references}{notes}<w:type w:val="{section.begins}"/>'
        f"{_size(template.page)}{_margins(section.pages, template)}{numbers}"
        f"{_columns_xml(section.columns, template)}"
        f"{'<w:noEndnote/>' if section.hands_notes_on else ''}"
        f"{'<w:titlePg/>' if section.is_titled else ''}{grid}</w:sectPr>"
    )


def head_top(template: Template) -> float:
    """Return how far the running head stands below the page's edge, in points.

    Its middle is at its distance above the type area, as PDF has it.
    """
    middle = template.page.margins.top.pt - template.furniture.header_distance.pt
    return max(middle - template.style(Role.HEADER).pitch.pt / 2, 0.0)


def classification(template: Template) -> Stamp | None:
    """Return where the classification stands, if there is one."""
    text = template.furniture.classification.strip()
    return classification_stamp(template, em_width(text)) if text else None


def _size(page: PageStyle) -> str:
    width, height = page.width.twips, page.height.twips
    turned = ' w:orient="landscape"' if width > height else ""
    return f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'


def _margins(pages: Pages, template: Template) -> str:
    margins, furniture = template.page.margins, template.furniture
    stamp = classification(template)
    top = stamp.top if stamp else head_top(template)
    foot = furniture.footer_distance.pt + template.style(Role.FOOTER).pitch.pt / 2
    # A cover has its publisher at the foot of the type area.
    bottom = margins.bottom.pt if pages is Pages.COVER else max(margins.bottom.pt - foot, 0.0)
    return (
        f'<w:pgMar w:top="{margins.top.twips}" w:right="{margins.right.twips}" '
        f'w:bottom="{margins.bottom.twips}" w:left="{margins.left.twips}" '
        f'w:header="{round(top * 20)}" w:footer="{round(bottom * 20)}" w:gutter="0"/>'
    )


def _grid(template: Template) -> str:
    """Return the document grid (§17.6.5); one that counts characters says how wide they are.

    ``charSpace`` is what each gets beyond the size of the default style, in 4096ths of a point.
    """
    page, body = template.page, template.style(Role.BODY)
    lines, characters = page.grid.lines, page.grid.characters
    pitch = page.depth.twips // lines if lines else body.pitch.twips
    if characters and template.word.character_grid:
        space = floor((page.measure.twips / 20 / characters - body.size.pt) * 4096)
        return f'<w:docGrid w:type="linesAndChars" w:linePitch="{pitch}" w:charSpace="{space}"/>'
    return f'<w:docGrid w:type="lines" w:linePitch="{pitch}"/>' if lines else ""


class _Columns(NamedTuple):
    """Width of each column and of the gaps between them, in twips."""

    width: int
    gap: int


def _columns(template: Template) -> _Columns:
    """Return the columns of the body; several hold whole characters of it, as in PDF."""
    page, body = template.page, template.style(Role.BODY)
    number, measure = page.columns, page.measure.twips
    if number < 2:
        return _Columns(measure, 0)
    size = body.size.twips
    width = (measure - body.length(page.column_gap).twips * (number - 1)) // number
    width = max(width // size, 1) * size
    return _Columns(width, (measure - width * number) // (number - 1))


def _columns_xml(number: int, template: Template) -> str:
    if number < 2:
        return ""
    rule = ' w:sep="1"' if template.page.column_rule else ""
    return f'<w:cols w:num="{number}" w:space="{_columns(template).gap}"{rule}/>'
