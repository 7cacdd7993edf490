"""Sections in sections, as paper shows them: titles below each other, bookmarks nested."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from builders import article
from bulletin_export import pipeline
from bulletin_export.composition import front
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from writers.reading_back import bare, docx_text, markdown_text, parts, pdf_text

PLAIN = load_template("plain")
NESTED = Publication(
    sections=(
        Section((), "上编"),
        Section((article("甲文", title="甲"),), "第一章", 2),
        Section((article("乙文", title="乙"),), "第二章", 2),
        Section((article("丙文", title="丙"),), "下编"),
        Section((), "空编"),
    ),
    title="文集",
    has_contents=True,
    collection="皖江丛刊",
    issue="6",
)


def written(to):
    return pipeline.write(NESTED, to, PLAIN).data


@pytest.mark.parametrize(
    ("to", "read"),
    [("pdf", pdf_text), ("docx", docx_text), ("md", markdown_text), ("txt", bytes.decode)],
)
def test_the_titles_of_sections_stand_in_order_above_the_first_article(to, read):
    text = bare(read(written(to)))
    assert "皖江丛刊第6期" in text
    assert "上编第一章甲" in text[text.rindex("上编") :]
    assert text.rindex("甲文") < text.rindex("第二章") < text.rindex("乙文") < text.rindex("下编")


def test_the_bookmarks_of_pdf_nest():
    def titles(outline):
        return [titles(one) if isinstance(one, list) else one.title for one in outline]

    found = titles(PdfReader(BytesIO(written("pdf"))).outline)
    assert found[-5:] == ["上编", ["第一章", ["甲"], "第二章", ["乙"]], "下编", ["丙"], "空编"]


def test_a_section_of_sections_begins_no_page_of_its_own():
    pages = [bare(page.extract_text()) for page in PdfReader(BytesIO(written("pdf"))).pages]
    (first,) = [page for page in pages if "甲文" in page]
    assert first.index("上编") < first.index("第一章") < first.index("甲文")


def test_bookmarks_in_word_are_named_once():
    names = parts(written("docx"))["word/document.xml"].decode().split('w:name="')[1:]
    bookmarks = [name.partition('"')[0] for name in names]
    assert len(set(bookmarks)) == len(bookmarks) > 3


def test_markdown_nests_titles_and_contents():
    lines = written("md").decode().splitlines()
    assert [line for line in lines if line.startswith(("##", "-", "  "))] == [
        "## 目录",
        "- 上编", "  - 第一章", "    - 甲", "  - 第二章", "    - 乙", "- 下编", "  - 丙", "- 空编",
        "## 上编", "### 第一章", "#### 甲", "### 第二章", "#### 乙", "## 下编", "### 丙", "## 空编",
    ]  # fmt: skip


def test_no_level_is_left_out():
    one = Publication(sections=tuple(Section((), str(n), n) for n in (3, 7, 1, 2, 9, 0)))
    assert list(front.nesting(one)) == [1, 2, 1, 2, 3, 1]
