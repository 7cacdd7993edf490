"""A stretch of text measured once: what the breaker and the justifier look up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

import msgspec

from bulletin_export.fonts.book import FontFace
from bulletin_export.typesetting.layout import Span

#: Values of ``Measured.glue``: a line may end here; a prohibition stands; inside a unit.
#: A line may end inside a word, with a hyphen.
FREE, BOUND, SOLID, HYPHEN = 0, 1, 2, 3
#: Values of ``Measured.gaps``: never widened; widened; widened only for want of others (T44).
RIGID, OPEN, AVOIDED = 0, 1, 2


class Rank(IntEnum):
    """In which order blanks give way (T42); interpuncts, half an em wide, have none to give."""

    WORD_SPACE = 0
    BRACKET = 1
    COMMA = 2
    AUTOSPACE = 3
    FULL_STOP = 4


class Elastic(NamedTuple):
    """A blank that can give and take, in points."""

    rank: Rank
    shrink: float
    #: Up to the cap of its own step of expansion (T43).
    stretch: float = 0.0


class Ending(NamedTuple):
    """How a character takes less room at the end of a line."""

    #: Always less by this.
    cut: float
    #: Less by this too if the line needs it.
    give: float = 0.0
    #: Stands outside the measure.
    hangs: bool = False


class Piece(NamedTuple):
    """Neighbouring characters that one run draws."""

    start: int
    end: int
    #: Index of the span.
    span: int
    face: FontFace
    #: A word or a dash: nothing is widened inside, but for blanks.
    solid: bool
    #: What is drawn instead of the characters, if anything else is.
    glyphs: str | None = None


class Measured(msgspec.Struct, frozen=True, gc=False):
    """Text without forced breaks; positions are points, indices count characters.

    All sequences are ordered by index.
    """

    text: str
    spans: tuple[Span, ...]
    #: x of the left edge of each character's box in one endless line, and of the end.
    edges: list[float]
    glue: bytearray
    gaps: bytearray
    #: Blanks that give and take, the index of the character after each, sums of shrink.
    elastic: list[Elastic]
    elastic_index: list[int]
    elastic_sums: list[float]
    #: How much less an opening mark takes at the start of a line.
    headings: dict[int, float]
    endings: dict[int, Ending]
    #: From the left edge of a box to the glyph's origin, where they differ.
    offsets: dict[int, float]
    #: Where glyphs do not simply follow each other: index, points.
    shift_index: list[int]
    shifts: list[float]
    #: For an index after blanks (and what takes no room): where these begin.
    trailing: dict[int, int]
    #: Gaps beside Western text: index of the character after, points.
    autospaces: dict[int, float]
    pieces: list[Piece]
    piece_starts: list[int]
    #: Whether any span is underlined, struck out or a link.
    has_strokes: bool
    #: Whether spans have tags of their own.
    has_tags: bool
    #: Index of the first character with a reading above it, and the span of that reading.
    readings: list[tuple[int, Span]]
    #: The advance of the hyphen of a line that ends inside a word, by index.
    hyphens: dict[int, float] = {}

    def content_end(self, start: int, end: int) -> int:
        """Return where the line from *start* to *end* ends without trailing blanks."""
        end = self.trailing.get(end, end)
        return max(start, end)

    def width(self, start: int, end: int) -> float:
        """Return the least width of the line from *start* to *end* before squeezing."""
        end = self.trailing.get(end, end)
        if end <= start:
            return 0.0
        edges = self.edges
        width = edges[end] - edges[start] - self.headings.get(start, 0.0)
        ending = self.endings.get(end - 1)
        return width if ending is None else width - ending.cut - ending.give

    def elastic_between(self, start: int, end: int) -> Iterator[tuple[int, Elastic]]:
        """Return what can give inside the line from *start* to *end*, with its index."""
        low, high = self._elastic_bounds(start, end)
        return zip(self.elastic_index[low:high], self.elastic[low:high], strict=True)

    def shrink_between(self, start: int, end: int) -> float:
        """Return by how much the line from *start* to *end* can be squeezed."""
        low, high = self._elastic_bounds(start, end)
        return self.elastic_sums[high] - self.elastic_sums[low]

    def _elastic_bounds(self, start: int, end: int) -> tuple[int, int]:
        low = bisect_right(self.elastic_index, start)
        return low, bisect_left(self.elastic_index, end, low)
