"""Captions carry the field by which Word lists figures and tables; the words stay."""

from msgspec.structs import replace

import builders as b
from writers.docx.opened import TEMPLATE, all_of, part, words, written

WANTED = replace(TEMPLATE, composition=replace(TEMPLATE.composition, number_captions=True))


def captions(*texts, template=TEMPLATE):
    result = written(b.article(*(b.figure(b.img(), caption=text) for text in texts)), template)
    found = all_of(part(result), "//w:p[w:pPr/w:pStyle/@w:val='Caption']")
    fields = [" ".join("".join(all_of(one, ".//w:instrText/text()")).split()) for one in found]
    return fields, ["".join(all_of(one, ".//w:t/text()")) for one in found]


def test_every_caption_is_counted_without_a_word_more():
    fields, texts = captions("甲", "乙", "图2-1 丙")
    assert fields == ["SEQ 图 \\h \\r 1", "SEQ 图 \\h", "SEQ 图 \\h \\c"]
    assert texts == ["甲", "乙", "图2-1 丙"]


def test_a_hidden_number_is_hidden_by_its_style():
    result = written(b.article(b.table(b.tr("甲"), caption="收支")))
    assert set(all_of(part(result), "//w:r[.//w:fldChar]/w:rPr/w:rStyle/@w:val")) == {
        "HiddenNumber"
    }
    styles = part(result, "word/styles.xml")
    assert all_of(styles, "//w:style[@w:styleId='HiddenNumber']/w:rPr/w:vanish")


def test_a_typed_number_is_what_the_field_shows():
    fields, texts = captions("图1　甲", "图 2：乙", "图5 丙")
    assert fields == ["SEQ 图 \\* ARABIC \\r 1", "SEQ 图 \\* ARABIC", "SEQ 图 \\* ARABIC \\r 5"]
    assert texts == ["图1　甲", "图 2：乙", "图5 丙"]


def test_numbers_that_are_wanted_stand_before_the_words():
    fields, texts = captions("甲", "图9-1 乙", "丙", template=WANTED)
    assert texts == ["图1　甲", "图9-1 乙", "图2　丙"]
    assert fields[0] == "SEQ 图 \\* ARABIC \\r 1"


def test_a_caption_in_a_note_is_not_counted():
    result = written(b.article(b.p("文", b.note(b.table(b.tr("甲"), caption="题")))))
    assert all_of(part(result, "word/footnotes.xml"), "//w:instrText") == []


def test_a_missing_picture_stays_with_its_caption():
    root = part(written(b.article(b.figure(b.img(), caption="甲"))))
    assert all_of(root, "//w:p[w:pPr/w:pStyle/@w:val='MissingPicture']/w:pPr/w:keepNext")
    assert words(written(b.article(b.figure(b.img(), caption="甲"), title="题"))) == ["题", "甲"]
