"""How large an element sets its text, as far as the page itself says."""

from __future__ import annotations

from typing import Any

import msgspec

from bulletin_export.patterns import lazy_pattern

#: CSS pixels, as browsers show them without a style sheet.
_TAGS = {"h1": 32.0, "h2": 24.0, "h3": 18.72, "h4": 16.0, "h5": 13.28, "h6": 10.72}
_FONT_SIZES = {1: 10.0, 2: 13.0, 3: 16.0, 4: 18.0, 5: 24.0, 6: 32.0, 7: 48.0}
_WORDS = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
}
_STYLE = lazy_pattern(r"font-size\s*:\s*(?:(\d{1,3}(?:\.\d+)?)\s*(px|pt|r?em|%)|([a-z-]+))", 2)
_NUMBER = lazy_pattern(r"\s*([+-]?)(\d)")
_PLAIN = 16.0
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4"))


class Look(msgspec.Struct, frozen=True):
    """How the first words of an element are set: size in CSS pixels, weight, place."""

    size: float
    is_bold: bool
    is_centred: bool

    @property
    def is_set_off(self) -> bool:
        """Whether they look like more than running text."""
        return self.size > _PLAIN or self.is_bold or self.is_centred


def look_of(element: Any) -> Look:
    """Return how the first words in *element* look, as far as the page itself says."""
    size, is_bold, is_centred = size_of(element, 0.0), False, False
    while element is not None:
        style = (element.get("style") or "").lower().replace(" ", "")
        is_bold = is_bold or element.tag in _BOLD or "font-weight:bold" in style
        given = (element.get("align") or "").lower()
        is_centred = (
            is_centred
            or given == "center"
            or element.tag == "center"
            or "text-align:center" in style
        )
        if (element.text or "").strip():
            break
        element = next((child for child in element if isinstance(child.tag, str)), None)
        if element is not None:
            size = size_of(element, size)
    return Look(size, is_bold, is_centred)


def size_of(element: Any, inherited: float) -> float:
    """Return the size of text in *element* in CSS pixels; *inherited* is that around it, or 0."""
    around = inherited or _PLAIN
    tag = element.tag
    size = _TAGS.get(tag, around)
    if tag in ("small", "sub", "sup"):
        size = around * 0.83
    elif tag == "big":
        size = around * 1.2
    elif tag == "font":
        size = _font_size(element.get("size") or "", around)
    style = element.get("style") or ""
    return _styled(style, around, size) if "font-size" in style.lower() else size


def _font_size(given: str, around: float) -> float:
    match = _NUMBER.match(given)
    if match is None:
        return around
    number = int(match[2])
    if match[1]:
        number = 3 + number if match[1] == "+" else 3 - number
    return _FONT_SIZES[min(max(number, 1), 7)]


def _styled(style: str, around: float, size: float) -> float:
    match = _STYLE.search(style)
    if match is None:
        return size
    if match[3]:
        return {"smaller": around * 0.83, "larger": around * 1.2}.get(match[3]) or _WORDS.get(
            match[3], size
        )
    number = float(match[1])
    return {
        "px": number,
        "pt": number * 4 / 3,
        "em": number * around,
        "rem": number * _PLAIN,
        "%": number / 100 * around,
    }[match[2].lower()]
