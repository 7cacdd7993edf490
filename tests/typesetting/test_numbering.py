"""What pages call themselves."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_export.typesetting.numbering import (
    body_numbers,
    front_numbers,
    roman,
    roman_value,
    totals,
)


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


def first(numbers, count):
    return [(one.label, one.printed) for one in islice(numbers, count)]


def test_front_and_body_are_counted_apart() -> None:
    assert first(front_numbers("roman"), 2) == [("i", "i"), ("ii", "ii")]
    assert first(body_numbers(2, "roman"), 2) == [("1", "1"), ("2", "2")]
    assert totals(2, 3, "roman") == ("ii", "3")


def test_front_and_body_are_counted_through() -> None:
    assert first(front_numbers("continue"), 2) == [("1", "1"), ("2", "2")]
    assert first(body_numbers(2, "continue"), 2) == [("3", "3"), ("4", "4")]
    assert [one.is_even for one in islice(body_numbers(2, "continue"), 2)] == [False, True]
    assert totals(2, 2, "continue") == ("4", "4")


def test_the_front_may_have_no_numbers_in_print() -> None:
    assert first(front_numbers("none"), 1) == [("i", "")]
    assert first(body_numbers(1, "none"), 1) == [("1", "1")]
