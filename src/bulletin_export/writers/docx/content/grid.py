"""The grid of a table in Word: what stands in every place of every row (§17.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

import msgspec
from msgspec.structs import replace

from bulletin_export.composition.table_grid import MAX_SPAN
from bulletin_export.composition.tiling import Tile
from bulletin_export.model.nodes import Table, TableCell

#: Word refuses tables with more columns.
MAX_COLUMNS = 63


class Slot(msgspec.Struct, frozen=True):
    """What one row shows from *column* on: the top of a cell, its continuation, or nothing."""

    column: int
    span: int
    cell: TableCell | None
    is_top: bool = True
    #: Whether the cell covers more rows than one.
    is_tall: bool = False

    @property
    def end(self) -> int:
        """The column after the last one it covers."""
        return self.column + self.span


def slots(table: Table) -> list[list[Slot]]:
    """Return the slots of each row, from left to right, without gaps and of equal width.

    A cell that does not fit where it stands moves right; spans below the last row end
    there. Columns in which nothing begins or ends are left out of a table too wide for Word.
    """
    rows = list(_placed(table))
    if _width(rows) > MAX_COLUMNS:
        rows = _condensed(rows)
    width = _width(rows)
    return [list(_filled(row, width)) for row in rows]


def _placed(table: Table) -> Iterator[list[Slot]]:
    """Yield the slots of each row; what hangs down from above comes first."""
    hanging: list[tuple[Slot, int]] = []
    for number, row in enumerate(table.rows):
        is_last = number == len(table.rows) - 1
        above = [replace(slot, is_top=False) for slot, _ in hanging]
        placed = list(above)
        hanging = [(slot, rows - 1) for slot, rows in hanging if rows > 1]
        column = 0
        for cell in row.cells:
            span = min(max(cell.column_span, 1), MAX_SPAN)
            tall = cell.row_span > 1 and not is_last
            slot = Slot(_free_column(above, column, span), span, cell, is_tall=tall)
            placed.append(slot)
            column = slot.end
            if cell.row_span > 1:
                hanging.append((slot, cell.row_span - 1))
        hanging.sort(key=lambda pair: pair[0].column)
        yield sorted(placed, key=lambda slot: slot.column)


def _free_column(above: list[Slot], column: int, span: int) -> int:
    """Return the first column from *column* on with room beside what hangs down (in order)."""
    for slot in above:
        if column < slot.end and slot.column < column + span:
            column = slot.end
    return column


def _width(rows: list[list[Slot]]) -> int:
    return max((slot.end for row in rows for slot in row), default=0)


def _condensed(rows: list[list[Slot]]) -> list[list[Slot]]:
    edges = {edge for row in rows for slot in row for edge in (slot.column, slot.end)}
    places = {edge: place for place, edge in enumerate(sorted(edges | {0}))}
    return [
        [
            replace(slot, column=places[slot.column], span=places[slot.end] - places[slot.column])
            for slot in row
        ]
        for row in rows
    ]


def _filled(row: list[Slot], width: int) -> Iterator[Slot]:
    column = 0
    for slot in (*row, Slot(width, 0, None)):
        yield from (Slot(empty, 1, None) for empty in range(column, slot.column))
        if slot.span:
            yield slot
        column = slot.end


def tiles(rows: list[list[Slot]]) -> list[Tile]:
    """Return the cells of *rows*, as `slots` gave them, with all that they cover."""
    return [
        Tile(
            slot.cell,
            number,
            slot.column,
            min(max(slot.cell.row_span, 1), len(rows) - number),
            slot.span,
        )
        for number, row in enumerate(rows)
        for slot in row
        if slot.cell and slot.is_top
    ]


def _rows(cell: TableCell, most: int) -> int:
    return min(max(cell.row_span, 1), most)


def repeated_rows(cells: Iterable[Tile], header_rows: int, rows: int) -> int:
    """Return how many of *rows* rows each page begins with.

    A cell that reaches out of the head draws the rows that it covers into it; where nothing
    would be left below, nothing is repeated.
    """
    reach = header_rows
    for cell in sorted(cells, key=lambda cell: cell.row):
        if cell.row < reach:
            reach = max(reach, cell.row + cell.rows)
    return reach if 0 < reach < rows else 0


def whole_widths(shares: Sequence[float], total: int) -> list[int]:
    """Return *shares* of *total* as whole numbers above zero; they sum to *total*.

    *total* must be no less than the number of shares.
    """
    spare, whole = total - len(shares), sum(shares)
    edges = [round(spare * part / whole) for part in accumulate(shares, initial=0.0)]
    return [1 + right - left for left, right in pairwise(edges)]
