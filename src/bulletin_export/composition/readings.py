"""Which part of a reading (注音) stands above which characters."""

from __future__ import annotations


def syllables(base: str, reading: str) -> list[tuple[int, int, str]]:
    """Return what is read above which characters of *base*: start, end, reading.

    As many syllables, parted by blanks, as characters stand each above its own.
    """
    each = reading.split()
    if len(each) == len(base) > 1:
        return [(index, index + 1, one) for index, one in enumerate(each)]
    return [(0, len(base), reading)]
