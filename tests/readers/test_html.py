"""A bulletin page becomes the same article, whatever it is wrapped in."""

import pytest

from bulletin_export.errors import (
    MalformedSourceError,
    NoArticleError,
    SourceTooLargeError,
    UnsupportedSourceError,
)
from bulletin_export.model.nodes import Figure, Link, Table
from bulletin_export.model.text import paragraphs, plain_text
from bulletin_export.model.walk import find, walk
from bulletin_export.readers import html
from bulletin_export.readers.html import HtmlReader
from bulletin_export.sources import Source
from bulletin_export.transforms.base import undone
from bulletin_export.transforms.clean import clean
from wrappings import ENCODINGS, PARAGRAPHS, SITE, TITLE, WRAPPINGS


def read(page, **known):
    data = page.encode() if isinstance(page, str) else page
    return HtmlReader().read(Source(data=data, name="page.html", **known)).articles[0]


def assert_is_the_bulletin(article):
    cleaned = clean(article)
    metadata = cleaned.article.metadata
    assert cleaned.article.headline.title == TITLE
    assert metadata.source == "皖江日报"
    assert metadata.date.value[:10] == "2020-02-06"
    assert metadata.views == 4864
    assert tuple(paragraphs(cleaned.article.blocks)) == PARAGRAPHS
    assert cleaned.changes
    assert not clean(cleaned.article).changes


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_every_wrapping_gives_the_same_article(wrapping):
    assert_is_the_bulletin(read(WRAPPINGS[wrapping]))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("wrapping", ["divs with class names", "layout tables without h1"])
def test_every_encoding_gives_the_same_article(wrapping, encoding):
    assert_is_the_bulletin(read(ENCODINGS[encoding](WRAPPINGS[wrapping])))


def test_the_encoding_of_the_header_is_believed_when_the_page_has_none():
    page = WRAPPINGS["layout tables without h1"].encode("big5hkscs", "ignore")
    assert read(page, media_type="text/html; charset=Big5").blocks


def test_the_name_of_the_site_becomes_the_publisher():
    assert read(WRAPPINGS["divs with class names"]).metadata.publisher == SITE


def test_the_byline_gives_names_and_stays_in_the_text():
    metadata = read(WRAPPINGS["divs with class names"]).metadata
    assert metadata.names("author") == ("吴乙丙",)
    assert metadata.names("correspondent") == ("宗甲",)


def test_the_editor_is_no_author():
    metadata = read(WRAPPINGS["everything that sites add below"]).metadata
    assert metadata.names("editor") == ("王小二",)
    assert "王小二" not in metadata.names("author")


def test_changes_lead_back_from_the_clean_text_to_the_page():
    article = read(WRAPPINGS["divs with class names"])
    cleaned = clean(article)
    title = [one for one in cleaned.changes if one.field == "title"]
    assert undone(cleaned.article.headline.title, title) == article.headline.title
    first = [one for one in cleaned.changes if not one.field and one.block == 0]
    assert undone(PARAGRAPHS[0], first) == next(paragraphs(article.blocks))


def test_a_page_of_one_sentence_is_an_article():
    page = f"<html><head><title>停水通知_{SITE}</title></head><body>"
    page += "<ul><li><a href=/>首页</a></ul><h1>停水通知</h1>"
    page += "<div>发布时间：2021-03-04</div><div>今晚停水。</div><div>XML地图</div></body></html>"
    assert list(paragraphs(read(page).blocks)) == ["今晚停水。"]


def test_a_page_of_pictures_is_an_article():
    page = (
        "<h1>防汛物资抵达现场图集</h1><p>来源：皖江日报 时间：2021-03-04</p><p><img src=a.jpg></p>"
    )
    page += "<p><img src=b.jpg></p><p>图为物资装车。张三 摄</p>"
    figures = list(find(read(page), Figure))
    assert [figure.images[0].address for figure in figures] == ["a.jpg", "b.jpg"]
    assert plain_text(figures[1].caption) == "图为物资装车。张三 摄"


@pytest.mark.parametrize(
    ("head", "address", "wanted"),
    [
        ("", "", "img/a.jpg"),
        ('<link rel=canonical href="http://x.cn/n/1.html">', "", "img/a.jpg"),
        ('<base href="http://x.cn/b/">', "", "http://x.cn/b/img/a.jpg"),
        ("", "http://x.cn/n/1.html", "http://x.cn/n/img/a.jpg"),
    ],
)
def test_pictures_of_a_saved_page_are_looked_for_beside_it(head, address, wanted):
    page = f"<head>{head}</head><h1>图集</h1><p><img src=img/a.jpg></p><p>{PARAGRAPHS[0]}</p>"
    (figure,) = find(read(page, address=address), Figure)
    assert figure.images[0].address == wanted


def test_a_page_of_a_table_is_an_article():
    rows = "".join(f"<tr><td>{n}</td><td>项目{n}</td><td>{n * 100}</td></tr>" for n in range(1, 6))
    page = "<h1>二〇二一年财政补贴公示表</h1><p>来源：财政局 时间：2021-03-04</p>"
    page += f"<table><tr><th>序号</th><th>项目</th><th>金额</th></tr>{rows}</table>"
    (table,) = find(read(page), Table)
    assert len(table.rows) == 6
    assert table.header_rows == 1


