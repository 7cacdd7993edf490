from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from builders import article, figure, h, img, note, ol, p, publication, table, td, th, tr, ul
from bulletin_export.model import nodes
from bulletin_export.model.nodes import Alignment, Table
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Layout, Page, PlacedLine
from bulletin_export.typesetting.pages import lay_out
from looks import template
from metric import metric_book
from strategies import PICTURES, tables

LINE = "会议强调要聚焦重点地区重点领域坚持人民至上抓好各项工作"


def set_(one: Table, **page: object) -> Layout:
    whole = publication(article(one, title="题", media=PICTURES))
    return lay_out(whole, template(footer="", **page), metric_book())


def cells(page: Page) -> dict[str, PlacedLine]:
    return {placed.line.text: placed for placed in page.lines}


def verticals(page: Page) -> list[float]:
    return sorted({round(rule.x, 2) for rule in page.rules if rule.height > rule.width})


def test_rows_and_columns_stand_in_a_grid() -> None:
    page = set_(table(tr("甲", "乙"), tr("丙", "丁"))).pages[0]
    shown = cells(page)
    assert shown["甲"].y == shown["乙"].y < shown["丙"].y == shown["丁"].y
    assert shown["甲"].x == shown["丙"].x < shown["乙"].x == shown["丁"].x


def test_the_outer_rules_fill_the_measure() -> None:
    edges = verticals(set_(table(tr("甲", "乙"), tr("丙", "丁"))).pages[0])
    assert edges[0] == 40
    assert edges[-1] == pytest.approx(260 - 0.5)
    assert len(edges) == 3


def test_a_cell_over_columns_and_rows_has_no_rule_inside() -> None:
    one = table(tr(td("大", span=2, rows=2), "右上"), tr("右下"), tr("左", "中", "右"))
    page = set_(one).pages[0]
    shown = cells(page)
    middle = [rule for rule in page.rules if rule.height > rule.width and 41 < rule.x < 259]
    inside = min(rule.x for rule in middle)
    assert all(rule.y > shown["右下"].y for rule in middle if rule.x == inside)
    assert shown["右上"].x == shown["右下"].x > shown["大"].x


def test_a_long_text_makes_its_column_wide_and_leaves_short_ones_unbroken() -> None:
    page = set_(table(tr("编号甲", "负责单位", LINE * 3))).pages[0]
    assert {"编号甲", "负责单位"} <= set(cells(page))


def test_text_stands_where_its_cell_says() -> None:
    one = table(
        nodes.TableRow(
            tuple(
                nodes.TableCell((p("字"),), alignment=alignment)
                for alignment in (Alignment.START, Alignment.CENTRE, Alignment.END)
            )
        )
    )
    page = set_(one).pages[0]
    edges = verticals(page)
    inks = [placed.x + placed.line.runs[0].x for placed in page.lines if placed.role is Role.TABLE]
    assert inks[0] - edges[0] < 6
    assert inks[1] + 4.5 == pytest.approx((edges[1] + edges[2]) / 2, abs=0.3)
    assert edges[3] - inks[2] - 9 < 6


def test_a_table_across_pages_repeats_its_head_as_furniture() -> None:
    rows = [tr(f"第{n}项", str(n)) for n in range(60)]
    layout = set_(table(tr(th("指标"), th("数值")), *rows, header_rows=1))
    assert len(layout.pages) > 2
    for page in layout.pages[1:]:
        assert [placed.line.text for placed in page.repeated] == ["指标", "数值"]
        assert min(placed.y for placed in page.lines) > page.repeated[0].y
    words = [placed.line.text for page in layout.pages for placed in page.lines]
    assert words.count("指标") == 1
    assert [word for word in words if word.startswith("第")] == [f"第{n}项" for n in range(60)]


def test_a_row_is_not_parted_while_a_page_can_hold_it() -> None:
    layout = set_(table(*[tr(f"甲{n}", LINE * 3) for n in range(12)]))
    counts = []
    for page in layout.pages:
        words = [one.line.text for one in page.lines if one.role is Role.TABLE]
        assert words[0].startswith("甲")
        counts.append(len(words) / sum(word.startswith("甲") for word in words))
    assert len(counts) > 1
    assert len(set(counts)) == 1


def test_a_row_taller_than_a_page_goes_on_without_loss() -> None:
    layout = set_(table(tr("左", *[td(*[p(LINE)] * 40)])))
    assert len(layout.pages) > 1
    words = "".join(one.line.text for page in layout.pages for one in page.lines)
    assert words.count("左") == 1
    assert words.count("会议") == 40


