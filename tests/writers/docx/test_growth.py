"""A large Word file is the same file as a small one, and takes little memory."""

import io
import random
import tracemalloc
import zipfile

import builders as b
from bulletin_export import archives
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.packed import PackedArticles
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.writers.docx import DocxWriter
from torture import torture

TEMPLATE = load_template("plain")
FONTS = FontBook.of(TEMPLATE.fonts)


def contents(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def test_a_body_that_is_streamed_says_what_one_packed_at_once_does(monkeypatch):
    whole = DocxWriter().write(torture(), TEMPLATE, FONTS).data
    monkeypatch.setattr(archives, "_WHOLE", 1000)
    streamed = DocxWriter().write(torture(), TEMPLATE, FONTS).data
    assert streamed != whole
    assert contents(streamed) == contents(whole)
    assert streamed == DocxWriter().write(torture(), TEMPLATE, FONTS).data


def bulletin(number):
    """Return an article of two thousand characters that deflate finds nothing in."""
    chance = random.Random(number)
    lines = ["".join(chr(chance.randrange(0x4E00, 0x9FA0)) for _ in range(100)) for _ in range(20)]
    return b.article(*lines, title=f"第{number}号简报")


def peak(count):
    articles = PackedArticles.of(map(bulletin, range(count)))
    publication = Publication(sections=(Section(articles),), title="合集")
    tracemalloc.start()
    try:
        DocxWriter().write(publication, TEMPLATE, FONTS)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_an_article_more_takes_little_more_than_its_packed_text(monkeypatch):
    monkeypatch.setattr(archives, "_WHOLE", 10_000)
    peak(2)  # What is made once for all documents.
    packed = 20 * 100 * 3
    assert (peak(80) - peak(20)) / 60 < 1.5 * packed
