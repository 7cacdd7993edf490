"""Rules about blanks: which go, which split a paragraph, which stay."""

from __future__ import annotations

from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.base import PARAGRAPH_END
from bulletin_export.transforms.clean.characters import (
    ANY_BLANK,
    CLOSERS,
    HAN,
    NARROW_BLANKS,
    OPENERS,
    is_chinese,
    is_han,
)
from bulletin_export.transforms.clean.protection import Protection

__all__ = ["ANY_BLANK"]

Edits = list[tuple[int, int, str]]

# A line end in the text of a paragraph is a wanted break; blanks beside it are edges.
_LINE_EDGES = lazy_pattern(f"[{NARROW_BLANKS}\u3000]+(?=\n)|(?<=\n)[{NARROW_BLANKS}\u3000]+")
_LINES = lazy_pattern(f"\n|[{NARROW_BLANKS}\u3000]+")
_BLANKS = "".join(sorted(ANY_BLANK))
_LOST = lazy_pattern(
    f'[。！？…][”』」）’》"]{{0,2}}(?P<gap>[{NARROW_BLANKS}\u3000]{{2,}})(?=(?P<next>.))'
)
_GAP = lazy_pattern(f"[{NARROW_BLANKS}\u3000]+")
_RUNS = lazy_pattern(f" [{NARROW_BLANKS}]+|[{NARROW_BLANKS[1:]}][{NARROW_BLANKS}]*")
_PLAIN_CLOSERS = frozenset("，。、；：？！）》〉」』】〕")
_DOUBTFUL_CLOSERS = frozenset("”’…")
_PLAIN_OPENERS = frozenset("（《〈「『【〔")
#: What a paragraph begins with besides Han.
_BEGINNINGS = frozenset('“（《「『【‘"(0123456789０１２３４５６７８９')
_AFTER = frozenset("，。、；：？！" + CLOSERS)
_BEFORE = frozenset(OPENERS)
_CLOSING = frozenset(CLOSERS)


def edges(text: str, _: Protection) -> Edits:
    """S5: no blanks at the ends of a paragraph or of a line in it."""
    size = len(text)
    start = size - len(text.lstrip(_BLANKS))
    end = max(start, len(text.rstrip(_BLANKS)))
    if "\n" not in text:
        return [(a, b, "") for a, b in ((0, start), (end, size)) if a < b]
    # Line ends one by one: a break that somebody wants cannot be taken, blanks beside it can.
    ends = (match.span() for match in _LINES.finditer(text) if not start <= match.start() < end)
    inner = (match.span() for match in _LINE_EDGES.finditer(text, start, end))
    return [(a, b, "") for a, b in sorted((*ends, *inner))]


def lost_paragraphs(text: str, _: Protection) -> Edits:
    """S6: two blanks after a finished sentence are a paragraph's end that got lost."""
    return [
        (*match.span("gap"), PARAGRAPH_END)
        for match in _LOST.finditer(text)
        if match["next"] in _BEGINNINGS or is_han(match["next"])
    ]


def inside_marks(text: str, _: Protection) -> Edits:
    """S17: no blanks before closing marks and after opening ones."""
    edits: Edits = []
    for match in _GAP.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if before in _BEFORE and after in _CLOSING:  # room to write something in
            continue
        if (
            after in _PLAIN_CLOSERS
            or before in _PLAIN_OPENERS
            or (after in _DOUBTFUL_CLOSERS and is_chinese(before))
            or (before in ("“", "‘") and is_chinese(after))
        ):
            edits.append((start, end, ""))
    return edits


def after_marks(text: str, _: Protection) -> Edits:
    """S18: no blanks after stops and closing marks when the sentence goes on."""
    edits: Edits = []
    for match in _GAP.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if before not in _AFTER or not (after.isalnum() or after in _BEFORE):
            continue
        if before in "”’" and not (is_han(after) or is_chinese(text[start - 2 : start - 1])):
            continue
        edits.append((start, end, ""))
    return edits


def runs(text: str, _: Protection) -> Edits:
    """S19: any other run of blanks is one U+0020; full-width blanks stay."""
    return [(*match.span(), " ") for match in _RUNS.finditer(text)]


def between_han(text: str, _: Protection) -> Edits:
    """S20: no blanks between two Han; harms bylines, hence only on request."""
    return [(*match.span(), "") for match in _BETWEEN_HAN.finditer(text)]


def beside_latin(text: str, _: Protection) -> Edits:
    """S21: no blanks between Han and Latin letters or digits; the page draws a gap there."""
    return [(*match.span(), "") for match in _BESIDE_LATIN.finditer(text)]


_BETWEEN_HAN = lazy_pattern(f"(?<=[{HAN}])[{NARROW_BLANKS}\u3000]+(?=[{HAN}])")
_BESIDE_LATIN = lazy_pattern(
    f"(?<=[{HAN}])[{NARROW_BLANKS}]+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])[{NARROW_BLANKS}]+(?=[{HAN}])"
)
