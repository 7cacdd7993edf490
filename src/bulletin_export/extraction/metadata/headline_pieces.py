"""The pieces of a headline inside one element: by line breaks, names and sizes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from bulletin_export.extraction.metadata.looks import size_of
from bulletin_export.extraction.metadata.titles import folded
from bulletin_export.patterns import lazy_pattern

KICKER_NAME = lazy_pattern(
    r"yin_?ti|yinbiao|jian_?ti(?!e)|jianbiao|pre-?_?title|pre-?_?head|kicker|shoulder|eyebrow|over-?line|top-?_?title|lead-?title"
    r"|(?:^|\s)(?:pre|yt)(?:$|\s)",
    2,
)
SUBTITLE_NAME = lazy_pattern(
    r"sub-?_?(?:title|head|tit)|fu_?ti|fu_?biao|fbt|second-?_?(?:title|head)|vice-?_?title|deck|standfirst|title_?2|sub-?line"
    r"|(?:^|\s)(?:sub|ft)(?:$|\s)",
    2,
)
_DASH = lazy_pattern(r"^(?:[—―─–]{1,3}|-{2,3}|——)\s*\S")


#: No headline is nested deeper; what is, counts as plain words.
_DEEPEST = 20


class Piece(msgspec.Struct, frozen=True):
    """Words of a headline that stand together and look alike: size in points of CSS."""

    text: str
    name: str = ""
    size: float = 0.0
    is_new_line: bool = False


def main_pieces(pieces: list[Piece], wanted: set[str]) -> tuple[int, int] | None:
    """Return the first and last of the pieces that are the title; None if all are one."""
    plain = [
        index
        for index, piece in enumerate(pieces)
        if not KICKER_NAME.search(piece.name) and not SUBTITLE_NAME.search(piece.name)
    ]
    if plain and len(plain) < len(pieces):
        return plain[0], plain[-1]
    for first in range(len(pieces)):
        for last in range(first, len(pieces)):
            both_ends = first > 0 or last < len(pieces) - 1
            if (
                both_ends
                and folded("".join(one.text for one in pieces[first : last + 1])) in wanted
            ):
                return (first, last) if _is_broken(pieces, first, last) else None
    largest = max(piece.size for piece in pieces)
    big = [index for index, piece in enumerate(pieces) if piece.size == largest]
    if len(big) < len(pieces) and _is_broken(pieces, big[0], big[-1]):
        return big[0], big[-1]
    dash = next((index for index in range(1, len(pieces)) if _is_dashed(pieces[index])), None)
    return (0, dash - 1) if dash else None


def _is_broken(pieces: list[Piece], first: int, last: int) -> bool:
    """Whether what stands before and behind the title stands on lines of its own."""
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    return (first == 0 or pieces[first].is_new_line) and (after is None or after.is_new_line)


def _is_dashed(piece: Piece) -> bool:
    return piece.is_new_line and starts_with_dash(piece.text)


def starts_with_dash(text: str) -> bool:
    """Whether *text* starts with the dash that leads a subtitle."""
    return _DASH.match(text) is not None


def pieces_of(element: Any) -> Iterator[Piece]:
    """Yield the pieces of *element*, cut at line breaks, blocks, names and changes of size."""
    current: list[str] = []
    look: tuple[str, float] = ("", 0.0)
    is_new_line, broke = False, False
    for text, name, size, breaks in _runs(element, "", size_of(element, 0.0)):
        broke = broke or breaks
        if not text.strip():
            current.append(text)
            continue
        if broke or (name, size) != look:
            if "".join(current).strip():
                yield Piece(" ".join("".join(current).split()), *look, is_new_line)
                current, is_new_line = [], broke
            look = (name, size)
        broke = False
        current.append(text)
    yield Piece(" ".join("".join(current).split()), *look, is_new_line)


def _runs(
    element: Any, name: str, size: float, depth: int = 0
) -> Iterator[tuple[str, str, float, bool]]:
    """Yield each text in *element* with its name and size, and whether a line ends before it."""
    if depth == _DEEPEST:
        yield "".join(element.itertext()), name, size, False
        return
    yield element.text or "", name, size, False
    for child in element:
        if not isinstance(child.tag, str):
            yield child.tail or "", name, size, False
            continue
        breaks = child.tag in ("br", "p", "div", "h2", "h3", "h4")
        given = f"{child.get('class') or ''} {child.get('id') or ''}".strip()
        is_named = KICKER_NAME.search(given) or SUBTITLE_NAME.search(given)
        yield "", name, size, breaks
        yield from _runs(child, given if is_named else name, size_of(child, size), depth + 1)
        yield "", name, size, breaks and child.tag != "br"
        yield child.tail or "", name, size, False
