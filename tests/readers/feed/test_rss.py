"""RSS of every age, with the modules that are in use."""

import pytest

from bulletin_export.errors import MalformedSourceError, UnsupportedSourceError
from bulletin_export.model.listing import ListingKind
from bulletin_export.model.nodes import Figure, Link, Paragraph, Strong, Text
from bulletin_export.model.walk import find
from feeds import codes, first, lines, read, rss

LONG = "会议强调，要把防汛备汛摆在突出位置，逐段落实责任。" * 20


def test_a_feed_gives_an_article_an_entry_and_a_list_in_the_same_order():
    channel = "<title>青川新闻</title><link>http://q.cn/</link><language>zh-cn</language>"
    result = read(
        rss(
            "<title>甲</title><link>http://q.cn/1</link><description>一</description>",
            "<title>乙</title><link>http://q.cn/2</link><description>二</description>",
            channel=channel,
        )
    )
    listing = result.listing
    assert (listing.kind, listing.title, listing.address) == (
        ListingKind.FEED, "青川新闻", "http://q.cn/",
    )  # fmt: skip
    assert [(one.title, one.link, one.summary) for one in listing.entries] == [
        ("甲", "http://q.cn/1", "一"),
        ("乙", "http://q.cn/2", "二"),
    ]
    assert [one.headline.title for one in result.articles] == ["甲", "乙"]
    assert {one.metadata.publisher for one in result.articles} == {"青川新闻"}
    assert {one.metadata.language for one in result.articles} == {"zh-CN"}


def test_an_empty_feed_is_an_empty_list():
    result = read('<rss version="2.0"><channel><title>空</title></channel></rss>')
    assert result.articles == ()
    assert result.listing.entries == ()
    assert result.listing.title == "空"


@pytest.mark.parametrize(
    "feed",
    [
        "<rss version='0.91'><channel><item><title>甲</title><link>http://q.cn/1</link></item></channel></rss>",
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        '<channel rdf:about="http://q.cn/"><title>q</title></channel>'
        '<item rdf:about="http://q.cn/1"><title>甲</title></item></rdf:RDF>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://my.netscape.com/rdf/simple/0.9/"><item><title>甲</title>'
        "<link>http://q.cn/1</link></item></rdf:RDF>",
        '<rss xmlns="http://backend.userland.com/rss2"><channel><item><title>甲</title>'
        "<link>http://q.cn/1</link></item></channel></rss>",
        '<rss xmlns:r="http://purl.org/rss/1.0/"><channel><r:item><r:title>甲</r:title>'
        "<r:link>http://q.cn/1</r:link></r:item></channel></rss>",
        "<RSS><CHANNEL><ITEM><TITLE>甲</TITLE><LINK>http://q.cn/1</LINK></ITEM></CHANNEL></RSS>",
        '<CHANNEL><ITEM HREF="http://q.cn/1"><TITLE>甲</TITLE></ITEM></CHANNEL>',
        "<rss><item><title>甲</title><link>http://q.cn/1</link></item></rss>",
    ],
    ids=["0.91", "1.0", "0.90", "namespace", "prefix", "upper case", "CDF", "no channel"],
)
def test_every_dialect_gives_title_and_link(feed):
    article = first(feed)
    assert (article.headline.title, article.metadata.address) == ("甲", "http://q.cn/1")


@pytest.mark.parametrize(
    ("inside", "link"),
    [
        ("<link>http://q.cn/1</link><guid>http://q.cn/2</guid>", "http://q.cn/1"),
        ("<guid>http://q.cn/2</guid>", "http://q.cn/2"),
        ('<guid isPermaLink="true">http://q.cn/2</guid>', "http://q.cn/2"),
        ('<guid isPermaLink="false">http://q.cn/2</guid>', ""),
        ("<guid>12345</guid>", ""),
        ('<guid isPermaLink="true">/1</guid>', "http://q.cn/1"),
        ("<link><![CDATA[ http://q.cn/1?a=1&b=2 ]]></link>", "http://q.cn/1?a=1&b=2"),
        ("<link>/1.html</link>", "http://q.cn/1.html"),
        ('<link href="http://q.cn/1"/>', "http://q.cn/1"),
        ('<atom:link rel="self" href="http://q.cn/s"/><link>http://q.cn/1</link>', "http://q.cn/1"),
        ('<atom:link href="http://q.cn/1"/>', "http://q.cn/1"),
    ],
)
def test_the_link_is_where_the_entry_lives(inside, link):
    feed = rss(f"<title>甲</title>{inside}", channel="<link>http://q.cn/</link>")
    assert first(feed).metadata.address == link


