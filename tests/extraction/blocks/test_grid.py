"""Cells stand on a grid; no page can make it endless."""

from time import process_time

from builders import p, table, td, th, tr
from bulletin_export.extraction.blocks.grid import placed, tabled
from bulletin_export.extraction.fragment import blocks_of_html
from bulletin_export.model.nodes import TableCell


def test_a_cell_stands_right_of_those_that_reach_down_to_its_row():
    rows = [[td("甲", rows=2), td("乙", span=2)], [td("丙"), td("丁")]]
    assert [(one.row, one.column) for one in placed(rows)] == [(0, 0), (0, 1), (1, 1), (1, 2)]


def test_a_span_ends_where_another_cell_stands():
    rows = [[td("甲"), td("乙", rows=2)], [td("丙", span=2)]]
    assert [one.width for one in placed(rows)] == [1, 1, 1]


def test_a_table_in_a_cell_becomes_rows_and_columns_of_the_one_around():
    inner = table(tr("乙", "丙"), tr("丁", "戊"), caption="内")
    printed, heads = tabled([[th("头"), th("尾")], [td("甲"), td("前", inner, "后")]], 1)
    assert heads == 1
    assert table(*printed) == table(
        tr(th("头"), th("尾", span=2)),
        tr(td("甲", rows=5), td("前", span=2)),
        tr(td("内", span=2)),
        tr("乙", "丙"),
        tr("丁", "戊"),
        tr(td("后", span=2)),
    )


def test_a_hole_before_a_cell_is_filled():
    inner = table(tr(td("甲", rows=2)), tr("乙"))
    printed, _ = tabled([[td(inner), td("丙")]])
    assert table(*printed) == table(tr(td("甲", rows=2), TableCell(()), td("丙", rows=2)), tr("乙"))


def test_spans_without_sense_are_let_go_and_no_cell_is_lost():
    count = 3000
    html = "<table><tr><th>头" + "<tr><td colspan=1000 rowspan=1000>甲<td>乙" * count + "</table>"
    start = process_time()
    ((shown,), _) = blocks_of_html(html)
    assert process_time() - start < 5
    cells = [cell for row in shown.rows for cell in row.cells]
    assert len(cells) == 2 * count + 1
    assert cells[1].blocks == (p("甲"),)
