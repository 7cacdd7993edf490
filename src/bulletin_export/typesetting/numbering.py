"""What pages call themselves, and what their numbers say in print."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Literal

import msgspec

Manner = Literal["roman", "continue", "none"]

_NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class PageNumber(msgspec.Struct, frozen=True):
    """The number of a page: its label, ``{page}`` in print, and its side."""

    label: str
    printed: str
    #: The back of a leaf, the left of an open book.
    is_even: bool


def front_numbers(manner: Manner) -> Iterator[PageNumber]:
    """Yield the numbers of the pages before the first article, without an end.

    They are counted apart in roman numerals, counted on into the body, or not printed.
    """
    for number in count(1):
        label = str(number) if manner == "continue" else roman(number)
        yield PageNumber(label, "" if manner == "none" else label, number % 2 == 0)


def body_numbers(front: int, manner: Manner) -> Iterator[PageNumber]:
    """Yield the numbers of the pages after *front* pages before the first article."""
    for number in count(1 + front if manner == "continue" else 1):
        yield PageNumber(str(number), str(number), number % 2 == 0)


def totals(front: int, body: int, manner: Manner) -> tuple[str, str]:
    """Return ``{pages}`` as the *front* pages print it, and as those of the *body* do."""
    if manner == "continue":
        return str(front + body), str(front + body)
    return roman(front), str(body)


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
