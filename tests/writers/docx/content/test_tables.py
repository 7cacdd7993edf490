"""Tables have the cells of the model, fit where they stand, and look as their styles say."""

from hypothesis import given, settings

import builders as b
import strategies
from bulletin_export.model.nodes import Alignment, TableCell
from bulletin_export.writers.docx.content.table_looks import DENSITIES, variants
from writers.docx.opened import TEMPLATE, W, all_of, part, picture, written

MEASURE = TEMPLATE.page.measure


def table(*rows, **options):
    return all_of(part(written(b.article(b.table(*rows, **options)))), "//w:tbl")[0]


def test_a_table_is_as_wide_as_the_text_and_its_rows_fill_it():
    found = table(b.tr("甲", "一段长得多的文字，列宽也应当更宽"), b.tr(b.td("合并", span=2)))
    assert sum(map(int, all_of(found, "w:tblGrid/w:gridCol/@w:w"))) == MEASURE.twips
    for row in all_of(found, "w:tr"):
        assert sum(map(int, all_of(row, "w:tc/w:tcPr/w:tcW/@w:w"))) == MEASURE.twips


def test_spans_become_merged_cells():
    found = table(b.tr(b.td("纵", rows=2), b.td("横", span=2)), b.tr("甲", "乙"))
    first, second = all_of(found, "w:tr")
    assert all_of(first, "w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert all_of(first, "w:tc[1]/w:tcPr/w:vMerge/@w:val") == ["restart"]
    assert all_of(second, "w:tc[1]/w:tcPr/w:vMerge") != []
    assert len(all_of(second, "w:tc")) == 3


def test_rows_of_unlike_length_are_filled_up():
    found = table(b.tr("甲", "乙", "丙"), b.tr("丁"))
    assert [len(all_of(row, "w:tc")) for row in all_of(found, "w:tr")] == [3, 3]


def test_head_rows_repeat_and_no_row_splits():
    found = table(b.tr("头"), b.tr("体"), header_rows=1)
    assert len(all_of(found, "w:tr/w:trPr/w:tblHeader")) == 1
    assert len(all_of(found, "w:tr/w:trPr/w:cantSplit")) == 2
    assert all_of(found, "w:tr[1]//w:pStyle/@w:val") == ["TableHeader"]


def test_every_cell_ends_with_a_paragraph():
    found = table(b.tr(b.td(), b.td(b.table(b.tr("内")))))
    for cell in all_of(found, ".//w:tc"):
        assert cell[-1].tag == f"{W}p"


def test_tables_that_touch_are_kept_apart():
    body = all_of(part(written(b.article(b.table(b.tr("一")), b.table(b.tr("二"))))), "//w:body")[0]
    tags = [element.tag.removeprefix(W) for element in body]
    assert tags == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_cells_stand_as_the_model_aligns_them():
    cell = TableCell((b.p("12"),), alignment=Alignment.END)
    found = table(b.tr(cell))
    assert all_of(found, ".//w:pStyle/@w:val") == ["TableTextRight"]
    assert not all_of(found, ".//w:jc")


def test_a_table_too_wide_for_word_keeps_its_words_in_paragraphs():
    result = written(b.article(b.table(b.tr(*["格"] * 64))))
    assert all_of(part(result), "//w:tbl") == []
    assert len(all_of(part(result), "//w:t[.='格']")) == 64
    assert [remark.code for remark in result.diagnostics] == ["table-too-wide"]


def rows_of(found):
    return all_of(found, "w:tr")


def test_a_head_is_repeated_only_above_rows_of_a_body():
    assert not all_of(table(b.tr("头"), header_rows=1), ".//w:tblHeader")
    assert not all_of(table(b.tr("头"), b.tr("头"), header_rows=9), ".//w:tblHeader")


def test_a_cell_that_reaches_out_of_the_head_draws_its_rows_into_it():
    found = table(b.tr(b.td("头", rows=2), "头"), b.tr("一"), b.tr("二", "三"), header_rows=1)
    assert [len(all_of(row, "w:trPr/w:tblHeader")) for row in rows_of(found)] == [1, 1, 0]


def test_a_head_as_high_as_half_a_page_is_not_repeated():
    found = table(b.tr(b.td(*["头"] * 30)), b.tr("体"), header_rows=1)
    assert not all_of(found, ".//w:tblHeader")


def test_a_row_higher_than_a_page_may_be_split_and_starts_on_top():
    found = table(b.tr("短", "短"), b.tr("左", b.td(*["很长的一段。" * 20] * 40)))
    short, high = rows_of(found)
    assert all_of(short, "w:trPr/w:cantSplit")
    assert not all_of(high, "w:trPr/w:cantSplit")
    assert all_of(high, "w:tc/w:tcPr/w:vAlign/@w:val") == ["top", "top"]


def test_a_row_with_a_high_picture_may_be_split():
    item = picture(500, 3000)
    root = part(written(b.article(b.table(b.tr(b.td(b.figure(b.img(item.name))))), media=(item,))))
    assert not all_of(root, "//w:cantSplit")


def test_numbers_get_what_they_need_and_text_the_rest():
    found = table(b.tr("1,234,567.50", "说明" * 60), b.tr("12", "短"))
    number, text = map(int, all_of(found, "w:tblGrid/w:gridCol/@w:w"))
    assert 12 * 0.5 * 12 * 20 < number < text / 3


def test_a_table_that_is_too_dense_is_set_smaller_by_style():
    cells = [f"{number:,}.00" for number in range(10**6, 10**6 + 14)]
    found = table(b.tr(*cells))
    assert all_of(found, "w:tblPr/w:tblStyle/@w:val") == ["BulletinTableTiny"]
    assert set(all_of(found, ".//w:pStyle/@w:val")) == {"TableTextTiny"}


def test_narrow_columns_have_narrow_margins():
    found = table(b.tr(*["格"] * 63))
    least = min(map(int, all_of(found, "w:tblGrid/w:gridCol/@w:w")))
    left, right = map(int, all_of(found, "w:tblPr/w:tblCellMar/*/@w:w"))
    assert left + right <= least / 2


def test_a_table_says_its_title_and_size_to_those_who_cannot_see_it():
    found = table(b.tr("姓名", "单位"), b.tr("甲", "乙"), caption="名单", header_rows=1)
    assert all_of(found, "w:tblPr/w:tblCaption/@w:val") == ["名单"]
    assert all_of(found, "w:tblPr/w:tblDescription/@w:val") == ["2列2行：姓名、单位"]


def test_cells_that_head_their_rows_make_a_first_column():
    found = table(b.tr("地区", "户数"), b.tr(b.th("城关"), "1"), header_rows=1)
    look = all_of(found, "w:tblPr/w:tblLook")[0]
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")
    assert look.get(f"{W}val") == "06A0"
    assert all_of(found, "w:tr[2]/w:tc[1]//w:pStyle/@w:val") == ["TableHeader"]


def test_every_style_that_tables_name_is_there():
    styles = part(written(b.article("文")), "word/styles.xml")
    known = set(all_of(styles, "//w:style/@w:styleId"))
    assert {variant.name.identifier for variant in variants()} <= known
    assert {density.table_style.identifier for density in DENSITIES} <= known


def spans(rows):
    """Return (column, span, merge) of every cell of *rows*, which are elements."""
    for row in rows:
        column, found = 0, []
        for cell in all_of(row, "w:tc"):
            span = int((all_of(cell, "w:tcPr/w:gridSpan/@w:val") or ["1"])[0])
            merge = [one.get(f"{W}val", "continue") for one in all_of(cell, "w:tcPr/w:vMerge")]
            found.append((column, span, merge[0] if merge else ""))
            column += span
        yield found


@settings(max_examples=30, deadline=None)
@given(strategies.tables())
def test_any_table_tiles_its_grid_and_fills_its_width(one):
    root = part(written(b.article(b.quote(one), one)))
    for found in all_of(root, "//w:tbl"):
        widths = list(map(int, all_of(found, "w:tblGrid/w:gridCol/@w:w")))
        assert sum(widths) == int(all_of(found, "w:tblPr/w:tblW/@w:w")[0]) <= MEASURE.twips
        above = set()
        for row, cells in zip(rows_of(found), spans(rows_of(found)), strict=True):
            assert sum(span for _, span, _ in cells) == len(widths)
            texts = [sum(widths[column : column + span]) for column, span, _ in cells]
            assert list(map(int, all_of(row, "w:tc/w:tcPr/w:tcW/@w:w"))) == texts
            assert {(c, s) for c, s, merge in cells if merge == "continue"} <= above
            above = {(c, s) for c, s, merge in cells if merge}
        assert all(cell[-1].tag == f"{W}p" for cell in all_of(found, ".//w:tc"))


def test_a_table_in_a_quotation_keeps_its_margins():
    found = all_of(part(written(b.article(b.quote(b.table(b.tr("甲")))))), "//w:tbl")[0]
    margin = 2 * 12 * 20
    assert all_of(found, "w:tblPr/w:tblInd/@w:w") == [str(margin)]
    assert all_of(found, "w:tblPr/w:tblW/@w:w") == [str(MEASURE.twips - margin)]
