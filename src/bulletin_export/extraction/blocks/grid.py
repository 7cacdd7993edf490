"""The grid of a table: where each cell stands, and tables inside cells made part of it.

Cells are placed as HTML says (§4.9.12), but never one over another: a span stops where
another cell stands. Rows and columns in which no cell begins are taken out.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, groupby

import msgspec
from msgspec.structs import replace

from bulletin_export.model.nodes import Block, Paragraph, Table, TableCell, TableRow


class Placed(msgspec.Struct, frozen=True):
    """A cell at its place; the row and column are counted from 0."""

    row: int
    column: int
    height: int
    width: int
    cell: TableCell


def tabled(rows: list[list[TableCell]], header_rows: int = 0) -> tuple[tuple[TableRow, ...], int]:
    """Return *rows* as they can be printed, and how many of them are the head.

    A table that stands in a cell becomes rows and columns of the table around it. Where
    that would make a grid of nothing but holes, its cells become paragraphs.
    """
    cells = placed(rows)
    if any(isinstance(block, Table) for one in cells for block in one.cell.blocks):
        spread, heads = _compacted(*_unnested(cells, header_rows))
        filled = _filled(spread)
        if filled:
            return _rows(filled), heads
        cells = [replace(one, cell=_dissolved(one.cell)) for one in cells]
    cells, header_rows = _compacted(cells, header_rows)
    return _rows(cells), header_rows


def _dissolved(cell: TableCell) -> TableCell:
    """Return *cell* with the blocks of the tables in it and without their grids."""
    blocks: list[Block] = []
    for block in cell.blocks:
        if isinstance(block, Table):
            blocks += [Paragraph(block.caption)] if block.caption else []
            blocks += [one for row in block.rows for inner in row.cells for one in inner.blocks]
        else:
            blocks.append(block)
    return replace(cell, blocks=tuple(blocks))


def placed(rows: list[list[TableCell]]) -> list[Placed]:
    """Return the cells of *rows* with their places; spans that make no sense are not kept."""
    work, most = 0, _work_for(sum(map(len, rows)))
    #: The first row in which each column is free again.
    free: list[int] = []
    busy_until = 0
    found: list[Placed] = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            width = cell.column_span
            height = min(cell.row_span, len(rows) - y)
            if busy_until > y:
                first = x
                while x < len(free) and free[x] > y:
                    x += 1
                work += x - first
                width = _room(free, x, y, width)
            found.append(Placed(y, x, height, width, cell))
            if height > 1:
                free += [0] * (x + width - len(free))
                free[x : x + width] = [y + height] * width
                busy_until = max(busy_until, y + height)
                work += width
            x += width
        if work > most:
            return placed(
                [[replace(one, column_span=1, row_span=1) for one in row] for row in rows]
            )
    return found


def _work_for(cells: int) -> int:
    """Return how many places of the grid may be looked at for so many *cells*."""
    return 1_000_000 + 50 * cells


def _room(free: list[int], x: int, y: int, width: int) -> int:
    """Return how many of *width* columns from *x* on are free in row *y*; at least one is."""
    for taken in range(1, width):
        if x + taken < len(free) and free[x + taken] > y:
            return taken
    return width


def _unnested(cells: list[Placed], header_rows: int) -> tuple[list[Placed], int]:
    """Return *cells* with each table inside one spread over the grid, and the head's new end."""
    inner = {
        index: _spread(one.cell)
        for index, one in enumerate(cells)
        if any(isinstance(block, Table) for block in one.cell.blocks)
    }
    heights = [1] * max(one.row + one.height for one in cells)
    widths = [1] * max(one.column + one.width for one in cells)
    for index, parts in inner.items():
        one = cells[index]
        _widen(heights, one.row, one.height, max(part.row + part.height for part in parts))
        _widen(widths, one.column, one.width, max(part.column + part.width for part in parts))
    tops, lefts = [0, *accumulate(heights)], [0, *accumulate(widths)]
    found: list[Placed] = []
    for index, one in enumerate(cells):
        top, left = tops[one.row], lefts[one.column]
        bottom, right = tops[one.row + one.height], lefts[one.column + one.width]
        area = Placed(top, left, bottom - top, right - left, one.cell)
        found += _moved(inner[index], area) if index in inner else (area,)
    found.sort(key=lambda one: (one.row, one.column))
    return found, tops[min(header_rows, len(heights))]


