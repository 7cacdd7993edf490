"""Lists of feeds (OPML)."""

import pytest

from bulletin_export.model.listing import ListingKind
from bulletin_export.readers.opml import OpmlReader
from bulletin_export.sources import Source

OPML = """<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>订阅</title></head><body>
<outline text="新闻"><outline text="地方">
<outline type="rss" text="青川日报" xmlUrl="http://q.cn/rss" htmlUrl="http://q.cn/"/></outline></outline>
<outline title="院刊" XMLURL="http://y.cn/atom"/>
<outline text="网站" htmlUrl="http://w.cn/"/>
<outline text="又一份" type="include" url="http://o.cn/list.opml"/>
<outline text="空"/>
</body></opml>"""


def read(text):
    return OpmlReader().read(Source(data=text.encode(), name="feeds.opml")).listing


def test_feeds_of_every_level_are_listed_in_order():
    listing = read(OPML)
    assert (listing.kind, listing.title) == (ListingKind.SUBSCRIPTIONS, "订阅")
    assert [(one.title, one.link, one.summary) for one in listing.entries] == [
        ("青川日报", "http://q.cn/rss", "新闻 / 地方"),
        ("院刊", "http://y.cn/atom", ""),
        ("网站", "http://w.cn/", ""),
        ("又一份", "http://o.cn/list.opml", ""),
    ]


@pytest.mark.parametrize("text", ["<opml/>", "<opml><body/></opml>", "<opml><body><outline"])
def test_an_empty_list_is_empty(text):
    assert read(text).entries == ()


def test_markup_in_a_title_goes():
    text = '<opml><body><outline text="A &amp;amp; &lt;b&gt;B&lt;/b&gt;" xmlUrl="http://q.cn/"/></body></opml>'
    assert read(text).entries[0].title == "A & B"
