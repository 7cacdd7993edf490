"""JSON Feed 1.0 and 1.1."""

import json

import pytest

from bulletin_export.errors import MalformedSourceError
from bulletin_export.model.nodes import Figure, Link
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import find
from bulletin_export.readers.json_feed import JsonFeedReader
from bulletin_export.sources import Source

VERSION = "https://jsonfeed.org/version/1.1"


def read(feed):
    text = feed if isinstance(feed, str) else json.dumps(feed, ensure_ascii=False)
    return JsonFeedReader().read(Source(data=text.encode(), name="feed.json"))


def feed(*items, **more):
    return {"version": VERSION, "title": "青川新闻", "home_page_url": "http://q.cn/",
            "items": list(items), **more}  # fmt: skip


def first(*items, **more):
    return read(feed(*items, **more)).articles[0]


def test_a_feed_gives_articles_and_their_list():
    result = read(
        feed(
            {"id": "1", "url": "http://q.cn/1", "title": "甲", "content_html": "<p>一</p><p>二</p>",
             "date_published": "2024-09-27T08:00:00+08:00", "tags": ["要闻", "防汛"],
             "authors": [{"name": "张三"}], "summary": "摘要"},
            {"id": "http://q.cn/2", "content_text": "微博一条"},
        )
    )  # fmt: skip
    one, two = result.articles
    assert (result.listing.title, result.listing.address) == ("青川新闻", "http://q.cn/")
    assert list(paragraphs(one.blocks)) == ["一", "二"]
    assert one.metadata.names("author") == ("张三",)
    assert one.metadata.subjects == ("要闻", "防汛")
    assert one.metadata.description == "摘要"
    assert one.metadata.date.value == "2024-09-27T08:00:00+08:00"
    assert (two.headline.title, two.metadata.address) == ("", "http://q.cn/2")
    assert list(paragraphs(two.blocks)) == ["微博一条"]


@pytest.mark.parametrize(
    ("item", "more"),
    [
        ({"authors": [{"name": "张三"}]}, {}),
        ({"author": {"name": "张三"}}, {}),
        ({}, {"authors": [{"name": "张三"}]}),
        ({}, {"author": {"name": "张三"}}),
    ],
)
def test_authors_of_both_versions_are_known_and_inherited(item, more):
    assert first({"id": "1", **item}, **more).metadata.names("author") == ("张三",)


def test_pictures_and_sound_come_with_the_text():
    article = first(
        {"id": "1", "content_text": "文", "image": "/a.jpg",
         "attachments": [{"url": "http://q.cn/a.mp3", "mime_type": "audio/mpeg", "title": "录音"}]}
    )  # fmt: skip
    assert [one.images[0].address for one in find(article, Figure)] == ["http://q.cn/a.jpg"]
    assert [one.target for one in find(article, Link)] == ["http://q.cn/a.mp3"]


def test_a_summary_alone_is_marked_so():
    result = read(feed({"id": "1", "url": "http://q.cn/1", "summary": "长" * 900}))
    assert result.articles[0].metadata.is_summary
    assert [one.code for one in result.diagnostics] == ["summary-only"]


@pytest.mark.parametrize(
    "item",
    [
        {"id": 7, "title": 8, "url": None, "content_html": ["x"], "authors": "张三"},
        {"id": "1", "tags": "x", "attachments": {}, "author": [], "date_published": 20240927},
        {"id": "1", "tags": [1, None], "attachments": [1, {"url": 5}], "authors": [None]},
    ],
)
def test_values_of_the_wrong_type_do_no_harm(item):
    assert len(read(feed(item, {"id": "2", "title": "乙"})).articles) == 2


@pytest.mark.parametrize("text", ['{"version": "x", "items": {}}', '{"items": []}', "[]"])
def test_a_feed_without_items_is_an_empty_list(text):
    assert read(text).listing.entries == ()


def test_items_before_and_after_a_fault_are_kept():
    items = [{"id": str(n), "title": f"第{n}条", "content_text": "文"} for n in range(5)]
    text = json.dumps(feed(*items), ensure_ascii=False)
    broken = text.replace('"title": "第2条"', '"title": 第2条')
    result = read(broken)
    assert [one.headline.title for one in result.articles] == ["第0条", "第1条", "第3条", "第4条"]
    assert result.listing.title == "青川新闻"
    assert result.diagnostics[0].code == "json-recovered"
    assert result.diagnostics[0].facts["count"] == 4


def test_a_feed_that_is_cut_off_keeps_what_is_whole():
    text = json.dumps(feed({"id": "1", "title": "甲"}, {"id": "2", "title": "乙"}))
    assert len(read(text[:-20]).articles) == 1


@pytest.mark.parametrize("text", ["", "{", "会议", "{" * 100_000])
def test_what_is_no_json_at_all_is_refused(text):
    with pytest.raises(MalformedSourceError):
        read(text)
