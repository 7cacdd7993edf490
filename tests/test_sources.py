"""Inputs by name, and pictures beside the page."""

import gzip
import io
import os
import sys

import pytest

from bulletin_export import sources
from bulletin_export.errors import (
    InvalidAddressError,
    MalformedSourceError,
    NetworkRefusedError,
    NoInputError,
    SourceTooLargeError,
    UnreadableSourceError,
)
from bulletin_export.sources import Source, beside, expand, open_source, refuse, unpacked

HTML = (".html", ".htm")


@pytest.fixture
def tree(tmp_path):
    for name in ("b.html", "a.HTM", "note.doc", "sub/c.html", ".git/d.html", "sub/.e.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    return tmp_path


def names(tree, found):
    return [os.path.relpath(one, tree).replace("\\", "/") for one in found]


def test_a_folder_gives_its_pages_sorted_and_passes_hidden_ones_over(tree):
    assert names(tree, expand(str(tree), HTML)) == ["a.HTM", "b.html", "sub/c.html"]


def test_the_folder_that_a_browser_saved_beside_a_page_is_passed_over(tree):
    for name in ("b_files/frame.html", "b.files/x.html", "my_files/d.html"):
        (tree / name).parent.mkdir()
        (tree / name).write_text(name)
    found = names(tree, expand(str(tree), HTML))
    assert found == ["a.HTM", "b.html", "my_files/d.html", "sub/c.html"]


def test_a_link_to_a_folder_above_does_not_go_round(tree):
    (tree / "sub" / "up").symlink_to(tree, target_is_directory=True)
    assert names(tree, expand(str(tree), HTML)) == ["a.HTM", "b.html", "sub/c.html"]


def test_a_pattern_gives_the_files_that_match(tree):
    assert names(tree, expand(f"{tree}/*.*", HTML)) == ["a.HTM", "b.html", "note.doc"]
    assert names(tree, expand(f"{tree}/**/c.html", HTML)) == ["sub/c.html"]


def test_a_file_is_taken_whatever_its_ending(tree):
    assert expand(f"{tree}/note.doc", HTML) == (f"{tree}/note.doc",)


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tree):
    path = tree / "[1].html"
    path.write_text("x")
    assert expand(str(path), HTML) == (str(path),)


def test_a_dash_is_the_standard_input(monkeypatch):
    assert expand("-", HTML) == ("-",)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("稿".encode())))
    assert open_source("-").data == "稿".encode()


@pytest.mark.parametrize("name", ["missing.html", "*.nothing", "nul\0byte", "a" * 5000])
def test_nothing_there_says_so(tree, name):
    with pytest.raises(NoInputError):
        expand(f"{tree}/{name}", HTML)


def test_a_folder_without_pages_says_so(tmp_path):
    with pytest.raises(NoInputError, match="matches no file"):
        expand(str(tmp_path), HTML)


@pytest.mark.parametrize("name", ["http://example.org/a.html", "HTTPS://example.org"])
def test_an_address_stands_for_itself_and_is_not_opened_here(name):
    assert expand(name, HTML) == (name,)
    with pytest.raises(NetworkRefusedError) as caught:
        open_source(name)
    assert "--fetch" in caught.value.hint()


@pytest.mark.parametrize("name", ["ftp://x/y", "//x/y"])
def test_an_address_of_another_kind_is_refused(name):
    with pytest.raises(InvalidAddressError, match="http and https"):
        expand(name, HTML)


def test_a_file_that_is_too_large_is_not_read(tree, monkeypatch):
    monkeypatch.setattr(sources, "LIMIT", 3)
    with pytest.raises(SourceTooLargeError) as caught:
        open_source(f"{tree}/b.html")
    assert (caught.value.size, caught.value.limit) == (6, 3)


def test_a_folder_cannot_be_opened_as_a_source(tree):
    with pytest.raises(UnreadableSourceError) as caught:
        open_source(str(tree))
    assert "文件夹" in caught.value.sentence("zh")


@pytest.fixture
def site(tmp_path):
    """A page at site/news/page.html, pictures around it."""
    for name in ("news/图 1.png", "news/files/a.png", "img/b.png", "../secret.png"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "site" / "news" / "page.html"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("files/a.png", "news/files/a.png"),
        ("./files/a.png?width=300#x", "news/files/a.png"),
        ("files\\a.png", "news/files/a.png"),
        ("%E5%9B%BE%201.png", "news/图 1.png"),
        ("../img/b.png", "img/b.png"),
    ],
)
def test_pictures_near_the_page_are_read(site, address, found):
    assert beside(str(site))(address).decode() == found


@pytest.mark.parametrize(
    "address",
    [
        "../../secret.png",
        "%2e%2e/%2e%2e/secret.png",
        "..\\..\\secret.png",
        "/etc/passwd",
        "%2Fetc%2Fpasswd",
        "file:///etc/passwd",
        "C:\\Windows\\win.ini",
        "javascript:alert(1)",
        "files/missing.png",
        "files",
        "",
        "a\0.png",
        "x" * 5000,
    ],
)
def test_whatever_is_not_near_is_refused(site, address):
    with pytest.raises(UnreadableSourceError):
        beside(str(site))(address)


def test_a_link_that_leads_away_is_refused(site):
    (site.parent / "link.png").symlink_to(site.parent.parent.parent / "secret.png")
    with pytest.raises(UnreadableSourceError):
        beside(str(site))("link.png")


@pytest.mark.parametrize("address", ["http://example.org/a.png", "//example.org/a.png"])
def test_pictures_elsewhere_are_not_fetched(site, address):
    with pytest.raises(NetworkRefusedError):
        beside(str(site))(address)
    with pytest.raises(NetworkRefusedError):
        refuse(address)


def test_a_page_from_nowhere_has_no_pictures_beside_it():
    with pytest.raises(UnreadableSourceError, match="folder"):
        beside("-")("a.png")


def test_an_empty_name_is_not_the_folder_one_stands_in(tree, monkeypatch):
    monkeypatch.chdir(tree)
    with pytest.raises(NoInputError):
        expand("", HTML)


def test_a_closed_standard_input_cannot_be_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableSourceError, match="closed"):
        open_source("-")


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (gzip.compress(b"abc"), b"abc"),
        (gzip.compress(b"abc") + gzip.compress(b"def"), b"abcdef"),
        (gzip.compress(b"abc" * 9000)[:-8], b"abc" * 9000),
        (b"abc", b"abc"),
    ],
    ids=["packed", "in two parts", "cut off", "plain"],
)
def test_what_is_packed_is_unpacked(data, whole):
    assert unpacked(Source(data=data, name="a.xml.gz")).data == whole


def test_the_name_and_the_media_type_of_the_packing_go():
    source = Source(data=gzip.compress(b"x"), name="a.XML.GZ", media_type="application/gzip")
    assert (unpacked(source).name, unpacked(source).media_type) == ("a.XML", "")


def test_a_bomb_is_refused(monkeypatch):
    monkeypatch.setattr(sources, "UNPACKED_LIMIT", 100_000)
    with pytest.raises(SourceTooLargeError):
        unpacked(Source(data=gzip.compress(bytes(10**7), 9), name="a.gz"))


def test_what_only_begins_like_a_packing_is_refused():
    with pytest.raises(MalformedSourceError):
        unpacked(Source(data=b"\x1f\x8b\x08\x00" + bytes(30), name="a.gz"))
