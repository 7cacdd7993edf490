"""Each fault that a book of articles can have is found, and no other."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as PillowImage

from bulletin_export.checking import check
from bulletin_export.errors import BulletinError
from bulletin_export.model.article import Article, Headline
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import (
    BulletList,
    Image,
    Link,
    ListItem,
    Note,
    Paragraph,
    Ruby,
    Table,
    TableCell,
    TableRow,
    Text,
)
from bulletin_export.model.publication import Publication, Section
from bulletin_export.pipeline import font_book
from bulletin_export.sources import Source
from bulletin_export.styling.load import load_template
from bulletin_export.writers.epub import EpubWriter
from strategies import publications

PLAIN = load_template("plain")


def _png():
    made = BytesIO()
    PillowImage.new("RGB", (2, 2), "red").save(made, "PNG")
    return made.getvalue()


ARTICLE = "EPUB/article-0001.xhtml"
PACKAGE, NAV, NCX = "EPUB/content.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx"


def _book():
    picture = MediaItem.of(_png(), "image/png")
    cells = tuple(TableCell((Paragraph((Text(word),)),)) for word in "甲乙丙丁")
    blocks = (
        Paragraph((Text("正文"), Note((Paragraph((Text("注"),)),)), Ruby("汉", "hàn"))),
        Paragraph((Link("https://example.com/", (Text("外面"),)),)),
        BulletList((ListItem((Paragraph((Text("一项"),)),)),)),
        Table((TableRow(cells), TableRow(cells)), header_rows=1),
        Paragraph((Image("", alt="图", media=picture.name),)),
    )
    first = Article(headline=Headline("第一篇"), blocks=blocks, media=(picture,))
    others = tuple(Article(headline=Headline(f"第{n}篇"), blocks=blocks[:1]) for n in "二三")
    whole = Publication(sections=(Section((first, *others)),), title="汇编", has_contents=True)
    return EpubWriter().write(whole, PLAIN, font_book(PLAIN)).data


BOOK = _book()


def mutant(name, old, new, count=1):
    """Return the book with *old* in the file *name* replaced by *new*."""
    made = BytesIO()
    with ZipFile(BytesIO(BOOK)) as whole, ZipFile(made, "w", ZIP_DEFLATED) as other:
        for entry in whole.infolist():
            data = whole.read(entry)
            if entry.filename == name:
                text = data.decode()
                changed = re.sub(old, new, text, count=count)
                assert changed != text, (name, old)
                data = changed.encode()
            kind = ZIP_STORED if entry.filename == "mimetype" else ZIP_DEFLATED
            other.writestr(entry.filename, data, kind)
    return made.getvalue()


def codes(data):
    return {one.code for one in check(Source(name="book.epub", data=data))}


#: Fault, file, what is replaced, by what, and what is said of it.
MUTANTS = {
    "no title of the book": (PACKAGE, "<dc:title[^/]*</dc:title>", "", "book-metadata-missing"),
    "no language": (PACKAGE, "<dc:language>[^/]*</dc:language>", "", "book-metadata-missing"),
    "a language in words": (PACKAGE, ">zh-CN</dc:language>", ">中文</dc:language>", "book-language"),
    "no time of change": (PACKAGE, r'dcterms:modified">[^<]*<', 'dcterms:modified">昨天<',
                          "book-metadata-missing"),
    "a wrong version": (PACKAGE, 'version="3.0"', 'version="9.0"', "book-version"),
    "no navigation": (PACKAGE, ' properties="nav"', "", "book-navigation-missing"),
    "a file that is not there": (PACKAGE, 'href="article-0002.xhtml"', 'href="nothing.xhtml"',
                                 "book-file-missing"),
    "an unknown item in the spine": (PACKAGE, 'idref="article-0001"', 'idref="nobody"',
                                     "book-spine"),
    "an article twice in the spine": (PACKAGE, 'idref="article-0001"', 'idref="article-0002"',
                                      "book-spine"),
    "the same id twice in the manifest": (PACKAGE, 'id="article-0002"', 'id="article-0001"',
                                          "book-id-twice"),
    "a remote resource": (PACKAGE, 'href="style.css"', 'href="https://example.com/s.css"',
                          "book-remote"),
    "a picture of another kind": (PACKAGE, 'media-type="image/png"', 'media-type="image/jpeg"',
                                  "book-media-type"),
    "a refinement of nothing": (PACKAGE, "</metadata>",
                                '<meta refines="#nobody" property="role">aut</meta></metadata>',
                                "book-refines"),
    "a date in words": (PACKAGE, "</metadata>", "<dc:date>2026年1月1日</dc:date></metadata>",
                        "book-date"),
    "broken markup": (ARTICLE, "</section>", "", "book-markup-broken"),
    "an old element": (ARTICLE, "<header>", '<center>旧</center><header>', "book-element"),
    "an old attribute": (ARTICLE, "<table>", '<table align="center">', "book-attribute"),
    "an attribute of HTML 4": (ARTICLE, "<p>", '<p bgcolor="red">', "book-attribute"),
    "a paragraph in a paragraph": (ARTICLE, "<p>", "<p><p>内</p>", "book-element"),
    "a cell outside of a row": (ARTICLE, "<header>", "<td>孤</td><header>", "book-element"),
    "words of a list outside of items": (ARTICLE, "<ul>", "<ul><p>散</p>", "book-element"),
    "a link in a link": (ARTICLE, 'href="https://example.com/">', 'href="https://example.com/"><a '
                         'href="#headline">x</a>', "book-element"),
    "the same id twice": (ARTICLE, "<header>", '<p id="headline">1</p><header>', "book-id-twice"),
    "a picture not described": (ARTICLE, ' alt="图"', "", "alt-text-missing"),
    "a dead link": (ARTICLE, 'href="https://example.com/"', 'href="gone.xhtml"', "book-link-dead"),
    "a dead fragment": (ARTICLE, 'href="https://example.com/"', 'href="#gone"', "book-link-dead"),
    "a link out of the container": (ARTICLE, 'href="https://example.com/"',
                                    'href="../../../etc/passwd"', "book-link-dead"),
    "a link to a disk": (ARTICLE, 'href="https://example.com/"', 'href="file:///c:/a.txt"',
                         "book-link-dead"),
    "a picture on the web": (ARTICLE, 'src="pictures/[^"]*"', 'src="https://example.com/a.png"',
                             "book-remote"),
    "a script not declared": (ARTICLE, "<header>", "<script>1</script><header>", "book-property"),
    "a drawing not declared": (ARTICLE, "<header>", '<svg xmlns="http://www.w3.org/2000/svg"/>'
                               "<header>", "book-property"),
    "no title of a document": (ARTICLE, "<title>[^<]*</title>", "<title></title>",
                               "book-title-missing"),
    "the doctype of XHTML 1": (ARTICLE, "<!DOCTYPE html>", '<!DOCTYPE html PUBLIC "-//W3C//DTD '
                               'XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">',
                               "book-doctype"),
    "contents that lead nowhere": (NAV, 'href="article-0002.xhtml"', 'href="gone.xhtml"',
                                   "book-link-dead"),
    "old contents that lead nowhere": (NCX, 'src="article-0002.xhtml"', 'src="gone.xhtml"',
                                       "book-link-dead"),
    "another identifier in the old contents": (NCX, 'content="urn:uuid:', 'content="urn:other:',
                                               "book-ncx-identifier"),
}  # fmt: skip


def test_a_book_of_ours_has_no_fault():
    assert codes(BOOK) == set()


@pytest.mark.parametrize("fault", MUTANTS)
def test_every_fault_is_found(fault):
    name, old, new, code = MUTANTS[fault]
    assert code in codes(mutant(name, old, new))


def test_what_does_not_begin_as_a_book_is_said_to_be_none():
    made = BytesIO()
    with ZipFile(BytesIO(BOOK)) as whole, ZipFile(made, "w", ZIP_DEFLATED) as other:
        for entry in reversed(whole.infolist()):
            other.writestr(entry.filename, whole.read(entry))
    assert codes(made.getvalue()) == {"book-mimetype"}


@settings(max_examples=15, deadline=None)
@given(publications())
def test_no_publication_makes_a_book_with_a_fault(publication):
    assert codes(EpubWriter().write(publication, PLAIN, None).data) == set()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(BOOK) - 1), st.integers(0, 255), st.booleans())
def test_damage_anywhere_is_a_remark_or_a_sentence_never_a_crash(place, byte, cut):
    data = BOOK[:place] if cut else BOOK[:place] + bytes([byte]) + BOOK[place + 1 :]
    try:
        said = codes(data)
    except BulletinError as error:
        said = {error.code}
    assert all(said)


def test_every_code_is_said_in_both_languages_with_its_place():
    name, old, new, code = MUTANTS["an old element"]
    (one,) = [one for one in check(Source(name="a.epub", data=mutant(name, old, new)))
              if one.code == code]  # fmt: skip
    assert one.where == "a.epub"
    for language in ("en", "zh"):
        assert "article-0001.xhtml:" in one.sentence(language)
