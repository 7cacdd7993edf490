"""版记: copies, and who printed the document when (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.composition import notice as words
from bulletin_export.model.notice import Notice, NoticeForm
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.notice.places import Cell, Row, em, table, width
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.markup import paragraph
from bulletin_export.writers.docx.roles import style_id

#: The foot of the type area, whatever stands above (§17.4.57). LibreOffice lets only such tables
#: float that are placed from the edge of the sheet, or narrower than the text.
_AT_THE_FOOT = (
    '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{}" w:tblpYSpec="bottom"/>'
)


def imprint_xml(notice: Notice, template: Template) -> str:
    """Return 版记 as a table at the foot of the page on which the document ends.

    A letter has neither rules nor the line of the printer (10.1).
    """
    is_letter = notice.form is NoticeForm.LETTER
    rows = list(_rows(notice, template, is_letter=is_letter))
    style = roles.NOTICE_PART if is_letter else roles.NOTICE_IMPRINT
    position = _AT_THE_FOOT.format(template.page.margins.left.twips)
    # It is anchored to the paragraph after it, which must be of this page, and in no cell.
    anchor = paragraph(roles.ANCHOR.identifier, "")
    return table(rows, style, position) + anchor if rows else ""


def _hanging(label: str) -> str:
    """Return the style in which turned lines align behind *label*."""
    return (roles.COPIES if label == words.COPIES else roles.RECIPIENTS).identifier


def _rows(notice: Notice, template: Template, *, is_letter: bool) -> Iterator[Row]:
    measure, size = template.page.measure.twips, em(template, Role.IMPRINT)
    for label, names in words.recipients(notice):
        yield Row([Cell(measure, paragraph(_hanging(label), text_runs(label + names)))])
    if is_letter:
        return
    printer, date = words.printed(notice)
    left = paragraph(style_id(Role.IMPRINT), text_runs(printer)) if printer else ""
    right = paragraph(roles.PRINTED_ON.identifier, text_runs(date)) if date else ""
    room = width(date, size) + 3 * size
    if left and right and width(printer, size) + size > measure - room:
        yield Row([Cell(measure, left + right)])
    elif left and right:
        yield Row([Cell(measure - room, left), Cell(room, right, stands="bottom")])
    elif left or right:
        yield Row([Cell(measure, left or right)])
