"""Marks of both scripts carry the hint in Chinese, and none in English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_export.writers.docx.content.hints import is_chinese, is_plain, pieces

HINT = {"rFonts": 'w:hint="eastAsia"'}
MARKS = "“”‘’—…·"
han = st.text("的一是在不了有和人这中大为上个国", min_size=1, max_size=6)
latin = st.text("abcdefgXYZ", min_size=1, max_size=6)
mark = st.sampled_from(MARKS)


def cut(text, *, chinese=False):
    """Return the pieces of *text*: h for hinted, the language, and the words."""
    return [
        (
            "h" if "rFonts" in looks else "",
            looks.get("lang", "").partition('"')[2][:2],
            piece,
        )
        for looks, piece in pieces(text, chinese=chinese)
    ]


def hinted(text, **which):
    return "".join(piece for hint, _, piece in cut(text, **which) if hint)


@given(before=han, mark=mark, after=han)
def test_a_mark_between_han_is_always_hinted(before, mark, after):
    assert mark in hinted(before + mark + after)


@given(before=latin, mark=mark, after=latin, around=han)
def test_a_mark_between_latin_words_never_is(before, mark, after, around):
    for text in (before + mark + after, f"{around}，{before} {mark}{after}，{around}"):
        found = hinted(text)
        assert mark not in found


@given(st.text("中国人的aé bЖж αβ“”‘’—…·①★℃，。のカ한글שלאב𠮷12\n", max_size=40), st.booleans())
def test_pieces_are_the_text(text, chinese):
    assert "".join(piece for _, piece in pieces(text, chinese=chinese)) == text
    if is_plain(text):
        assert list(pieces(text, chinese=chinese)) == [({}, text)]


@given(st.text("中国人éйжλ“”—，a ", max_size=30), st.booleans())
def test_letters_that_the_hint_would_change_never_carry_it(text, chinese):
    found = hinted(text, chinese=chinese)
    assert not set(found) & set("éйжλ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说“好”。", ["他说“好”。"]),
        ("“Hello” he said", []),
        ("He said “你好” to me, and left the room quickly.", []),
        ("他读“Peter’s Day”一书", ["他读“Peter", "s Day”一书"]),
        ("他读‘Peter’s Day’一书好", ["他读‘Peter", "s Day’一书好"]),
        ("坚持学Python——Java不学", ["坚持学Python——Java不学"]),
        ("26 ℃好，A①B好", ["26 ℃好，A①B好"]),
        ("那个café“好”的", ["那个", "“好”的"]),
        ("他答：“Да — я” 很好", ["他答：“", "” 很好"]),
        ("面积22×28毫米，“好”", ["面积22", "28毫米，“好”"]),
    ],
)
def test_what_is_hinted(text, expected):
    assert [piece for hint, _, piece in cut(text) if hint] == expected


def test_a_lone_mark_follows_its_paragraph():
    assert hinted("——", chinese=True) == "——"
    assert hinted("——", chinese=False) == ""


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("他说Привет, мир。", "ru", "Привет, мир"),
        ("日文テスト好", "ja", "テスト"),
        ("韩文한글好", "ko", "한글"),
    ],
)
def test_other_languages_are_named(text, language, words):
    assert ("", language, words) in cut(text)


def test_what_runs_from_right_to_left_says_so():
    found = {piece: looks for looks, piece in pieces("他说مرحبا بكم好", chinese=True)}
    assert found["مرحبا بكم"] == {"lang": 'w:bidi="ar-SA"', "rtl": ""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中文", True),
        ("读Python", True),
        ("see 中文 for more words", False),
        ("plain", False),
        ("", False),
    ],
)
def test_a_text_is_mainly_chinese_or_not(text, expected):
    assert is_chinese(text) is expected
