"""Cells of any spans tile a grid that Word takes."""

from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
import strategies
from bulletin_export.model.nodes import Table, TableCell, TableRow
from bulletin_export.writers.docx.content.grid import (
    MAX_COLUMNS,
    repeated_rows,
    slots,
    tiles,
    whole_widths,
)


def layout(*rows):
    return [
        [(slot.column, slot.span, slot.cell is not None, slot.is_top) for slot in row]
        for row in slots(b.table(*rows))
    ]


def test_a_cell_that_hangs_down_pushes_the_next_row_right():
    assert layout(b.tr(b.td("甲", rows=2), "乙"), b.tr("丙")) == [
        [(0, 1, True, True), (1, 1, True, True)],
        [(0, 1, True, False), (1, 1, True, True)],
    ]


def test_a_span_below_the_last_row_ends_there():
    assert len(layout(b.tr(b.td("甲", rows=9)))) == 1


def test_a_cell_without_room_moves_right():
    found = layout(b.tr("甲", b.td("乙", rows=2)), b.tr(b.td("丙", span=2)))
    assert found[1] == [(0, 1, False, True), (1, 1, True, False), (2, 2, True, True)]


def test_a_span_that_only_means_all_columns_is_condensed():
    found = layout(b.tr(b.td("题", span=1000)), b.tr("甲", "乙"))
    assert found == [
        [(0, 3, True, True)],
        [(0, 1, True, True), (1, 1, True, True), (2, 1, False, True)],
    ]


cells = st.builds(TableCell, st.just(()), st.integers(-1, 10**9), st.integers(-1, 10**9))
rows = st.builds(TableRow, st.lists(cells, max_size=4).map(tuple))


@settings(max_examples=60, deadline=None)
@given(st.lists(rows, max_size=5).map(tuple))
def test_any_spans_tile_rows_of_equal_width(some):
    found = slots(Table(some))
    assert len(found) == len(some)
    assert len({row[-1].end if row else 0 for row in found}) <= 1
    for row in found:
        ends = [0, *(slot.end for slot in row)]
        assert ends[:-1] == [slot.column for slot in row]
    tops = [slot.cell for row in found for slot in row if slot.cell and slot.is_top]
    assert len(tops) == sum(len(row.cells) for row in some)


@given(st.lists(st.floats(0.5, 300), min_size=1, max_size=MAX_COLUMNS), st.integers(63, 20000))
def test_columns_share_the_whole_width(shares, total):
    widths = whole_widths(shares, total)
    assert sum(widths) == total
    assert min(widths) > 0


@settings(max_examples=40, deadline=None)
@given(strategies.tables(), st.integers(0, 5))
def test_what_each_page_repeats_cuts_no_cell(table, header_rows):
    rows = slots(table)
    count = repeated_rows(tiles(rows), header_rows, len(rows))
    assert count < len(rows)
    assert count == 0 or all(slot.is_top or not slot.cell for slot in rows[count])
