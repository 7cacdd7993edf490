"""Pages as they are: whatever is broken in them, the text is found."""

import pytest

from bulletin_export.extraction.repair import parse
from bulletin_export.model.text import paragraphs
from bulletin_export.readers.html import HtmlReader
from bulletin_export.sources import Source

TOP = "<h1>全市防汛会议</h1><p>第一段正文。</p>"
END = "<p>最后一段。</p>"


def text_of(page):
    """Return the paragraphs of the article on *page*, joined, the first and the last left out."""
    article = HtmlReader().read(Source(data=page.encode("utf-8"))).articles[0]
    found = "|".join(paragraphs(article.blocks))
    assert article.headline.title == "全市防汛会议"
    assert found.startswith("第一段正文。")
    assert found.endswith("最后一段。")
    return found.removeprefix("第一段正文。").removesuffix("最后一段。").strip("|")


@pytest.mark.parametrize(
    ("broken", "text"),
    [
        # Quotes and angle brackets.
        (
            '<p class="x>丢失的段落。</p><p>中间。</p><p class="y">还有。</p>',
            "丢失的段落。|中间。|还有。",
        ),
        (
            '<p><a href="http://a.cn/1.html>链接</a>之后。</p><p id="x">中间。</p>',
            "链接之后。|中间。",
        ),
        ("<p class='x>丢失的段落。</p><p>中间。</p>", "丢失的段落。|中间。"),
        ('<p class="x>他说“好”，又说"好"。</p><p>中间。</p>', '他说“好”，又说"好"。|中间。'),
        ('<p class=x">甲。</p><p class="x"">乙。</p>', "甲。|乙。"),
        ('<p title="<b>不是标签</b>">甲。</p>', "甲。"),
        ('<p onclick="if(a>b){c}">甲。</p>', "甲。"),
        ("<p<b>粗</b>文字。</p>", "粗文字。"),
        ("<p 中文正文</p>", "中文正文"),
        ("<p>增长<5%，a<b，x<=y，< 中，<3 <- 完。</p>", "增长<5%，a<b，x<=y，< 中，<3 <- 完。"),
        ("<p>温度<零下5度，<<三国>>。</p>", "温度<零下5度，<<三国>>。"),
        # Ends that come early, late or never.
        ("</body></html><p>中。</p>", "中。"),
        ("<p>外<p>内</p>后</p>", "外|内|后"),
        ("<p>外<div>内</div>后</p>", "外|内|后"),
        ("<p>外<table><tr><td>内</td></tr></table>后</p>", "外|内|后"),
        ("文</p>字</p>", "文\n字"),
        ("<p>一<br/>二</br>三<br />四<BR>五", "一\n二\n三\n四\n五"),
        ("<p><b>粗<p>也粗", "粗|也粗"),
        ("<p><b>一<i>二</b>三</i>四</p>", "一二三四"),
        ("<p>甲<wbr>乙<wbr>丙</p>丁", "甲乙丙|丁"),
        ("<p>甲<embed src=a.swf>乙</p><p>丙</p>", "甲乙|丙"),
        ("<picture><source srcset=a.webp></picture><p>丙</p>", "丙"),
        ("<p><ruby>汉<rt>hàn<rb>字<rt>zì</ruby>语</p>", "汉字语"),
        # Comments, declarations, instructions.
        ("<!--[if IE]><p>旧</p><![endif]--><p>中</p>", "中"),
        ("<![if !IE]><p>中</p><![endif]>", "中"),
        ("<!--[if !IE]><!--><p>中</p><!--<![endif]-->", "中"),
        ("<!--[if gte mso 9]><p>中</p>", "中"),
        ("<!-- <p>中</p>", "中"),
        ("<!-- a --!><p>中</p>", "中"),
        ("<!--><p>中</p><!---><p>丙</p>", "中|丙"),
        ("<!-- a <!-- b --><p>中</p>", "中"),
        ("<?xml:namespace prefix = o /><p>中<?php echo 1 ?>文</p>", "中文"),
        # What is no markup inside.
        ("<script><!--\nif(a<b)write('</p>');\n//--></script><p>中</p>", "中"),
        ("<script>var a = 1;\n<p>中</p>", "中"),
        ("<style>p{}<p>中</p>", "中"),
        ("<textarea>表单<p>中</p>", "中"),
        ("<select><option>甲<option>乙<p>中</p>", "甲|乙|中"),
        ("<iframe src=x><p>中</p>", "中"),
        # Tables, forms, elements that nobody knows.
        ("<table>表前<tr>行中<td>格</td>格后</tr><p>段</p></table>", "表前|行中|格|格后|段"),
        ("<form><p>一。</p><form><p>二。</p></form>三。</form>", "一。|二。|三。"),
        ("<ucapcontent><p>中</p></ucapcontent><o:p>微软</o:p><x-y>自定义</x-y>", "中|微软|自定义"),
        ("<P>大<B>写</B></P><TABLE><TR><TD>格</TABLE>", "大写|格"),
        ("<center>甲</center><marquee>乙</marquee><blink>丙</blink>", "甲|乙|丙"),
        ("<body class=二><p>中</p>", "中"),
        # References.
        (
            "<p>a&nbsp;b&copy2024 &mdash;&ldquo;引&rdquo &#8212; &#x4e2d;文</p>",
            "a b©2024 —“引” — 中文",
        ),
        ("<p>&#150;&#147;&#148;&#x80;&#133;</p>", "–“”€…"),
        ("<p>&#x20BB7;&#128512;</p>", "𠮷😀"),
        ("<p>AT&T &foo; &; &中;</p>", "AT&T &foo; &; &中;"),
        ("<p>会\0议</p>", "会议"),
    ],
)
def test_the_text_is_found(broken, text):
    assert text_of(f"<html><body>{TOP}{broken}{END}</body></html>").replace("\xa0", " ") == text