def _widen(sizes: list[int], first: int, count: int, wanted: int) -> None:
    lacking = wanted - sum(sizes[first : first + count])
    if lacking > 0:
        sizes[first + count - 1] += lacking


def _moved(parts: list[Placed], area: Placed) -> list[Placed]:
    """Return *parts*, a grid of its own, moved to *area* and stretched to its edges."""
    bottom = max(part.row + part.height for part in parts)
    right = max(part.column + part.width for part in parts)
    return [
        Placed(
            area.row + part.row,
            area.column + part.column,
            part.height + (area.height - bottom if part.row + part.height == bottom else 0),
            part.width + (area.width - right if part.column + part.width == right else 0),
            part.cell,
        )
        for part in parts
    ]


def _spread(cell: TableCell) -> list[Placed]:
    """Return the blocks of *cell* one below the other: its tables' cells, and what is around."""
    found: list[Placed] = []
    top = 0
    width = 1
    for is_table, group in groupby(cell.blocks, key=lambda block: isinstance(block, Table)):
        blocks = tuple(group)
        if not is_table:
            found.append(Placed(top, 0, 1, 0, replace(cell, blocks=blocks)))
            top += 1
        for table in blocks:
            if isinstance(table, Table):
                parts = _of_table(table)
                found += [replace(part, row=part.row + top) for part in parts]
                top = max(part.row + part.height for part in found)
                width = max(width, *(part.column + part.width for part in parts))
    return [part if part.width else replace(part, width=width) for part in found]


def _of_table(table: Table) -> list[Placed]:
    parts = placed([list(row.cells) for row in table.rows])
    if not table.caption:
        return parts
    width = max(part.column + part.width for part in parts)
    caption = Placed(0, 0, 1, width, TableCell((Paragraph(table.caption),)))
    return [caption, *(replace(part, row=part.row + 1) for part in parts)]


def _compacted(cells: list[Placed], header_rows: int) -> tuple[list[Placed], int]:
    """Return *cells* without rows and columns in which none of them begins."""
    tops = sorted({one.row for one in cells})
    lefts = sorted({one.column for one in cells})
    found: list[Placed] = []
    for one in cells:
        y = bisect_left(tops, one.row)
        height = bisect_left(tops, one.row + one.height) - y
        x = bisect_left(lefts, one.column)
        width = bisect_left(lefts, one.column + one.width) - x
        found.append(Placed(y, x, height, width, one.cell))
    return found, bisect_left(tops, header_rows)


def _filled(cells: list[Placed]) -> list[Placed]:
    """Return *cells* with no hole before any of them: rows of the model have no columns.

    The cell before a hole is widened over it; where that would cover another one, an
    empty cell comes in. Nothing comes back when the holes have no end.
    """
    work, most = 0, _work_for(len(cells))
    free = [0] * (max(one.column + one.width for one in cells) + 1)
    found: list[Placed] = []
    row, x = -1, 0
    for one in cells:
        if one.row != row:
            row, x = one.row, 0
        while x < one.column:
            width = _room(free, x, row, one.column - x) if free[x] <= row else 0
            last = found[-1] if found else None
            work += 1
            if work > most:
                return []
            if not width:
                x += 1
                continue
            if last and last.row == row and last.column + last.width == x and last.height == 1:
                found[-1] = replace(last, width=last.width + width)
            else:
                found.append(Placed(row, x, 1, width, TableCell(())))
            x += width
        found.append(one)
        if one.height > 1:
            free[x : x + one.width] = [row + one.height] * one.width
        x += one.width
    return found


def _rows(cells: list[Placed]) -> tuple[TableRow, ...]:
    rows: list[list[TableCell]] = [[] for _ in range(cells[-1].row + 1)]
    for one in cells:
        cell = one.cell
        if (cell.row_span, cell.column_span) != (one.height, one.width):
            cell = replace(cell, row_span=one.height, column_span=one.width)
        rows[one.row].append(cell)
    return tuple(map(TableRow, map(tuple, rows)))