def test_the_list_has_the_link_and_the_article_where_that_leads_in_the_end():
    burnt = "<feedburner:origLink>http://q.cn/1</feedburner:origLink>"
    result = read(rss(f"<link>http://feedproxy.cn/1</link>{burnt}"))
    assert result.listing.entries[0].link == "http://feedproxy.cn/1"
    assert result.articles[0].metadata.address == "http://q.cn/1"


def test_the_full_text_beats_the_description_which_becomes_the_summary():
    article = first(
        rss(
            "<title>甲</title><link>http://q.cn/1</link><description>摘&lt;b&gt;要&lt;/b&gt;</description>"
            f"<content:encoded><![CDATA[<p>第一段。</p><p>{LONG}</p>]]></content:encoded>"
        )
    )
    assert lines(article) == ["第一段。", LONG]
    assert article.metadata.description == "摘要"
    assert not article.metadata.is_summary
    assert article.evidence.body == "feed-content"
    assert article.evidence.confidence == 1.0


@pytest.mark.parametrize("declared", ["", 'xmlns:content="x" xmlns:dc="y"'], ids=["none", "wrong"])
def test_namespaces_may_be_missing_or_wrong(declared):
    inside = "<content:encoded>全文。</content:encoded><dc:creator>张三</dc:creator>"
    article = first(rss(f"{inside}<dc:date>2024-09-27</dc:date>", declared=declared))
    assert lines(article) == ["全文。"]
    assert article.metadata.names("author") == ("张三",)
    assert article.metadata.date.value == "2024-09-27"


def test_a_teaser_where_the_full_text_should_be_does_not_hide_the_text():
    article = first(
        rss(f"<description>{LONG}</description><content:encoded>会议强调…</content:encoded>")
    )
    assert lines(article) == [LONG]


def test_html_is_converted_by_the_block_converter():
    article = first(
        rss(
            "<description>&lt;p&gt;甲&lt;b&gt;乙&lt;/b&gt;"
            "&lt;a href='/x'&gt;丙&lt;/a&gt;&lt;/p&gt;</description>",
            channel="<link>http://q.cn/</link>",
        )
    )
    assert article.blocks == (
        Paragraph((Text("甲"), Strong((Text("乙"),)), Link("http://q.cn/x", (Text("丙"),)))),
    )


def test_markup_that_nobody_escaped_is_content_too():
    article = first(rss("<title>会<b>议</b></title><description><p>一</p><p>二</p></description>"))
    assert article.headline.title == "会议"
    assert lines(article) == ["一", "二"]


def test_relative_addresses_start_from_xml_base_else_from_the_site():
    text = "<description>&lt;img src='a.png'&gt;</description>"
    site = "<link>http://q.cn/news/</link>"
    for feed, wanted in (
        (rss(text, channel=site), "http://q.cn/news/a.png"),
        (rss(text, channel=site).replace("<item", "<item xml:base='/b/'"), "http://q.cn/b/a.png"),
        (rss(text).replace("<rss", "<rss xml:base='http://b.cn/'"), "http://b.cn/a.png"),
        (rss(f"<link>http://q.cn/1/2.html</link>{text}"), "http://q.cn/1/a.png"),
    ):
        (figure,) = find(first(feed), Figure)
        assert figure.images[0].address == wanted


