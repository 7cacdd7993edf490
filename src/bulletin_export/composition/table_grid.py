"""A table as a plain grid, for formats whose tables know no spans."""

from __future__ import annotations

from bulletin_export.model.nodes import Table, TableCell

#: HTML, 4.9.11: more columns than this are a mistake.
MAX_SPAN = 1000


def grid(table: Table) -> tuple[tuple[TableCell | None, ...], ...]:
    """Return *table* row by row, all rows of equal length.

    A cell stands in the first place that it covers; the others hold None, as do
    places that no cell covers.
    """
    taken: dict[tuple[int, int], TableCell | None] = {}
    height = len(table.rows)
    for y, row in enumerate(table.rows):
        x = 0
        for cell in row.cells:
            while (y, x) in taken:
                x += 1
            for down in range(min(max(cell.row_span, 1), height - y)):
                for across in range(min(max(cell.column_span, 1), MAX_SPAN)):
                    taken.setdefault((y + down, x + across))
            taken[y, x] = cell
    width = max((x for _, x in taken), default=-1) + 1
    return tuple(tuple(taken.get((y, x)) for x in range(width)) for y in range(height))


def has_spans(table: Table) -> bool:
    """Tell whether a cell of *table* covers more than one place."""
    return any(c.column_span > 1 or c.row_span > 1 for row in table.rows for c in row.cells)
