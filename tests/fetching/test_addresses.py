"""Addresses as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.errors import InvalidAddressError
from bulletin_export.fetching.addresses import joined, parsed


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org:8080?q=1", "http://example.org:8080/?q=1"),
        ("http://example.org/a#top", "http://example.org/a"),
        (
            "http://example.org/要闻/a b.html?题=春",
            "http://example.org/%E8%A6%81%E9%97%BB/a%20b.html?%E9%A2%98=%E6%98%A5",
        ),
        ("http://example.org/%E8%A6%81?a=%zz", "http://example.org/%E8%A6%81?a=%25zz"),
        ("http://中文.中国/", "http://xn--fiq228c.xn--fiqs8s/"),
        ("http://ｅｘａｍｐｌｅ。org/", "http://example.org/"),
        ("//example.org/a.png", "https://example.org/a.png"),
        (" http://example.org/a\n", "http://example.org/a"),
        ("http://[2606:4700::1111]:81/a", "http://[2606:4700::1111]:81/a"),
        ("http://a_b.example.org./", "http://a_b.example.org./"),
        ("http://example.org/a[1]|2", "http://example.org/a%5B1%5D%7C2"),
    ],
)
def test_an_address_is_made_fit_to_be_sent(written, sent):
    assert str(parsed(written)) == sent
    assert str(parsed(sent)) == sent


@pytest.mark.parametrize(
    "written",
    [
        "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "example.org", "",
        "http://", "http:///a", "http://:80/", "http://[::1", "http://a b/", "http://a..b/",
        "http://user:secret@example.org/", "http://user@example.org/", "http://example.org:99999/",
        "http://example.org:x/", "http://" + "中" * 100 + ".cn/", "http://" + "a." * 200 + "cn/",
        "http://exa<mple.org/", "http://127.0.0.1\\@example.org/",
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(written):
    with pytest.raises(InvalidAddressError) as caught:
        parsed(written)
    assert caught.value.address == written


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("b.html", "https://example.org/news/b.html"),
        ("/b", "https://example.org/b"),
        ("//cdn.example.org/b", "https://cdn.example.org/b"),
        ("http://example.net", "http://example.net/"),
        ("?页=2".encode().decode("latin-1"), "https://example.org/news/a?%E9%A1%B5=2"),
        ("页".encode("gbk").decode("latin-1"), "https://example.org/news/%D2%B3"),
        ("b#c", "https://example.org/news/b"),
    ],
)
def test_a_location_leads_on_from_where_one_is(location, place):
    assert str(joined(parsed("https://example.org/news/a"), location)) == place


@settings(max_examples=60)
@given(st.text())
def test_whatever_is_written_is_sent_in_ascii_without_blanks_or_refused(text):
    try:
        sent = str(parsed("http://example.org/" + text))
    except InvalidAddressError:
        return
    assert sent.isascii()
    assert not set(sent) & set(" \r\n\t#")
