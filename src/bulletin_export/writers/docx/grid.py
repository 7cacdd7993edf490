"""The grid of a table: which cell covers which places, and how wide the columns are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bulletin_export.model.nodes import Table, TableCell
from bulletin_export.model.text import paragraphs

#: How many characters of a cell's longest line count when columns share the width.
_LEAST, _MOST = 3, 24


@dataclass(frozen=True, slots=True)
class Slot:
    """What one row shows from *column* on: the top of a cell, its continuation, or nothing."""

    column: int
    span: int
    cell: TableCell | None
    is_top: bool = True


def slots(table: Table) -> list[list[Slot]]:
    """Return the slots of each row, from left to right, without gaps and of equal width.

    A cell that does not fit where it stands moves right; spans below the last row end there.
    """
    taken: dict[tuple[int, int], Slot] = {}
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            column = _free_column(taken, number, column, max(cell.column_span, 1))
            _take(taken, number, column, cell, len(table.rows))
            column += max(cell.column_span, 1)
    width = max((column + 1 for _, column in taken), default=0)
    return [list(_row(taken, number, width)) for number in range(len(table.rows))]


def _free_column(taken: dict[tuple[int, int], Slot], row: int, column: int, span: int) -> int:
    while any((row, column + step) in taken for step in range(span)):
        column += 1
    return column


def _take(
    taken: dict[tuple[int, int], Slot], top: int, column: int, cell: TableCell, height: int
) -> None:
    span = max(cell.column_span, 1)
    for row in range(top, min(top + max(cell.row_span, 1), height)):
        slot = Slot(column, span, cell, row == top)
        taken.update({(row, column + step): slot for step in range(span)})


def _row(taken: dict[tuple[int, int], Slot], row: int, width: int) -> Iterator[Slot]:
    column = 0
    while column < width:
        slot = taken.get((row, column)) or Slot(column, 1, None)
        yield slot
        column += slot.span


def column_widths(rows: list[list[Slot]], total: int) -> list[int]:
    """Return the width of each column; they share *total* by their longest lines."""
    shares = [_LEAST] * sum(slot.span for slot in rows[0])
    for slot in (slot for row in rows for slot in row):
        if slot.cell is None or slot.span > 1:
            continue
        longest = max(map(len, paragraphs(slot.cell.blocks)), default=0)
        shares[slot.column] = max(shares[slot.column], min(longest, _MOST))
    edges = [round(total * sum(shares[:n]) / sum(shares)) for n in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]
