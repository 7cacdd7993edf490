"""Pages saved by Safari."""

import plistlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.containers.webarchive import open_webarchive
from bulletin_export.errors import BulletinError, NoArticleError
from bulletin_export.reading import read_source
from bulletin_export.sources import Source, refuse
from saved_forms import TITLE, page, picture, webarchive

PLACE = "http://x.example/news/a.html"
PAGE = webarchive(
    page("pic/a.png", charset="gb2312").encode("gb18030"),
    PLACE,
    "gb2312",
    {"http://x.example/news/pic/a.png": picture()},
)


def read(data):
    return read_source(Source(data=data, name="a.webarchive"))


def test_the_page_is_read_with_its_picture_and_address():
    article = read(PAGE).articles[0]
    assert article.headline.title == TITLE
    assert article.metadata.address == PLACE
    assert article.media


def test_a_list_without_a_page_says_so():
    data = plistlib.dumps({"WebMainResource": ["odd"]}, fmt=plistlib.FMT_BINARY)
    with pytest.raises(NoArticleError):
        read(data)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damage_never_leads_to_a_traceback(data):
    start = data.draw(st.integers(8, len(PAGE)))
    end = data.draw(st.integers(start, min(len(PAGE), start + 40)))
    junk = data.draw(st.binary(max_size=20))
    source = Source(data=PAGE[:start] + junk + PAGE[end:], name="a.webarchive")
    with suppress(BulletinError):
        assert [*open_webarchive(source, refuse)]
