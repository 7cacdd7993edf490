"""The grid of a table: which cell covers which places, and how wide the columns are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from bulletin_export.composition.table_grid import MAX_SPAN
from bulletin_export.model.nodes import Table, TableCell
from bulletin_export.model.text import paragraphs

#: Word refuses tables with more columns.
MAX_COLUMNS = 63
#: How many characters of a cell's longest line count when columns share the width.
_LEAST, _MOST = 3, 24


class Slot(msgspec.Struct, frozen=True):
    """What one row shows from *column* on: the top of a cell, its continuation, or nothing."""

    column: int
    span: int
    cell: TableCell | None
    is_top: bool = True

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
    for row in table.rows:
        above = [replace(slot, is_top=False) for slot, _ in hanging]
        placed = list(above)
        hanging = [(slot, rows - 1) for slot, rows in hanging if rows > 1]
        column = 0
        for cell in row.cells:
            span = min(max(cell.column_span, 1), MAX_SPAN)
            slot = Slot(_free_column(above, column, span), span, cell)
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


def column_widths(rows: list[list[Slot]], total: int) -> list[int]:
    """Return the width of each column; they share *total* by their longest lines."""
    shares = [_LEAST] * rows[0][-1].end
    for slot in (slot for row in rows for slot in row):
        if slot.cell is None or slot.span > 1:
            continue
        longest = max(map(len, paragraphs(slot.cell.blocks)), default=0)
        shares[slot.column] = max(shares[slot.column], min(longest, _MOST))
    edges = [round(total * sum(shares[:n]) / sum(shares)) for n in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]
