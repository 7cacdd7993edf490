"""Boxes of characters: how much room each takes and how much of it is blank.

The face tells advances and ink; the box of a mark is what Chinese print gives it,
whatever the advance (T02, T03, T05–T07).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bulletin_export.fonts.book import FontFace
from bulletin_export.typesetting.classes import KINDS, TWO_EM_DASH, Kind, Region

#: Ink of two characters comes no closer than this when blank is taken (T48), in em.
_CLEARANCE = 0.03
#: Strokes of a dash may lie this far apart (T03), in em.
_DASH_GAP = 0.02


class Box(NamedTuple):
    """The room of a mark, in points."""

    kind: Kind
    #: What the glyph moves the pen by.
    advance: float
    width: float
    #: From the left edge of the box to the glyph's origin.
    offset: float
    #: Blank that may be taken: on the left of an opening mark, else on the right.
    blank: float


class Advances(dict[str, float]):
    """Advances of one face at one size, in points, asked for once a character."""

    def __init__(self, face: FontFace, size: float) -> None:
        super().__init__()
        self._face, self._size = face, size

    def __missing__(self, character: str) -> float:
        advance = self[character] = self._face.advance(character) * self._size
        return advance


class Boxes(dict[str, Box]):
    """Boxes of marks in one face at one size."""

    def __init__(self, face: FontFace, size: float, region: Region) -> None:
        super().__init__()
        self._face, self._size = face, size
        self._region = region

    def __missing__(self, character: str) -> Box:
        box = self[character] = _box(character, self._face, self._size, self._region)
        return box


@lru_cache(maxsize=256)
def advances(face: FontFace, size: float) -> Advances:
    """Return the advances of *face* (hashable) at *size* points."""
    return Advances(face, size)


@lru_cache(maxsize=256)
def boxes(face: FontFace, size: float, region: Region = "GB") -> Boxes:
    """Return the boxes of marks of *face* (hashable) at *size* points, as *region* has them."""
    return Boxes(face, size, region)


def _box(character: str, face: FontFace, size: float, region: Region) -> Box:
    kind = KINDS[character]
    advance = face.advance(character)
    left, right = face.ink(character)
    width, offset, blank = 1.0, 0.0, 0.0
    if kind is Kind.OPEN:
        if right - left <= 0.5 and left < 0.5 - _DASH_GAP:
            offset = 0.75 - (left + right) / 2
        elif advance != 1:
            offset = 1 - advance
        blank = left + offset - _CLEARANCE
    elif (kind is Kind.STOP and region in ("TW", "HK")) or (kind is Kind.MID and region == "JP"):
        offset = 0.5 - (left + right) / 2
    elif kind in (Kind.CLOSE, Kind.STOP):
        # Ink that is off its half is moved there before blank is taken (T48).
        if right - left <= 0.5 and right > 0.5 + _DASH_GAP:
            offset = 0.25 - (left + right) / 2
        blank = 1 - right - offset - _CLEARANCE
    elif kind is Kind.MID:
        width, offset = 0.5, 0.25 - (left + right) / 2
    elif kind is Kind.SYMBOL or kind is Kind.HAN:
        width = advance
    else:
        width = max(_MARK_WIDTHS.get(character, 1.0), right - left)
        offset = (width - left - right) / 2
    return Box(kind, advance * size, width * size, offset * size, min(0.5, max(0, blank)) * size)


_MARK_WIDTHS = {"–": 0.5, "／": 0.5, "/": 0.5, TWO_EM_DASH: 2.0}


def dash_overlap(face: FontFace, size: float, count: int = 2) -> float:
    """Return by how much each — of *count* after the first moves left, in points.

    So far that it meets the one before, and that all of them fit into an em each.
    """
    left, right = face.ink("—")
    advance, ink = face.advance("—"), right - left
    gap = advance - ink
    overlap = gap if gap > _DASH_GAP else 0.0
    if count > 1 and ink > 1 + _DASH_GAP:
        overlap = max(overlap, advance - (count - ink) / (count - 1))
    return overlap * size


def dash_is_continuous(face: FontFace) -> bool:
    """Tell whether two — of *face*, each of 1 em, make one unbroken 2 em dash (T03)."""
    left, right = face.ink("—")
    if abs(face.advance("—") - 1) > _DASH_GAP:
        return False
    return left + 1 - right <= _DASH_GAP and right - left <= 1 + _DASH_GAP
