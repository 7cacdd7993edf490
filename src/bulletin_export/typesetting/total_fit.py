"""Choosing the lines of a paragraph together, so that none is bad for another's sake.

After Knuth and Plass, “Breaking paragraphs into lines” (1981): of all ways through the legal
breaks, the one with the least badness (`badness`). As in TeX the simple way comes first: greedy
lines that are all even stand. Else the lines from some before a loose one to some after it are
chosen anew, which is the whole of most paragraphs. Lines chosen so are never more than the
greedy ones, and replace them only where the gain can be seen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from bulletin_export.typesetting.badness import UNLIKE, WIDE_FROM, WORST, Scale, Texture
from bulletin_export.typesetting.breaks import Stretch, is_loose, is_orphan
from bulletin_export.typesetting.measured import FREE, HYPHEN, Measured

#: Lines before and after a loose one that are chosen anew with it.
_AROUND = 3
#: No line holds more than so many times its measure, squeezed.
_HOLDS = 2.0
#: So many lines looser than a quarter of an em a gap are tried from one start. All are tried where
#: a line cannot be filled anyhow, for then even one of a single character may be best, …
_LOOSER = 4
#: … but not among more lines than so many: trying all takes time with their square.
_FEW = 12
#: A gain in badness that nobody sees.
_UNSEEN = 5.0


class Way(NamedTuple):
    """A way from the first line to choose to the end of one of them."""

    badness: float
    end: int
    texture: Texture | None
    before: Way | None = None


class Room(NamedTuple):
    """How wide the lines of a text may be, in points."""

    measure: float
    indent: float
    push_in: bool

    def at(self, start: int) -> float:
        """Return the width of the line that begins at *start*."""
        return self.measure if start else self.measure - self.indent


def loose_lines(measured: Measured, lines: Sequence[Stretch], room: Room) -> list[int]:
    """Return which of *lines* are loose, and the last one if it is an orphan (T30)."""
    found = [
        index
        for index, (start, end) in enumerate(lines[:-1])
        if is_loose(measured, start, end, room.at(start))
    ]
    if len(lines) > 1 and is_orphan(measured, *lines[-1]):
        found.append(len(lines) - 1)
    return found


def choose_lines(
    measured: Measured, lines: Sequence[Stretch], loose: Sequence[int], room: Room
) -> list[Stretch]:
    """Return *lines*, those around the *loose* ones chosen for the least badness."""
    scale = Scale(measured, push_in=room.push_in)
    chosen: list[Stretch] = []
    done = 0
    for first, last in _neighbourhoods(loose, len(lines)):
        chosen += lines[done:first]
        chosen += _chosen(scale, lines, chosen, first, last, room)
        done = last
    return [*chosen, *lines[done:]]


def _neighbourhoods(loose: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """Yield which lines are chosen anew: the first, and the one after the last."""
    first = last = -1
    for index in loose:
        if index - _AROUND > last >= 0:
            yield first, last
            first = -1
        if first < 0:
            first = max(0, last, index - _AROUND)
        last = min(count, index + _AROUND + 1)
    if first >= 0:
        yield first, last


def _chosen(
    scale: Scale,
    lines: Sequence[Stretch],
    chosen: Sequence[Stretch],
    first: int,
    last: int,
    room: Room,
) -> Sequence[Stretch]:
    """Return the best lines for *lines* from *first* to *last*, or these."""
    given = lines[first:last]
    texture = scale.line(*chosen[-1], room.at(chosen[-1].start))[1] if chosen else None
    following = None
    if last < len(lines):
        following = scale.line(*lines[last], room.measure)[1]
    search = _Search(scale, given, room, following)
    way = start = Way(0.0, given[0].start, texture)
    for line in given:
        way = search.step(way, line.end)
    best = search.best(start, way.badness - _UNSEEN)
    return given if best is None else list(_stretches(best))[::-1]


def _stretches(way: Way) -> Iterator[Stretch]:
    """Yield the lines of *way*, the last one first."""
    while way.before is not None:
        yield Stretch(way.before.end, way.end)
        way = way.before


class _Search:
    """Looks for the best way through the breaks of some lines."""

    def __init__(
        self, scale: Scale, given: Sequence[Stretch], room: Room, following: Texture | None
    ) -> None:
        self._scale, self._room, self._following = scale, room, following
        self._measured = measured = scale.measured
        self._start, self._goal, self._count = given[0].start, given[-1].end, len(given)
        glue = measured.glue[self._start : self._goal + 1]
        own = {line.end for line in given}
        self._breaks = [
            index
            for index, bond in enumerate(glue, self._start)
            if bond in (FREE, HYPHEN) or index in own
        ]

    def step(self, way: Way, end: int) -> Way:
        """Return *way* with a line to *end*."""
        badness, texture = self._scale.line(way.end, end, self._room.at(way.end))
        badness += way.badness + self._scale.between(way.texture, texture, way.end, end)
        if end == self._goal and self._following is not None:
            badness += UNLIKE * (abs(texture - self._following) > 1)
        return Way(badness, end, texture, way)

    def best(self, start: Way, bound: float) -> Way | None:
        """Return the best way from *start* to the goal, if its badness is below *bound*."""
        best, ways = None, [start]
        is_hopeless = bound >= WORST and self._count <= _FEW
        most = len(self._breaks) if is_hopeless else _LOOSER
        for left in range(self._count - 1, -1, -1):
            # Lines that are left must hold the rest.
            least = self._measured.edges[self._goal] - left * self._room.measure * _HOLDS
            reached: dict[tuple[int, Texture | None], Way] = {}
            for way in ways:
                for longer in self._longer(way, least, most):
                    key = longer.end, longer.texture
                    if longer.badness >= bound:
                        continue
                    if longer.end == self._goal:
                        best, bound = longer, longer.badness
                    elif key not in reached or longer.badness < reached[key].badness:
                        reached[key] = longer
            ways = list(reached.values())
        return best

    def _longer(self, way: Way, least: float, most: int) -> Iterator[Way]:
        """Yield *way* with one line more, ended everywhere past *least* where it may be.

        *most* of them are looser than a quarter of an em a gap.
        """
        looser = 0
        measured, start = self._measured, way.end
        edges = measured.edges
        right = edges[start] + measured.headings.get(start, 0.0) + self._room.at(start)
        squeeze = measured.shrink_between(start, bisect_right(edges, right) + 1)
        limit = bisect_right(edges, right + squeeze + 2 * measured.spans[0].size)
        for index in range(bisect_left(self._breaks, limit) - 1, -1, -1):
            end = self._breaks[index]
            if end <= start or edges[end] < least:
                return
            longer = self.step(way, end)
            if longer.badness == inf:
                continue
            yield longer
            if longer.badness - way.badness > 2 * WIDE_FROM and measured.glue[end] == FREE:
                looser += 1
                if looser == most:
                    return
