"""Titles as navigation shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_export.writers.epub.markup import one_line
from bulletin_export.writers.epub.titles import ROOM, is_right_to_left, says_something, short


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("春耕备耕", "春耕备耕"),
        ("A&B <x> \"引\"", "A&B <x> \"引\""),
        ("长" * 40, "长" * 40),
        ("长" * 41, "长" * 39 + "…"),
        ("一" * 30 + "，" + "二" * 30, "一" * 30 + "…"),
        ("“" + "甲" * 28 + "”" + "乙" * 30, "“" + "甲" * 28 + "”…"),
        ("word " * 16, ("word " * 16).strip()),
        ("word " * 40, ("word " * 15).strip() + "…"),
        ("两\n行", "两 行"),
    ],
)  # fmt: skip
def test_a_long_title_is_cut_at_a_sensible_place(title, shown):
    assert short(title) == shown


@pytest.mark.parametrize("sign", ["👨‍👩‍👧‍👦", "🇨🇳", "e\u0301", "👍🏽", "葛\U000e0100"])
def test_no_sign_is_cut_in_two(sign):
    shown = short(sign * 100)
    assert shown == sign * (len(shown) // len(sign)) + "…"


@given(st.text())
def test_a_short_title_is_the_beginning_of_the_whole(title):
    shown = short(title)
    assert len(shown) <= 2 * ROOM
    assert one_line(title).startswith(shown.removesuffix("…"))


def test_blanks_and_invisible_characters_say_nothing():
    assert not any(map(says_something, ("", "  ", "\u3000", "\u200b", "\x07\x85")))
    assert says_something(" 一")


def test_titles_from_right_to_left_are_known():
    assert is_right_to_left("新闻：مرحبا")
    assert is_right_to_left("שלום")
    assert not is_right_to_left("Ünïcode 新闻")
