"""Atom 1.0 and 0.3."""

from base64 import b64encode

import pytest

from bulletin_export.model.nodes import Figure, Link, Table
from bulletin_export.model.walk import find
from feeds import atom, codes, first, lines, read

XHTML = 'type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'


def test_a_feed_gives_what_it_says_of_itself_and_its_entries():
    head = (
        '<title type="html">青川&lt;b&gt;新闻&lt;/b&gt;</title><link rel="self" href="http://q.cn/f"/>'
        '<link href="http://q.cn/"/><author><name>张三</name></author><rights>青川日报社</rights>'
    )
    result = read(atom('<title>甲</title><link href="/1"/>', head=head, attributes='xml:lang="zh"'))
    (article,) = result.articles
    assert (result.listing.title, result.listing.address) == ("青川新闻", "http://q.cn/")
    assert article.metadata.address == "http://q.cn/1"
    assert article.metadata.names("author") == ("张三",)
    assert article.metadata.rights == "青川日报社"


@pytest.mark.parametrize(
    "content",
    [
        "<content>一\n\n二</content>",
        '<content type="text">一\n\n二</content>',
        '<content type="html">&lt;p&gt;一&lt;/p&gt;&lt;p&gt;二&lt;/p&gt;</content>',
        '<content type="html"><![CDATA[<p>一</p><p>二</p>]]></content>',
        f"<content {XHTML}<p>一</p><p>二</p></div></content>",
        f"<content {XHTML.replace('<div xmlns', '<x:div xmlns:x').replace('div xmlns', 'div xmlns')}"
        "<x:p>一</x:p><x:p>二</x:p></x:div></content>",
        '<content type="text/html" mode="escaped">&lt;p&gt;一&lt;/p&gt;&lt;p&gt;二&lt;/p&gt;</content>',
        '<content type="application/xhtml+xml" mode="xml"><p>一</p><p>二</p></content>',
        '<content type="text/html" mode="base64">'
        + b64encode("<p>一</p><p>二</p>".encode()).decode()
        + "</content>",
        "<content>&lt;p&gt;一&lt;/p&gt;&lt;p&gt;二&lt;/p&gt;</content>",
        '<content>x</content><content type="html">&lt;p&gt;一&lt;/p&gt;&lt;p&gt;二&lt;/p&gt;</content>',
    ],
)
def test_content_of_every_type_becomes_blocks(content):
    assert lines(first(atom(content))) == ["一", "二"]


def test_xhtml_keeps_its_structure():
    content = (
        f"<content {XHTML}<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table>"
        '<a href="x">丙</a></div></content>'
    )
    article = first(atom(content, head='<link href="http://q.cn/"/>'))
    assert len(list(find(article, Table))) == 1
    assert [link.target for link in find(article, Link)] == ["http://q.cn/x"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("<title>5 &lt; 6</title>", "5 < 6"),
        ('<title type="text">会议</title>', "会议"),
        ('<title type="html">会&lt;b&gt;议&lt;/b&gt; &amp;amp; 其他</title>', "会议 & 其他"),
        (f"<title {XHTML}会<b>议</b><script>x</script></div></title>", "会议"),
        ('<title type="text/html" mode="base64">5Lya6K6u</title>', "会议"),
        ("", ""),
    ],
)
def test_a_title_of_every_type_is_plain(title, wanted):
    assert first(atom(title)).headline.title == wanted


@pytest.mark.parametrize(
    ("links", "wanted"),
    [
        ('<link rel="alternate" href="http://q.cn/1"/>', "http://q.cn/1"),
        ('<link href="http://q.cn/1"/>', "http://q.cn/1"),
        ('<link rel="edit" href="http://q.cn/e"/><link href="http://q.cn/1"/>', "http://q.cn/1"),
        (
            '<link type="application/json" href="http://q.cn/j"/>'
            '<link type="text/html" href="http://q.cn/1"/>',
            "http://q.cn/1",
        ),
        ("<id>http://q.cn/1</id>", "http://q.cn/1"),
        ("<id>tag:q.cn,2024:1</id>", ""),
    ],
)
def test_the_link_is_the_alternate(links, wanted):
    assert first(atom(links)).metadata.address == wanted


def test_the_nearest_base_counts():
    entry = '<link href="1"/><content type="html" xml:base="img/">&lt;img src="a.png"&gt;</content>'
    feed = atom(entry, attributes='xml:base="http://q.cn/news/"').replace(
        "<entry>", '<entry xml:base="2024/">'
    )
    article = first(feed)
    assert article.metadata.address == "http://q.cn/news/2024/1"
    (figure,) = find(article, Figure)
    assert figure.images[0].address == "http://q.cn/news/2024/img/a.png"


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        ("<updated>2024-01-02T00:00:00Z</updated><published>2024-01-01T08:00:00+08:00</published>",
         "2024-01-01T08:00:00+08:00"),
        ("<issued>2024-01-01T08:00+08:00</issued><modified>2024-01-03</modified>",
         "2024-01-01T08:00+08:00"),
        ("<updated>2024-01-02</updated>", "2024-01-02"),
    ],
)  # fmt: skip
def test_the_day_of_publication_comes_first_with_its_own_offset(dates, wanted):
    assert first(atom(dates)).metadata.date.value == wanted


def test_an_entry_taken_from_elsewhere_names_its_source_and_its_author():
    entry = "<source><title>新华社</title><author><name>李四</name></author></source>"
    article = first(atom(entry, head="<author><name>张三</name></author>"))
    assert article.metadata.source == "新华社"
    assert article.metadata.names("author") == ("李四",)


def test_a_summary_without_content_is_marked_so():
    result = read(atom(f'<link href="http://q.cn/1"/><summary>{"长" * 900}</summary>'))
    assert result.articles[0].metadata.is_summary
    assert "summary-only" in codes(result)


def test_content_that_stands_elsewhere_is_shown_or_linked():
    picture = first(atom('<content type="image/png" src="http://q.cn/a.png"/>'))
    assert [one.images[0].address for one in find(picture, Figure)] == ["http://q.cn/a.png"]
    film = first(atom('<content type="video/mp4" src="http://q.cn/a.mp4"/>'))
    assert [one.target for one in find(film, Link)] == ["http://q.cn/a.mp4"]


def test_categories_are_subjects_by_their_labels():
    entry = '<category term="yw" label="要闻"/><category term="防汛"/>'
    assert first(atom(entry)).metadata.subjects == ("要闻", "防汛")
