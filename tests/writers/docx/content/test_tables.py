"""Tables have the cells of the model, fit where they stand, and look as their styles say."""

import builders as b
from bulletin_export.model.nodes import Alignment, TableCell
from writers.docx.opened import TEMPLATE, W, all_of, part, written

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