def test_everything_known_goes_to_the_metadata():
    article = first(
        rss(
            "<title>甲</title><link>http://q.cn/1</link><dc:creator>张三</dc:creator>"
            "<source url='http://x.cn/'>新华社</source><category>要闻</category>"
            "<category>防汛</category><category>要闻</category><dc:rights>版权所有</dc:rights>"
            "<pubDate>Fri, 27 Sep 2024 12:29:11 +0800</pubDate>"
        )
    )
    data = article.metadata
    assert data.names("author") == ("张三",)
    assert (data.source, data.section, data.rights) == ("新华社", "要闻", "版权所有")
    assert data.subjects == ("要闻", "防汛")
    assert data.date.value == "2024-09-27T12:29:11+08:00"
    assert data.date.printed == "Fri, 27 Sep 2024 12:29:11 +0800"
    places = {one.field: one.place for one in article.evidence.origins}
    assert places == {"title": "title", "date": "pubdate", "author": "dc:creator"}


def test_a_date_that_is_none_gives_way_to_the_next():
    article = first(rss("<pubDate>昨天</pubDate><dc:date>2024-09-27</dc:date>"))
    assert article.metadata.date.value == "2024-09-27"


def test_rights_of_the_feed_hold_for_every_entry():
    article = first(rss("<title>甲</title>", channel="<copyright>青川日报社</copyright>"))
    assert article.metadata.rights == "青川日报社"


@pytest.mark.parametrize(
    ("inside", "is_summary"),
    [
        ("<link>http://q.cn/1</link><description>短。</description>", True),
        ("<link>http://q.cn/1</link>", True),
        (f"<link>http://q.cn/1</link><description>{LONG}</description>", False),
        (f"<link>http://q.cn/1</link><description>{LONG}…</description>", True),
        (f"<link>http://q.cn/1</link><description>{LONG}阅读全文</description>", True),
        ("<link>http://q.cn/1</link><content:encoded>短。</content:encoded>", False),
        (
            "<link>http://q.cn/1</link><description>&lt;p&gt;一&lt;/p&gt;&lt;p&gt;二&lt;/p&gt;</description>",
            False,
        ),
        ("<description>短。</description>", False),
    ],
)
def test_a_summary_is_marked_so(inside, is_summary):
    result = read(rss(inside))
    (article,) = result.articles
    assert article.metadata.is_summary == is_summary
    assert ("summary-only" in codes(result)) == is_summary
    assert article.evidence.body == ("feed-summary" if is_summary else "feed-content")


def test_what_no_summary_is_given_of_is_read_on_the_list():
    feed = rss(
        f"<title>甲</title><link>http://q.cn/1</link><description>{'字' * 900}……</description>"
    )
    (entry,) = read(feed).listing.entries
    assert len(entry.summary) == 500
    assert entry.summary.endswith("…")


def test_no_script_survives():
    inside = (
        "<title>甲&lt;script&gt;alert(1)&lt;/script&gt;</title><description><![CDATA["
        "<script>alert(2)</script><p onclick='alert(3)'>一<a href='javascript:alert(4)'>二</a></p>"
        "<iframe src='javascript:alert(5)'></iframe><style>p{}</style>]]></description>"
    )
    article = first(rss(inside))
    assert lines(article) == ["一二"]
    assert "alert" not in repr(article)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16", "euc_jp"])
def test_bytes_are_read_whatever_the_feed_declares(encoding):
    text = rss(*["<title>會議新聞在此</title><description>文章在此。</description>"] * 3)
    data = f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)
    assert [one.headline.title for one in read(data).articles] == ["會議新聞在此"] * 3


def test_utf_8_under_another_label_is_utf_8():
    text = f'<?xml version="1.0" encoding="gb2312"?>{rss("<title>会议新闻</title>")}'
    assert first(text).headline.title == "会议新闻"


def test_xml_that_is_no_feed_is_refused_by_name():
    with pytest.raises(UnsupportedSourceError, match="<html>"):
        read("<html><body>x</body></html>")


@pytest.mark.parametrize("text", ["", "会议", '<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>'])
def test_what_is_no_xml_or_dangerous_is_refused(text):
    with pytest.raises(MalformedSourceError):
        read(text)
