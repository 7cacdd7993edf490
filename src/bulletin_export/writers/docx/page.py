"""The page: size, margins, columns, grid, and which head and foot it has."""

from __future__ import annotations

from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import PageStyle, Role, Template
from bulletin_export.writers.docx.content.place import Place


def text_place(template: Template) -> Place:
    """Return the place of running text: as wide as a column of the page."""
    page = template.page
    return Place(_column_width(page, _gap(template)))


def begins_page(index: int, section: str, publication: Publication, template: Template) -> bool:
    """Tell whether article *index* begins a page: by its style, or after the list of contents.

    *section* is the title of the section that it opens, or nothing.
    """
    if index == 0:
        return publication.has_contents
    title, head = template.style(Role.TITLE), template.style(Role.SECTION_TITLE)
    return title.page_break_before or bool(section and head.page_break_before)


def section_xml(template: Template) -> str:
    """Return the properties of the only section (§17.6.17): furniture, page, columns, grid."""
    page, furniture = template.page, template.furniture
    references, title_page = "", ""
    if furniture.header:
        references += '<w:headerReference w:type="default" r:id="rHeader"/>'
        title_page = "" if furniture.first_page_header else "<w:titlePg/>"
    if furniture.footer:
        kinds = ("default", "first") if title_page else ("default",)
        references += "".join(
            f'<w:footerReference w:type="{kind}" r:id="rFooter"/>' for kind in kinds
        )
    gap = _gap(template)
    rule = ' w:sep="1"' if page.column_rule else ""
    columns = f'<w:cols w:num="{page.columns}" w:space="{gap}"{rule}/>' if page.columns > 1 else ""
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{page.width.twips}" w:h="{page.height.twips}"/>'
        f"{_margins(template)}{columns}{title_page}{_grid(page)}</w:sectPr>"
    )


def _margins(template: Template) -> str:
    margins, furniture = template.page.margins, template.furniture
    above = template.style(Role.HEADER).pitch.twips + furniture.header_distance.twips
    below = template.style(Role.FOOTER).pitch.twips + furniture.footer_distance.twips
    return (
        f'<w:pgMar w:top="{margins.top.twips}" w:right="{margins.right.twips}" '
        f'w:bottom="{margins.bottom.twips}" w:left="{margins.left.twips}" '
        f'w:header="{max(0, margins.top.twips - above)}" '
        f'w:footer="{max(0, margins.bottom.twips - below)}" w:gutter="0"/>'
    )


def _grid(page: PageStyle) -> str:
    if not page.grid.lines:
        return ""
    return f'<w:docGrid w:type="lines" w:linePitch="{page.depth.twips // page.grid.lines}"/>'


def _gap(template: Template) -> int:
    body = template.style(Role.BODY)
    return body.length(template.page.column_gap).twips


def _column_width(page: PageStyle, gap: int) -> int:
    return (page.measure.twips - gap * (page.columns - 1)) // page.columns
