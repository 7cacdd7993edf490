"""Styles of the house: found by name, or ours beside them."""

from __future__ import annotations

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from builders import em, h, p
from offices import article, filled, lines, office, reopened, styles
from writers.docx.opened import all_of, part

ONE = article(p("各单位：", em("遵照执行"), "。"), h(1, "一、安排"), h(2, "（一）分工"))


def _named(name, kind=WD_STYLE_TYPE.PARAGRAPH):
    return lambda document: document.styles.add_style(name, kind)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("正文段落", "各单位：遵照执行。"),
        ("Dateline", "来源：滨河日报\u3000时间：2020-02-06\u3000作者：周明"),
        ("信息行", "来源：滨河日报\u3000时间：2020-02-06\u3000作者：周明"),
        ("眉题", "滨河市"),
        ("标题 1", "关于“春节”放假的通知"),
        ("标题 2", "一、安排"),
        ("副 标 题", "二〇二〇年"),
    ],
)
def test_a_style_is_taken_by_any_of_its_names(name, words):
    def build(document):
        for taken in ("Heading 1", "Heading 2", "Subtitle"):
            element = document.styles[taken].element
            element.getparent().remove(element)
        _named(name)(document)

    assert styles(filled(office("{{body}}", build=build), ONE))[words] == name


def test_built_in_styles_keep_the_looks_the_house_gave_them():
    def build(document):
        document.styles["Heading 2"].font.size = Pt(33)

    result = filled(office("{{body}}", build=build), ONE)
    assert styles(result)["一、安排"] == "Heading 2"
    assert reopened(result).styles["Heading 2"].font.size == Pt(33)


def test_what_the_house_lacks_is_added_and_nothing_else():
    names = {style.name for style in reopened(filled(office("{{body}}"), ONE)).styles}
    assert {"引题", "信息行", "简报基准"} <= names
    assert not names & {"份号", "版记", "刊名"}


def test_an_added_style_does_not_show_the_normal_of_the_house():
    def build(document):
        document.styles["Normal"].paragraph_format.first_line_indent = Pt(50)

    result = reopened(filled(office("{{body}}", build=build), ONE))
    style = result.styles["信息行"]
    while style.base_style is not None:
        style = style.base_style
        assert style.name != "Normal"
    assert style.name == "简报基准"


def test_an_id_that_the_house_uses_for_something_else_is_left_to_it():
    def build(document):
        _named("大红字")(document).element.set(qn("w:styleId"), "Kicker")

    result = filled(office("{{body}}", build=build), ONE)
    assert styles(result)["滨河市"] == "引题"
    ids = [style.style_id for style in reopened(result).styles]
    assert len(set(ids)) == len(ids)
    assert {"Kicker", "Kicker2"} <= set(ids)


def test_a_name_that_the_house_gives_to_characters_is_not_given_twice():
    def build(document):
        _named("引题", WD_STYLE_TYPE.CHARACTER)(document)

    assert styles(filled(office("{{body}}", build=build), ONE))["滨河市"] == "引题（简报）"


def test_the_text_has_the_style_of_the_paragraph_it_stands_for():
    def build(document):
        document.add_paragraph("{{body}}", style=_named("公司文字")(document))

    assert styles(filled(office(build=build), ONE))["各单位：遵照执行。"] == "公司文字"


def test_the_text_has_the_formatting_of_the_paragraph_it_stands_for():
    def build(document):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(28)
        paragraph.add_run("{{body}}").font.size = Pt(14)

    result = reopened(filled(office(build=build), ONE))
    (text,) = (one for one in result.paragraphs if one.text.startswith("各单位"))
    assert text.style.name == "正文段落"
    assert text.style.font.size == Pt(14)
    assert text.style.paragraph_format.first_line_indent == Pt(28)
    assert text.style.base_style.name == "Normal"


def test_the_text_stands_in_the_normal_of_the_house_if_that_has_a_face():
    def build(document):
        element = document.styles["Body Text"].element
        element.getparent().remove(element)
        document.styles["Normal"].font.name = "仿宋"

    result = reopened(filled(office("{{body}}", build=build), ONE))
    (text,) = (one for one in result.paragraphs if one.text.startswith("各单位"))
    assert text.style.base_style.name == "Normal"


def test_every_style_that_is_named_is_there():
    root = filled(office("{{body}}"), ONE)
    ids = {style.style_id for style in reopened(root).styles}
    used = all_of(part(root), "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    assert set(used) <= ids
    inner = all_of(part(root, "word/styles.xml"), "//w:basedOn/@w:val | //w:next/@w:val")
    assert set(inner) <= ids


def test_a_document_without_any_style_gets_them_all():
    def build(document):
        for style in list(document.styles.element.findall(qn("w:style"))):
            document.styles.element.remove(style)

    assert "各单位：遵照执行。" in lines(filled(office("{{body}}", build=build), ONE))
