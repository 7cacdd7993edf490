"""Tables as plain grids."""

from __future__ import annotations

from hypothesis import given, settings

from builders import table, td, tr
from bulletin_export.composition.table_grid import MAX_SPAN, grid, has_spans
from bulletin_export.model.text import plain_text
from strategies import tables


def words(one):
    return [
        ["" if c is None else plain_text(c.blocks[0].children) for c in row] for row in grid(one)
    ]


def test_a_spanning_cell_stands_in_its_first_place():
    one = table(tr(td("甲", rows=2), td("乙", span=2)), tr("丙", "丁"))
    assert words(one) == [["甲", "乙", ""], ["", "丙", "丁"]]
    assert has_spans(one)


def test_short_rows_are_filled_up():
    assert words(table(tr("甲"), tr("乙", "丙"))) == [["甲", ""], ["乙", "丙"]]


def test_a_table_without_cells_has_no_places():
    assert grid(table()) == ()
    assert grid(table(tr())) == ((),)


def test_absurd_spans_are_cut_down():
    rows = grid(table(tr(td("甲", span=10**9, rows=10**9)), tr("乙")))
    assert len(rows) == 2
    assert len(rows[0]) == MAX_SPAN + 1


@settings(max_examples=50, deadline=None)
@given(tables())
def test_every_cell_stands_in_the_grid_exactly_once(one):
    found = [id(cell) for row in grid(one) for cell in row if cell]
    assert sorted(found) == sorted(id(cell) for row in one.rows for cell in row.cells)
    assert len({len(row) for row in grid(one)}) <= 1
