"""Feeds in one line, for tests."""

from __future__ import annotations

from bulletin_export.model.text import paragraphs
from bulletin_export.readers.base import ReadResult
from bulletin_export.readers.feed import FeedReader
from bulletin_export.sources import Source

DECLARED = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)
ATOM = "http://www.w3.org/2005/Atom"


def rss(*items: str, channel: str = "", declared: str = DECLARED) -> str:
    """An RSS 2.0 feed; each of *items* is the inside of one."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {declared}><channel>{channel}{inside}</channel></rss>'


def atom(*entries: str, head: str = "", attributes: str = "") -> str:
    """An Atom feed; each of *entries* is the inside of one."""
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="{ATOM}" xmlns:media="http://search.yahoo.com/mrss/" {attributes}>{head}{inside}</feed>'


def read(text: str | bytes, address: str = "", **known) -> ReadResult:
    data = text.encode() if isinstance(text, str) else text
    return FeedReader().read(Source(data=data, name="feed.xml", address=address, **known))


def first(text: str | bytes, address: str = ""):
    """The article of the first entry."""
    return read(text, address).articles[0]


def lines(article) -> list[str]:
    return list(paragraphs(article.blocks))


def codes(result: ReadResult) -> list[str]:
    return [remark.code for remark in result.diagnostics]
