"""Pages of headlines are told from articles, also from those that look like them."""

import pytest

from bulletin_export.errors import OnlyLinksError
from bulletin_export.model.listing import ListingKind
from bulletin_export.reading import read_source, require_articles
from bulletin_export.sources import Source
from list_shapes import ARTICLES, DATES, HEADLINES, LISTS


def read(text, address=""):
    return read_source(Source(data=text.encode(), name="page.html", address=address))


@pytest.mark.parametrize("name", LISTS)
def test_a_page_of_headlines_is_no_article(name):
    reading = read(LISTS[name])
    assert not reading.articles
    assert reading.listing.kind is ListingKind.LIST_PAGE
    assert len(reading.listing.entries) >= 5
    with pytest.raises(OnlyLinksError):
        require_articles(reading, "page.html")


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_among_many_links_is_an_article(name):
    reading = read(ARTICLES[name])
    assert reading.listing is None
    assert len(reading.articles) == 1


@pytest.mark.parametrize(
    "name", ["ul of links with dates", "table rows", "forum board", "definition list"]
)
def test_the_links_of_a_list_come_with_their_titles_and_dates(name):
    entries = read(LISTS[name]).listing.entries
    assert tuple(one.title for one in entries) == HEADLINES
    assert tuple(one.date.value for one in entries) == DATES


def test_the_menu_is_no_part_of_the_list():
    titles = {one.title for one in read(LISTS["ul of links with dates"]).listing.entries}
    assert titles == set(HEADLINES)


def test_links_are_absolute_where_the_address_of_the_page_is_known():
    page = LISTS["ul of links with dates"]
    given = read(page).listing
    assert given.entries[0].link == "/a/0.html"
    known = read(page, "http://x.cn/l/l.html").listing
    assert known.entries[0].link == "http://x.cn/a/0.html"
    assert known.address == "http://x.cn/l/l.html"


def test_what_the_list_says_of_an_entry_is_its_summary():
    entries = read(LISTS["cards with summaries"]).listing.entries
    assert all(one.summary.startswith("记者从") for one in entries)
    assert [one.date.value for one in entries] == list(DATES[:10])


def test_a_headline_that_is_cut_is_taken_whole_from_its_title():
    page = LISTS["ul of links with dates"].replace(
        f">{HEADLINES[0]}</a>", f" title={HEADLINES[0]}>{HEADLINES[0][:8]}...</a>"
    )
    assert read(page).listing.entries[0].title == HEADLINES[0]
