"""A very long article is several documents; a book may hold very many."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from bulletin_export.archives import ArchiveEntry, ArchiveTooLargeError, GrowingArchive, archive
from bulletin_export.model.article import Article, Headline
from bulletin_export.model.nodes import Heading, Link, Note, Paragraph, Text
from bulletin_export.model.publication import Publication, Section
from bulletin_export.scratch import Scratch
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
