"""Baidu's open news protocol: the whole text stands in the list."""

import pytest

from bulletin_export.errors import UnsupportedSourceError
from bulletin_export.model.nodes import Figure
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import find
from bulletin_export.readers.baidu import BaiduReader
from bulletin_export.sources import Source

ITEM = """<item><title>防汛工作会议召开</title><link>http://news.q.cn/1.html</link>
<description>摘要</description><text>　　会议强调，要加强管理。
　　会议要求，落实责任。</text><image>http://news.q.cn/a.jpg</image><headlineImg/>
<keywords>防汛 会议</keywords><category>要闻</category><author>张三</author>
<source>青川日报</source><pubDate>2024-09-27 08:30</pubDate></item>"""


def document(*items, site="news.q.cn"):
    return (
        '<?xml version="1.0" encoding="gb2312"?><document><webSite>' + site + "</webSite>"
        f"<webMaster>a@q.cn</webMaster><updatePeri>15</updatePeri>{''.join(items)}</document>"
    )


def read(text, encoding="gb18030"):
    return BaiduReader().read(Source(data=text.encode(encoding), name="news.xml"))


def test_an_item_is_an_article_with_its_whole_text():
    result = read(document(ITEM))
    (article,) = result.articles
    data = article.metadata
    assert article.headline.title == "防汛工作会议召开"
    assert list(paragraphs(article.blocks)) == ["会议强调，要加强管理。", "会议要求，落实责任。"]
    assert [one.images[0].address for one in find(article, Figure)] == ["http://news.q.cn/a.jpg"]
    assert (data.source, data.section, data.description) == ("青川日报", "要闻", "摘要")
    assert (data.names("author"), data.subjects) == (("张三",), ("防汛", "会议"))
    assert (data.date.value, data.date.printed) == ("2024-09-27T08:30", "2024-09-27 08:30")
    assert not data.is_summary
    assert result.listing.entries[0].link == "http://news.q.cn/1.html"
    assert result.listing.address == "http://news.q.cn/"


def test_html_in_the_text_keeps_its_structure():
    item = ITEM.replace("　　会议强调", "<![CDATA[<p>会议强调").replace("责任。", "责任。</p>]]>")
    (article,) = read(document(item)).articles
    assert len(article.blocks) == 2


def test_without_text_the_description_is_a_summary():
    item = "<item><title>甲</title><link>http://q.cn/1</link><description>摘要</description></item>"
    (article,) = read(document(item)).articles
    assert article.metadata.is_summary


def test_the_site_may_be_a_name():
    assert read(document(ITEM, site="青川新闻网")).listing.title == "青川新闻网"


def test_a_bad_item_does_not_cost_the_others():
    bad = "<item><title>坏<link>http://q.cn/x</link><text>a & b < c<p></text></item>"
    found = [one.headline.title for one in read(document(ITEM, bad, ITEM)).articles]
    assert (found[0], found[-1], len(found)) == ("防汛工作会议召开", "防汛工作会议召开", 3)


def test_other_xml_is_refused():
    with pytest.raises(UnsupportedSourceError, match="<rss>"):
        read("<rss/>")
