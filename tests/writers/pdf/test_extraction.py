"""What readers of other people take out of a finished file: the model's words and nothing else."""

from __future__ import annotations

import shutil
import subprocess

import pytest

import builders as b
from bulletin_export.model.publication import Publication
from bulletin_export.writers.pdf import PdfWriter
from looks import template
from painted import poppler, text
from tagged import reader, structure

TEMPLATE = template(width=300, height=842, margin=40, footer="", show_address=False)
PARAGRAPHS = (
    "据了解，2020年以来共有3.5万人受益，“群众说好才是真的好”，约1,234,567.89元，合45%。" * 3,
    "Python 3.11 版本发布，参加 annual conference 的 developers 共 1,024 名——真的很多……" * 3,
    "The quick brown fox jumps over the lazy dog, twice; office, affluent, fjord and waffle. " * 4,
    "翟𠮷安、𠮷野家和𫖯、𬬻，表情😀与没有的字𪚥。" * 3,
    "标点堆叠：）”。》、，！？……（“《他说：“好！”》”）。" * 3,
    "全角　空格、不断行\u00a0空格 与普通 空格。" * 4,
)


def file_of(book, *blocks: object) -> bytes:
    publication: Publication = b.publication(b.article(*blocks))
    return PdfWriter().write(publication, TEMPLATE, book).data


def joined(lines: list[str]) -> str:
    """Return *lines* as one text; the hyphens of words that were cut are not part of it."""
    return "".join("".join(lines).replace("\u00ad", "").split())


@pytest.mark.parametrize("words", PARAGRAPHS)
def test_pypdf_finds_every_character_and_no_other(test_book, words: str) -> None:
    found = text(file_of(test_book, words))
    assert joined(found[1:]) == "".join(words.split())


@pytest.mark.parametrize("words", PARAGRAPHS)
def test_the_glyphs_of_a_paragraph_decode_to_its_words_blanks_included(test_book, words) -> None:
    tree = structure(reader(file_of(test_book, words)))
    (paragraph,) = (one for one in tree.walk() if one.kind == "P")
    assert paragraph.text.replace("\u00ad", "") == words.rstrip()


@pytest.mark.parametrize("words", PARAGRAPHS)
def test_poppler_copies_the_words(test_book, words: str) -> None:
    found = poppler(file_of(test_book, words), "-raw")
    assert found is None or joined(found).endswith("".join(words.split()))


def test_pypdf_adds_no_blank_beside_links_and_notes(test_book) -> None:
    paragraph = b.p(
        "前文", b.link("https://example.org/", "链接 link 字"), "与2020年", b.note("注"), "后文"
    )
    found = "".join(text(file_of(test_book, paragraph)))
    assert "前文链接 link 字与2020年1后文" in found


def test_a_stretched_line_has_no_blank_in_pypdf(test_book) -> None:
    found = text(file_of(test_book, "国" * 15 + "2020年" + "国" * 40))
    assert " " not in "".join(found)


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler-utils is not installed")
def test_poppler_reads_the_structure_as_the_model_says_it(test_book, tmp_path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(file_of(test_book, *PARAGRAPHS[:3]))
    command = ["pdfinfo", "-struct-text", str(path)]
    shown = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    pieces = [line.strip()[1:-1] for line in shown.splitlines() if line.strip().startswith('"')]
    words = "".join(pieces).replace("\u00ad", "")
    assert words.endswith("".join(one.rstrip() for one in PARAGRAPHS[:3]))
