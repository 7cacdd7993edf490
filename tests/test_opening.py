"""Inputs by name, on disk and on the web."""

import pytest

import bulletin_export as be
from bulletin_export import opening
from bulletin_export.errors import BadStatusError
from bulletin_export.opening import follow, leads_to, read_input
from bulletin_export.reading import ReadSettings
from bulletin_export.sources import Source
from web import page

WORDS = "三月以来，各地抢抓农时，春耕备耕有序推进，田间地头一片繁忙景象，农资供应充足，价格平稳。"
SITEMAP = "<urlset><url><loc>http://x/1</loc></url><url><loc>http://x/2</loc></url></urlset>"


class Shelf:
    """A web of some pages."""

    def __init__(self, **pages):
        self.pages = pages

    def page(self, address):
        if address not in self.pages:
            raise BadStatusError(address=address, reason="404", status=404)
        return Source(data=self.pages[address].encode(), name=address, address=address)

    def pictures(self, addresses, referer=""):
        return {}

    def noticed(self):
        return ()


@pytest.fixture
def web(monkeypatch):
    shelf = Shelf()
    monkeypatch.setattr(opening, "web_for", lambda settings: shelf if settings.fetch else None)
    return shelf


def test_nothing_is_fetched_without_leave(web):
    with pytest.raises(be.errors.NetworkRefusedError, match="network"):
        read_input("http://x/1")


def test_a_list_is_followed_and_what_fails_is_a_remark(web):
    web.pages = {"http://x/s": SITEMAP, "http://x/2": page("题", WORDS)}
    how = ReadSettings(fetch=True)
    first, second, third = follow(read_input("http://x/s", how), how)
    assert first.listing
    assert [one.code for one in second.diagnostics] == ["bad-status"]
    assert third.articles[0].metadata.address == "http://x/2"


def test_a_list_leads_nowhere_when_nothing_is_fetched(web, tmp_path):
    (tmp_path / "s.xml").write_text(SITEMAP)
    reading = read_input(str(tmp_path / "s.xml"))
    assert leads_to(reading, ReadSettings()) == ()
    assert leads_to(reading, ReadSettings(fetch=True)) == ("http://x/1", "http://x/2")


def test_a_script_fetches_when_it_says_so(web, tmp_path):
    web.pages = {
        "http://x/s": SITEMAP,
        "http://x/1": page("甲", WORDS),
        "http://x/2": page("乙", WORDS),
    }
    assert be.read("http://x/1", fetch=True).articles[0].headline.title == "甲"
    done = be.bundle(["http://x/s"], tmp_path / "all.txt", fetch=True)
    assert [one.headline.title for one in done.publication.articles()] == ["甲", "乙"]
    one = be.convert("http://x/2", tmp_path / "one.txt", fetch=True)
    assert one.publication.title == "乙"
    how = be.FetchSettings(ignore_robots=True)
    assert be.read("http://x/2", fetch=how).articles[0].headline.title == "乙"
    with pytest.raises(be.errors.NetworkRefusedError):
        be.convert("http://x/2", tmp_path / "one.txt")
