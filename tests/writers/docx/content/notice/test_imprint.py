"""版记 in Word: a table at the foot of the last page."""

from __future__ import annotations

from msgspec.structs import replace

from builders import article, publication
from bulletin_export.model.notice import Notice, NoticeForm
from bulletin_export.styling.load import load_template
from bulletin_export.writers.docx import DocxWriter
from writers.docx.opened import W, all_of, part

GONGWEN = load_template("gongwen")
NOTICE = Notice(copies_to="县委办公室", printed_by="清溪县政府办公室", printed_on="2020-02-07")


def result(notice):
    one = replace(article("正文。", title="通知"), notice=notice)
    return DocxWriter().write(publication(one), GONGWEN, None)


def imprint(notice):
    [found] = all_of(part(result(notice)), "//w:tbl")
    return found


def rows(table):
    return [
        ["".join(all_of(cell, ".//w:t/text()")) for cell in all_of(row, "w:tc")]
        for row in all_of(table, "w:tr")
    ]


def test_it_is_placed_at_the_foot_of_the_type_area_over_its_whole_width():
    table = imprint(NOTICE)
    [place] = all_of(table, "w:tblPr/w:tblpPr")
    assert place.get(f"{W}vertAnchor") == "margin"
    assert place.get(f"{W}tblpYSpec") == "bottom"
    assert place.get(f"{W}tblpX") == str(GONGWEN.page.margins.left.twips)
    assert all_of(table, "w:tblPr/w:tblW/@w:w") == [str(GONGWEN.page.measure.twips)]


def test_its_outer_rules_are_thicker_than_the_inner():
    styles = part(result(NOTICE), "word/styles.xml")
    edges = all_of(styles, "//w:style[@w:styleId='NoticeImprint']/w:tblPr/w:tblBorders/*")
    assert {one.tag.removeprefix(W): one.get(f"{W}sz") for one in edges} == {
        "top": "8", "bottom": "8", "insideH": "6",
    }  # fmt: skip


def test_copies_stand_above_the_printer_and_the_date_beside_that():
    assert rows(imprint(NOTICE)) == [
        ["抄送：县委办公室。"],
        ["清溪县政府办公室", "2020年2月7日印发"],
    ]


def test_a_printer_too_long_for_one_line_has_the_date_below():
    table = imprint(replace(NOTICE, printed_by="清溪县农业农村和乡村振兴综合服务中心办公室"))
    assert rows(table)[1] == ["清溪县农业农村和乡村振兴综合服务中心办公室2020年2月7日印发"]
    assert len(all_of(table, "w:tr[2]/w:tc/w:p")) == 2


def test_a_letter_has_neither_rules_nor_the_line_of_the_printer():
    table = imprint(replace(NOTICE, form=NoticeForm.LETTER))
    assert rows(table) == [["抄送：县委办公室。"]]
    assert all_of(table, "w:tblPr/w:tblStyle/@w:val") == ["NoticePart"]


def test_turned_lines_of_copies_hang_behind_the_colon():
    styles = part(result(NOTICE), "word/styles.xml")
    [indent] = all_of(styles, "//w:style[@w:styleId='Copies']/w:pPr/w:ind")
    assert indent.get(f"{W}leftChars") == "400"
    assert indent.get(f"{W}hangingChars") == "300"
    assert indent.get(f"{W}rightChars") == "100"


def test_a_document_without_copies_and_printer_has_no_imprint():
    assert all_of(part(result(Notice(addressees="各乡镇"))), "//w:tbl") == []
