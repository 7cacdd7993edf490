"""What pages call themselves, and what their numbers say in print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

_NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class PageNumber(msgspec.Struct, frozen=True):
    """The number of a page: its label, ``{page}`` and ``{pages}`` in print, and its side."""

    label: str
    printed: str
    of: str
    #: The back of a leaf, the left of an open book.
    is_even: bool


def page_numbers(
    front: int, body: int, manner: Literal["roman", "continue", "none"]
) -> Iterator[PageNumber]:
    """Yield the numbers of *front* pages before the first article and of *body* pages after.

    The front is counted apart in roman numerals, counted on into the body, or not printed.
    """
    total = front + body if manner == "continue" else body
    for number in range(1, front + 1):
        label, of = roman(number), roman(front)
        if manner == "continue":
            label, of = str(number), str(total)
        yield PageNumber(label, "" if manner == "none" else label, of, number % 2 == 0)
    for number in range(total - body + 1, total + 1):
        yield PageNumber(str(number), str(number), str(total), number % 2 == 0)


def roman(number: int) -> str:
    """Return *number*, above zero, in small roman numerals."""
    result = ""
    for value, numeral in _NUMERALS:
        times, number = divmod(number, value)
        result += numeral * times
    return result


def roman_value(numeral: str) -> int:
    """Return the number that *numeral* writes as `roman` would; 0 if it is none."""
    total, at = 0, 0
    for value, sign in _NUMERALS:
        while numeral.startswith(sign, at):
            total, at = total + value, at + len(sign)
    return total if total and roman(total) == numeral else 0
