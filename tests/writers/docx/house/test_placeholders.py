"""Placeholders of a house's document: where they are found, and what they become."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import h, p
from bulletin_export.errors import InvalidPlaceholderError
from bulletin_export.model.notice import Notice
from bulletin_export.writers.docx.house.placeholders import NAMES, name_of
from bulletin_export.writers.docx.house.style_names import OTHER_NAMES
from offices import article, box, filled, lines, office, parts, publication, reopened, xml
from writers.docx.opened import NS, all_of, part

ONE = article(p("各单位：请遵照执行。"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{{title}}", "关于“春节”放假的通知"),
        ("{{ Title }}", "关于“春节”放假的通知"),
        ("｛｛标题｝｝", "关于“春节”放假的通知"),
        ("来源：{{来源}}　日期：{{ 日期 }}", "来源：滨河日报　日期：2020-02-06"),
        ("{{引题}}/{{副标题}}/{{作者}}", "滨河市/二〇二〇年/周明"),
        ("{{issue-date}} {{issue date}}", "2020年2月7日 2020年2月7日"),
        ("{{信息行}}", "来源：滨河日报\u3000时间：2020-02-06\u3000作者：周明"),
        ("{title} 不是占位符", "{title} 不是占位符"),
    ],
)
def test_a_placeholder_becomes_the_fact_it_names(written, said):
    assert lines(filled(office(written, "{{body}}"), ONE))[0] == said


def test_every_name_is_found_in_english_and_in_chinese():
    for name, chinese in NAMES.items():
        assert {name_of(one) for one in (name, name.upper(), *chinese)} == {name}
    every = [one for chinese in NAMES.values() for one in chinese]
    assert len(set(every)) == len(every)


def test_every_name_has_something_to_say():
    said = NAMES.keys() - {"body", "contents"}
    result = filled(office(*(f"{name}={{{{{name}}}}}" for name in said), "{{body}}"), ONE)
    assert len(lines(result)) > len(said)


def test_runs_that_word_cut_a_placeholder_into_are_joined_in_the_looks_of_the_first():
    def build(document):
        paragraph = document.add_paragraph()
        paragraph.add_run("题：{{").bold = True
        paragraph._p.append(xml('<w:proofErr w:type="spellStart"/>'))
        paragraph.add_run("ti").italic = True
        paragraph.add_run("tle}}。").underline = True
        document.add_paragraph("{{body}}")

    runs = reopened(filled(office(build=build), ONE)).paragraphs[0].runs
    assert [(run.text, run.bold, run.underline) for run in runs] == [
        ("题：", True, None),
        ("关于“春节”放假的通知", True, None),
        ("。", None, True),
    ]


def test_text_nodes_of_one_run_are_joined_too():
    def build(document):
        run = "<w:p><w:r><w:t>甲{{ti</w:t><w:t>tle}}乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>"
        document.add_paragraph("{{body}}")._p.addprevious(xml(run))

    assert lines(filled(office(build=build), ONE))[0] == "甲关于“春节”放假的通知乙\n丙"


def test_shared_marks_carry_the_hint_of_chinese_beside_the_fonts_of_the_house():
    def build(document):
        document.add_paragraph().add_run("{{title}}").font.name = "Arial"
        document.add_paragraph("{{body}}")

    root = part(filled(office(build=build), ONE))
    (fonts,) = all_of(root, "(//w:p)[1]//w:rFonts")
    assert {key.rpartition("}")[2]: value for key, value in fonts.attrib.items()} == {
        "ascii": "Arial", "hAnsi": "Arial", "hint": "eastAsia",
    }  # fmt: skip


def test_placeholders_are_filled_in_tables_headers_footers_links_controls_and_boxes():
    def build(document):
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = "头{{来源}}"
        section.first_page_header.paragraphs[0].text = "首{{来源}}"
        section.footer.paragraphs[0].text = "脚{{来源}}"
        cell = document.add_table(1, 1).cell(0, 0)
        cell.add_table(1, 1).cell(0, 0).text = "格{{来源}}"
        link = '<w:hyperlink w:anchor="a"><w:r><w:t>链{{来源}}</w:t></w:r></w:hyperlink>'
        document.add_paragraph()._p.append(xml(link))
        control = (
            "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a' w:storeItemID='b'/></w:sdtPr><w:sdtContent>"
            "<w:p><w:r><w:t>控{{来源}}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        body = document.add_paragraph("{{body}}")._p
        body.addprevious(xml(control))
        body.addprevious(box("框{{来源}}"))

    result = filled(office(build=build), ONE)
    text = b"".join(parts(result.data).values()).decode("utf-8", "replace")
    for before in "头首脚格链控":
        assert text.count(f"{before}</w:t>") == 1, before
    assert text.count("框</w:t>") == 2
    assert text.count("<w:t>滨河日报<") == 8
    # Word would put the bound value back when it opens the file.
    assert "dataBinding" not in text


def test_a_paragraph_of_empty_placeholders_goes_and_one_with_a_label_stays():
    result = filled(office("{{editor}} {{编辑}}", "编辑：{{editor}}", "{{body}}"), ONE)
    assert lines(result)[0] == "编辑："


def test_a_cell_whose_placeholders_are_empty_keeps_a_line():
    def build(document):
        cell = document.add_table(1, 2).cell(0, 0)
        cell.text = "{{editor}}"
        cell.add_paragraph("{{editor}}")
        document.add_paragraph("{{body}}")

    (table,) = reopened(filled(office(build=build), ONE)).tables
    assert [len(cell.paragraphs) for cell in table.row_cells(0)] == [1, 1]


def test_the_headline_that_the_document_prints_is_not_printed_again():
    said = lines(filled(office("{{title}}", "{{body}}"), ONE))
    assert said.count("关于“春节”放假的通知") == 1
    assert "滨河市" in said


def test_a_running_title_in_the_header_leaves_the_headline_alone():
    def build(document):
        document.sections[0].header.paragraphs[0].text = "{{title}}"

    assert "关于“春节”放假的通知" in lines(filled(office("{{body}}", build=build), ONE))


def test_facts_that_the_document_prints_leave_the_dateline():
    said = lines(filled(office("{{来源}} {{网址}}", "{{body}}"), ONE))
    assert "时间：2020-02-06\u3000作者：周明" in said
    assert not [line for line in said if line.startswith("原文")]


def test_many_articles_keep_their_heads_and_the_title_is_the_publications():
    many = publication(ONE, article(p("第二篇。")))
    said = lines(filled(office("{{title}}", "{{日期}}", "{{body}}"), many))
    assert said[:2] == ["滨河简报", "2020年2月7日"]
    assert said.count("滨河简报") == 1
    assert said.count("关于“春节”放假的通知") == 2


def test_the_list_of_contents_stands_where_the_document_wants_it():
    many = publication(ONE, article(p("第二篇。")))
    result = filled(office("{{目录}}", "简报正文", "{{body}}"), many)
    said = lines(result)
    assert said[0] == "目录"
    assert said.index("简报正文") == 3
    assert not [line for line in said[4:] if line == "目录"]
    root = part(result)
    names = {one.get(f"{{{NS['w']}}}name") for one in all_of(root, "//w:bookmarkStart")}
    wanted = {one.get(f"{{{NS['w']}}}anchor") for one in all_of(root, "//w:hyperlink[@w:anchor]")}
    assert wanted
    assert wanted <= names


def test_one_article_has_no_list_of_contents():
    assert "目录" not in lines(filled(office("{{目录}}", "{{body}}"), ONE))


def test_what_a_notice_says_fills_the_form_and_is_not_said_twice():
    notice = Notice(
        document_number="滨政发〔2020〕3号", issuers=("滨河市人民政府",), date="2020-02-06"
    )
    result = filled(office("{{发文机关}}", "{{文号}}", "{{body}}", "{{成文日期}}"),
                    replace(ONE, notice=notice))  # fmt: skip
    said = lines(result)
    assert said[:2] == ["滨河市人民政府文件", "滨政发〔2020〕3号"]
    assert said[-1] == "2020年2月6日"
    assert len([line for line in said if "2020年2月6日" in line]) == 1


def test_paper_that_prints_the_number_of_a_notice_has_its_red_head_already():
    notice = Notice(document_number="滨政发〔2020〕3号", issuers=("滨河市人民政府",))
    paper = office("某市文件", "{{发文字号}}", "{{body}}")
    assert lines(filled(paper, replace(ONE, notice=notice)))[:2] == [
        "某市文件",
        "滨政发〔2020〕3号",
    ]
    text = parts(filled(paper, replace(ONE, notice=notice)).data)["word/document.xml"].decode()
    assert "滨河市人民政府" not in text


def test_a_letterhead_without_placeholders_gets_the_text_at_its_end():
    def build(document):
        document.add_paragraph("滨河市人民政府办公室")
        document.add_paragraph()

    said = lines(filled(office(build=build), article(h(1, "一、安排"), p("请遵照执行。"))))
    assert said[0] == "滨河市人民政府办公室"
    assert said[1] == "滨河市"
    assert "请遵照执行。" in said


def _placed(*texts: str, build=None) -> InvalidPlaceholderError:
    with pytest.raises(InvalidPlaceholderError) as caught:
        filled(office(*texts, build=build), ONE)
    return caught.value


def test_an_unknown_placeholder_is_named_with_its_place_and_the_nearest_name():
    error = _placed("甲", "{{titel}}", "{{body}}")
    assert str(error) == ("office.docx: text, paragraph 2: {{titel}}: there is no such placeholder")
    assert "title" in error.hint().split(";")[0]
    assert "office.docx，正文第2段，占位符 {{titel}}" in error.sentence("zh")
    assert "标题" in _placed("{{大标题}}", "{{body}}").hint("zh")


def test_a_place_in_a_table_of_a_header_is_told():
    def build(document):
        table = document.sections[0].header.add_table(2, 2, 3000)
        table.cell(1, 1).text = "{{nothing}}"

    error = _placed("{{body}}", build=build)
    assert "header 1, table 1, row 2, cell 2" in str(error)
    assert "页眉1，表格1第2行第2格" in error.sentence("zh")


def test_a_place_in_a_text_box_is_told():
    def build(document):
        document.element.body.insert(0, box("{{nothing}}"))

    assert "in a text box" in str(_placed("{{body}}", build=build))


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (("{{title}}",), "no-body"),
        (("正文：{{body}}",), "placeholder-not-alone"),
        (("{{title}}{{body}}",), "placeholder-not-alone"),
        (("{{body}}", "{{正文}}"), "placeholder-twice"),
        (("{{title", "{{body}}"), "unclosed-placeholder"),
        (("title}}", "{{body}}"), "unclosed-placeholder"),
        (("{{}}", "{{body}}"), "unknown-placeholder"),
    ],
)
def test_a_placeholder_that_cannot_be_filled_is_refused(texts, reason):
    assert _placed(*texts).reason.code == reason


def test_the_text_cannot_stand_in_a_header_or_a_box():
    def header(document):
        document.sections[0].header.paragraphs[0].text = "{{body}}"

    def text_box(document):
        document.element.body.insert(0, box("{{body}}"))

    for build in (header, text_box):
        assert _placed(build=build).reason.code == "placeholder-only-in-text"


def test_the_manual_lists_every_placeholder_and_every_name_of_a_style():
    manual = (Path(__file__).parents[4] / "docs" / "word-templates.md").read_text("utf-8")
    for name, chinese in NAMES.items():
        assert all(f"`{{{{{one}}}}}`" in manual for one in (name, *chinese)), name
    for name, others in OTHER_NAMES.items():
        row = f"| `{name}` | {' '.join(f'`{one}`' for one in others)} |"
        assert row in manual


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(1, 20)))
def test_it_does_not_matter_where_word_cuts_a_text_into_runs(cuts):
    text = "甲{{ 来源 }}乙{{title}}丙{{日期}}"
    edges = [0, *sorted(cuts), len(text)]

    def build(document):
        paragraph = document.add_paragraph()
        for begin, end in pairwise(edges):
            paragraph.add_run(text[begin:end])
        document.add_paragraph("{{body}}")

    said = lines(filled(office(build=build), ONE))[0]
    assert said == "甲滨河日报乙关于“春节”放假的通知丙2020-02-06"
