"""Books are read back: our own as they were written, other people's by their documents."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from builders import article, p, publication
from bulletin_export.errors import MalformedSourceError
from bulletin_export.model.article import Article
from bulletin_export.model.evidence import Evidence
from bulletin_export.model.nodes import Image
from bulletin_export.model.publication import Publication
from bulletin_export.model.walk import find
from bulletin_export.readers.epub import EpubReader
from bulletin_export.sources import Source
from bulletin_export.styling.load import load_template
from bulletin_export.writers.epub import EpubWriter
from strategies import publications

PLAIN = load_template("plain")


def written(one: Publication, template=PLAIN) -> bytes:
    return EpubWriter().write(one, template, None).data


def read(data: bytes):
    return EpubReader().read(Source(data=data, name="book.epub"))


def shown(one: Article) -> Article:
    """*one* as a book holds it: with the pictures that it shows."""
    names = {image.media for image in find(one, Image)}
    kept = tuple(item for item in one.media if item.name in names)
    return replace(one, media=kept, evidence=Evidence())


@settings(max_examples=60)
@given(publications())
def test_a_book_is_read_back_as_it_was_written(one):
    result = read(written(one))
    assert result.publication == one.with_articles(map(shown, one.articles()))
    assert result.diagnostics == ()


# Other work on the machine may make drawing slow.
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(publications())
def test_what_was_read_back_makes_the_same_book(one):
    data = written(one)
    assert written(read(data).publication) == data


def test_a_long_article_of_several_documents_is_one_again():
    long = article(*(p(f"{n}" + "会议强调，要把各项工作落到实处。" * 60) for n in range(200)))
    one = publication(long, article("短"), contents=True)
    assert read(written(one)).publication == one


def changed(data: bytes, name: str, before: str, after: str) -> bytes:
    """The book *data* as somebody left it who edited one file."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for entry in old.infolist():
            text = old.read(entry)
            if entry.filename.endswith(name):
                assert before.encode() in text
                text = text.replace(before.encode(), after.encode())
            new.writestr(entry, text)
    return made.getvalue()


def test_an_edited_chapter_is_read_as_it_now_stands():
    first = article(p("会议强调。"), p("各地要落实。"), title="旧题", source="安徽日报")
    data = written(publication(first, article("乙"), title="要闻"))
    data = changed(data, "article-0001.xhtml", ">旧题</h1>", ">新题</h1>")
    result = read(changed(data, "article-0001.xhtml", "各地要落实。", "各地要切实落实。"))
    one, other = result.articles
    assert one.headline.title == "新题"
    assert one.metadata == first.metadata
    assert one.blocks == (p("会议强调。"), p("各地要切实落实。"))
    assert other == article("乙")
    assert [remark.code for remark in result.diagnostics] == ["chapter-edited"]


def test_a_title_changed_in_the_package_is_the_title():
    data = written(publication(article("甲"), article("乙"), title="旧名"))
    data = changed(data, "content.opf", ">旧名<", ">新名<")
    assert read(data).publication.title == "新名"


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:title>县志选</dc:title><dc:language>zh</dc:language><dc:identifier id="i">x</dc:identifier>
<dc:creator opf:role="aut">王编</dc:creator><dc:date>1998-05-01</dc:date></metadata>
<manifest>{manifest}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine toc="ncx">{spine}</spine></package>"""
NCX = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>卷一</text>
</navLabel><content src="v1.html"/><navPoint><navLabel><text>第一章</text></navLabel>
<content src="c1.html#x"/></navPoint><navPoint><navLabel><text>第二章</text></navLabel>
<content src="c2.html"/></navPoint></navPoint></navMap></ncx>"""
PAGE = """<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{}</body></html>"""


def foreign(pages: dict[str, str], **files: str | bytes) -> bytes:
    names = list(pages)
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(names)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(names)))
    made = BytesIO()
    with ZipFile(made, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("OPS/book.opf", PACKAGE.format(manifest=items, spine=refs))
        book.writestr("OPS/toc.ncx", NCX)
        for name, body in pages.items():
            book.writestr(f"OPS/{name}", PAGE.format(body))
        for name, data in files.items():
            book.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return made.getvalue()


BOOK = {
    "v1.html": "<h1>卷一</h1>",
    "c1.html": "<h2>第一章</h2><p>甲&nbsp;乙<a id='x'/>丙</p><p><img src='p.png' alt='图'/></p>",
    "c1b.html": "<p>续上页。</p>",
    "c2.html": "<h2>第二章</h2><p>丁。</p>",
}


def test_a_book_of_others_has_its_chapters_as_articles_in_the_sections_of_its_contents():
    one = read(foreign(BOOK)).publication
    assert (one.title, one.language, one.date) == ("县志选", "zh", "1998-05-01")
    (section,) = one.sections
    assert section.title == "卷一"
    assert [each.headline.title for each in section.articles] == ["第一章", "第二章"]
    first, second = section.articles
    assert first.blocks[0] == p("甲\u00a0乙丙")
    assert first.blocks[-1] == p("续上页。")
    assert second.blocks == (p("丁。"),)
    assert first.metadata.contributors[0].name == "王编"


def test_a_picture_that_a_book_of_others_lacks_is_named():
    assert [one.code for one in read(foreign(BOOK)).diagnostics] == ["image-missing"]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no book at all",
        b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip",
        written(publication(article("甲")))[:-30],
        changed(written(publication(article("甲"))), "container.xml", "content.opf", "../../x"),
        changed(written(publication(article("甲"))), "content.opf", "<manifest>", "<manifesto>"),
    ],
)
def test_what_is_no_whole_book_is_refused_with_a_sentence(data):
    with pytest.raises(MalformedSourceError):
        read(data)
