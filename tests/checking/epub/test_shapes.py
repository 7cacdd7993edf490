"""What stands where it may not, and what is missing, in every file of a book."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from builders import article, figure, h, img, note, p, publication, ruby, table, td, tr
from bulletin_export.checking.epub import check_book
from bulletin_export.sources import Source
from bulletin_export.styling.load import load_template
from bulletin_export.writers.epub import EpubWriter
from strategies import PICTURES

PICTURE = PICTURES[0]
ARTICLE = article(
    p("甲", note("注"), ruby("字", "ㄗ")), h(1, "小标题"), table(tr(td("一"), td("二"))),
    figure(img(PICTURE.name, "图"), caption="图注"), title="第一篇", media=(PICTURE,),
)  # fmt: skip
BOOK = (
    EpubWriter()
    .write(
        publication(ARTICLE, article("乙", title="第二篇"), contents=True),
        load_template("plain"),
        None,
    )
    .data
)
PAGE, NAV, OPF, NCX = "article-0001.xhtml", "nav.xhtml", "content.opf", "toc.ncx"


def codes(name: str, before: str, after: str) -> set[str]:
    made = BytesIO()
    with ZipFile(BytesIO(BOOK)) as old, ZipFile(made, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename.endswith(name):
                assert before.encode() in data, before
                data = data.replace(before.encode(), after.encode(), 1)
            new.writestr(entry, data)
    return {one.code for one in check_book(Source(data=made.getvalue(), name="book.epub"))}


def test_a_book_as_it_is_written_has_no_fault():
    assert not list(check_book(Source(data=BOOK, name="book.epub")))


@pytest.mark.parametrize(
    ("name", "before", "after", "code"),
    [
        (OPF, "<manifest>", "<manifest>字", "book-text"),
        (OPF, "<manifest>", "<manifest><p/>", "book-element"),
        (OPF, "<spine", '<spine bogus="1"', "book-attribute"),
        (OPF, "<itemref ", '<itemref linear="maybe" ', "book-attribute"),
        (OPF, "</dc:language>", "</dc:language><dc:rights/>", "book-metadata-missing"),
        (OPF, 'media-type="text/css"', 'media-type=""', "book-required"),
        ("container.xml", ' version="1.0">', ' version="9">', "book-attribute"),
        ("container.xml", "<rootfiles>", "<rootfiles>字", "book-text"),
        (NCX, "<navMap>", "<navMap><p/>", "book-element"),
        (NCX, "<docTitle>", "<docTitle>字", "book-text"),
        (NCX, ' id="', ' bogus="', "book-attribute"),
        (NAV, "<ol>", "<ol></ol><ol>", "book-element"),
        (NAV, "<li>", "<li>字", "book-text"),
        (NAV, 'epub:type="toc"', 'epub:type="bogus"', "book-navigation-missing"),
        (NAV, 'epub:type="bodymatter" ', "", "book-required"),
        (PAGE, "<body>", '<body role="bogus">', "book-attribute"),
        (PAGE, "<body>", '<body aria-bogus="1">', "book-attribute"),
        (PAGE, "<body>", '<body dir="up">', "book-attribute"),
        (PAGE, "<body>", '<body tabindex="a">', "book-attribute"),
        (PAGE, "<body>", '<body onclick="x()">', "book-property"),
        (PAGE, "<tr>", "<tr>字", "book-text"),
        (PAGE, "<head>", "<head><p>字</p>", "book-element"),
        (PAGE, "<figcaption>", "<figcaption>一</figcaption><figcaption>", "book-element"),
        (PAGE, 'aria-labelledby="headline"', 'aria-labelledby="nobody"', "book-link-dead"),
        (PAGE, "<rt>ㄗ</rt>", "", "book-required"),
        ("style.css", "p {", "p {{", "book-markup-broken"),
        ("style.css", "p {", "p { direction: rtl;", "book-attribute"),
        ("style.css", "p {", "p { background: url(no.png);", "book-link-dead"),
        ("style.css", "p {", '@import "https://example.cn/a.css"; p {', "book-remote"),
    ],
)  # fmt: skip
def test_one_fault_is_found(name, before, after, code):
    assert code in codes(name, before, after)
