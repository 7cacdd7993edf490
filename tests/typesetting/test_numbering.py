"""What pages call themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_export.typesetting.numbering import page_numbers, roman, roman_value


def test_roman_numerals_are_as_printers_write_them() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1999)] == [
        "i", "iv", "ix", "xiv", "xl", "xc", "cd", "mcmxcix",
    ]  # fmt: skip


@given(st.integers(1, 3999))
def test_a_roman_numeral_reads_as_the_number_it_writes(number: int) -> None:
    assert roman_value(roman(number)) == number


@pytest.mark.parametrize("word", ["", "iiii", "vx", "mild", "目录", "IV", "8, 1", "im"])
def test_what_is_no_numeral_has_no_value(word: str) -> None:
    assert roman_value(word) == 0


def test_front_and_body_are_counted_apart() -> None:
    numbers = list(page_numbers(2, 3, "roman"))
    assert [(one.label, one.printed, one.of) for one in numbers] == [
        ("i", "i", "ii"), ("ii", "ii", "ii"), ("1", "1", "3"), ("2", "2", "3"), ("3", "3", "3"),
    ]  # fmt: skip


def test_front_and_body_are_counted_through() -> None:
    numbers = list(page_numbers(2, 2, "continue"))
    assert [(one.label, one.printed, one.of) for one in numbers] == [
        ("1", "1", "4"), ("2", "2", "4"), ("3", "3", "4"), ("4", "4", "4"),
    ]  # fmt: skip
    assert [one.is_even for one in numbers] == [False, True, False, True]


def test_the_front_may_have_no_numbers_in_print() -> None:
    numbers = list(page_numbers(1, 1, "none"))
    assert [(one.label, one.printed) for one in numbers] == [("i", ""), ("1", "1")]
