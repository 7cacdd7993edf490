"""Marks on text: from the names of elements and from their styles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bulletin_export.extraction.addresses import link_target
from bulletin_export.extraction.blocks.inlines import MARKS, Marks, collapsed, with_mark
from bulletin_export.model.nodes import (
    Emphasis,
    Inline,
    Link,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Underline,
)
from bulletin_export.patterns import lazy_pattern

_BOLD = lazy_pattern(
    r"font-weight\s*:\s*(?:(bold(?:er)?\b|[6-9]00\b|1000\b)|(normal|lighter|[1-4]00\b))"
)
_SLANT = lazy_pattern(r"font-style\s*:\s*(?:(italic|oblique)|(normal))")
_DOTS = lazy_pattern(r"text-emphasis(?:-style)?\s*:\s*(?!none|initial|unset|inherit)[^;\s]")
_LINES = lazy_pattern(r"text-decoration(?:-line)?\s*:([^;]*)")
_RAISED = lazy_pattern(r"vertical-align\s*:\s*(super|sub)\b")
#: Characters; what comes later in a style is no mark on text.
_LONGEST_STYLE = 2000
_WORDS = ("font-", "text-", "vertical-")


def marks_inside(element: Any, marks: Marks, base: str, *, is_block: bool = False) -> Marks:
    """Return the marks on text inside *element*, which itself stands under *marks*.

    A block is never raised or lowered as a whole.
    """
    tag = element.tag
    style = element.get("style")
    if tag == "a":
        target = link_target(element.get("href") or "", base)
        if target:
            title = collapsed(element.get("title") or "").strip()
            marks = ((Link, target, title), *(one for one in marks if one[0] is not Link))
    elif tag in MARKS:
        marks = with_mark(marks, (MARKS[tag], "", ""))
    if not style:
        return marks
    added, taken = _look(style[:_LONGEST_STYLE].lower())
    if taken:
        marks = tuple(one for one in marks if one[0] not in taken)
    for kind in added:
        if (tag == "a" and kind is Underline) or (is_block and kind in (Superscript, Subscript)):
            continue
        marks = with_mark(marks, (kind, "", ""))
    return marks


@lru_cache(maxsize=4096)
def _look(style: str) -> tuple[tuple[type[Inline], ...], tuple[type[Inline], ...]]:
    """Return the marks that *style* puts on text, and those it takes off."""
    added: list[type[Inline]] = []
    taken: list[type[Inline]] = []
    if not any(word in style for word in _WORDS):
        return (), ()
    for pattern, kind in ((_BOLD, Strong), (_SLANT, Emphasis)):
        match = pattern.search(style)
        if match:
            (added if match[1] else taken).append(kind)
    if _DOTS.search(style) and Emphasis not in added:
        added.append(Emphasis)
    lines = "".join(_LINES.findall(style))
    if "underline" in lines:
        added.append(Underline)
    if "line-through" in lines:
        added.append(Strikethrough)
    raised = _RAISED.search(style)
    if raised:
        added.append(Superscript if raised[1] == "super" else Subscript)
    return tuple(added), tuple(taken)


_CENTRING = lazy_pattern(r"text-align\s*:\s*(\w+)", re.IGNORECASE)


def text_align(element: Any) -> str:
    """Return where *element* puts its text (``center``, ``right`` …), or nothing if unsaid."""
    style = element.get("style")
    if style and "align" in style:
        match = _CENTRING.search(style)
        if match:
            return match[1].lower()
    if element.tag == "center":
        return "center"
    return (element.get("align") or "").lower()
