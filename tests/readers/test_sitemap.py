"""Sitemaps: pages by their addresses, whatever the namespaces say."""

import gzip

import pytest

from bulletin_export.errors import OnlyLinksError, UnsupportedSourceError
from bulletin_export.model.listing import ListingKind
from bulletin_export.readers.sitemap import SitemapReader
from bulletin_export.reading import read_source, require_articles
from bulletin_export.sources import Source

NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
GOOGLE = (
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" '
    'xmlns:video="http://www.google.com/schemas/sitemap-video/1.1" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


def entries(text, **known):
    return read(text, **known).listing.entries


def read(text, **known):
    return SitemapReader().read(Source(data=text.encode(), name="sitemap.xml", **known))


def urls(*insides, declared=NS):
    return f"<urlset {declared}>{''.join(f'<url>{one}</url>' for one in insides)}</urlset>"


@pytest.mark.parametrize(
    "declared",
    [NS, "", 'xmlns="http://www.google.com/schemas/sitemap/0.84"', 'xmlns="http://wrong.example/"'],
    ids=["right", "none", "old", "wrong"],
)
def test_pages_are_listed_whatever_the_namespace(declared):
    text = urls(
        "<loc>http://q.cn/1</loc><lastmod>2024-09-27T08:00+08:00</lastmod>",
        "<loc> http://q.cn/2 </loc>",
        declared=declared,
    )
    result = read(text)
    assert result.listing.kind is ListingKind.SITEMAP
    assert [one.link for one in result.listing.entries] == ["http://q.cn/1", "http://q.cn/2"]
    assert result.listing.entries[0].date.value == "2024-09-27T08:00+08:00"
    assert result.articles == ()


def test_a_prefix_on_every_element_is_read_over():
    text = '<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>http://q.cn/1</s:loc></s:url></s:urlset>'
    assert [one.link for one in entries(text)] == ["http://q.cn/1"]


@pytest.mark.parametrize(
    ("inside", "title", "date"),
    [
        (
            "<news:news><news:publication><news:name>青川日报</news:name></news:publication>"
            "<news:publication_date>2024-09-26</news:publication_date><news:title>甲&amp;乙</news:title>"
            "</news:news><lastmod>2024-09-27</lastmod>",
            "甲&乙",
            "2024-09-26",
        ),
        (
            "<image:image><image:loc>http://q.cn/a.jpg</image:loc><image:title>图</image:title>"
            "<image:caption>说明</image:caption></image:image>",
            "图",
            "",
        ),
        (
            "<video:video><video:thumbnail_loc>http://q.cn/t.jpg</video:thumbnail_loc><video:title>片</video:title>"
            "<video:publication_date>2007-11-05T19:20:30+08:00</video:publication_date></video:video>",
            "片",
            "2007-11-05T19:20:30+08:00",
        ),
        (
            "<data><display><title>甲</title><pubTime>2024-09-27 08:00:00</pubTime></display></data>",
            "甲",
            "2024-09-27T08:00:00",
        ),
        ('<xhtml:link rel="alternate" hreflang="en" href="http://q.cn/en"/>', "", ""),
    ],
    ids=["news", "image", "video", "data", "alternate"],
)
def test_extensions_give_titles_and_dates(inside, title, date):
    (entry,) = entries(urls(f"{inside}<loc>http://q.cn/1</loc>", declared=f"{NS} {GOOGLE}"))
    assert entry.link == "http://q.cn/1"
    assert entry.title == title
    assert (entry.date.value if entry.date else "") == date


def test_a_list_of_sitemaps_is_one():
    text = f"<sitemapindex {NS}><sitemap><loc>http://q.cn/s1.xml.gz</loc><lastmod>2024-09-27</lastmod></sitemap></sitemapindex>"
    listing = read(text).listing
    assert listing.kind is ListingKind.SITEMAP_INDEX
    assert [one.link for one in listing.entries] == ["http://q.cn/s1.xml.gz"]


def test_relative_addresses_start_from_the_sitemaps_own():
    assert (
        entries(urls("<loc>/1</loc>"), address="http://q.cn/sitemap.xml")[0].link == "http://q.cn/1"
    )


def test_what_leads_nowhere_is_left_out_and_an_empty_sitemap_is_an_empty_list():
    assert entries(urls("<lastmod>2024-09-27</lastmod>", "<loc></loc>")) == ()
    assert entries(urls()) == ()


def test_a_bad_entry_does_not_cost_the_others():
    text = urls(
        "<loc>http://q.cn/1</loc>", "<loc>http://q.cn/2?a=1&b=2<loc>", "<loc>http://q.cn/3</loc>"
    )
    result = read(text)
    links = [one.link for one in result.listing.entries]
    assert links[0] == "http://q.cn/1"
    assert links[-1] == "http://q.cn/3"
    assert result.diagnostics[0].code == "xml-recovered"


def test_a_list_of_addresses_is_a_sitemap():
    text = "http://q.cn/1\r\nhttp://q.cn/2?a=1&b=2\n\n  https://q.cn/3  \n"
    links = [one.link for one in entries(text)]
    assert links == ["http://q.cn/1", "http://q.cn/2?a=1&b=2", "https://q.cn/3"]


@pytest.mark.parametrize("name", ["sitemap.xml.gz", "sitemap.xml", "download"])
def test_a_packed_sitemap_is_unpacked_whatever_it_is_called(name):
    data = gzip.compress(urls("<loc>http://q.cn/1</loc>").encode())
    reading = read_source(Source(data=data, name=name))
    assert [one.link for one in reading.listing.entries] == ["http://q.cn/1"]


def test_a_sitemap_is_no_article_and_says_so():
    reading = read_source(Source(data=urls("<loc>http://q.cn/1</loc>").encode(), name="s.xml"))
    with pytest.raises(OnlyLinksError, match="sitemap: it names 1 places"):
        require_articles(reading, "s.xml")


def test_xml_that_is_no_sitemap_is_refused():
    with pytest.raises(UnsupportedSourceError, match="<rss>"):
        read("<rss/>")


def test_ten_thousand_pages_are_listed():
    text = urls(*(f"<loc>http://q.cn/{n}</loc>" for n in range(10_000)))
    assert len(entries(text)) == 10_000
