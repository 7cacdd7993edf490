"""Tables of WordprocessingML (ISO/IEC 29500-1 §17.4): fixed widths, spans, repeated heads."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from bulletin_export.composition.column_widths import (
    Extent,
    column_widths,
    extents,
    is_readable_in,
)
from bulletin_export.composition.table_words import table_account, table_title
from bulletin_export.composition.tiling import Tiling
from bulletin_export.model.nodes import Alignment, Image, Table
from bulletin_export.styling.template import Role, TextStyle
from bulletin_export.writers.docx.content.blocks import blocks_xml, closed
from bulletin_export.writers.docx.content.captions import caption_xml
from bulletin_export.writers.docx.content.grid import (
    MAX_COLUMNS,
    Slot,
    repeated_rows,
    slots,
    tiles,
    whole_widths,
)
from bulletin_export.writers.docx.content.row_heights import CellType, row_heights
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.content.table_looks import DENSITIES, Density, variant_suffix
from bulletin_export.writers.docx.markup import escaped
from bulletin_export.writers.docx.parts.standing import Place

#: A row that is higher than this part of a page by our reckoning may be split.
_HIGHEST_ROW = 0.7
#: How narrow long text may be, in em, and the densities that are tried for it; the tiniest
#: only where words would have to be broken.
_WAYS = ((6.0, DENSITIES[:2]), (4.0, DENSITIES[:2]), (0.0, DENSITIES))
#: A head that is higher than this part of a page is not repeated.
_HIGHEST_HEAD = 1 / 3


class _Plan(msgspec.Struct, frozen=True):
    """What the rows of one table have in common; lengths in twips."""

    widths: list[int]
    density: Density
    #: Inner margins of a cell, left and right together.
    padding: int
    header_rows: int
    #: How many rows each page begins with.
    repeated: int
    #: Rows that a page cannot hold, or not surely.
    high_rows: frozenset[int] = frozenset()


def table_xml(table: Table, story: Story, place: Place) -> str:
    """Return *table* under its caption, as wide as *place*."""
    caption = ""
    rows = slots(table)
    if table.caption:
        caption = caption_xml(table.caption, "表", story, place, {"keepNext": ""} if rows else {})
    if not rows or not rows[0]:
        return caption
    count = rows[0][-1].end
    if count > MAX_COLUMNS:
        story.document.remark("table-too-wide", columns=count, limit=MAX_COLUMNS)
        return caption + _in_paragraphs(table, story, place)
    place = _inset(place, story)
    plan = _planned(table, rows, story, place)
    body = "".join([_row(number, row, plan, story) for number, row in enumerate(rows)])
    properties = _properties(table, rows, plan, story, place)
    return f"{caption}<w:tbl>{properties}{_grid(plan.widths)}{body}</w:tbl>"


def is_readable(table: Table, width: int, story: Story) -> bool:
    """Tell whether type need not be tiny for *table* to be *width* twips wide, as PDF has it."""
    tiling = Tiling.of(table)
    size = story.document.template.style(Role.TABLE).size
    columns = extents(tiling.tiles, tiling.columns, _natural(story, size.twips))
    return is_readable_in(columns, width / 20, size.pt)


def _natural(story: Story, size: int) -> Callable[[str], float]:
    return lambda name: story.natural_size(name)[0] / size


def _inset(place: Place, story: Story) -> Place:
    """Return *place* without the margins that text of its role has from its style."""
    if place.role is not Role.QUOTE or place.indent:
        return place
    look = story.document.template.style(place.role)
    left, right = look.length(look.margin_left).twips, look.length(look.margin_right).twips
    return replace(place, width=max(place.width - left - right, 1), indent=left)


def _planned(table: Table, rows: list[list[Slot]], story: Story, place: Place) -> _Plan:
    look = story.document.template.style(Role.TABLE)
    cells, count = tiles(rows), rows[0][-1].end
    width = max(place.width, count)

    columns = extents(cells, count, _natural(story, look.size.twips))
    density = _density(columns, width, look)
    size = density.size(look).twips
    widths = whole_widths(column_widths(columns, width / size)[0], width)
    padding = 2 * min(density.padding(look), min(widths) // 4)
    kind = CellType(size, density.pitch(look).twips, padding, _picture_height(story))
    heights = row_heights(cells, widths, len(rows), kind)
    repeated = repeated_rows(cells, table.header_rows, len(rows))
    if sum(heights[:repeated]) > _HIGHEST_HEAD * story.depth:
        repeated = 0
    limit = _HIGHEST_ROW * (story.depth - sum(heights[:repeated]))
    high = frozenset(number for number, height in enumerate(heights) if height > limit)
    return _Plan(widths, density, padding, table.header_rows, repeated, high)


def _density(columns: list[Extent], width: int, look: TextStyle) -> Density:
    """Return the roomiest density that leaves no long text in a narrow column of *width* twips.

    If there is none, that which breaks no word; else the closest.
    """
    for least, densities in _WAYS:
        needed = sum(max(one.least, min(one.most, least)) for one in columns)
        for density in densities:
            if needed * density.size(look).twips <= width:
                return density
    return DENSITIES[-1]


def _picture_height(story: Story) -> Callable[[Image, int], int]:
    def height(image: Image, room: int) -> int:
        width, height = story.natural_size(image.media)
        ratio = min(1.0, room / width, story.depth / height) if width else 0.0
        return round(height * ratio)

    return height


def _properties(
    table: Table, rows: list[list[Slot]], plan: _Plan, story: Story, place: Place
) -> str:
    """Return ``w:tblPr`` (§17.4.59) in schema order."""
    indent = f'<w:tblInd w:w="{place.indent}" w:type="dxa"/>' if place.indent else ""
    title, account = (
        table_title(table),
        table_account(table, len(plan.widths), story.document.language),
    )
    caption = f'<w:tblCaption w:val="{escaped(title)}"/>' if title else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{plan.density.table_style.identifier}"/>'
        f'<w:tblW w:w="{sum(plan.widths)}" w:type="dxa"/>{indent}<w:tblLayout w:type="fixed"/>'
        f"{_margins(plan, story)}{_look(table, rows, plan)}{caption}"
        f'<w:tblDescription w:val="{escaped(account)}"/></w:tblPr>'
    )


def _margins(plan: _Plan, story: Story) -> str:
    """Return inner margins where columns are too narrow for those of the style."""
    side = plan.padding // 2
    if side == plan.density.padding(story.document.template.style(Role.TABLE)):
        return ""
    left, right = (f'<w:{edge} w:w="{side}" w:type="dxa"/>' for edge in ("left", "right"))
    return f"<w:tblCellMar>{left}{right}</w:tblCellMar>"


def _look(table: Table, rows: list[list[Slot]], plan: _Plan) -> str:
    """Return which conditions of the table style hold (§17.4.55): first row, first column.

    Word's *Header Row* goes with a row that is repeated: where none is, none is announced.
    """
    body = rows[table.header_rows :]
    row = plan.repeated > 0
    column = bool(body) and all(one[0].cell and one[0].cell.is_header for one in body)
    bits = 0x0600 | 0x0020 * row | 0x0080 * column
    return (
        f'<w:tblLook w:val="{bits:04X}" w:firstRow="{row:d}" w:lastRow="0" '
        f'w:firstColumn="{column:d}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )


def _grid(widths: list[int]) -> str:
    columns = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _row(number: int, row: list[Slot], plan: _Plan, story: Story) -> str:
    whole = "" if number in plan.high_rows else "<w:cantSplit/>"
    head = "<w:tblHeader/>" if number < plan.repeated else ""
    properties = f"<w:trPr>{whole}{head}</w:trPr>" if whole or head else ""
    cells = "".join([_cell(slot, number, plan, story) for slot in row])
    return f"<w:tr>{properties}{cells}</w:tr>"


def _cell(slot: Slot, row: int, plan: _Plan, story: Story) -> str:
    width = sum(plan.widths[slot.column : slot.end])
    span = f'<w:gridSpan w:val="{slot.span}"/>' if slot.span > 1 else ""
    cell, merge, content = slot.cell, "", ""
    is_head = row < plan.header_rows or bool(cell and cell.is_header)
    suffix = variant_suffix(plan.density, cell.alignment if cell else Alignment.START)
    room = max(width - plan.padding, 1)
    place = Place(room, Role.TABLE_HEADER if is_head else Role.TABLE, variant=suffix)
    if cell:
        content = blocks_xml(cell.blocks, story, place) if slot.is_top else ""
        if slot.is_tall:
            merge = '<w:vMerge w:val="restart"/>' if slot.is_top else "<w:vMerge/>"
    # What may be cut by the end of a page starts on top.
    top = '<w:vAlign w:val="top"/>' if row in plan.high_rows else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{top}</w:tcPr>'
        f"{closed(content, place.style)}</w:tc>"
    )


def _in_paragraphs(table: Table, story: Story, place: Place) -> str:
    """Return the cells of a table too wide for Word one below the other."""
    return "".join(
        blocks_xml(cell.blocks, story, place) for row in table.rows for cell in row.cells
    )
