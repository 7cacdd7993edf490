"""Titles as lists want them: never empty, never long, and read in their own direction."""

from __future__ import annotations

from bulletin_export.patterns import lazy_pattern
from bulletin_export.writers.epub.markup import one_line

#: So many full-width characters fit into two lines of a phone's contents; Latin counts half.
ROOM = 40
_CUT = "…"
#: Where a title may be cut with good sense: after a mark, at a blank.
_MARKS = lazy_pattern("[，。；：！？、”’）》」』】—…,;:!?)]|(?<=.)(?=[ \u3000])")
#: What makes one sign with its forerunner: marks upon it, choices of its look, joiners.
_CLINGS = lazy_pattern(
    "[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u200d\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)
_FLAGS = lazy_pattern("[\U0001f1e6-\U0001f1ff]")
_JOINER = "\u200d"
#: Characters that take half the width.
_NARROW = lazy_pattern("[\u0020-\u02ff\u0370-\u0fff]")
_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def says_something(text: str) -> bool:
    """Tell whether there is anything to be seen or spoken in *text*."""
    return any(one.isprintable() and not one.isspace() for one in text)


def short(title: str) -> str:
    """Return *title* as navigation shows it: within `ROOM`, cut at a mark if there is one."""
    title = one_line(title)
    if len(title) <= ROOM or _width(title) <= ROOM:
        return title
    end = _room(title)
    marks = [mark.end() for mark in _MARKS.finditer(title, end // 2, end)]
    end = marks[-1] if marks else _whole(title, end)
    return title[:end].rstrip("，、；：,;: \u3000") + _CUT


def is_right_to_left(title: str) -> bool:
    """Tell whether *title* holds letters that are written from right to left."""
    return not title.isascii() and _RIGHT_TO_LEFT.search(title) is not None


def _width(text: str) -> float:
    return len(text) - len(_NARROW.findall(text)) / 2


def _room(title: str) -> int:
    """Return how many characters of *title* fit, a full-width one kept for the ellipsis."""
    width = 0.0
    for number, one in enumerate(title):
        width += 0.5 if _NARROW.match(one) else 1
        if width > ROOM - 1:
            return number
    return len(title)


def _whole(title: str, end: int) -> int:
    """Return the place at or before *end* where no sign is cut in two."""
    least = end // 2
    while end > least and (
        _CLINGS.match(title, end)
        or title[end - 1] == _JOINER
        or (_FLAGS.match(title, end) and _flags_before(title, end) % 2)
    ):
        end -= 1
    return end


def _flags_before(title: str, end: int) -> int:
    start = end
    while start and _FLAGS.match(title, start - 1):
        start -= 1
    return end - start
