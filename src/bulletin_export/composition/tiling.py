"""A table as tiles: which places of the grid each cell covers."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

import msgspec

from bulletin_export.composition.table_grid import MAX_SPAN
from bulletin_export.model.nodes import Table, TableCell


class Tile(NamedTuple):
    """A cell and the places it covers."""

    cell: TableCell
    row: int
    column: int
    rows: int
    columns: int


class Tiling(msgspec.Struct, frozen=True):
    """A table as tiles in reading order."""

    tiles: tuple[Tile, ...]
    rows: int
    columns: int

    @classmethod
    def of(cls, table: Table) -> Tiling:
        """Return the tiling of *table* (HTML, 4.9.12); columns that nothing begins in vanish."""
        tiles: list[Tile] = []
        #: Column to the first row in which it is free again.
        taken: dict[int, int] = {}
        for index, row in enumerate(table.rows):
            column = 0
            for cell in row.cells:
                while taken.get(column, 0) > index:
                    column += 1
                across = max(1, min(cell.column_span, MAX_SPAN))
                down = max(1, min(cell.row_span, len(table.rows) - index))
                across = next(
                    (n for n in range(1, across) if taken.get(column + n, 0) > index), across
                )
                taken.update(dict.fromkeys(range(column, column + across), index + down))
                tiles.append(Tile(cell, index, column, down, across))
                column += across
        return cls._compact(tiles, len(table.rows))

    @property
    def is_full(self) -> bool:
        """Tell whether every place belongs to a cell."""
        covered = sum(tile.rows * tile.columns for tile in self.tiles)
        return covered == self.rows * self.columns

    @classmethod
    def _compact(cls, tiles: list[Tile], rows: int) -> Tiling:
        starts = sorted({tile.column for tile in tiles})
        compact = []
        for tile in tiles:
            first = bisect_left(starts, tile.column)
            end = bisect_left(starts, tile.column + tile.columns)
            compact.append(tile._replace(column=first, columns=end - first))
        return cls(tuple(compact), rows, len(starts))
