"""Tables of WordprocessingML (ISO/IEC 29500-1 §17.4): fixed widths, spans, repeated heads."""

from __future__ import annotations

from bulletin_export.model.nodes import Alignment, Table, TableCell
from bulletin_export.styling.template import Role
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.blocks import Place, blocks_xml, caption_xml, closed
from bulletin_export.writers.docx.content.grid import MAX_COLUMNS, Slot, column_widths, slots
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.roles import style_id

#: Left and right inner margin of a cell together, as the plain table style has them.
_PADDING = 216
_JUSTIFICATION = {Alignment.START: "", Alignment.CENTRE: "center", Alignment.END: "right"}


def table_xml(table: Table, story: Story, place: Place) -> str:
    """Return *table* under its caption, as wide as *place*."""
    caption = ""
    if table.caption:
        caption = caption_xml(table.caption, story, place, {"keepNext": ""})
    rows = slots(table)
    if not rows or not rows[0]:
        return caption
    count = rows[0][-1].end
    if count > MAX_COLUMNS:
        story.document.remark("table-too-wide", columns=count, limit=MAX_COLUMNS)
        return caption + _in_paragraphs(table, story, place)
    widths = column_widths(rows, place.width)
    body = "".join(
        _row(row, widths, story, is_head=number < table.header_rows)
        for number, row in enumerate(rows)
    )
    return f"{caption}<w:tbl>{_properties(place)}{_grid(widths)}{body}</w:tbl>"


def _properties(place: Place) -> str:
    indent = f'<w:tblInd w:w="{place.indent}" w:type="dxa"/>' if place.indent else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{roles.TABLE_STYLE.identifier}"/>'
        f'<w:tblW w:w="{place.width}" w:type="dxa"/>{indent}<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _grid(widths: list[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _row(row: list[Slot], widths: list[int], story: Story, *, is_head: bool) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    cells = "".join(
        _cell(slot, sum(widths[slot.column : slot.end]), story, is_head) for slot in row
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _cell(slot: Slot, width: int, story: Story, is_head: bool) -> str:
    span = f'<w:gridSpan w:val="{slot.span}"/>' if slot.span > 1 else ""
    cell, merge, content = slot.cell, "", ""
    role = Role.TABLE
    if cell:
        role = Role.TABLE_HEADER if is_head or cell.is_header else Role.TABLE
        content = _cell_content(cell, role, width, story) if slot.is_top else ""
        if cell.row_span > 1:
            merge = '<w:vMerge w:val="restart"/>' if slot.is_top else "<w:vMerge/>"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'
        f"{closed(content, style_id(role))}</w:tc>"
    )


def _cell_content(cell: TableCell, role: Role, width: int, story: Story) -> str:
    room = max(width - _PADDING, width // 2, 1)
    place = Place(room, role, justification=_JUSTIFICATION[cell.alignment])
    return blocks_xml(cell.blocks, story, place)


def _in_paragraphs(table: Table, story: Story, place: Place) -> str:
    """Return the cells of a table too wide for Word one below the other."""
    return "".join(
        blocks_xml(cell.blocks, story, place) for row in table.rows for cell in row.cells
    )
