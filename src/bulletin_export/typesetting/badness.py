"""How bad lines look: the figure that the choice of lines for a paragraph makes small.

The badness of a justified paragraph is the sum of that of its lines and of their neighbourhood.

- A line widened by *g* em a gap on average has 100 (g / 0.25)³: 100 where a gap takes a quarter
  of an em, 12.5 at an eighth; and `LOOSE` more beyond a quarter.
- One that is squeezed has 10 (needed / available)³, for marks give their blanks before
  anything is widened (T41); and `STOPS` more if 。？！ must give, too.
- One cut inside a word has `HYPHEN`, `HYPHENS` more if the line before is cut so, too;
  one cut where no line may end (an emergency), `CUT`. Widening is never worth more than 10,000.
- The last line has `ORPHAN` if it is one (T30), and is never widened.
- Two neighbours very unlike each other, one of them squeezed and the other loose, or one
  even and the other beyond a quarter, have `UNLIKE`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import IntEnum
from itertools import accumulate, pairwise
from math import inf

from bulletin_export.typesetting.breaks import EPSILON, Stretch, is_orphan
from bulletin_export.typesetting.measured import AVOIDED, FREE, OPEN, Measured, Rank

LOOSE, STOPS, HYPHEN, HYPHENS, ORPHAN, UNLIKE = 100.0, 10.0, 40.0, 150.0, 200.0, 20.0
#: Widening that has a badness of 100, in em a gap.
QUARTER = 0.25
#: From these on a line is loose, and very loose.
SLACK_FROM, WIDE_FROM = 12.5, 100.0
_FULLY_SQUEEZED = 10.0
#: Nothing looks worse than this but a word cut anywhere.
WORST, CUT = 10_000.0, 20_000.0


class Texture(IntEnum):
    """How a line looks beside others; those that are two apart are unlike."""

    TIGHT = 0
    EVEN = 1
    SLACK = 2
    WIDE = 3


class Scale:
    """Weighs the lines of one text."""

    def __init__(self, measured: Measured, *, push_in: bool) -> None:
        self.measured = measured
        self._push_in = push_in
        self._quarter = QUARTER * measured.spans[0].size
        firm = [0.0 if one.rank is Rank.FULL_STOP else one.shrink for one in measured.elastic]
        self._firm_sums = [0.0, *accumulate(firm)]
        self._ends: dict[int, tuple[int, float, float, int, float]] = {}

    def line(self, start: int, end: int, room: float) -> tuple[float, Texture]:
        """Return the badness of a line of *room* points, and how it looks.

        It is infinite if the line is wider than *room*, however squeezed.
        """
        measured = self.measured
        content, edge, give, elastic, cut = self._ends.get(end) or self._end(end)
        if content <= start:
            return cut, Texture.EVEN
        slack = room + measured.edges[start] + measured.headings.get(start, 0.0) - edge
        if slack < -EPSILON:
            return cut + self._squeezed(start, elastic, -slack), Texture.TIGHT
        if end == len(measured.text):
            return (ORPHAN if is_orphan(measured, start, end) else 0.0), Texture.EVEN
        slack -= give
        if slack <= EPSILON:
            return cut, Texture.EVEN
        gaps = measured.gaps.count(OPEN, start + 1, content)
        gaps = gaps or measured.gaps.count(AVOIDED, start + 1, content) or 1
        badness = min(WORST, WIDE_FROM * (slack / (gaps * self._quarter)) ** 3)
        if badness <= SLACK_FROM:
            return cut + badness, Texture.EVEN
        if badness <= WIDE_FROM:
            return cut + badness, Texture.SLACK
        return cut + badness + LOOSE, Texture.WIDE

    def between(self, before: Texture | None, after: Texture, start: int, end: int) -> float:
        """Return the badness of the line from *start* to *end* beside the one before it."""
        hyphens = self.measured.hyphens
        is_unlike = before is not None and abs(before - after) > 1
        badness = UNLIKE if is_unlike else 0.0
        return badness + HYPHENS if start in hyphens and end in hyphens else badness

    def paragraph(self, lines: Sequence[Stretch], *, measure: float, indent: float) -> float:
        """Return the badness of *lines*, the first of which is narrower by *indent*."""
        rooms = [measure - indent, *[measure] * (len(lines) - 1)]
        weighed = [self.line(*line, room) for line, room in zip(lines, rooms, strict=True)]
        badness = sum(badness for badness, _ in weighed)
        for line, (before, after) in zip(lines[1:], pairwise(weighed), strict=True):
            badness += self.between(before[1], after[1], *line)
        return badness

    def _end(self, end: int) -> tuple[int, float, float, int, float]:
        """Look up what does not depend on where the line that ends at *end* begins."""
        measured = self.measured
        content = measured.trailing.get(end, end)
        edge, give, cut = measured.edges[content], 0.0, 0.0
        ending = measured.endings.get(content - 1)
        if ending is not None:
            edge, give = edge - ending.cut - ending.give, ending.give
        if measured.glue[end] != FREE:
            cut = HYPHEN if end in measured.hyphens else CUT
        elastic = bisect_left(measured.elastic_index, content)
        known = self._ends[end] = content, edge, give, elastic, cut
        return known

    def _squeezed(self, start: int, high: int, need: float) -> float:
        sums, firm = self.measured.elastic_sums, self._firm_sums
        low = bisect_right(self.measured.elastic_index, start)
        available = sums[high] - sums[low] if low < high and self._push_in else 0.0
        if need > available + EPSILON:
            return inf
        badness = _FULLY_SQUEEZED * (need / available) ** 3
        return badness + STOPS if need > firm[high] - firm[low] + EPSILON else badness
