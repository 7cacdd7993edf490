"""What a file is, its bytes say."""

import pytest

from bulletin_export import registry
from bulletin_export.errors import UnsupportedSourceError

RSS = "<rss version='2.0'><channel><title>青川</title></channel></rss>"
CONTENTS = {
    RSS: "feed",
    f'<?xml version="1.0" encoding="gb2312"?>\n<?xml-stylesheet href="a.xsl"?><!-- <html> -->{RSS}': "feed",
    f'<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x/rss.dtd" [<!ELEMENT a ANY>]>{RSS}': "feed",
    f"\n\n<br /><b>Notice</b>: x\n<?xml version='1.0'?>{RSS}": "feed",
    f"Warning: x in y on line 3\n{RSS}": "feed",
    f"<!--{'长' * 3000}-->{RSS}": "feed",
    '<feed xmlns="http://www.w3.org/2005/Atom"/>': "feed",
    '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"/>': "feed",
    "<rdf:RDF/>": "feed",
    "<RSS/>": "feed",
    "<urlset/>": "sitemap",
    "<s:urlset xmlns:s='x'/>": "sitemap",
    "<sitemapindex/>": "sitemap",
    "http://q.cn/1\nhttps://q.cn/2\n": "sitemap",
    "<opml><body/></opml>": "opml",
    "<document><webSite>q.cn</webSite></document>": "baidu",
    '{"version": "https://jsonfeed.org/version/1", "items": []}': "json-feed",
    '{"home_page_url": "x", "items": []}': "json-feed",
    '{"bulletin_export": 1, "publication": {"title": "jsonfeed.org", "items": 1}}': "json",
    "<!DOCTYPE html><html><body>文</body></html>": "html",
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>文</body></html>': "html",
    '<html><head><link type="application/rss+xml" href="f"></head><body>怎样写 <rss> 文件</body></html>': "html",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["page.html", "feed.xml", "data.json", "download", "-"])
@pytest.mark.parametrize("content", CONTENTS, ids=range(len(CONTENTS)))
def test_the_content_beats_the_name(content, name, encoding):
    assert registry.reader_for(name, "", content.encode(encoding)).name == CONTENTS[content]


@pytest.mark.parametrize("media_type", ["text/html", "text/html; charset=gbk", "text/plain"])
def test_a_feed_served_as_something_else_is_a_feed(media_type):
    assert registry.reader_for("feed", media_type, RSS.encode()).name == "feed"


@pytest.mark.parametrize(
    ("name", "media_type", "wanted"),
    [
        ("a.html", "", "html"),
        ("a", "text/html; charset=gbk", "html"),
        ("a.xml", "", "feed"),
        ("a", "application/rss+xml", "feed"),
        ("a.json", "", "json"),
        ("a.opml", "", "opml"),
    ],
)
def test_where_the_content_says_nothing_the_label_decides(name, media_type, wanted):
    assert registry.reader_for(name, media_type, b"<foo>").name == wanted


@pytest.mark.parametrize("data", ["http://q.cn/1\n见上", "会议纪要", "https 是什么"])
def test_a_text_with_an_address_in_it_is_no_list_of_addresses(data):
    with pytest.raises(UnsupportedSourceError):
        registry.reader_for("a.txt", "", data.encode())
