"""About how wide words are; Word alone knows its faces."""

from __future__ import annotations

#: Below this code point stand letters and digits half as wide as a Han character.
_FIRST_WIDE = "\u2000"


def em_width(text: str) -> float:
    """Return about how many em wide *text* is."""
    return sum(0.5 if character < _FIRST_WIDE else 1.0 for character in text)
