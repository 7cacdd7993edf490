"""The ends of an official document in Word: attachments, signature, annexes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from builders import article, p, publication
from bulletin_export.model.notice import Annex, Notice
from bulletin_export.styling.load import load_template
from bulletin_export.writers.docx import DocxWriter
from writers.docx.opened import all_of, part

GONGWEN = load_template("gongwen")
NOTICE = Notice(organs=("清溪县农业农村局",), date="2020-02-06")
#: A character of the text, with the tracking of the grid; a line; in twips.
EM, LINE = GONGWEN.page.measure.twips // 28, GONGWEN.page.depth.twips // 22


def root(notice, *blocks):
    one = replace(article(*(blocks or ("正文。",)), title="关于某事的通知"), notice=notice)
    return part(DocxWriter().write(publication(one), GONGWEN, None))


def styles():
    one = replace(article("正文。", title="题"), notice=NOTICE)
    return part(DocxWriter().write(publication(one), GONGWEN, None), "word/styles.xml")


def style(identifier, path):
    return all_of(styles(), f"//w:style[@w:styleId='{identifier}']/{path}")


def paragraphs(tree):
    """Style and words of every paragraph."""
    return [
        (all_of(one, "w:pPr/w:pStyle/@w:val")[0], "".join(all_of(one, ".//w:t/text()")))
        for one in all_of(tree, "//w:p")
    ]


def cells(tree):
    """Rows of the signature: height, and for each cell where its words may stand."""
    found = []
    for row in all_of(tree, "//w:tbl/w:tr"):
        x, spans = 0, []
        for cell in all_of(row, "w:tc"):
            width = int(all_of(cell, "w:tcPr/w:tcW/@w:w")[0])
            margins = [
                int((all_of(cell, f"w:tcPr/w:tcMar/w:{side}/@w:w") or ["0"])[0])
                for side in ("left", "right")
            ]
            spans.append((x + margins[0], x + width - margins[1]))
            x += width
        height = int(all_of(row, "w:trPr/w:trHeight/@w:val")[0])
        found.append((height, spans))
    return found


def test_one_attachment_has_no_number_and_hangs_behind_the_label():
    found = paragraphs(root(Notice(attachments=("名单",))))
    assert ("AttachmentNames", "附件：名单") in found
    assert style("AttachmentNames", "w:pPr/w:ind/@w:leftChars") == ["500"]
    assert style("AttachmentNames", "w:pPr/w:ind/@w:hangingChars") == ["300"]


def test_several_attachments_hang_at_the_first_character_of_their_names():
    found = paragraphs(root(Notice(attachments=tuple("甲乙丙丁戊己庚辛壬癸"))))
    assert ("FirstAttachment", "附件：1.甲") in found
    assert ("FurtherAttachment", "2.乙") in found
    assert ("LateAttachment", "10.癸") in found
    for name in ("FirstAttachment", "FurtherAttachment"):
        assert style(name, "w:pPr/w:ind/@w:leftChars") == ["575"]


def test_one_line_is_blank_above_the_first_attachment_by_its_style():
    assert style("AttachmentNames", "w:pPr/w:spacing/@w:before") == [str(LINE)]
    assert style("FurtherAttachment", "w:pPr/w:spacing/@w:before") == ["0"]
    assert all(text for _, text in paragraphs(root(Notice(attachments=("甲",)))))


def test_a_sealed_organ_is_centred_over_a_date_that_ends_four_characters_in():
    (first, [organ]), (second, [date]) = cells(root(NOTICE))
    measure = GONGWEN.page.measure.twips
    # Both may be wider on both sides alike: their middle is that of the date.
    assert sum(organ) == pytest.approx(sum(date), abs=2)
    assert measure - sum(date) / 2 == pytest.approx(EM * (4 + 7.25 / 2), abs=4)
    assert (first, second) == (3 * LINE, LINE)


def test_an_organ_without_a_seal_stands_two_characters_in_and_its_date_two_further():
    (first, [organ]), (_, [date]) = cells(root(replace(NOTICE, is_sealed=False)))
    assert organ[0] == GONGWEN.page.measure.twips - 2 * EM - 8 * EM
    assert date[0] == organ[0] + 2 * EM
    assert first == 2 * LINE


def test_a_date_longer_than_an_organ_without_a_seal_ends_two_characters_in():
    (_, [organ]), (_, [date]) = cells(
        root(Notice(organs=("水利局",), date="2020-02-06", is_sealed=False))
    )
    assert date[0] == organ[0] + 2 * EM
    assert abs(GONGWEN.page.measure.twips - 2 * EM - (date[0] + 7.25 * EM)) < 4


def test_sealed_organs_of_a_joint_document_leave_room_for_seals():
    organs = ("农业农村局", "县财政局", "县水利局", "县教育局", "县公安局")
    rows = cells(root(replace(NOTICE, organs=organs)))
    assert [len(spans) for _, spans in rows] == [2, 3, 1]
    assert rows[1][0] == 5 * LINE
    middles = [sum(span) / 2 for span in rows[1][1]]
    seal = 2381
    assert min(right - left for left, right in pairwise(middles)) > seal


def test_the_last_paragraph_stays_with_the_signature():
    tree = root(NOTICE, "第一段。", "第二段。")
    kept = [
        bool(all_of(one, "w:pPr/w:keepNext"))
        for one in all_of(tree, "//w:p[w:pPr/w:pStyle/@w:val='ArticleBody']")
    ]
    assert kept == [False, True]


def test_labels_of_attendance_hang_and_their_names_have_the_face_of_the_text():
    tree = root(Notice(present="赵六", absent="钱七"))
    assert ("Attendance", "出席：赵六") in paragraphs(tree)
    assert style("Attendance", "w:pPr/w:ind/@w:hangingChars") == ["300"]
    assert style("Attendance", "w:pPr/w:contextualSpacing") != []
    body = style("ArticleBody", "w:rPr/w:rFonts/@w:eastAsia")
    assert style("AttendanceNames", "w:rPr/w:rFonts/@w:eastAsia") == body
    assert style("Attendance", "w:rPr/w:rFonts/@w:eastAsia") != body


def test_annexes_begin_pages_with_their_mark_and_come_before_the_imprint():
    notice = Notice(annexes=(Annex("方案", (p("甲。"),)), Annex("名单")), copies_to="县委")
    found = [one for one in paragraphs(root(notice)) if one[1]]
    assert found[-5:] == [
        ("AnnexTitle", "方案"), ("ArticleBody", "甲。"), ("AnnexMark", "附件2"),
        ("AnnexTitle", "名单"), ("Copies", "抄送：县委。"),
    ]  # fmt: skip
    assert style("AnnexMark", "w:pPr/w:pageBreakBefore") != []
    # Line 1 has the mark, line 2 is blank, line 3 has the title (7.3.7).
    assert style("AnnexTitle", "w:pPr/w:spacing/@w:before") == [str(LINE)]
