"""Blocks under construction: what is open while the tree is walked."""

from __future__ import annotations

import msgspec

from bulletin_export.model.nodes import (
    Alignment,
    Block,
    BlockQuote,
    BulletList,
    Figure,
    Image,
    Inline,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    TableCell,
    TableRow,
)

#: A list item with so many blocks is none.
_PAGE_PART = 5


class Frame(msgspec.Struct):
    """An open container; ``blocks`` collects what is finished inside."""

    blocks: list[Block] = msgspec.field(default_factory=list)

    def finished(self) -> tuple[Block, ...]:
        """Return what the container has become."""
        return tuple(self.blocks)


class QuoteFrame(Frame):
    """An open block quotation."""

    def finished(self) -> tuple[Block, ...]:
        """Return the quotation, or nothing when it is empty."""
        return (BlockQuote(tuple(self.blocks)),) if self.blocks else ()


class ListFrame(Frame):
    """An open list; what stands between its items becomes an item too."""

    start: int | None = None
    items: list[ListItem] = msgspec.field(default_factory=list)

    def finished(self) -> tuple[Block, ...]:
        """Return the list, or nothing when it has no items."""
        self.close_item()
        items = tuple(self.items)
        if any(len(item.blocks) >= _PAGE_PART for item in items):
            # Some pages are built of lists; an item that long is a part of the page.
            return tuple(block for item in items for block in item.blocks)
        if not items:
            return ()
        return (BulletList(items) if self.start is None else OrderedList(items, self.start),)

    def close_item(self) -> None:
        """Make an item of what has come up since the last one."""
        if self.blocks:
            self.items.append(ListItem(tuple(self.blocks)))
            self.blocks = []


class TableFrame(Frame):
    """An open table; what stands outside its cells goes before it."""

    rows: list[list[TableCell]] = msgspec.field(default_factory=list)
    header_rows: int = 0
    caption: tuple[Inline, ...] = ()

    def finished(self) -> tuple[Block, ...]:
        """Return the table; spans reach no further than its last row."""
        rows = [row for row in self.rows if row]
        count = len(rows)
        clipped = tuple(
            TableRow(tuple(_clipped(cell, count - index) for cell in row))
            for index, row in enumerate(rows)
        )
        if not any(cell.blocks for row in clipped for cell in row.cells):
            return tuple(self.blocks)
        headers = min(self.header_rows or _header_rows(clipped), count)
        return (*self.blocks, Table(clipped, self.caption, headers))


class CellFrame(Frame):
    """An open table cell."""

    column_span: int = 1
    row_span: int = 1
    is_header: bool = False
    alignment: Alignment = Alignment.START

    def cell(self) -> TableCell:
        """Return the finished cell."""
        return TableCell(
            tuple(self.blocks), self.column_span, self.row_span, self.is_header, self.alignment
        )


class FigureFrame(Frame):
    """An open ``<figure>``."""

    caption: tuple[Inline, ...] = ()

    def finished(self) -> tuple[Block, ...]:
        """Return one figure of all pictures inside, then whatever else stood there."""
        images: list[Image] = []
        others: list[Block] = []
        caption = self.caption
        for block in self.blocks:
            if isinstance(block, Figure):
                images.extend(block.images)
                caption = caption or block.caption
            else:
                others.append(block)
        if images:
            if not caption and len(others) == 1 and isinstance(others[0], Paragraph):
                return (Figure(tuple(images), others[0].children),)
            return (Figure(tuple(images), caption), *others)
        return (*others, Paragraph(caption)) if caption else tuple(others)


def _clipped(cell: TableCell, rows_left: int) -> TableCell:
    if cell.row_span <= rows_left:
        return cell
    return msgspec.structs.replace(cell, row_span=rows_left)


def _header_rows(rows: tuple[TableRow, ...]) -> int:
    """Count the rows at the top that hold header cells only; a table is never all header."""
    count = 0
    for row in rows[:-1]:
        if not all(cell.is_header for cell in row.cells):
            break
        count += 1
    return count
