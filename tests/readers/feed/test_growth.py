"""No feed makes time grow much faster than its size."""

from time import process_time

import pytest

from bulletin_export.errors import ReadError
from bulletin_export.registry import reader_for
from bulletin_export.sources import Source

LINK = "<link>http://q.cn/1</link>"
SHAPES = {
    "comments before nothing": lambda n: "<!---->" * n + "x",
    "instructions before nothing": lambda n: "<?a?>" * n + "x",
    "endless fields": lambda n: f"<rss><item>{'<link>' * n}</item></rss>",
    "endless entries": lambda n: f"<rss>{'<item><title>a' * n}",
    "endless CDATA": lambda n: f"<rss><item>{'<![CDATA[' * n}</item></rss>",
    "endless comments": lambda n: f"<rss><item><title>{'&lt;!--' * n}</title>{LINK}</item></rss>",
    "endless tags": lambda n: f"<rss><item><title>{'&amp;lt;b&amp;gt;' * n}</title></item></rss>",
    "blanks in a tag": lambda n: f"<rss><item><description>&lt;embed{' ' * n * 8}</description></item></rss>",
    "blanks in a title": lambda n: f"<rss><item><title>&lt;a{' ' * n * 8}</title></item></rss>",
    "an author": lambda n: f"<rss><item><author>{'a ' * n}@</author></item></rss>",
    "authors": lambda n: f"<rss><item>{'<author>a@b.cn (c)</author>' * n}</item></rss>",
    "enclosures": lambda n: "<rss><item>" + "".join(f"<enclosure url='http://q.cn/{k}.mp3'/>" for k in range(n)),
    "categories": lambda n: "<rss><item>" + "".join(f"<category>{k}</category>" for k in range(n)),
    "captions": lambda n: f'<rss xmlns:wp="http://wordpress.org/export/1.2/"><item><description>{"[caption]&lt;img src=a&gt; " * n}</description></item></rss>',
    "broken objects": lambda n: '{"items": [' + '{"title": ' * n,
    "broken urls": lambda n: f"<urlset>{'<url><loc>http://q.cn/<b></loc>' * n}",
    "outlines": lambda n: "<opml>" + '<outline text="a" xmlUrl="b"/>' * n + "</opml>",
    "bases": lambda n: f"<rss xml:base='http://q.cn/'>{'<item><link>a</link></item>' * n}</rss>",
}  # fmt: skip


def seconds(text: str) -> float:
    start = process_time()
    try:
        reader = reader_for("feed.xml", "", text.encode()).load()
        reader.read(Source(data=text.encode(), name="feed.xml"))
    except ReadError as error:
        assert str(error)  # noqa: PT017  (a clear refusal is an answer too)
    return process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_size_takes_about_four_times_as_long(shape):
    make = SHAPES[shape]
    seconds(make(10))
    small, large = seconds(make(1500)), seconds(make(6000))
    assert large < max(12 * small, 0.4)
