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


def test_a_publication_is_written_in_volumes(run, pages, save):
    three = (
        save("a.json", article("甲" * 400, title="一", date="2020-01-05")),
        save("b.json", article("乙" * 400, title="二", date="2020-02-05")),
        save("c.json", article("丙" * 400, title="三", date="2020-02-06")),
    )
    result = run("bundle", *three, "-o", "简报.epub", "-o", "简报.txt", "--split-by", "month")
    assert result.exit_code == 0
    assert result.stdout.split() == [
        "简报-2020-01.epub", "简报-2020-02.epub", "简报-2020-01.txt", "简报-2020-02.txt",
    ]  # fmt: skip
    assert "乙" in Path("简报-2020-02.txt").read_text("utf-8")
    result = run("bundle", *three, "-o", "all.txt", "--split-size", "2kB")
    assert result.stdout.split() == ["all-1.txt", "all-2.txt", "all-3.txt"]
    assert "volume-large" not in result.stderr
    for wrong in ("x", "0", "-1MB"):
        assert run("bundle", *three, "-o", "a.txt", "--split-size", wrong).exit_code == 2
    assert run("bundle", *three, "--append", BOOK, "--split-by", "year").exit_code == 2
