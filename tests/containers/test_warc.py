"""Pages out of a crawler's archive."""

import gzip
import time
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.errors import BulletinError, MalformedSourceError, NoArticleError, ReadError
from bulletin_export.model.text import paragraphs
from bulletin_export.reading import read_source
from bulletin_export.sources import Source
from saved_forms import SENTENCES, TITLE, http, page, picture, record, warc

SITE = "http://news.hewan.example"
PNG = "image/png"


def read(data):
    return read_source(Source(data=data, name="crawl.warc"))


def response(path, body, *fields, **known):
    raw = body.encode() if isinstance(body, str) else body
    return record(http(raw, "text/html; charset=utf-8", "200 OK", *fields), SITE + path, **known)


def chunked(body):
    pieces = [body[at : at + 100] for at in range(0, len(body), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in pieces) + b"0\r\n\r\n"


CRAWL = (
    record(b"GET /a.html HTTP/1.1\r\n\r\n", SITE + "/a.html", "request"),
    response("/a.html", page("/pic/a.png")),
    record(http(picture(), PNG), SITE + "/pic/a.png"),
    record(http(b"Not there", status="404 Not Found"), SITE + "/gone.html"),
    record(http(b"", status="304 Not Modified"), SITE + "/a.html", "revisit"),
    response("/b.html", page(title="第二篇：堤防巡查全部完成")),
)


@pytest.mark.parametrize("packed", [False, True])
def test_pages_are_read_with_their_pictures_and_addresses(packed):
    reading = read(warc(*CRAWL, packed=packed))
    first, second = reading.articles
    assert first.headline.title == TITLE
    assert set(SENTENCES) <= set(paragraphs(first.blocks))
    assert first.metadata.address == SITE + "/a.html"
    assert len(first.media) == 1
    assert second.headline.title == "第二篇：堤防巡查全部完成"
    remarks = {one.code: one for one in reading.diagnostics}
    assert "image-missing" not in remarks
    assert remarks["records-passed-over"].facts["kinds"] == "1 × response 404, 1 × revisit"


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (gzip.compress(page().encode()), ("Content-Encoding: gzip",)),
        (zlib.compress(page().encode()), ("Content-Encoding: deflate",)),
        (chunked(page().encode()), ("Transfer-Encoding: chunked",)),
        (
            chunked(gzip.compress(page().encode())),
            ("Transfer-Encoding: chunked", "Content-Encoding: gzip"),
        ),
        (page().encode(), ("Content-Encoding: gzip",)),
        (page().encode(), ("Transfer-Encoding: chunked",)),
    ],
)
def test_answers_are_unpacked_also_where_their_headers_lie(body, fields):
    reading = read(warc(response("/a.html", body, *fields), packed=True))
    assert reading.articles[0].headline.title == TITLE


def test_a_coding_that_nobody_can_undo_is_said_and_not_printed():
    junk = bytes(range(0x8B, 0xF0)) * 20
    with pytest.raises(ReadError, match="packed as br"):
        read(warc(response("/a.html", junk, "Content-Encoding: br")))
    plain = read(warc(response("/a.html", page(), "Content-Encoding: br")))
    assert plain.articles[0].headline.title == TITLE


def test_resource_records_are_pages_too():
    one = record(page().encode(), SITE + "/r.html", "resource", media_type="text/html")
    assert read(warc(one)).articles[0].metadata.address == SITE + "/r.html"


def test_the_newest_capture_of_a_page_counts():
    old = response("/a.html", page(title="旧标题在这里"), date="2020-01-01T00:00:00Z")
    new = response("/a.html", page(), date="2021-01-01T00:00:00Z")
    for crawl in ((old, new), (new, old)):
        assert [one.headline.title for one in read(warc(*crawl)).articles] == [TITLE]


@pytest.mark.parametrize("packed", [False, True])
def test_a_broken_record_costs_only_itself(packed):
    bad = record(http(page().encode()), SITE + "/bad.html", length=99_999_999 if not packed else 5)
    if packed:
        whole = gzip.compress(bad, mtime=0)
        bad = whole[:50] + b"\0" * 40 + whole[90:]
    good = [gzip.compress(one, mtime=0) if packed else one for one in (CRAWL[1], CRAWL[5])]
    reading = read(warc(packed=packed) + good[0] + bad + good[1])
    assert [one.headline.title[:3] for one in reading.articles] == ["河湾镇", "第二篇"]
    assert "part-unreadable" in [one.code for one in reading.diagnostics]


def test_a_length_that_lies_short_is_noticed():
    bad = record(http(page().encode()), SITE + "/bad.html", length=20)
    reading = read(warc(bad, CRAWL[5]))
    assert reading.articles[-1].headline.title == "第二篇：堤防巡查全部完成"
    assert "part-unreadable" in [one.code for one in reading.diagnostics]


def test_an_archive_without_pages_says_so():
    with pytest.raises(NoArticleError):
        read(warc(CRAWL[2], packed=True))


def test_a_bomb_is_refused_in_no_time():
    packer = zlib.compressobj(9, wbits=31)
    start = http(b"")
    head = record(start, SITE + "/a.html", length=len(start) + (1 << 29)).rstrip()
    pieces = [packer.compress(head + b"\r\n\r\n")]
    pieces += [packer.compress(b"\0" * (1 << 20)) for _ in range(512)]
    begun = time.process_time()
    with pytest.raises(MalformedSourceError):
        read(warc(packed=True) + b"".join(pieces) + packer.flush())
    assert time.process_time() - begun < 2


def test_time_grows_with_the_number_of_records_and_no_faster():
    def seconds(count):
        data = warc(*[record(http(picture(), PNG), f"{SITE}/{n}.png") for n in range(count)],
                    response("/a.html", page()), packed=True)  # fmt: skip
        begun = time.process_time()
        read(data)
        return time.process_time() - begun

    seconds(100)
    assert seconds(1600) < 12 * max(seconds(400), 0.05)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damage_never_leads_to_a_traceback(data):
    whole = warc(*CRAWL, packed=data.draw(st.booleans()))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    junk = data.draw(st.binary(max_size=20))
    with suppress(BulletinError):
        read(b"WARC/1.0\r\n" * data.draw(st.integers(0, 1)) + whole[:start] + junk + whole[end:])
