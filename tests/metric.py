"""A face of round measures, for tests of lines and pages.

Han and full-width marks 1 em, ASCII 0.5 em, a blank 0.25 em, ``·`` and ``/`` 0.5 em.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin_export.fonts.book import FontBook, FontChain, FontFace
from bulletin_export.typefaces import FontRole, LatinRole

_RIGHT_HALF = "“‘（〔［｛〈《「『【〖〘〚｟〝"
_LEFT_HALF = "”’）〕］｝〉》」』】〗〙〛｠〞〟、，。．：；？！"


@dataclass(frozen=True)
class MetricFace:
    """A face that knows widths and ink, and has every glyph but those of ``lacking``."""

    name: str = "Metric"
    lacking: str = "⸺"
    #: Advances other than the usual ones.
    odd: tuple[tuple[str, float], ...] = ()
    odd_ink: tuple[tuple[str, tuple[float, float]], ...] = ()

    def has(self, character: str) -> bool:
        return character not in self.lacking

    def advance(self, character: str) -> float:
        for one, width in self.odd:
            if one == character:
                return width
        if character == " " or character == "\u00a0":
            return 0.25
        if character == "·" or character.isascii():
            return 0.5
        if character == "⸺":
            return 2.0
        if unicodedata.combining(character):
            return 0.0
        wide = unicodedata.east_asian_width(character) in "WFA"
        return 1.0 if wide or character >= "\u2000" else 0.5

    def ink(self, character: str) -> tuple[float, float]:
        for one, edges in self.odd_ink:
            if one == character:
                return edges
        width = self.advance(character)
        if character in _RIGHT_HALF:
            return (width - 0.4, width - 0.05)
        if character in _LEFT_HALF:
            return (0.05, 0.4)
        if character in "—⸺":
            return (0.0, width)
        return (0.05 * width, 0.95 * width)


@dataclass(frozen=True)
class MetricChain:
    """Faces in order; with two, the first sets ASCII and the second all else."""

    faces: tuple[FontFace, ...] = (MetricFace(),)

    def face(self, character: str) -> FontFace:
        if len(self.faces) > 1 and not character.isascii():
            return self.faces[1]
        return self.faces[0]

    def itemise(self, text: str) -> Iterator[tuple[FontFace, str]]:
        start = 0
        for index in range(1, len(text) + 1):
            if index == len(text) or self.face(text[index]) != self.face(text[start]):
                yield self.face(text[start]), text[start:index]
                start = index


@dataclass(frozen=True)
class _MetricBook:
    """Gives the same chain for every role."""

    only: FontChain

    def chain(self, role: FontRole, latin: LatinRole, *, bold: bool = False) -> FontChain:
        return self.only


def metric_book(*faces: FontFace) -> FontBook:
    """Return a book whose every chain has *faces* (the metric face if none is given)."""
    return _MetricBook(MetricChain(faces or (MetricFace(),)))
