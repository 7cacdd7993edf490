"""Titles and summaries are plain text, whatever the feed puts there."""

import pytest

from bulletin_export.extraction.feeds.content import Content, blocks_of, is_cut
from bulletin_export.extraction.feeds.words import lines_as_paragraphs, plain_title
from bulletin_export.model.text import paragraphs

TITLES = {
    "会议<b>召开</b>": "会议召开",
    "AT&amp;T 与 5 &lt; 6": "AT&T 与 5 < 6",
    "&ldquo;会议&rdquo; 召开": "“会议” 召开",
    "关于 &lt;b&gt;会议&lt;/b&gt; 的通知": "关于 会议 的通知",
    "怎样用 &lt;b&gt; 标签": "怎样用 <b> 标签",
    "3 < 5 > 2": "3 < 5 > 2",
    "a<b 与 c>d": "a<b 与 c>d",
    "《<em>红楼梦</em>》<br/>读后": "《红楼梦》 读后",
    "  会议 \n  召开 ": "会议 召开",
    "　关于防汛　 的通知　": "关于防汛　 的通知",
    "会议<script>alert(1)</script>召开": "会议 召开",
    "会议<!-- 密 -->召开": "会议召开",
    "<![CDATA[会议]]>": "会议",
    "<o:p>会议</o:p>": "会议",
    '会议<img src="a.png" onerror="alert(1)">': "会议",
    "": "",
}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_keeps_its_words_and_loses_its_markup(title):
    assert plain_title(title) == TITLES[title]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("第一段。\n第二段。", ["第一段。", "第二段。"]),
        ("第一段\n\n第二段", ["第一段", "第二段"]),
        ("一行写不下\n就换行的段落。", ["一行写不下就换行的段落。"]),
        ("one line\nof two", ["one line of two"]),
        ("　　缩进一\n　　缩进二", ["缩进一", "缩进二"]),
        ("（一）甲\n（二）乙", ["（一）甲", "（二）乙"]),
        (" \n ", []),
    ],
)
def test_line_ends_of_plain_text_divide_paragraphs_where_a_reader_would(text, whole):
    assert list(lines_as_paragraphs(text)) == whole


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (Content("会议<p>一</p><p>二</p>"), ["会议", "一", "二"]),
        (Content("&lt;p&gt;一&lt;/p&gt;&lt;p&gt;二&lt;/p&gt;"), ["一", "二"]),
        (Content("<![CDATA[<p>一</p>]]>"), ["一"]),
        (Content("5 &lt; 6 &amp; 7"), ["5 < 6 & 7"]),
        (Content("5 &lt; 6", is_plain=True), ["5 &lt; 6"]),
        (Content("<b>不是标记</b>", is_plain=True), ["<b>不是标记</b>"]),
        (Content("一<embed src='http://x.cn/a.swf'>二"), ["一", "http://x.cn/a.swf", "二"]),
        (Content(""), []),
    ],
)
def test_content_becomes_paragraphs(content, wanted):
    blocks, _ = blocks_of(content, "feed")
    assert list(paragraphs(blocks)) == wanted


def test_content_that_no_parser_takes_keeps_its_words():
    blocks, (remark,) = blocks_of(Content("正文<b>" * 200_000), "feed")
    assert remark.code == "entry-flattened"
    assert "正文" in next(paragraphs(blocks))


@pytest.mark.parametrize(
    ("text", "is_whole", "cut"),
    [
        ("会议强调要加强……", False, True),
        ("会议强调要加强……", True, False),
        ("会议强调[...]", True, True),
        ("会议强调 [&hellip;]".replace("&hellip;", "…"), True, True),
        ("会议强调 阅读全文", True, True),
        ("会议强调（全文）", False, True),
        ("The meeting Continue reading →", True, True),
        ("Read more »", False, True),
        ("and many more", False, False),
        ("会议强调要加强。", False, False),
    ],
)
def test_what_goes_on_elsewhere_says_so_at_its_end(text, is_whole, cut):
    assert is_cut(text, is_whole) == cut
