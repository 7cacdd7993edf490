"""Faces that travel with a book hold what it shows, and nothing else."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from builders import article, em, h, p, publication
from bulletin_export.styling.load import load_template
from bulletin_export.typefaces import FontRole
from bulletin_export.writers.epub import EpubWriter
from bulletin_export.writers.epub.used_characters import UsedCharacters
from writers.reading_back import parts

PLAIN = load_template("plain", {"embed_fonts": True})
ONE = publication(
    article(
        h(1, "小标题"), p("会议强调，要", em("重点"), "落实。"), title="总标题", source="安徽日报"
    ),
    article(p("第二篇 <A&B>"), title="其他"),
    contents=True,
)


def rules(css: str) -> list[tuple[str, str, set[str]]]:
    """Family, file and characters of every face that *css* brings along."""
    found = re.findall(r'family: "([^"]*)"; src: url\("([^"]*)"\);\s*unicode-range: ([^;]*);', css)
    return [(family, file, set(_characters(ranges))) for family, file, ranges in found]


def _characters(ranges: str):
    for one in ranges.split(", "):
        first, _, last = one.removeprefix("U+").partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


@pytest.fixture
def book(test_book):
    return parts(EpubWriter().write(ONE, PLAIN, test_book).data)


def test_every_character_of_a_range_is_in_the_file(book):
    found = rules(book["EPUB/style.css"].decode())
    assert found
    for family, file, characters in found:
        font = TTFont(BytesIO(book[f"EPUB/{file}"]))
        assert {ord(one) for one in characters} <= font.getBestCmap().keys()
        assert font["name"].getDebugName(1) == family


def test_what_the_book_shows_is_in_some_range(book, test_book):
    words = "".join(
        unescape(re.sub("<[^>]*>", "", data.decode().partition("<body>")[2]))
        for name, data in book.items()
        if name.endswith("xhtml") and "nav" not in name
    )
    covered = set().union(*(chars for _, _, chars in rules(book["EPUB/style.css"].decode())))
    chain = test_book.chain(FontRole.SONG, PLAIN.style("body").latin)
    shown = {one for one in words if one.isprintable() and not chain.is_missing(one)}
    assert shown <= covered | {" "}


def test_the_style_sheet_names_the_faces_first_and_tells_whose_they_are(book):
    css = book["EPUB/style.css"].decode()
    assert css.startswith('@charset "UTF-8";\n/* ')
    assert 'font-family: "Bulletin 1", ' in css


def test_the_same_book_has_the_same_bytes(test_book):
    assert (
        EpubWriter().write(ONE, PLAIN, test_book).data
        == EpubWriter().write(ONE, PLAIN, test_book).data
    )


def test_without_the_wish_nothing_comes_along(test_book):
    files = parts(EpubWriter().write(ONE, load_template("plain"), test_book).data)
    assert not [name for name in files if "/fonts/" in name]


def test_each_role_is_asked_for_its_own_characters():
    used = UsedCharacters(PLAIN)
    used.note(
        '<html><head><title>无</title></head><body>\n<h1 class="title">甲</h1><p>乙<em>丙</em>丁<br/>'
        "&amp;</p><pre>戊</pre>\n</body></html>".encode()
    )
    assert used.by_font[FontRole.KAI] == {"丙"}
    assert used.by_font[PLAIN.style("title").font] >= {"甲"}
    assert used.by_font[PLAIN.style("body").font] >= {"乙", "丁", "&"}
    assert not any("无" in text for text in used.by_font.values())
