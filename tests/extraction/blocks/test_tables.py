"""Tables of facts keep their cells, heads and alignment; tables of layout dissolve."""

import pytest

from builders import figure, img, li, p, pre, strong, table, td, th, tr, ul
from bulletin_export.extraction.fragment import blocks_of_html
from bulletin_export.model.nodes import Alignment

CASES = {
    "cells without rows": (
        "<table><td>甲<td>乙<tr><td>丙<td>丁</table>", table(tr("甲", "乙"), tr("丙", "丁")),
    ),
    "a span to the end": (
        "<table><tr><td>甲<td rowspan=0>乙<tr><td>丙<tr><td>丁</table>",
        table(tr("甲", td("乙", rows=3)), tr("丙"), tr("丁")),
    ),
    "a span beyond the table": (
        "<table><tr><td>甲<td>乙<tr><td colspan=99>丙</table>",
        table(tr("甲", "乙"), tr(td("丙", span=2))),
    ),
    "an empty row under a span": (
        "<table><tr><td rowspan=2>甲<td>乙<tr></tr><tr><td>丙<td>丁</table>",
        table(tr("甲", "乙"), tr("丙", "丁")),
    ),
    "a foot before the body": (
        "<table><thead><tr><td>项<td>数</thead><tfoot><tr><td>计<td>3</tfoot>"
        "<tbody><tr><td>甲<td>3</tbody></table>",
        table(tr(th("项"), th("数")), tr("甲", "3"), tr("计", "3"), header_rows=1),
    ),
    "a head of two rows": (
        "<table><tr><th rowspan=2>项<th colspan=2>数<tr><th>一<th>二<tr><td>甲<td>1<td>2</table>",
        table(
            tr(th("项", rows=2), th("数", span=2)), tr(th("一"), th("二")), tr("甲", "1", "2"), header_rows=2
        ),
    ),
    "a bold first row": (
        "<table><tr><td><b>项</b><td><b>数</b><tr><td>甲<td>1</table>",
        table(tr(th(p(strong("项"))), th(p(strong("数")))), tr("甲", "1"), header_rows=1),
    ),
    "a coloured first row": (
        '<table><tr style="background:#ccc"><td>项<td>数<tr><td>甲<td>1</table>',
        table(tr(th("项"), th("数")), tr("甲", "1"), header_rows=1),
    ),
    "all rows coloured": (
        "<table><tr bgcolor=#ccc><td>项<td>数<tr bgcolor=#ddd><td>甲<td>1</table>",
        table(tr("项", "数"), tr("甲", "1")),
    ),
    "a name above": (
        "<p align=center>表1 经费</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table>",
        table(tr("甲", "1"), tr("乙", "2"), caption="表1 经费"),
    ),
    "a figure around": (
        "<figure><table><tr><th>甲<th>1<tr><td>乙<td>2</table><figcaption>表</figcaption></figure>",
        table(tr(th("甲"), th("1")), tr("乙", "2"), caption="表", header_rows=1),
    ),
    "things in cells": (
        "<table><tr><td><ul><li>甲</ul><td><img src=a.png><p>乙<p>丙<tr><td>丁<td>戊</table>",
        table(tr(td(ul(li("甲"))), td(figure(img(address="a.png")), "乙", "丙")), tr("丁", "戊")),
    ),
    "a table in a list in a cell": (
        "<table><tr><td><ul><li><table><tr><td>甲<td>乙</table></ul><td>丙<tr><td>丁<td>戊</table>",
        table(tr("甲", "乙", "丙"), tr(td("丁", span=2), "戊")),
    ),
    "a table of facts in one of layout": (
        "<table><tr><td><table border=1><tr><td>项<td>数<tr><td>甲<td>1</table></table>",
        table(tr("项", "数"), tr("甲", "1")),
    ),
    "one cell": ("<table><tr><td>甲</table>", p("甲")),
    "a framed column": (
        "<table border=1><tr><td>甲<tr><td>乙<tr><td>丙</table>", table(tr("甲"), tr("乙"), tr("丙")),
    ),
    "nothing but a name": ("<table><caption>空</caption><tr><td></table>", p("空")),
    "code beside its numbers": (
        "<table><tr><td><pre>1\n2</pre><td><pre>int a;\nint b;</pre></table>", pre("int a;\nint b;"),
    ),
    "code row by row": (
        '<table class="highlight"><tr><td data-line-number=1><td>a<tr><td data-line-number=2><td>b</table>',
        pre("a\nb"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_table_becomes(case):
    html, *wanted = CASES[case]
    assert blocks_of_html(html)[0] == tuple(wanted)


def test_text_stands_where_the_cell_the_row_the_column_or_all_its_paragraphs_say():
    html = (
        '<table style="text-align:right"><col><col align=center><tr><td>甲<td>乙<td>丙'
        "<tr align=left><td>丁<td>戊<td align=center>己"
        "<tr><td><p align=center>庚</p><td style='text-align:right'>辛<td></table>"
    )
    ((shown,), _) = blocks_of_html(html)
    start, centre, end = Alignment
    assert [[cell.alignment for cell in row.cells] for row in shown.rows] == [
        [end, centre, end],
        [start, start, centre],
        [end, end, end],
    ]


def test_a_cell_of_centred_paragraphs_is_centred():
    html = "<table><tr><th><p align=center>甲</p><th>乙<tr><td>丙<td>丁</table>"
    ((shown,), _) = blocks_of_html(html)
    assert [cell.alignment for cell in shown.rows[0].cells] == [Alignment.CENTRE, Alignment.START]
