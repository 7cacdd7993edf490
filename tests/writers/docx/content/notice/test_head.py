"""The head of an official document in Word: a table that ends with the red rule."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builders import article, publication
from bulletin_export.model.notice import Notice, NoticeForm
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Role
from bulletin_export.writers.docx import DocxWriter
from writers.docx.opened import W, all_of, part

GONGWEN = load_template("gongwen")
NOTICE = Notice(
    copy_number="000012", security="机密", secrecy_period="1年", urgency="特急",
    issuers=("清溪县农业农村局",), document_number="清农发〔2020〕12号",
)  # fmt: skip


def made(notice=NOTICE, *, title="关于某事的通知"):
    one = replace(article("正文。", title=title), notice=notice)
    return DocxWriter().write(publication(one), GONGWEN, None)


def tables(notice=NOTICE):
    return all_of(part(made(notice)), "/w:document/w:body/w:tbl")


def style_of(table):
    return all_of(table, "w:tblPr/w:tblStyle/@w:val")[0]


def styles_in(element):
    return all_of(element, ".//w:pStyle/@w:val")


def text_of(element):
    return "".join(all_of(element, ".//w:t/text()"))


def looks(identifier):
    styles = part(made(), "word/styles.xml")
    return all_of(styles, f"//w:style[@w:styleId='{identifier}']")[0]


def test_the_head_is_one_table_as_wide_as_the_text_with_a_red_edge_below():
    [head] = tables()
    assert style_of(head) == "NoticeHead"
    assert all_of(head, "w:tblPr/w:tblW/@w:w") == [str(GONGWEN.page.measure.twips)]
    [edge] = all_of(looks("NoticeHead"), "w:tblPr/w:tblBorders/*")
    assert edge.tag == f"{W}bottom"
    assert (edge.get(f"{W}color"), edge.get(f"{W}sz")) == ("FF0000", "9")


def test_the_mark_stands_35_mm_below_the_top_whatever_stands_above():
    for fewer in ({}, {"copy_number": ""}, {"copy_number": "", "security": ""}):
        first, second, *_ = all_of(tables(replace(NOTICE, **fewer))[0], "w:tr")
        [height] = all_of(first, "w:trPr/w:trHeight")
        assert (height.get(f"{W}val"), height.get(f"{W}hRule")) == ("1984", "exact")
        assert styles_in(second) == ["IssuerMark"]


def test_without_lines_above_the_cell_of_the_mark_begins_as_low():
    bare = replace(NOTICE, copy_number="", security="", secrecy_period="", urgency="")
    first = all_of(tables(bare)[0], "w:tr")[0]
    assert styles_in(first) == ["IssuerMark"]
    assert all_of(first, "w:tc/w:tcPr/w:tcMar/w:top/@w:w") == ["1984"]


def test_a_mark_that_fits_keeps_its_width_and_a_long_one_is_made_narrower():
    assert all_of(tables()[0], ".//w:rStyle") == []
    long = replace(NOTICE, issuers=("清溪县农业农村局春季生产指挥部",))
    assert all_of(tables(long)[0], ".//w:rStyle/@w:val") == ["NarrowIssuer60"]
    assert all_of(looks("NarrowIssuer60"), "w:rPr/w:w/@w:val") == ["60"]


def test_organs_that_issue_together_stand_below_each_other_with_the_word_at_their_right():
    joint = replace(NOTICE, issuers=("清溪县农业农村局", "清溪县财政局", "清溪县水利局"))
    row = all_of(tables(joint)[0], "w:tr")[1]
    organs, word = all_of(row, "w:tc")
    assert [text_of(line) for line in all_of(organs, "w:p")] == list(joint.issuers)
    assert text_of(word) == "文件"
    assert all_of(word, "w:tcPr/w:vAlign/@w:val") == ["center"]
    assert set(styles_in(organs)) == {"JointIssuer"}
    assert all_of(looks("JointIssuer"), "w:pPr/w:jc/@w:val") == ["distribute"]


def test_many_organs_are_small_enough_to_leave_room_for_text():
    many = replace(NOTICE, issuers=tuple(f"清溪县第{n}局" for n in "一二三四五六"))
    assert "JointIssuerSmall" in styles_in(tables(many)[0])


def test_the_rule_ends_on_a_line_of_the_grid_so_that_the_text_below_fills_the_page():
    [head] = tables()
    heights = [int(one) for one in all_of(head, "w:tr/w:trPr/w:trHeight/@w:val")]
    margins = all_of(head, "w:tr[3]/w:tc/w:tcPr/w:tcMar/*/@w:w")
    mark = all_of(looks("IssuerMark"), "w:pPr/w:spacing/@w:line")
    number = all_of(looks("DocumentNumber"), "w:pPr/w:spacing/@w:line")
    whole = sum(heights) + sum(map(int, [*margins, *mark, *number]))
    line = GONGWEN.page.depth.twips // 22
    assert 0 <= -whole % line < 30


def test_signers_stand_at_the_right_two_a_line_and_the_number_on_their_last():
    row = all_of(tables(replace(NOTICE, signers=("张建国", "李小明", "王卫东")))[0], "w:tr")[-1]
    number, names = all_of(row, "w:tc")
    assert text_of(number) == NOTICE.document_number
    assert styles_in(number) == ["NumberAtLeft"]
    assert all_of(number, "w:tcPr/w:vAlign/@w:val") == ["bottom"]
    assert [text_of(one) for one in all_of(names, "w:p")] == ["签发人：张建国　李小明", "王卫东"]
    assert styles_in(names) == ["Signer", "FurtherSigners"]
    assert all_of(looks("FurtherSigners"), "w:pPr/w:ind/@w:leftChars") == ["400"]


def test_an_order_has_no_rule_and_its_mark_20_mm_below_the_top():
    order = Notice(form=NoticeForm.ORDER, issuers=("清溪县人民政府",), document_number="第1号")
    [head] = tables(order)
    assert style_of(head) == "NoticePart"
    assert text_of(head) == "清溪县人民政府令第1号"
    assert all_of(head, "w:tr[1]/w:tc/w:tcPr/w:tcMar/w:top/@w:w") == ["1134"]


def test_a_letter_has_its_mark_30_mm_below_the_edge_of_the_sheet_between_double_rules():
    mark, facts, foot = tables(replace(NOTICE, form=NoticeForm.LETTER))
    assert [style_of(one) for one in (mark, facts, foot)] == [
        "LetterHead",
        "NoticePart",
        "LetterRule",
    ]
    for one in (mark, foot):
        assert all_of(one, "w:tblPr/w:tblW/@w:w") == ["9638"]
    [place] = all_of(mark, "w:tblPr/w:tblpPr")
    assert int(place.get(f"{W}tblpY")) + GONGWEN.page.margins.top.twips == 1701
    kinds = {
        name: all_of(looks(name), "w:tblPr/w:tblBorders/*/@w:val")
        for name in ("LetterHead", "LetterRule")
    }
    assert kinds == {"LetterHead": ["thickThinSmallGap"], "LetterRule": ["thinThickSmallGap"]}


def test_the_number_of_a_letter_stands_at_the_right_of_its_marginal_facts():
    facts = tables(replace(NOTICE, form=NoticeForm.LETTER))[1]
    left, right = all_of(facts, "w:tr/w:tc")
    assert text_of(left) == "000012机密★1年特急"
    assert (text_of(right), styles_in(right)) == (NOTICE.document_number, ["LetterNumber"])


def test_the_first_page_of_a_letter_has_no_number():
    root = part(made(replace(NOTICE, form=NoticeForm.LETTER)))
    assert all_of(root, "//w:sectPr/w:titlePg") != []
    assert all_of(part(made()), "//w:sectPr/w:titlePg") == []


def test_a_second_document_of_a_bundle_begins_a_page():
    one = replace(article("正文。", title="通知"), notice=NOTICE)
    root = part(DocxWriter().write(publication(one, one), GONGWEN, None))
    heads = all_of(root, "/w:document/w:body/w:tbl[w:tblPr/w:tblStyle/@w:val='NoticeHead']")
    breaks = [bool(all_of(head, "w:tr[1]//w:pPr/w:pageBreakBefore")) for head in heads]
    assert breaks[1]


@pytest.mark.parametrize("form", NoticeForm)
def test_no_paragraph_of_a_head_has_looks_of_its_own(form):
    root = part(made(replace(NOTICE, form=form, signers=("张三",))))
    allowed = {f"{W}{name}" for name in ("pStyle", "keepNext", "pageBreakBefore", "sectPr")}
    own = {one.tag for one in all_of(root, "//w:tbl//w:pPr/*")}
    assert own <= allowed
    assert {one.tag for one in all_of(root, "//w:tbl//w:rPr/*")} <= {f"{W}rStyle", f"{W}rFonts"}


def test_a_notice_without_head_has_no_table():
    assert tables(Notice(addressees="各乡镇")) == []


def test_two_blank_lines_stand_between_the_red_rule_and_the_title():
    blocks = all_of(part(made()), "/w:document/w:body/*")
    assert styles_in(blocks[1]) == ["BelowRedRule"]
    assert styles_in(blocks[2]) == ["Heading1"]
    title = GONGWEN.style(Role.TITLE)
    [line] = all_of(looks("BelowRedRule"), "w:pPr/w:spacing/@w:line")
    assert int(line) == title.length(title.space_before).twips
