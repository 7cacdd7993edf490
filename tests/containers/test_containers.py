"""The table of containers, and how one is known."""

import pytest

from bulletin_export import containers, registry
from bulletin_export.containers import CONTAINERS, container_of
from bulletin_export.containers.shelf import Shelf
from bulletin_export.errors import MalformedSourceError
from bulletin_export.limits import Budget
from bulletin_export.sources import Source
from saved_forms import mhtml, page, part, picture, warc, webarchive, zipped

SAMPLES = {
    "warc": (warc(), warc(packed=True)),
    "zip": (zipped(("a.html", page())), zipped()),
    "mhtml": (mhtml(part(page(), "text/html")), b"\xef\xbb\xbf\r\nMIME-Version: 1.0\r\n\r\n"),
    "webarchive": (webarchive(b"", "http://x.example/", "utf-8", {}),),
}


@pytest.mark.parametrize("name", [one.name for one in CONTAINERS])
def test_each_is_known_by_its_bytes_and_can_be_loaded(name):
    for data in SAMPLES[name]:
        assert container_of(Source(data=data, name="page.html")).name == name
    assert callable(next(one for one in CONTAINERS if one.name == name).load())


@pytest.mark.parametrize(
    "data",
    [b"", page().encode(), b"{}", b"Content-Type and MIME-Version: words\n", picture(),
     b"\x1f\x8b\x08", b"bplist00", b"%PDF-1.7", b"PK", b"WARC", "来源：河湾\n".encode()],
)  # fmt: skip
def test_what_is_none_is_left_to_the_readers(data):
    assert container_of(Source(data=data, name="a.mht")) is None


def test_no_ending_belongs_to_two():
    endings = [
        *containers.suffixes(),
        *(one for entry in registry.READERS for one in entry.suffixes),
    ]
    assert len(set(endings)) == len(endings)
    assert all(one.startswith(".") and one.islower() for one in endings)


def test_the_nearest_spelling_of_an_address_wins():
    shelf: Shelf[int] = Shelf()
    shelf.put("http://x.example/a.png?size=1", 1)
    shelf.put("http://x.example/a.png?size=2", 2)
    shelf.put("http://x.example/%D5%D5.png", 3)
    assert shelf.find("https://x.example/a.png?size=2#top") == 2
    assert shelf.find("http://x.example/a.png?size=9") == 1
    assert shelf.find("http://x.example/照.png") == 3
    assert shelf.find("http://y.example/a.png") is None


def test_a_budget_is_generous_with_pages_and_hard_on_bombs():
    budget = Budget("a.zip", 10 << 20)
    for _ in range(100):
        budget.take(1 << 20, 100 << 10)
    with pytest.raises(MalformedSourceError):
        budget.take(60 << 20, 60 << 10)
    small = Budget("a.zip", 1 << 20)
    for _ in range(64):
        small.take(1 << 20, 10 << 10)
    with pytest.raises(MalformedSourceError):
        small.take(1 << 20, 10 << 10)
