"""``bundle --append``: a book that grows on disk."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from builders import article

BOOK = Path("book.epub")


@pytest.fixture
def pages(save):
    """Two articles in two files."""
    return save("1.json", article("甲", title="一")), save("2.json", article("乙", title="二"))


def parts(path):
    with ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_a_book_is_made_grows_and_then_stays_as_it_is(run, pages):
    one, two = pages
    assert run("bundle", one, "--append", BOOK).exit_code == 0
    first = parts(BOOK)
    assert run("bundle", one, two, "--append", BOOK).exit_code == 0
    second = parts(BOOK)
    assert b"\xe4\xb9\x99" in second["EPUB/article-0002.xhtml"]
    assert second["EPUB/article-0001.xhtml"] == first["EPUB/article-0001.xhtml"]
    before = BOOK.read_bytes()
    again = run("bundle", one, two, "--append", BOOK)
    assert again.exit_code == 0
    assert BOOK.read_bytes() == before


def test_a_grown_book_can_be_written_beside_the_old_one(run, pages):
    other = Path("other.epub")
    assert run("bundle", pages[0], "--append", BOOK).exit_code == 0
    before = BOOK.read_bytes()
    done = run("bundle", pages[1], "--append", BOOK, "-o", other)
    assert done.exit_code == 0
    assert BOOK.read_bytes() == before
    assert "EPUB/article-0002.xhtml" in parts(other)


def test_a_folder_gives_no_books(run, pages):
    assert run("bundle", *pages, "-o", BOOK).exit_code == 0
    assert run("bundle", ".", "-o", "all.json").exit_code == 0
    assert Path("all.json").read_text("utf-8").count('"headline"') == 2


def test_only_a_book_can_grow(run, pages):
    one, _ = pages
    assert run("bundle", one, "--append", "a.docx").exit_code == 2
    assert run("bundle", one).exit_code == 2


def test_what_is_no_book_is_left_alone(run, pages):
    BOOK.write_bytes(b"no book")
    assert run("bundle", pages[0], "--append", BOOK).exit_code != 0
    assert BOOK.read_bytes() == b"no book"


def test_a_book_becomes_one_document_named_after_its_title(run, pages):
    assert run("bundle", *pages, "-o", BOOK, "--title", "汇编").exit_code == 0
    assert run("convert", BOOK, "--to", "md", "-o", "out").exit_code == 0
    (made,) = Path("out").iterdir()
    assert "汇编" in made.name
    text = made.read_text("utf-8")
    assert "甲" in text
    assert "乙" in text
