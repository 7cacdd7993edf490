"""The cells of a table tile a grid."""

from __future__ import annotations

from hypothesis import given, settings

from builders import table, td, tr
from bulletin_export.composition.tiling import Tiling
from bulletin_export.model.nodes import Table
from strategies import tables


def test_cells_below_a_tall_one_move_to_the_right() -> None:
    tiling = Tiling.of(table(tr(td("甲", rows=2), "乙"), tr("丙")))
    assert [(tile.row, tile.column) for tile in tiling.tiles] == [(0, 0), (0, 1), (1, 1)]
    assert tiling.is_full


def test_columns_that_nothing_begins_in_vanish() -> None:
    tiling = Tiling.of(table(tr(td("甲", span=5), td("乙", span=3))))
    assert tiling.columns == 2
    assert [tile.columns for tile in tiling.tiles] == [1, 1]


def test_a_missing_cell_leaves_a_hole() -> None:
    assert not Tiling.of(table(tr("甲", "乙"), tr("丙"))).is_full


@settings(max_examples=60, deadline=None)
@given(tables())
def test_no_two_cells_cover_the_same_place(one: Table) -> None:
    tiling = Tiling.of(one)
    places = [
        (row, column)
        for tile in tiling.tiles
        for row in range(tile.row, tile.row + tile.rows)
        for column in range(tile.column, tile.column + tile.columns)
    ]
    assert len(places) == len(set(places))
    assert all(row < tiling.rows and column < tiling.columns for row, column in places)
