from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import article, p, publication, table, td, tr
from bulletin_export.model.nodes import Table
from bulletin_export.typesetting.grid import Extent, Tiling, column_widths, extents
from bulletin_export.typesetting.setting import Setting
from looks import template
from metric import metric_book
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


_EXTENTS = st.builds(
    lambda least, more: Extent(least, least + more), st.floats(1, 20), st.floats(0, 300)
)


@given(st.lists(_EXTENTS, min_size=1, max_size=9), st.floats(5, 60))
def test_columns_fill_the_measure_and_break_no_word_unless_type_shrinks(
    columns: list[Extent], measure: float
) -> None:
    widths, scale = column_widths(columns, measure)
    assert sum(widths) == pytest.approx(measure)
    assert scale <= 1
    for width, one in zip(widths, columns, strict=True):
        assert width >= one.least * scale - 1e-6


def test_a_short_column_gets_all_it_wants_beside_a_long_one() -> None:
    widths, scale = column_widths([Extent(2, 6), Extent(2, 300)], 40)
    assert widths == pytest.approx([6, 34])
    assert scale == 1


def test_a_word_is_not_broken_to_make_a_column_narrow() -> None:
    means = Setting.of(publication(article(p("文"))), template(), metric_book())
    (narrow, wide) = extents(Tiling.of(table(tr("国", "internationally"))), 10, means)
    assert wide.least > 15 * 0.5
    assert narrow.least < 4
