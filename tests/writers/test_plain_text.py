"""Plain text: words in reading order, one paragraph a line."""

from __future__ import annotations

import re

from hypothesis import given, settings

from builders import article, br, code, figure, h, img, note, p, publication, ruby, table, td, tr
from bulletin_export.composition import front
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.writers.plain_text import PlainTextWriter
from strategies import articles
from writers.reading_back import bare, without_notes

PLAIN = load_template("plain")
_PICTURES = re.compile(r"［图片[^］]*］")


def write(publication):
    return PlainTextWriter().write(publication, PLAIN, None)


def body(*content):
    text = write(publication(article(*content, title="题"))).data.decode()
    return text.removeprefix("题\n\n").removesuffix("\n")


@settings(max_examples=100, deadline=None)
@given(articles().map(without_notes))
def test_the_text_holds_the_words_of_the_model_in_their_order(one):
    text = write(Publication(sections=(Section((one,)),))).data.decode()
    assert bare(_PICTURES.sub("", text)) == bare(front.words(one, PLAIN.composition))


def test_a_paragraph_is_a_line_and_blocks_stand_apart():
    assert body(h(1, "一、标题"), p("甲", br, "乙"), "丙") == "一、标题\n\n甲\n乙\n\n丙"


def test_a_reading_is_left_out_and_code_stays():
    assert body(p(ruby("汉字", "hànzì"), code("f(x)"))) == "汉字f(x)"


def test_a_row_is_a_line_with_tabs_and_merged_places_stay_empty():
    rows = table(tr(td("项目", rows=2), td("金额", span=2)), tr("一", td("二", "三")))
    result = write(publication(article(rows)))
    assert "项目\t金额\n\t一\t二 三\n" in result.data.decode()
    assert [d.code for d in result.diagnostics] == ["spans-flattened"]


def test_notes_follow_with_the_numbers_of_their_marks():
    text = body(p("甲", note("注一", note_in_note()), "乙", note("注二")), "丙")
    assert text == "甲[1]乙[2]\n\n丙\n\n[1] 注一\n\n见[3]\n\n[2] 注二\n\n[3] 注中注"


def note_in_note():
    return p("见", note("注中注"))


def test_a_picture_leaves_its_description():
    assert body(figure(img("a.png", "会场"), caption="图一")) == "［图片：会场］\n\n图一"


def test_a_bundle_begins_with_title_and_contents():
    bundle = publication(article("甲", title="一"), article("乙", title="二"), title="简报",
                         contents=True)  # fmt: skip
    assert write(bundle).data.decode() == "简报\n\n\n目录\n一\n二\n\n\n一\n\n甲\n\n\n二\n\n乙\n"
