"""HTML elements become the nodes of the model, and nothing a reader sees is lost."""

import pytest

from builders import br as line_break
from builders import (
    code,
    em,
    figure,
    h,
    hr,
    img,
    li,
    link,
    ol,
    p,
    pre,
    quote,
    ruby,
    strike,
    strong,
    sub,
    sup,
    table,
    td,
    th,
    tr,
    u,
    ul,
)
from bulletin_export.extraction.blocks.builder import BlockBuilder
from bulletin_export.extraction.repair import parse
from bulletin_export.model.nodes import Image, Link, Text


def blocks(html, base=""):
    return BlockBuilder(base).build(parse(f"<body>{html}</body>").find("body"))


def div(style):
    """A box that shows a picture of its own, and another with words in it."""
    return f'<div style="{style}"></div><div style="{style}">甲</div>'


CASES = {
    "paragraphs": ("<p>甲</p>\n<p>乙</p>", p("甲"), p("乙")),
    "text between blocks": ("甲<p>乙</p>丙", p("甲"), p("乙"), p("丙")),
    "line end between han": ("<p>会议\n  指出</p>", p("会议指出")),
    "line end between han and latin": ("<p>会议\nGDP</p>", p("会议 GDP")),
    "line end where runs meet": ("<p><span>会议</span>\n<span>指出</span></p>", p("会议指出")),
    "breaks after indents": ("<p>　　甲<br>　　乙</p>", p("　　甲"), p("　　乙")),
    "verse": ("<p>白日依山尽<br>黄河入海流</p>", p("白日依山尽", line_break, "黄河入海流")),
    "headings": ("<h2>一</h2><h3>二</h3>", h(2, "一"), h(3, "二")),
    "marks": (
        "<p><b>粗</b><i>斜</i><u>线</u><s>删</s>x<sup>2</sup>y<sub>3</sub></p>",
        p(strong("粗"), em("斜"), u("线"), strike("删"), "x", sup("2"), "y", sub("3")),
    ),
    "the same mark twice": ("<p><b><strong>粗</strong></b></p>", p(strong("粗"))),
    "marks around paragraphs": (
        '<div style="font-weight:bold"><p>甲</p><p>乙</p></div>', p(strong("甲")), p(strong("乙")),
    ),
    "bold by style": ('<p><span style="font-weight: bold">粗</span></p>', p(strong("粗"))),
    "ruby": ("<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby></p>", p(ruby("汉", "hàn"))),
    "code": ("<p>用<code>a , b</code></p>", p("用", code("a , b"))),
    "preformatted": ("<pre>if (a) {\n  b\n}</pre>", pre("if (a) {\n  b\n}")),
    "prose in pre": ("<pre>第一段。\n第二段。</pre>", p("第一段。"), p("第二段。")),
    "rule": ("<p>甲</p><hr><p>乙</p>", p("甲"), hr, p("乙")),
    "quote": ("<blockquote><p>甲</p></blockquote>", quote("甲")),
    "nested lists": (
        "<ul><li>甲<ol start=3><li>乙</ol><li>丙</ul>", ul(li("甲", ol("乙", start=3)), "丙"),
    ),
    "link": ('<p><a href="http://x.cn/">甲</a></p>', p(link("http://x.cn/", "甲"))),
    "script link": ('<p><a href="java&#10;script:x()">甲</a></p>', p("甲")),
    "relative link": ('<p><a href="a.html">甲</a></p>', p("甲")),
    "picture": ('<p><img src="a.png" alt="图"></p>', figure(img(address="a.png", alt="图"))),
    "lazy picture": ('<img src="blank.gif" data-src="a.png">', figure(img(address="a.png"))),
    "counting pixel": ('<p>甲<img src="a.gif" width="1" height="1"></p>', p("甲")),
    "picture in a sentence": (
        '<p>点<img src="a.png" width="16">即可</p>', p("点", img(address="a.png"), "即可"),
    ),
    "figure": (
        "<figure><img src=a.png><figcaption>说明</figcaption></figure>",
        figure(img(address="a.png"), caption="说明"),
    ),
    "caption by name": (
        '<p><img src=a.png></p><p class="caption">说明</p>',
        figure(img(address="a.png"), caption="说明"),
    ),
    "caption by shape": (
        "<p><img src=a.png></p><p>图为会议现场。</p>",
        figure(img(address="a.png"), caption="图为会议现场。"),
    ),
    "no caption": (
        "<p><img src=a.png></p><p>会议指出。</p>", figure(img(address="a.png")), p("会议指出。"),
    ),
    "table": (
        "<table><caption>表</caption><tr><th>甲<th>乙<tr><td colspan=2>丙</table>",
        table(tr(th("甲"), th("乙")), tr(td("丙", span=2)), caption="表", header_rows=1),
    ),
    "span over the last row": (
        "<table><tr><td rowspan=9>甲<td>乙<tr><td>丙</table>",
        table(tr(td("甲", rows=2), td("乙")), tr(td("丙"))),
    ),
    "layout table": ("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>", p("甲"), p("乙")),
    "table in a cell": (
        "<table><tr><td>甲<td>乙<tr><td>丙<td>丁"
        "<tr><td>戊<td><table><tr><td>己<td>庚</table></table>",
        table(tr("甲", td("乙", span=2)), tr("丙", td("丁", span=2)), tr("戊", "己", "庚")),
    ),
    "film": (
        '<video src="http://x.cn/a.mp4"></video>', p(link("http://x.cn/a.mp4", "http://x.cn/a.mp4")),
    ),
    "what follows a place to break": ("<p>甲<wbr>乙</p><p>丙</p>", p("甲乙"), p("丙")),
    "pasted from an office": (
        '<p class="MsoNormal" style="mso-para-margin:0"><span lang="EN-US">2020</span>年<o:p></o:p></p>'
        "<p>&nbsp;<o:p></o:p></p><p>\u200b</p><p><font face=宋体>甲</font></p>",
        p("2020年"),
        p("甲"),
    ),
    "sections in sections": (
        '<section><section><span style="font-size:15px">甲</span></section></section>'
        "<section><br></section><section>乙</section>",
        p("甲"),
        p("乙"),
    ),
    "spans shown as blocks": (
        '<div><span style="display:block">甲</span><span style="display:block">乙</span></div>',
        p("甲"),
        p("乙"),
    ),
    "empty lines between paragraphs": ("甲甲甲。<br><br>乙乙乙。<br>", p("甲甲甲。"), p("乙乙乙。")),
    "an address": (
        "<address>北京市西城区某街道一百二十三号院<br>电话：0101234567890</address>",
        p("北京市西城区某街道一百二十三号院", line_break, "电话：0101234567890"),
    ),
    "details": ("<details><summary>甲</summary>乙</details>", p(strong("甲")), p("乙")),
    "a picture behind a box": (
        div("width:600px;height:300px;background-image:url(a.jpg)"), figure(img(address="a.jpg")), p("甲"),
    ),
    "a picture that decorates a box": (div("background:url(/images/bg.png);height:300px"), p("甲")),
    "a large picture behind a small one": (
        '<a href="big.jpg"><img src="small.jpg"></a>', figure(img(address="big.jpg")),
    ),
    "an emoji": ('<p>好<img class="emoji" alt="😀" src="1.png">的</p>', p("好😀的")),
    "a sign of a file": ('<p><img src="/icon16/icon_doc.gif">附件</p>', p("附件")),
    "the picture of noscript": (
        '<p><img class="lazy" src="/s/loading.gif"><noscript><img src="a.jpg"></noscript></p>',
        figure(img(address="a.jpg")),
    ),
    "the twin in noscript": (
        '<img data-src="a.jpg"><noscript><img src="a.jpg"></noscript>', figure(img(address="a.jpg")),
    ),
    "a film with a poster": (
        '<video poster="p.jpg" src="http://x.cn/a.mp4"></video>',
        figure(img(address="p.jpg")),
        p(link("http://x.cn/a.mp4", "http://x.cn/a.mp4")),
    ),
    "a film that no link can lead to": (
        '<p>甲</p><video src="blob:http://x.cn/1" title="题"></video><mpvoice name="声"></mpvoice>',
        p("甲"),
        p("［视频：题］"),
        p("［音频：声］"),
    ),
    "what follows a plug-in": (
        '<p>甲<embed src="http://x.cn/a.swf">乙</p>',
        p("甲"),
        p(link("http://x.cn/a.swf", "http://x.cn/a.swf")),
        p("乙"),
    ),
    "kept from screen readers": ('<p>甲<i class="icon" aria-hidden="true">乙</i></p>', p("甲")),
    "letters of no size": ('<p>甲<font style="font-size:0px">乙</font></p>', p("甲")),
    "the title of a link": (
        '<a href="http://x.cn/" title="题">甲</a>', p(Link("http://x.cn/", (Text("甲"),), "题")),
    ),
    "a link without scheme": ('<a href="//x.cn/a">甲</a>', p(link("https://x.cn/a", "甲"))),
    "hidden": ('<p>甲</p><p style="display:none">乙</p><p hidden>丙</p>', p("甲")),
    "unseen": (
        "<p>甲<script>x</script></p><style>y</style><!-- z --><noscript>n</noscript>", p("甲"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_html_becomes(case):
    html, *wanted = CASES[case]
    assert blocks(html) == tuple(wanted)


def test_addresses_are_absolute_when_the_page_has_one():
    (figure_, paragraph) = blocks(
        '<img src="../i/a.png"><p><a href="b.html">甲</a></p>', "http://x.cn/n/1.html"
    )
    assert figure_.images == (Image("http://x.cn/i/a.png"),)
    assert paragraph == p(link("http://x.cn/n/b.html", "甲"))


def test_a_film_without_an_address_is_noted():
    builder = BlockBuilder(where="页面")
    assert builder.build(parse("<body><p>甲</p><video></video></body>").find("body")) == (p("甲"),)
    assert [remark.code for remark in builder.diagnostics] == ["media-dropped"]


@pytest.mark.parametrize("kind", ["svg", "canvas"])
def test_a_drawing_in_the_page_is_noted_and_parts_no_paragraph(kind):
    builder = BlockBuilder(where="页面")
    page = parse(f"<body><p>正文一，<{kind}><g>图</g></{kind}>正文二。</p></body>")
    assert builder.build(page.find("body")) == (p("正文一，正文二。"),)
    remarks = [(remark.code, remark.facts["kind"]) for remark in builder.diagnostics]
    assert remarks == [("media-dropped", kind)]


def test_an_element_asked_for_is_a_block_itself_when_it_is_a_table():
    page = parse(
        "<body><table><tr><th>甲<th>乙<tr><td>丙<td>丁</table><ul><li>甲</ul><p>乙</p></body>"
    )
    shown, items, paragraph = page.find("body")
    assert BlockBuilder().build(shown) == (
        table(tr(th("甲"), th("乙")), tr("丙", "丁"), header_rows=1),
    )
    assert BlockBuilder().build(items) == (p("甲"),)
    assert BlockBuilder().build(paragraph) == (p("乙"),)


@pytest.mark.parametrize("tag", ["p", "div"])
def test_an_attribute_that_says_nothing_changes_nothing(tag):
    html = f"甲<{tag}>乙<b>丙</b><img src=a.png><{tag}>丁</{tag}>戊</{tag}>己"
    said = html.replace(f"<{tag}>", f"<{tag} data-n=1>").replace("<b>", "<b data-n=1>")
    assert blocks(said) == blocks(html)
