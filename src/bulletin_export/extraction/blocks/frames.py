"""Blocks under construction: what is open while the tree is walked."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from bulletin_export.extraction.blocks.grid import tabled
from bulletin_export.extraction.blocks.table_shape import looks_like_head
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


#: The cells of a row, and whether each has a ground of its own.
Row: TypeAlias = list[tuple[TableCell, bool]]


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

    #: Number of the first item; None for bullets.
    start: int | None = None
    step: int = 1
    items: list[ListItem] = msgspec.field(default_factory=list)
    #: Lists before this one in the same element, which counted otherwise.
    earlier: list[Block] = msgspec.field(default_factory=list)
    #: Whether the items are terms, and whether the meaning of the open one has begun.
    is_terms: bool = False
    is_defined: bool = False

    def finished(self) -> tuple[Block, ...]:
        """Return the list, or nothing when it has no items."""
        self.close_item()
        items = self.items
        is_page = self.start is None or len(items) == 1
        if is_page and any(len(item.blocks) >= _PAGE_PART for item in items):
            # Some pages are built of lists; an item that long is a part of the page.
            return (*self.earlier, *(block for item in items for block in item.blocks))
        return (*self.earlier, *self._list())

    @property
    def next_number(self) -> int:
        """The number of the item that comes next."""
        return (self.start or 0) + self.step * len(self.items)

    def renumber(self, number: int) -> None:
        """Let the next item have *number*: a list of its own, if that is out of turn."""
        if number != self.next_number:
            self.earlier += self._list()
            self.items, self.start = [], number

    def close_item(self) -> None:
        """Make an item of what has come up since the last one."""
        if self.blocks:
            self.items.append(ListItem(tuple(self.blocks)))
            self.blocks = []
        self.is_defined = False

    def _list(self) -> list[Block]:
        if not self.items:
            return []
        if self.start is None:
            return [BulletList(tuple(self.items))]
        if self.step == 1:
            return [OrderedList(tuple(self.items), self.start)]
        return [
            OrderedList((item,), self.start + self.step * index)
            for index, item in enumerate(self.items)
        ]


class TableFrame(Frame):
    """An open table; what stands outside its cells goes before it."""

    columns: list[Alignment | None] = msgspec.field(default_factory=list)
    alignment: Alignment | None = None
    heads: list[Row] = msgspec.field(default_factory=list)
    bodies: list[Row] = msgspec.field(default_factory=list)
    feet: list[Row] = msgspec.field(default_factory=list)
    caption: tuple[Inline, ...] = ()
    #: The row that is being filled, and whether it is one of the page's own.
    row: Row = msgspec.field(default_factory=list)
    is_open: bool = False
    #: Columns that the cells of the open row take up.
    column: int = 0
    row_alignment: Alignment | None = None
    is_coloured: bool = False

    def begin_row(self, group: str) -> None:
        """Begin a row in the ``thead``, ``tfoot`` or body of the table."""
        self.row = []
        groups = {"thead": self.heads, "tfoot": self.feet}
        groups.get(group, self.bodies).append(self.row)
        self.column = 0
        self.is_open, self.row_alignment, self.is_coloured = True, None, False

    def add(self, cell: TableCell, *, is_coloured: bool) -> None:
        """Put *cell* at the end of the open row."""
        self.row.append((cell, is_coloured))
        self.column += cell.column_span

    def column_alignment(self) -> Alignment | None:
        """Return where the text of the next cell stands, as its column says."""
        return self.columns[self.column] if self.column < len(self.columns) else None

    def finished(self) -> tuple[Block, ...]:
        """Return the table; its head comes first and its foot last, wherever they stood."""
        groups = (self.heads, self.bodies, self.feet)
        rows = [row for group in groups for row in _within(group)]
        if not any(cell.blocks for row in rows for cell in row):
            caption = (Paragraph(self.caption),) if self.caption else ()
            return (*self.blocks, *caption)
        heads = len(self.heads) or _header_rows(rows)
        rows[: len(self.heads)] = [_as_header(row) for row in rows[: len(self.heads)]]
        coloured = [all(flag for _, flag in row) for group in groups for row in group]
        if not heads and looks_like_head(rows, coloured):
            heads = 1
            rows[0] = _as_header(rows[0])
        printed, heads = tabled(rows, heads)
        return (*self.blocks, Table(printed, self.caption, _whole_heads(printed, heads)))


class CellFrame(Frame):
    """An open table cell."""

    column_span: int = 1
    row_span: int = 1
    is_header: bool = False
    alignment: Alignment | None = None
    is_coloured: bool = False

    def cell(self) -> TableCell:
        """Return the finished cell."""
        alignment = self.alignment or Alignment.START
        return TableCell(
            tuple(self.blocks), self.column_span, self.row_span, self.is_header, alignment
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
        match others:
            case [Table(caption=()) as table] if caption:
                return (msgspec.structs.replace(table, caption=caption),)
        return (*others, Paragraph(caption)) if caption else tuple(others)


def _as_header(row: list[TableCell]) -> list[TableCell]:
    return [msgspec.structs.replace(cell, is_header=True) for cell in row]


def _within(rows: list[Row]) -> list[list[TableCell]]:
    """Return the cells of *rows*; no span reaches beyond the last one (HTML §4.9.12.2)."""
    return [
        [
            cell
            if cell.row_span <= len(rows) - index
            else msgspec.structs.replace(cell, row_span=len(rows) - index)
            for cell, _ in row
        ]
        for index, row in enumerate(rows)
    ]


def _header_rows(rows: list[list[TableCell]]) -> int:
    """Count the rows at the top that hold header cells only; a table is never all header."""
    count = 0
    for row in rows[:-1]:
        if not row or not all(cell.is_header for cell in row):
            break
        count += 1
    return count


def _whole_heads(rows: tuple[TableRow, ...], heads: int) -> int:
    """Return where the head ends that holds *heads* rows and all of their cells."""
    end = heads
    for index in range(len(rows)):
        if index >= end:
            break
        end = max(end, *(index + cell.row_span for cell in rows[index].cells))
    return min(end, len(rows))