@pytest.mark.parametrize(
    "page",
    [
        f"<html><head><title>题</title></head></html><body>{TOP}</body></html>{END}",
        f"<html><head><title>全市防汛会议<meta charset=utf-8></head><body>{TOP}{END}</body></html>",
        f"<html><head><title>全市防汛会议</head><body>{TOP}{END}</body></html>",
        f"<html><head><script>var a=1;</head><body>{TOP}{END}</body></html>",
        f"<html><head><style>p{{}}</head><body>{TOP}{END}</body></html>",
        f'<html><body onload="x()>{TOP}{END}</body></html>',
        f"<html><body>{TOP}</body></html><html><head><title>二</title></head><body>{END}</html>",
        f"<html><frameset cols=1><frame src=a><noframes><body>{TOP}{END}</body></noframes></frameset>",
        f"<body style='visibility:hidden'>{TOP}{END}",
        f"<body style='display:none'>{TOP}{END}",
        f"{TOP}{END}<p class='x",
        f"<plaintext>{TOP}{END}"[11:],
    ],
)
def test_the_page_is_found(page):
    assert text_of(page) == ""


def test_a_body_that_waits_for_a_script_is_shown():
    middle = "<p>会议强调，要落实责任，加强管理。</p>" * 9
    box = f"<div style='DISPLAY: none'><p>第一段正文。</p>{middle}<p>最后一段。</p></div>"
    assert text_of(f"<h1>全市防汛会议</h1>{box}").count("会议强调") == 9
    hint = "<p style='display:none'>提示。提示。提示。</p>"
    assert "提示" not in text_of(f"{TOP}{middle}{hint}{END}")


def test_a_cut_off_script_does_not_become_text():
    page = f"{TOP}{END}<script>var html = '<div>模板</div>' + \"<p>更多</p>"
    assert "模板" not in "".join(parse(page).find("body").itertext("p", "div"))


def test_entities_may_not_be_declared():
    from bulletin_export.errors import MalformedSourceError

    with pytest.raises(MalformedSourceError, match="declares entities"):
        parse(f'<!DOCTYPE bomb [<!ENTITY a "b">]>{TOP}')


def test_a_quote_too_many_does_not_make_a_page_one_long_tag():
    quotes = '<meta name="keywords" content="<meta name=" author="" "="">'
    lines = '<p class="a" id="b">中</p>' * 2000
    page = f"{quotes}{TOP}{lines}{END}"
    assert text_of(page).count("中") == 2000


@pytest.mark.parametrize(
    "script",
    [
        'var shell = "<html><head></head><body><div>模板</div></body>";',
        "w.document.write('</head>'); t(`\n<div>模板</div>\n<script src=a><\\/script>`);",
        "/* don't </head> */ r = /[\"'`/]/.test(a) ? `\n<div>模板</div>` : `<body>`; // '\n",
        "a='it\\'s';b=`${c(`\n<p>模板</p>`)}</head>\n<div>模板</div>`;",
        "if (a<b) {\n<div>模板</div>\n} // JSX </head>",
    ],
)
def test_a_script_that_ends_stays_whole_whatever_it_says_of_pages(script):
    page = f"<html><head><script>{script}</script></head><body>{TOP}{END}</body></html>"
    assert text_of(page) == ""
    page = f"<html><head></head><body>{TOP}<script>{script}</script>{END}</body></html>"
    assert text_of(page) == ""


@pytest.mark.parametrize("code", ["var a=1;", "var a='<body>';\n", "/* ' */ a = /['\"]/;", ""])
def test_a_script_without_its_end_tag_gives_the_page_back(code):
    later = "<script>var b = 2;</script>"
    page = f"<html><head><script>{code}</head><body>{TOP}{later}{END}</body></html>"
    assert text_of(page) == ""
