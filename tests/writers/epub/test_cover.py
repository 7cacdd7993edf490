"""The cover of a bundle."""

from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.article import Article, Headline
from bulletin_export.model.nodes import Paragraph, Text
from bulletin_export.model.publication import Publication, Section
from bulletin_export.pipeline import font_book
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import EpubStyle
from bulletin_export.writers.epub import EpubWriter
from bulletin_export.writers.epub.cover import HEIGHT, WIDTH, cover
from writers.reading_back import parts, spine

PLAIN = load_template("plain")
FONTS = font_book(PLAIN)


def bundle(title="政务简报", count=3):
    articles = tuple(
        Article(headline=Headline(f"第{n}件要事"), blocks=(Paragraph((Text("正文。"),)),))
        for n in range(count)
    )
    return Publication(
        sections=(Section(articles),), title=title, publisher="办公室", issue="12",
        date="2026-02-06", has_contents=count > 1,
    )  # fmt: skip


def written(publication, template=PLAIN):
    data = EpubWriter().write(publication, template, FONTS).data
    return data, {name.rpartition("/")[2]: part for name, part in parts(data).items()}


def test_a_bundle_opens_with_a_cover_that_every_reading_system_finds():
    data, files = written(bundle())
    assert spine(data)[0].endswith("cover.xhtml")
    assert Image.open(BytesIO(files["cover.png"])).size == (WIDTH, HEIGHT)
    package = files["content.opf"].decode()
    assert 'properties="cover-image"' in package
    assert 'content="cover-image"' in package
    assert 'epub:type="cover"' in files["nav.xhtml"].decode()
    assert "政务简报 第12期" in files["cover.xhtml"].decode()


def test_an_article_alone_has_no_cover_nor_has_a_bundle_that_wants_none():
    assert "cover.png" not in written(bundle(count=1))[1]
    bare = replace(PLAIN, epub=EpubStyle(cover="none"))
    assert "cover.png" not in written(bundle(), bare)[1]


@pytest.mark.parametrize(
    "title", ["报", "青石县政务简报", "长" * 400, "A & B <简报> “引” 𠮷", "字" * 9]
)
def test_any_title_stays_on_its_field_and_is_drawn_alike_every_time(title):
    drawn = cover(bundle(title), PLAIN, FONTS)
    assert drawn == cover(bundle(title), PLAIN, FONTS)
    image = Image.open(BytesIO(drawn.data)).convert("L")
    ground = image.getpixel((2, 2))
    edges = (image.crop((0, 0, 60, 1100)), image.crop((WIDTH - 60, 0, WIDTH, 1100)))
    assert all(edge.getextrema() == (ground, ground) for edge in edges)
    assert image.crop((60, 100, WIDTH - 60, 1000)).getextrema() != (ground, ground)


def test_without_a_chinese_face_there_is_a_remark_and_a_book():
    nothing = FontBook(shelves=())
    assert isinstance(cover(bundle(), PLAIN, nothing), Diagnostic)
    result = EpubWriter().write(bundle(), PLAIN, nothing)
    assert [one.code for one in result.diagnostics] == ["cover-not-drawn"]
    assert "cover.png" not in {name.rpartition("/")[2] for name in parts(result.data)}
