"""Pages in a ZIP archive."""

import io
import struct
import time
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.containers.zip import open_zip
from bulletin_export.errors import (
    BulletinError,
    MalformedSourceError,
    NoArticleError,
    ReadError,
    UnsupportedSourceError,
)
from bulletin_export.reading import read_source
from bulletin_export.sources import Source, refuse
from saved_forms import TITLE, mhtml, page, part, picture, zipped


def read(data, name="pages.zip"):
    return read_source(Source(data=data, name=name))


def codes(reading):
    return [one.code for one in reading.diagnostics]


def test_pages_come_in_the_order_of_their_names_with_their_own_pictures():
    data = zipped(
        ("b/2.html", page("pic/x.png", "第二篇堤防巡查完成")),
        ("b/pic/x.png", picture("blue")),
        ("a/1.html", page("../pic/x.png")),
        ("pic/x.png", picture("red")),
        ("readme.txt", "no page"),
    )
    reading = read(data)
    assert [one.headline.title for one in reading.articles] == [TITLE, "第二篇堤防巡查完成"]
    first, second = (one.media[0] for one in reading.articles)
    assert first != second
    assert not codes(reading)


def test_names_of_chinese_windows_are_understood():
    data = zipped(("XXXX.html", page("YYYY.png")), ("YYYY.png", picture()))
    for name, chinese in ((b"XXXX", "会议"), (b"YYYY.png", "照片.png")):
        assert len(chinese.encode("gbk")) == len(name)
        data = data.replace(name, chinese.encode("gbk"))
    (part,) = open_zip(Source(data=data, name="a.zip"), refuse)
    assert part.source.name == "a.zip/会议.html"
    assert part.fetch("照片.png") == picture()
    assert part.fetch("%E7%85%A7%E7%89%87.png") == picture()


def test_pictures_with_chinese_names_are_found():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("新闻/会议.html", page("图片/照片.png"))
        archive.writestr("新闻/图片/照片.png", picture())
    assert len(read(file.getvalue()).articles[0].media) == 1


def test_what_belongs_to_a_page_is_no_page():
    data = zipped(
        ("a.html", page("a_files/x.png")),
        ("a_files/frame.html", page(title="广告框架")),
        ("a_files/x.png", picture()),
        ("__MACOSX/._a.html", "junk"),
        (".hidden.html", page()),
    )
    reading = read(data)
    assert [one.headline.title for one in reading.articles] == [TITLE]
    assert reading.articles[0].media


def test_a_maff_gives_its_page_and_where_it_was():
    about = (
        '<RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#"><RDF:Description>'
        '<MAF:originalurl RDF:resource="http://x.example/news/a.html"/>'
        '<MAF:indexfilename RDF:resource="index.html"/></RDF:Description></RDF:RDF>'
    )
    data = zipped(
        ("1/index.rdf", about),
        ("1/index.html", page("index_files/x.png")),
        ("1/index_files/x.png", picture()),
        ("1/index_files/ad.html", page(title="广告框架")),
    )
    reading = read(data, "saved.maff")
    assert [one.headline.title for one in reading.articles] == [TITLE]
    assert reading.articles[0].metadata.address == "http://x.example/news/a.html"
    assert reading.articles[0].media


def test_a_saved_page_inside_an_archive_is_opened_too():
    assert read(zipped(("a.mht", mhtml(part(page(), "text/html"))))).articles


def test_a_page_that_fails_alone_is_named_and_the_others_follow():
    reading = read(zipped(("a.html", ""), ("b.html", page()), ("c.xml", "<unknown/>")))
    assert len(reading.articles) == 1
    assert codes(reading).count("part-unreadable") == 2


def test_when_every_page_fails_the_reason_is_given():
    with pytest.raises(NoArticleError):
        read(zipped(("a.html", ""), ("b.html", "")))
    with pytest.raises(NoArticleError):
        read(zipped(("a.txt", "words")))


def locked(data):
    """Set the bit that says that every entry is encrypted."""
    raw = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + place] |= 1
            at = raw.find(mark, at + 4)
    return bytes(raw)


def test_an_encrypted_archive_says_so():
    with pytest.raises(ReadError, match="locked"):
        read(locked(zipped(("a.html", page()))))


def test_packings_that_need_any_memory_they_ask_for_are_refused():
    with pytest.raises(ReadError, match=r"method 14"):
        read(zipped(("a.html", page()), method=zipfile.ZIP_LZMA))


def test_a_bomb_is_refused_in_no_time():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(3):
            archive.writestr(f"{n}.html", b"\0" * (16 << 20))
    begun = time.process_time()
    with pytest.raises(MalformedSourceError):
        read(file.getvalue())
    assert time.process_time() - begun < 2


def test_a_size_that_lies_is_not_believed():
    data = zipped(("a.html", b"<p>" + b"\0" * (9 << 20)))
    size = struct.pack("<L", 3 + (9 << 20))
    with pytest.raises(ReadError):
        read(data.replace(size, struct.pack("<L", 100)))


def test_many_pages_may_share_one_picture():
    shared = zipped(*((f"{n}.html", page("x.png")) for n in range(40)), ("x.png", picture()))
    assert len(read(shared).articles) == 40


@pytest.mark.parametrize("first", ["[Content_Types].xml", "_rels/.rels"])
def test_documents_of_offices_are_no_pages(first):
    with pytest.raises(UnsupportedSourceError):
        read(zipped((first, "<Types/>"), ("word/document.xml", "<w/>")), "a.docx")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damage_never_leads_to_a_traceback(data):
    whole = zipped(("a.html", page("x.png")), ("x.png", picture()), ("b.html", page()))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    junk = data.draw(st.binary(max_size=20))
    with suppress(BulletinError):
        read(whole[:start] + junk + whole[end:])


def test_why_a_part_was_left_out_is_said_in_one_language():
    reading = read(zipped(("a.html", page()), ("b.html", bytes(range(256)) * 40)))
    remark = next(one for one in reading.diagnostics if one.code == "part-unreadable")
    assert "字节不是文字" in remark.sentence("zh")
    assert "not" not in remark.sentence("zh")
