"""Every node as strict XHTML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from lxml import etree

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
)  # fmt: skip
from bulletin_export.model.article import Article, Headline, Metadata
from bulletin_export.model.media import MediaBag
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.writers.epub import EpubWriter
from bulletin_export.writers.epub.chapter import Chapter
from bulletin_export.writers.epub.destinations import ArticleLinks
from bulletin_export.writers.epub.pictures import Pictures
from bulletin_export.writers.epub.xhtml import block
from strategies import PICTURES, publications
from writers.reading_back import XHTML, parts, spine

PLAIN = load_template("plain")
PICTURE = PICTURES[0]


def chapter():
    links = ArticleLinks(0, {}, {"e.cn/2": 1}, {})
    return Chapter("题", Pictures(MediaBag((PICTURE,))), links)


def write(one):
    return EpubWriter().write(one, PLAIN, None)


def document(one):
    """The tree of the only article of *one*."""
    files = parts(write(publication(one)).data)
    return etree.fromstring(files["EPUB/article-0001.xhtml"])


@pytest.mark.parametrize(
    ("node", "markup"),
    [
        (p("甲<&>"), "<p>甲&lt;&amp;&gt;</p>"),
        (p(em("甲"), strong("乙"), u("丙")), "<p><em>甲</em><strong>乙</strong><u>丙</u></p>"),
        (p(strike("甲"), sup("乙"), sub("丙")), "<p><s>甲</s><sup>乙</sup><sub>丙</sub></p>"),
        (p("甲", br, "乙"), "<p>甲<br/>乙</p>"),
        (p(code("a<b")), "<p><code>a&lt;b</code></p>"),
        (p(ruby("汉", "hàn")), "<p><ruby>汉<rt>hàn</rt></ruby></p>"),
        (p(link("http://e.cn/?a&b", "甲")), '<p><a href="http://e.cn/?a&amp;b">甲</a></p>'),
        (p(link("http://e.cn/2#x", "甲")), '<p><a href="article-0002.xhtml">甲</a></p>'),
        (p(link("javascript:x", "甲")), "<p>甲</p>"),
        (p(link("#nowhere", "甲")), "<p>甲</p>"),
        (p(link("http://e.cn/", "甲", link("http://f.cn/", "乙"))),
         '<p><a href="http://e.cn/">甲乙</a></p>'),
        (p(), ""),
        (quote("甲"), "<blockquote>\n<p>甲</p>\n</blockquote>"),
        (ul("甲", li("乙", "丙")), "<ul>\n<li>甲</li>\n<li><p>乙</p>\n<p>丙</p></li>\n</ul>"),
        (ol("甲", start=3), '<ol start="3">\n<li>甲</li>\n</ol>'),
        (pre(" a\n b"), "<pre><code> a\n b</code></pre>"),
        (hr, "<hr/>"),
        (p(img(PICTURE.name, '“会"场')),
         '<p class="picture"><img src="pictures/picture-0001.png" alt="“会&quot;场"/></p>'),
        (figure(img("none.png", "会场"), caption="图"),
         '<figure>\n<span class="missing">［图片：会场］</span>\n'
         "<figcaption>图</figcaption>\n</figure>"),
        (table(tr(th("甲"), th("")), tr(th("乙"), td("丙", span=2, rows=3)), caption="表",
               header_rows=1),
         "<table>\n<caption>表</caption>\n<thead>\n"
         '<tr><th scope="col">甲</th><td></td></tr>\n</thead>\n<tbody>\n'
         '<tr><th scope="row">乙</th><td colspan="2" rowspan="3">丙</td></tr>\n</tbody>\n</table>'),
    ],
)  # fmt: skip
def test_a_node_has_its_element(node, markup):
    assert block(node, chapter()) == markup


def test_a_head_that_reaches_into_the_body_is_no_group_of_its_own():
    node = table(tr(td("甲", rows=2), "乙"), tr("丙"), header_rows=1)
    assert "<thead>" not in block(node, chapter())
    assert '<th scope="col" rowspan="2">甲</th>' in block(node, chapter())


def test_the_head_stands_in_order():
    one = article("甲", title="主题", kicker="引题", subtitle="副题", source="安徽日报",
                  date="2020-02-06")  # fmt: skip
    lines = document(one).find(f".//{XHTML}header")
    found = [(etree.QName(line).localname, line.get("class"), line.text) for line in lines]
    assert found == [
        ("p", "kicker", "引题"),
        ("h1", "title", "主题"),
        ("p", "subtitle", "副题"),
        ("p", "dateline", "来源：安徽日报　时间：2020-02-06"),
    ]


def test_a_headline_may_break_at_its_blanks_only():
    title = document(article(title="第一句 第二句　第三句")).find(f".//{XHTML}h1")
    assert [(s.text, s.tail) for s in title] == [
        ("第一句", " "),
        ("第二句", "　"),
        ("第三句", None),
    ]
    assert {s.get("class") for s in title} == {"clause"}


@pytest.mark.parametrize(
    ("levels", "depths"),
    [((1, 2, 3), (2, 3, 4)), ((3, 3), (2, 3)), ((1, 4, 1, 6), (2, 3, 2, 3)),
     ((6,) * 7, (2, 3, 4, 5, 6, 6, 6))],
)  # fmt: skip
def test_heading_levels_have_no_gaps(levels, depths):
    tree = document(article(*(h(level, "题") for level in levels)))
    found = [e for e in tree.iter() if etree.QName(e).localname in ("h2", "h3", "h4", "h5", "h6")]
    assert tuple(int(etree.QName(e).localname[1]) for e in found) == depths
    assert [e.get("class") for e in found] == [f"heading-{level}" for level in levels]


def test_without_a_title_the_first_heading_takes_its_rank():
    tree = document(article(h(2, "一"), title=""))
    assert [e.text for e in tree.iter(f"{XHTML}h1")] == ["一"]


def test_a_note_and_its_mark_lead_to_each_other():
    tree = document(article(p("甲", note("注", "续", p("又", note("注中注"))))))
    marks = tree.xpath("//*[@role='doc-noteref']")
    asides = tree.xpath("//*[@role='doc-footnote']")
    backs = tree.xpath("//*[@role='doc-backlink']")
    assert [m.get("href") for m in marks] == [f"#{a.get('id')}" for a in asides]
    assert [b.get("href") for b in backs] == [f"#{m.get('id')}" for m in marks]
    assert len(asides) == 2
    assert asides[0].getparent().get("class") == "notes"


def test_a_note_inside_a_link_is_marked_behind_it():
    tree = document(article(p(link("http://e.cn/", "甲", note("注"), "乙"), "丙")))
    anchor = tree.xpath("//*[local-name()='p']/*[local-name()='a']")[0]
    assert "".join(anchor.itertext()) == "甲乙"
    assert anchor.getnext().find(f"{XHTML}a").get("role") == "doc-noteref"


def test_a_link_that_shows_nothing_to_read_has_a_name():
    tree = document(article(p(link("http://e.cn/", img(PICTURE.name))), media=(PICTURE,)))
    assert tree.xpath("//*[@aria-label='http://e.cn/']")


def test_the_address_is_a_link_where_it_can_be_followed():
    good = document(article(address="http://e.cn/1.html")).find(f".//{XHTML}p[@class='address']")
    assert "".join(good.itertext()) == "原文：http://e.cn/1.html"
    assert good.find(f"{XHTML}a").get("href") == "http://e.cn/1.html"
    bad = document(article(address="javascript:x")).find(f".//{XHTML}p[@class='address']")
    assert bad.text == "原文：javascript:x"


def test_articles_in_one_book_lead_to_each_other():
    first = article(p(link("http://e.cn/2.html#top", "下一篇")), address="http://e.cn/1.html")
    second = article("乙", address="http://e.cn/2.html")
    files = parts(write(publication(first, second)).data)
    assert b'<a href="article-0002.xhtml">' in files["EPUB/article-0001.xhtml"]
    # The printed address of an article leads to the page, never to itself.
    assert b'<a href="http://e.cn/1.html">' in files["EPUB/article-0001.xhtml"]


@pytest.mark.parametrize(
    ("language", "found"), [("en", "en"), ("zh-Hant-TW", "zh-Hant-TW"), ("chinese", "zh-CN")]
)
def test_a_document_tells_its_language_twice(language, found):
    one = Article(headline=Headline("题"), metadata=Metadata(language=language))
    root = document(one)
    assert root.get("lang") == found
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == found


def test_what_could_not_be_kept_is_remarked():
    one = article(p(link("javascript:x", "甲"), img("none.png", address="http://e.cn/a.png"), "\0"))
    found = [(d.code, d.severity.value) for d in write(publication(one)).diagnostics]
    assert found == [
        ("characters-removed", "warning"), ("link-dropped", "info"), ("image-missing", "warning"),
    ]  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(publications())
def test_ids_are_unique_and_inner_links_lead_somewhere(one):
    data = write(one).data
    files = parts(data)
    for name in spine(data):
        tree = etree.fromstring(files[name])
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert all(one[0].isalpha() for one in ids)
        for target in tree.xpath("//@href | //@src"):
            path, _, fragment = target.partition("#")
            if ":" not in target:
                assert f"EPUB/{path}" in files or not path
                assert not fragment or fragment in ids


def test_nothing_but_elements_of_xhtml_comes_out():
    one = Publication(sections=(Section((article(p("甲"), "乙"),)),))
    data = write(one).data
    tree = etree.fromstring(parts(data)[spine(data)[0]])
    assert {etree.QName(e).namespace for e in tree.iter()} == {XHTML[1:-1]}


def test_passages_in_other_languages_are_marked():
    said = "他说 to be or not to be，又写 مرحبا بكم。"
    assert block(p(said), chapter()) == (
        '<p>他说 <span lang="en" xml:lang="en">to be or not to be</span>，又写 '
        '<span lang="ar" xml:lang="ar" dir="rtl">مرحبا بكم</span>。</p>'
    )