def test_the_next_page_is_reported_and_its_mark_is_no_text():
    page = WRAPPINGS["divs with class names"].replace(
        '<div class="footer">',
        '<p><a href="p_1.html">上一页</a> <a href="p_2.html">下一页</a></p><div class="footer">',
    )
    article = read(page, address="http://news.cn/a/p.html")
    assert article.metadata.next_page == "http://news.cn/a/p_2.html"
    assert "下一页" not in "".join(paragraphs(article.blocks))


def test_government_meta_names_fill_what_the_page_does_not_print():
    head = (
        '<meta name="SiteName" content="青川市人民政府">'
        '<meta name="ArticleTitle" content="关于防汛工作的通知">'
        '<meta name="PubDate" content="2021-06-01 08:30">'
        '<meta name="contentsource" content="市应急管理局">'
        '<meta name="Keywords" content="防汛;通知"><meta name="Description" content="通知">'
    )
    page = f"<html lang=zh><head>{head}<title>x</title></head><body><h1>关于防汛工作的通知</h1>"
    article = read(page + f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[2]}</p>")
    metadata = article.metadata
    assert article.headline.title == "关于防汛工作的通知"
    assert (metadata.source, metadata.publisher) == ("市应急管理局", "青川市人民政府")
    assert metadata.date.value == "2021-06-01T08:30"
    assert metadata.subjects == ("防汛", "通知")
    assert metadata.language == "zh-CN"


def test_json_is_no_page():
    with pytest.raises(UnsupportedSourceError):
        read('{"title": "会议"}')


@pytest.mark.parametrize("page", ["", " \n", "<html><body></body></html>", "<script>x</script>"])
def test_a_page_without_words_is_no_article(page):
    with pytest.raises(NoArticleError):
        read(page)


def test_a_page_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(html, "SIZE_LIMIT", 10)
    with pytest.raises(SourceTooLargeError):
        read("<p>" + "字" * 20)


@pytest.mark.parametrize(
    "bomb",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">正文。",
        "<p " + "/".join(f"a{n}" for n in range(20_000)) + ">正文。",
        ("<p " + " ".join(f"a{n}" for n in range(900)) + ">正文。") * 700,
        "<p>正文。" * 110_000,
    ],
    ids=["one tag", "slashes", "many tags", "tags"],
)
def test_more_markup_than_any_page_has_is_refused(bomb):
    with pytest.raises(MalformedSourceError, match="more than"):
        read(bomb)


@pytest.mark.parametrize("quote", ["'", '"', ""])
def test_a_long_picture_in_an_attribute_is_no_bomb(quote):
    picture = "data:image/png;base64," + "iVBORw0KGgo/AAAA+aaa" * 50_000
    assert read(f"<p>正文在此。<img alt=图 src={quote}{picture}{quote}></p>").blocks


def test_tags_inside_a_script_are_not_counted():
    script = "<script>if(i<a){" + "x=1;y/2;" * 9000 + "}</script>"
    assert read(f"<h1>标题文字</h1>{script}<p>正文在此，有些长度。</p>").blocks


def test_more_text_than_a_book_is_refused():
    with pytest.raises(SourceTooLargeError, match=r"\d characters"):
        read("<p>" + "会议强调,要抓好落实。" * 300_000)


def test_more_tags_than_a_page_can_have_are_refused():
    with pytest.raises(MalformedSourceError):
        read("<b>" * 400_000)


HOSTILE = {
    "deep boxes": "<div>" * 10_000 + "深处的文字。",
    "deep marks": "<b><i><font>" * 5_000 + "深处的文字。",
    "deep tables": "<table><tr><td>" * 3_000 + "深处的文字。",
    "deep lists": "<ul><li>" * 800 + "深处的文字。",
    "deep quotes": "<blockquote>" * 800 + "深处的文字。",
    "unknown elements": "<x-y>" * 10_000 + "深处的文字。",
    "zero bytes": "<p>深\x00处的文\x00字。</p>",
    "entity bomb": '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    "<p>&b;深处的文字。</p>",
    "scripts": "<p onclick=x>深处<script>evil()</script>的文字。"
    "<a href='javascript:evil()'>点</a></p>",
    "form": "<p>深处的文字。</p><form><input name=a><button>evil</button></form>",
    "frame": "<p>深处的文字。</p><iframe src='javascript:evil()'></iframe>",
}


def depth(nodes):
    if not nodes:
        return 0
    below = (
        getattr(node, name)
        for node in nodes
        for name in ("blocks", "children", "items", "rows", "cells", "caption")
        if hasattr(node, name)
    )
    return 1 + max((depth(part) for part in below), default=0)


@pytest.mark.parametrize("trick", HOSTILE)
def test_a_hostile_page_gives_its_text_and_nothing_else(trick):
    article = read(HOSTILE[trick])
    text = "".join(paragraphs(article.blocks)) + article.headline.title
    assert "深处" in text
    assert "文字" in text
    assert "evil" not in text
    assert all(
        link.target.startswith(("http:", "https:", "mailto:"))
        for link in walk(article.blocks)
        if isinstance(link, Link)
    )
    assert depth(article.blocks) <= 30


@pytest.mark.parametrize(
    "page",
    ["<title>仅有标题</title>", "<title>框</title><frameset><frame src=a>"],
)
def test_a_title_alone_is_no_article(page):
    with pytest.raises(NoArticleError):
        read(page)


@pytest.mark.parametrize("title", ["通知", "深"])
def test_the_only_main_heading_is_the_title_however_short(title):
    page = f"<title>某某网</title><h1>{title}</h1><p>定于明日召开会议，请准时参加。</p>"
    assert read(page).headline.title == title
