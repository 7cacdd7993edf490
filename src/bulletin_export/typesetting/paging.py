"""Fill pages with strips: columns, grid, and what must not be parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil

from bulletin_export.typesetting.layout import Anchor, LinkArea, PlacedLine, PlacedPicture, Rule
from bulletin_export.typesetting.setting import Frame
from bulletin_export.typesetting.strips import SetLine, Strip, shrunk

#: Sums of lengths may be off by this much and still fit.
_TOLERANCE = 0.01


@dataclass(slots=True)
class Sheet:
    """A page while it is filled; lengths as in `Page`."""

    rules: list[Rule] = field(default_factory=list)
    pictures: list[PlacedPicture] = field(default_factory=list)
    lines: list[PlacedLine] = field(default_factory=list)
    furniture: list[PlacedLine] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)

    def put(self, strip: Strip, x: float, y: float, *, is_repeated: bool = False) -> None:
        """Place *strip* with its corner at (x, y); what is repeated is no part of the text."""
        lines = self.furniture if is_repeated else self.lines
        lines += [PlacedLine(x + dx, y + dy, line, role) for dx, dy, line, role, _ in strip.lines]
        if strip.rules:
            self.rules += [Rule(x + r.x, y + r.y, r.width, r.height, r.colour) for r in strip.rules]
        if strip.pictures:
            self.pictures += [
                PlacedPicture(x + p.x, y + p.y, p.width, p.height, p.media, p.alt)
                for p in strip.pictures
            ]
        if strip.furniture:
            self.furniture += [placed(one, x, y) for one in strip.furniture]
        if strip.links:
            self.links += [
                LinkArea(x + a.x, y + a.y, a.width, a.height, a.target) for a in strip.links
            ]
        if strip.anchors and not is_repeated:
            self.anchors += [Anchor(name, y) for name in strip.anchors]


def placed(one: SetLine, x: float, y: float) -> PlacedLine:
    """Return *one*, which belongs to something at (x, y), in its place."""
    return PlacedLine(x + one.x, y + one.y, one.line, one.role)


def fill(strips: Iterable[Strip], frame: Frame) -> list[Sheet]:
    """Return the sheets that *strips* fill, at least one.

    Strips that keep together stand in one column unless they are taller than it;
    wide strips stretch over all columns, and the columns begin anew below them.
    """
    filler = _Filler(frame)
    for group in _groups(strips):
        filler.add(group)
    return filler.sheets


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Cut *strips* after each one that keeps nothing."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keeps:
            yield group
            group = []
    if group:
        yield group


class _Filler:
    """Where the next strip goes: sheet, column, and depth in the column."""

    def __init__(self, frame: Frame) -> None:
        self.sheets = [Sheet()]
        self._frame = frame
        self._depth = frame.depth + _TOLERANCE
        self._column = 0
        #: Upper edge of the columns: below the last wide strip.
        self._top = 0.0
        #: Where the last strip ended, in its column; and in the deepest column.
        self._y = 0.0
        self._lowest = 0.0
        #: Blank that the last strip wants below it; none at a column's top.
        self._after: float | None = None

    def add(self, group: list[Strip]) -> None:
        """Place *group* in one column if there is one that can hold it."""
        if group[0].breaks_before:
            self._turn()
        if group[0].is_wide and self._column:
            self._below_columns()
        if len(group) > 1 or group[0].shrinks_to < 1.0:
            group = self._fitting(group)
        for strip in group:
            self._place(strip)

    def _fitting(self, group: list[Strip]) -> list[Strip]:
        """Go on to where *group* fits; a picture in it may become smaller to fit earlier."""
        if self._end(group, 0.0, None) > self._depth:
            return group
        while (excess := self._end(group, self._y, self._after) - self._depth) > 0:
            for index, strip in enumerate(group):
                if strip.height - excess >= strip.shrinks_to * strip.height:
                    return [
                        *group[:index],
                        shrunk(strip, strip.height - excess),
                        *group[index + 1 :],
                    ]
            self._advance()
        return group

    def _place(self, strip: Strip) -> None:
        if strip.is_wide and self._column:
            self._below_columns()
        top = self._next_top(strip)
        while self._bottom(strip, top) > self._depth and not (
            self._after is None and not self._is_cut_short()
        ):
            self._advance()
            top = self._next_top(strip)
        if self._after is None and strip.repeats:
            top = self._repeat(strip, top)
        x = self._frame.left if strip.is_wide else self._frame.columns[self._column]
        self.sheets[-1].put(strip, x, self._frame.top + top)
        self._y, self._after = top + strip.height, strip.space_after
        self._lowest = max(self._lowest, self._y)
        if strip.is_wide:
            self._top = self._y

    def _repeat(self, strip: Strip, top: float) -> float:
        if self._bottom(strip, top) + sum(head.height for head in strip.repeats) > self._depth:
            return top
        for head in strip.repeats:
            x = self._frame.columns[self._column]
            self.sheets[-1].put(head, x, self._frame.top + top, is_repeated=True)
            top += head.height
        return top

    def _next_top(self, strip: Strip) -> float:
        return self._fitted(strip, self._y, self._after)

    def _fitted(self, strip: Strip, y: float, after: float | None) -> float:
        """Return where *strip* begins after something that ends at *y*."""
        if after is not None:
            y += max(after, strip.space_before)
        pitch, overhang = self._frame.pitch, self._frame.overhang
        if not (strip.snaps and pitch):
            return y
        if after is None and y == 0.0:
            return -overhang
        return ceil((y + overhang - _TOLERANCE) / pitch) * pitch - overhang

    def _bottom(self, strip: Strip, top: float) -> float:
        """Return where the last thing in *strip* ends; blank below may leave the type area."""
        return top + strip.height - (self._frame.overhang if strip.snaps else 0.0)

    def _end(self, group: list[Strip], y: float, after: float | None) -> float:
        """Return where *group* ends if it begins after something that ends at *y*."""
        if after is None:
            y += sum(head.height for head in group[0].repeats)
        bottom = y
        for strip in group:
            top = self._fitted(strip, y, after)
            y, bottom = top + strip.height, self._bottom(strip, top)
            after = strip.space_after
        return bottom

    def _is_cut_short(self) -> bool:
        """Tell whether a wide strip takes room from the columns; the next page has more."""
        return self._top > 0.0

    def _below_columns(self) -> None:
        self._column, self._top, self._y = 0, self._lowest, self._lowest

    def _advance(self) -> None:
        if self._column + 1 < len(self._frame.columns):
            self._column += 1
            self._y, self._after = self._top, None
        else:
            self._new_sheet()

    def _turn(self) -> None:
        if self._lowest > 0.0:
            self._new_sheet()

    def _new_sheet(self) -> None:
        self.sheets.append(Sheet())
        self._column, self._top, self._y, self._lowest, self._after = 0, 0.0, 0.0, 0.0, None
