"""Feeds and sitemaps on the command line."""

import gzip
import json
from pathlib import Path

import pytest

RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>青川新闻</title>'
    "<link>http://q.cn/</link><item><title>防汛工作会议召开</title><link>http://q.cn/1</link>"
    "<pubDate>Fri, 27 Sep 2024 08:00:00 +0800</pubDate><description>会议强调，要加强管理。</description></item>"
    "<item><title>秋粮收购启动</title><link>http://q.cn/2</link>"
    "<description>&lt;p&gt;一。&lt;/p&gt;&lt;p&gt;二。&lt;/p&gt;</description></item></channel></rss>"
)
SITEMAP = "<urlset><url><loc>http://q.cn/1</loc><lastmod>2024-09-27</lastmod></url></urlset>"


@pytest.fixture
def feed(folder):
    Path("feed.xml").write_text(RSS, "utf-8")


def view(result):
    assert result.exit_code == 0
    return json.loads(result.stdout_bytes)


def test_inspect_lists_a_feed(run, feed):
    seen = view(run("inspect", "feed.xml", "--json"))
    assert (seen["kind"], seen["feed_title"], seen["url"]) == ("feed", "青川新闻", "http://q.cn/")
    assert [one["title"] for one in seen["entries"]] == ["防汛工作会议召开", "秋粮收购启动"]
    assert seen["entries"][0]["date"] == "2024-09-27T08:00:00+08:00"
    assert seen["entries"][0]["printed_date"] == "Fri, 27 Sep 2024 08:00:00 +0800"
    assert [one["code"] for one in seen["diagnostics"]] == ["summary-only"]


def test_people_see_a_line_for_each_entry(run, feed):
    shown = run("inspect", "feed.xml").stdout.splitlines()
    assert shown[0] == "青川新闻"
    assert shown[1] == "2024-09-27T08:00:00+08:00\t防汛工作会议召开\thttp://q.cn/1"


def test_convert_makes_a_document_of_each_entry(run, feed):
    result = run("convert", "feed.xml", "--to", "md", "-o", "out/")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "2024-09-27_防汛工作会议召开.md", "秋粮收购启动.md",
    ]  # fmt: skip


def test_bundle_makes_one_of_all(run, feed):
    assert run("bundle", "feed.xml", "-o", "all.txt").exit_code == 0
    text = Path("all.txt").read_text("utf-8")
    assert "防汛工作会议召开" in text
    assert "秋粮收购启动" in text


def test_a_folder_gives_its_feeds_too(run, feed):
    Path("in").mkdir()
    Path("feed.xml").rename("in/feed.xml")
    assert run("convert", "in", "--to", "txt", "-o", "out/").exit_code == 0
    assert len(list(Path("out").iterdir())) == 2


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap.xml.gz", "urls.txt", "sitemap.html"])
def test_a_sitemap_is_listed_and_is_no_document(run, name):
    text = "http://q.cn/1\n" if name == "urls.txt" else SITEMAP
    Path(name).write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
    seen = view(run("inspect", name, "--json"))
    assert [one["link"] for one in seen["entries"]] == ["http://q.cn/1"]
    refused = run("convert", name, "-o", "out/")
    assert refused.exit_code == 3
    assert "inspect" in refused.stderr


def test_an_empty_feed_is_an_empty_list(run):
    Path("feed.xml").write_text("<rss><channel><title>空</title></channel></rss>", "utf-8")
    assert view(run("inspect", "feed.xml", "--json"))["entries"] == []


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08\x00rubbish", gzip.compress(b"", mtime=0)])
def test_a_broken_packing_is_an_error_and_no_crash(run, data):
    Path("a.xml.gz").write_bytes(data)
    assert run("inspect", "a.xml.gz").exit_code == 3
