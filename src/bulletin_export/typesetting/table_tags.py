"""The logical structure of a table: every row is as long as the others (ISO 14289-1, 7.5)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bulletin_export.composition.tiling import Tile, Tiling
from bulletin_export.typesetting.setting import Setting


def tag_cells(tiling: Tiling, header_rows: int, table: int, setting: Setting) -> list[int]:
    """Tag the rows and cells of *tiling*; return the tag of each tile.

    Rows that are repeated stand in a head of their own if no cell reaches below it.
    Places that no cell covers get an empty one; a row that cells from above fill is none.
    """
    rows = list(_rows(tiling))
    is_real = [bool(tiles or gaps) for tiles, gaps in rows]
    parts = [table, table]
    crosses = any(tile.row < header_rows < tile.row + tile.rows for tile in tiling.tiles)
    if 0 < header_rows < tiling.rows and not crosses:
        parts = [setting.tagged(kind, table) for kind in ("THead", "TBody")]
    tags: list[int] = []
    for row, (tiles, gaps) in enumerate(rows):
        if not is_real[row]:
            continue
        tag = setting.tagged("TR", parts[row >= header_rows])
        cells = sorted([(tile.column, tile) for tile in tiles] + [(gap, None) for gap in gaps],
                       key=lambda cell: cell[0])  # fmt: skip
        are_headers = all(tile.cell.is_header for tile in tiles)
        for _, tile in cells:
            if tile is None:
                setting.tagged("TD", tag)
                continue
            scope = _scope(tile, header_rows, are_headers=are_headers)
            kind = "TH" if scope else "TD"
            down = sum(is_real[row : row + tile.rows])
            covers = {"columns": tile.columns, "rows": down}
            tags.append(setting.tagged(kind, tag, scope=scope, **covers))
    return tags


def _rows(tiling: Tiling) -> Iterator[tuple[Sequence[Tile], Sequence[int]]]:
    """Yield the tiles that begin in each row, and the columns that nothing covers there."""
    taken = [0] * tiling.columns
    starts = [bisect_left(tiling.tiles, row, key=lambda tile: tile.row)
              for row in range(tiling.rows + 1)]  # fmt: skip
    for row in range(tiling.rows):
        tiles = tiling.tiles[starts[row] : starts[row + 1]]
        for tile in tiles:
            for column in range(tile.column, tile.column + tile.columns):
                taken[column] = row + tile.rows
        yield tiles, [column for column, end in enumerate(taken) if end <= row]


def _scope(tile: Tile, header_rows: int, *, are_headers: bool) -> str:
    """Return what *tile* heads: its column, its row, or nothing."""
    if tile.row < header_rows:
        return "Column"
    if not tile.cell.is_header:
        return ""
    return "Column" if are_headers else "Row"
