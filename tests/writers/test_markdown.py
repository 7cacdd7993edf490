"""Markdown says what the model says, and Chinese stays readable in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    article,
    br,
    code,
    em,
    figure,
    h,
    hr,
    img,
    li,
    link,
    note,
    ol,
    p,
    pre,
    publication,
    quote,
    ruby,
    strong,
    table,
    td,
    th,
    tr,
    u,
    ul,
)
from bulletin_export.composition import front
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.writers.markdown import MarkdownWriter
from bulletin_export.writers.markdown.escaping import escaped, opening
from strategies import articles
from writers.reading_back import bare, markdown_words, without_notes

PLAIN = load_template("plain")


def write(publication):
    return MarkdownWriter().write(publication, PLAIN, None)


def body(*content):
    text = write(publication(article(*content, title="题"))).data.decode()
    return text.removeprefix("# 题\n\n").removesuffix("\n")


@settings(max_examples=100, deadline=None)
@given(articles().map(without_notes))
def test_a_commonmark_parser_reads_every_word_back(one):
    text = write(Publication(sections=(Section((one,)),))).data.decode()
    assert markdown_words(text) == bare(front.words(one, PLAIN.composition))


@settings(max_examples=300, deadline=None)
@given(st.text("*_`[]()<>&#|~!+-=.:\\1 ab字\"'“”/;", min_size=1, max_size=30).filter(str.strip))
def test_words_are_never_read_as_markup(words):
    assert markdown_words(opening(escaped(words).strip(" "))) == bare(words)


def test_plain_chinese_needs_no_backslash():
    words = "2020年2月6日，安徽出台“十条措施”（试行）——A股、B股上涨1.5%……#话题#《通知》棱镜|数据业"
    assert body(words) == words


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (p(strong("重要"), "通知"), "**重要**通知"),
        (p("他说", strong("“重要”"), "的"), "他说<strong>“重要”</strong>的"),
        (p(em("甲"), em("乙")), "*甲*<em>乙</em>"),
        (p(u("甲"), ruby("汉", "hàn")), "<u>甲</u><ruby>汉<rt>hàn</rt></ruby>"),
        (p("一", br, "二"), "一\\\n二"),
        (p("1. 一"), "1\\. 一"),
        (p("- 一"), "\\- 一"),
        (p("# 一"), "\\# 一"),
        (p("甲|乙", br, "-|-"), "甲|乙\\\n\\-|-"),
        (p("甲|乙", br, "|--|--|"), "甲|乙\\\n\\|--|--|"),
        (p(code("a`b")), "``a`b``"),
        (p(link("https://e.cn/(a)", "甲")), "[甲](https://e.cn/%28a%29)"),
        (p("看！", link("https://e.cn/", "甲")), "看！[甲](https://e.cn/)"),
        (p("!", link("https://e.cn/", "甲")), "\\![甲](https://e.cn/)"),
        (p(link("javascript:x", "甲")), "甲"),
        (h(1, "甲#"), "## 甲\\#"),
        (quote("甲", "乙"), "> 甲\n>\n> 乙"),
        (ul("甲", li("乙", ol("丙", start=9))), "- 甲\n\n- 乙\n\n  9. 丙"),
        (pre("```\n"), "````\n```\n````"),
        (hr, "***"),
        (figure(img("a.png", "会场", "http://e.cn/a b.png"), caption="图一"),
         "![会场](http://e.cn/a%20b.png)\n\n图一"),
        (figure(img("a.png", "会场", "data:image/png;base64,AAAA")), "![会场](a.png)"),
        (p(img("", "会场")), "［图片：会场］"),
    ],
)  # fmt: skip
def test_a_node_has_its_mark(content, text):
    assert body(content) == text


def test_lists_beside_each_other_stay_two():
    assert body(ul("甲"), ul("乙"), ol("丙"), ol("丁")) == "- 甲\n\n+ 乙\n\n1. 丙\n\n1) 丁"


def test_a_table_has_a_header_row_and_empty_places_under_spans():
    result = write(
        publication(
            article(table(tr(th("项目"), th("金额", span=2)), tr("甲|乙", "一", td("二", "三")),
                          header_rows=1))
        )
    )  # fmt: skip
    assert "| 项目 | 金额 |  |\n| --- | --- | --- |\n| 甲\\|乙 | 一 | 二<br>三 |" in (
        result.data.decode()
    )
    assert [d.code for d in result.diagnostics] == ["spans-flattened"]


def test_notes_stand_under_their_article_with_numbers_of_the_whole_text():
    one = article(p("甲", note("注甲", "又一段"), "(一)"))
    text = write(publication(one, one, contents=True)).data.decode()
    assert "甲[^1]\\(一)" in text
    assert "[^1]: 注甲\n\n    又一段" in text
    assert "[^2]: 注甲" in text


def test_a_bundle_lists_its_articles():
    one = article("甲", title="第一篇")
    bundle = Publication(
        sections=(Section((one,), "要闻"), Section((one,))), title="简报", has_contents=True
    )
    text = write(bundle).data.decode()
    assert text.startswith(
        "# 简报\n\n## 目录\n\n- 要闻\n  - 第一篇\n- 第一篇\n\n## 要闻\n\n### 第一篇"
    )
