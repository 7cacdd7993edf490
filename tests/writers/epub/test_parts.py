"""A very long article is several documents; a book may hold very many."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from bulletin_export.archives import ArchiveEntry, ArchiveTooLargeError, GrowingArchive, archive
from bulletin_export.model.article import Article, Headline
from bulletin_export.model.nodes import (
    Heading,
    Link,
    Note,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    Text,
)
from bulletin_export.model.publication import Publication, Section
from bulletin_export.readers.epub import EpubReader
from bulletin_export.scratch import Scratch
from bulletin_export.sources import Source
from bulletin_export.styling.load import load_template
from bulletin_export.writers.epub import EpubWriter
from bulletin_export.writers.epub.parts import LARGEST
from writers.reading_back import parts, spine

PLAIN = load_template("plain")
WORDS = "会议强调，要把各项工作落到实处。" * 60


def _long_article():
    blocks = []
    for number in range(1, 161):
        inner = Note((Paragraph((Text(f"注中之注{number}"),)),))
        note = Note((Paragraph((Text(f"注{number}"), inner)),))
        blocks += [
            Heading(1, (Text(f"第{number}节"),)),
            Paragraph((Text(f"{number}{WORDS}"), note)),
        ]
    blocks.append(Paragraph((Link("#第2节", (Text("见前"),)),)))
    return Article(headline=Headline("长文"), blocks=tuple(blocks))


def _book(*articles):
    publication = Publication(sections=(Section(articles),), has_contents=len(articles) > 1)
    return EpubWriter().write(publication, PLAIN, None).data


def test_a_long_article_is_divided_between_blocks_and_none_of_it_is_lost():
    data = _book(_long_article())
    files, names = parts(data), spine(data)
    assert [name.rpartition("/")[2] for name in names] == [
        "article-0001.xhtml", "article-0001-2.xhtml", "article-0001-3.xhtml",
        "article-0001-4.xhtml",
    ]  # fmt: skip
    assert all(len(files[name]) < LARGEST + 40_000 for name in names)
    whole = b"".join(files[name] for name in names).decode()
    assert re.findall(r"第(\d+)节</h", whole) == [str(n) for n in range(1, 161)]


def test_notes_and_headings_of_a_divided_article_are_found_where_links_lead():
    data = _book(_long_article())
    files = {name.rpartition("/")[2]: text.decode() for name, text in parts(data).items()
             if name.endswith(".xhtml")}  # fmt: skip
    for name, text in files.items():
        for file, place in re.findall(r' href="([\w.-]*)#([\w-]+)"', text):
            assert f' id="{place}"' in files[file or name], (name, file, place)
    assert 'href="article-0001.xhtml#s2"' in files["article-0001-4.xhtml"]
    assert "article-0001-2.xhtml#s" in files["nav.xhtml"]


def test_only_an_article_too_long_for_one_document_is_divided():
    assert (
        len(spine(_book(Article(headline=Headline("短"), blocks=(Paragraph((Text(WORDS),)),)))))
        == 1
    )


def test_seventy_thousand_files_make_an_archive_that_others_can_open():
    body = Scratch()
    growing = GrowingArchive(body, large=True)
    for number in range(70_000):
        growing.add(ArchiveEntry.stored(f"{number}.txt", b"%d" % number))
    growing.finish()
    with ZipFile(BytesIO(b"".join(body.pieces()))) as opened:
        assert len(opened.namelist()) == 70_000
        assert opened.read("69999.txt") == b"69999"


def test_a_format_that_knows_no_large_archives_gets_none():
    entries = (ArchiveEntry.stored(f"{number}", b"") for number in range(70_000))
    with pytest.raises(ArchiveTooLargeError):
        archive(entries)


def _long_table(rows: int, spans: int = 1) -> Table:
    cells = lambda *texts: tuple(TableCell((Paragraph((Text(one),)),)) for one in texts)  # noqa: E731
    head = TableRow(
        (
            TableCell((Paragraph((Text("栏甲"), Note((Paragraph((Text("头注"),)),)))),)),
            *cells("栏乙"),
        )
    )
    body = []
    for number in range(rows):
        first = TableCell((Paragraph((Text(f"第{number}行" * 20 * spans),)),), row_span=spans)
        body.append(TableRow((*((first,) if number % spans == 0 else ()), *cells(f"值{number}"))))
    return Table((head, *body), caption=(Text("表题"),), header_rows=1)


@pytest.mark.parametrize("spans", [1, 7])
def test_a_long_table_is_cut_between_rows_and_reads_back_as_one(spans):
    before = Paragraph((Text("表前"),))
    after = Paragraph((Text("表后"),))
    long = _long_table(2100, spans)
    article = Article(headline=Headline("长表"), blocks=(before, long, after))
    data = _book(article)
    files = parts(data)
    documents = [files[name].decode() for name in spine(data)]
    assert len(documents) > 2
    assert all(len(one.encode()) < LARGEST + 80_000 for one in documents)
    assert [one.count("<caption>") for one in documents] == [1] + [0] * (len(documents) - 1)
    assert [one.count('<thead class="repeated">') for one in documents[1:]] == [1] * (
        len(documents) - 1
    )
    assert sum(one.count('epub:type="noteref"') for one in documents) == 1
    read = EpubReader().read(Source(data=data, name="a.epub")).articles
    assert read[0].blocks == article.blocks


def test_two_long_tables_on_end_stay_two():
    long = _long_table(1500)
    article = Article(headline=Headline("长表"), blocks=(long, long))
    read = EpubReader().read(Source(data=_book(article), name="a.epub")).articles
    assert read[0].blocks == article.blocks
