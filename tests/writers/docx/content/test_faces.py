"""Characters that the face of a style lacks get a character style with a face that has them."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import builders as b
from bulletin_export.model.nodes import Link
from bulletin_export.model.text import plain_text
from writers.docx.opened import TEMPLATE, W, all_of, part, words, written

WINDOWS = msgspec.structs.replace(TEMPLATE, word_fonts="windows")


def runs(result, path="//w:body/w:p[2]//w:r[w:t]"):
    """Return text and character style of the runs of the second paragraph."""
    return [
        ("".join(all_of(run, "w:t/text()")), "".join(all_of(run, "w:rPr/w:rStyle/@w:val")))
        for run in all_of(part(result), path)
    ]


def style(result, identifier):
    [found] = all_of(part(result, "word/styles.xml"), f"//w:style[@w:styleId='{identifier}']")
    return found


def face(result, identifier):
    [fonts] = all_of(style(result, identifier), "w:rPr/w:rFonts")
    return fonts.get(f"{W}eastAsia")


def test_what_is_outside_gb_2312_gets_the_fuller_face():
    result = written(b.article(b.p("与会者有程镕、陶堃、李㙍")))
    assert runs(result) == [
        ("与会者有程", ""), ("镕", "FaceRareFangsong"), ("、陶", ""), ("堃", "FaceRareFangsong"),
        ("、李", ""), ("㙍", "FaceRareFangsong"),
    ]  # fmt: skip
    assert face(result, "FaceRareFangsong") == "仿宋"
    name = all_of(style(result, "FaceRareFangsong"), "w:name/@w:val")
    assert name == ["生僻字 仿宋"]


def test_the_face_is_that_of_the_style_around():
    result = written(b.article(b.quote("镕"), b.table(b.tr("镕")), b.h(1, "镕"), title="镕"))
    found = all_of(part(result), "//w:rStyle/@w:val")
    # 小标宋 of the title, 楷体 of the quote; 宋体 and 黑体 of cells and headings have it.
    assert found == ["FaceRareXiaobiaosong", "FaceRareKai"]


def test_faces_of_any_windows_have_all_below_the_other_planes():
    result = written(b.article(b.p("程镕、陶堃、李㙍")), WINDOWS)
    assert runs(result) == [("程镕、陶堃、李㙍", "")]


@pytest.mark.parametrize(
    ("character", "identifier", "name"),
    [("𠮷", "FacePlane2", "SimSun-ExtB"), ("𰀀", "FacePlane3", "SimSun-ExtG"),
     ("👍🏽", "FaceEmoji", "Segoe UI Emoji"), ("👨‍👩‍👧", "FaceEmoji", "Segoe UI Emoji"),
     ("葛\U000e0100", "", ""), ("𠮷\U000e0101", "FacePlane2", "SimSun-ExtB")],
)  # fmt: skip
@pytest.mark.parametrize("template", [TEMPLATE, WINDOWS], ids=["gongwen", "windows"])
def test_other_planes_have_faces_of_their_own(character, identifier, name, template):
    result = written(b.article(b.p("甲", character, "乙")), template)
    assert (character, identifier) in runs(result)
    if identifier:
        assert face(result, identifier) == name


def test_han_of_other_planes_carry_the_hint():
    [run] = all_of(part(written(b.article(b.p("𠮷")))), "//w:body/w:p[2]//w:r")
    assert all_of(run, "w:rPr/w:rFonts/@w:hint") == ["eastAsia"]


def test_a_rare_character_in_a_stressed_link_has_one_style_for_all_three():
    result = written(b.article(b.p(b.link("http://a.cn/", "甲", b.em("乙镕")))))
    joined = "HyperlinkEmphasisFaceRareKai"
    assert runs(result) == [("甲", "Hyperlink"), ("乙", "HyperlinkEmphasis"), ("镕", joined)]
    bases = [
        all_of(style(result, one), "w:basedOn/@w:val")[0] for one in (joined, "HyperlinkEmphasis")
    ]
    assert bases == ["HyperlinkEmphasis", "Hyperlink"]


def test_names_in_attributes_stay_as_they_are():
    link = Link("http://a.cn/", b.p("见").children, "程镕𠮷")
    assert all_of(part(written(b.article(b.p(link)))), "//w:hyperlink/@w:tooltip") == ["程镕𠮷"]


def test_notes_and_heads_are_looked_through():
    result = written(b.article(b.p("甲", b.note("程镕𠮷")), title="𠮷"))
    assert all_of(part(result, "word/footnotes.xml"), "//w:rStyle/@w:val")[-1] == "FacePlane2"
    assert "𠮷" in "".join(all_of(part(result, "word/header1.xml"), "//w:t/text()"))


def test_a_document_without_rare_characters_has_the_styles_of_every_document():
    plain, rare = written(b.article("一段")), written(b.article("镕"))
    ids = [all_of(part(one, "word/styles.xml"), "//w:style/@w:styleId") for one in (plain, rare)]
    assert [one for one in ids[1] if one not in ids[0]] == ["FaceRareFangsong"]


_inline = st.recursive(
    st.text("程镕堃㙍𠮷𰀀😀“”—aЖ<&", min_size=1, max_size=8).map(
        lambda text: b.p(text).children[0]
    ),
    lambda inner: st.one_of(
        inner.map(b.em), inner.map(b.strong), inner.map(lambda one: b.link("http://a.cn/", one))
    ),
    max_leaves=3,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_inline, min_size=1, max_size=4), st.sampled_from(["kai", "dots", "bold"]))
def test_words_are_kept_and_nothing_is_said_directly(inlines, emphasis):
    composition = msgspec.structs.replace(TEMPLATE.composition, emphasis=emphasis)
    template = msgspec.structs.replace(TEMPLATE, composition=composition)
    result = written(b.article(b.p(*inlines), title="题"), template)
    assert "".join(words(result)[1:]) == plain_text(inlines)
    root = part(result)
    direct = {one.tag.removeprefix(W) for one in all_of(root, "//w:r/w:rPr/*")}
    assert direct <= {"rStyle", "rFonts", "b", "bCs", "lang", "rtl"}
    assert {name for one in all_of(root, "//w:rFonts") for name in one.attrib} <= {f"{W}hint"}
    named = set(all_of(root, "//w:rStyle/@w:val"))
    styles = all_of(part(result, "word/styles.xml"), "//w:style/@w:styleId")
    assert named <= set(styles)
    assert len(styles) == len(set(styles))