def test_a_caption_stays_with_the_first_row() -> None:
    for before in range(10, 18):
        one = table(tr("甲", "乙"), tr("丙", "丁"), caption="表一")
        whole = publication(article(*[p("短")] * before, one, title="题"))
        for page in lay_out(whole, template(), metric_book()).pages:
            assert page.lines[-1].line.text != "表一"


def test_a_table_that_is_too_wide_is_set_in_smaller_type() -> None:
    page = set_(table(tr(*["很长的表头"] * 10))).pages[0]
    assert not page.is_turned
    lines = [placed for placed in page.lines if placed.role is Role.TABLE]
    assert "".join(placed.line.text for placed in lines) == "很长的表头" * 10
    assert max(run.size for placed in lines for run in placed.line.runs) < 9
    assert max(placed.x + placed.line.width for placed in lines) <= 260


def test_a_table_too_wide_to_be_read_is_turned_with_its_head_on_each_page() -> None:
    rows = [tr(*[f"{n}"] * 14) for n in range(30)]
    one = table(tr(*[th("很长的表头")] * 14), *rows, header_rows=1)
    whole = publication(article(p("前文"), h(2, "标题"), one, p("后文"), title="题"))
    first, *turned, last = lay_out(whole, template(footer="脚"), metric_book()).pages
    assert [page.is_turned for page in (first, *turned, last)] == [
        False, *[True] * len(turned), False,
    ]  # fmt: skip
    assert len(turned) > 1
    assert turned[0].lines[0].line.text == "标题"
    for page in turned:
        # The frame is that of the page with its sides changed: 320 wide, 220 deep.
        assert all(one.x >= 40 and one.x + one.width <= 360.6 for one in page.rules)
        assert all(one.y >= 40 - 0.1 and one.y + one.height <= 260.6 for one in page.rules)
        assert [placed.line.text for placed in page.furniture] == ["脚"]
    assert all(len(page.repeated) >= 14 for page in turned[1:])


def test_the_notes_of_a_turned_table_stand_at_its_foot() -> None:
    cell = p("甲", note("数据为初步核算数"))
    one = table(tr(*["很长的表头"] * 14), tr(cell, *["乙"] * 13))
    whole = publication(article(p("前文"), one, title="题"))
    page = lay_out(whole, template(footer=""), metric_book()).pages[-1]
    assert page.is_turned
    *_, last = page.lines
    assert last.role is Role.NOTE
    assert 250 < last.y < 260


def test_a_wide_table_among_columns_stands_over_all_of_them() -> None:
    one = table(tr(*["很长的表头"] * 8))
    whole = publication(article(p("前文" * 20), one, p("后文" * 20), title="题"))
    (page,) = lay_out(whole, template(footer="", columns=2), metric_book()).pages
    assert max(rule.x + rule.width for rule in page.rules) > 255
    assert min(rule.x for rule in page.rules) == 40


@pytest.mark.parametrize(
    "rows",
    [
        [tr("甲"), tr("乙", "丙", "丁"), tr()],
        [tr(td("甲", span=100_000, rows=100_000), "乙"), tr("丙")],
        [tr(td("甲", rows=9)), tr(td("乙", span=0, rows=-1))],
    ],
)
def test_a_table_with_wrong_spans_loses_no_cell(rows: list[nodes.TableRow]) -> None:
    words = "".join(one.line.text for page in set_(table(*rows)).pages for one in page.lines)
    for row in rows:
        for cell in row.cells:
            assert cell.blocks[0].children[0].value in words


def test_a_table_without_cells_is_nothing() -> None:
    page = set_(table(tr(), caption="表一")).pages[0]
    assert [placed.line.text for placed in page.lines] == ["题", "表一"]
    assert not page.rules


def test_a_cell_holds_lists_pictures_and_tables() -> None:
    inner = table(tr("里", "面"))
    one = table(tr(td(ul("项"), ol("条")), td(figure(img(PICTURES[3].name)), inner)))
    page = set_(one).pages[0]
    assert [placed.line.text for placed in page.lines] == ["题", "●", "项", "1.", "条", "里", "面"]
    assert 40 <= page.pictures[0].x < page.pictures[0].x + page.pictures[0].width <= 260


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables())
def test_each_rule_stands_within_the_measure(one: Table) -> None:
    for page in set_(one, width=460, height=520).pages:
        for rule in page.rules:
            assert rule.x >= 40
            assert rule.x + rule.width <= 420.01
            assert rule.y >= 40
            assert rule.y + rule.height <= 480.6
