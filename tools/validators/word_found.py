"""What any reader finds in a Word file, in one form for all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

_BLANK = re.compile(r"[\s\x00-\x1f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")

#: One block: its ``kind`` and ``text``, and what goes with the kind (level, depth, mark, cells).
Entry = dict[str, Any]


class Found(NamedTuple):
    """Blocks in order; notes, links, pictures, each in theirs; and what the reader complains of."""

    entries: Sequence[Entry]
    notes: Sequence[str]
    #: Target and words.
    links: Sequence[str]
    pictures: Sequence[str]
    messages: Sequence[str] = ()


def bare(text: str) -> str:
    """Return *text* without what readers may keep or drop: blanks, marks of direction."""
    return _BLANK.sub("", text)
