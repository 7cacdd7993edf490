"""Fill pages with strips: columns, grid, and what must not be parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

import msgspec

from bulletin_export.typesetting.layout import (
    UNTAGGED,
    Anchor,
    LinkArea,
    PlacedLine,
    PlacedPicture,
    Rule,
)
from bulletin_export.typesetting.setting import Frame
from bulletin_export.typesetting.strips import (
    SetLine,
    Strip,
    changed,
    moved,
    moved_area,
    shrunk,
)

#: Sums of lengths may be off by this much and still fit.
_TOLERANCE = 0.01
#: How finely the least depth of balanced columns is looked for.
_HALVINGS = 7


class Sheet(msgspec.Struct):
    """A page while it is filled; lengths as in `Page`."""

    rules: list[Rule] = msgspec.field(default_factory=list)
    pictures: list[PlacedPicture] = msgspec.field(default_factory=list)
    lines: list[PlacedLine] = msgspec.field(default_factory=list)
    furniture: list[PlacedLine] = msgspec.field(default_factory=list)
    links: list[LinkArea] = msgspec.field(default_factory=list)
    anchors: list[Anchor] = msgspec.field(default_factory=list)

    def put(self, strip: Strip, x: float, y: float, *, is_repeated: bool = False) -> None:
        """Place *strip* with its corner at (x, y); what is repeated is no part of the text."""
        if is_repeated:
            strip = _untagged(strip)
        lines = self.furniture if is_repeated else self.lines
        lines += [placed(one, x, y) for one in strip.lines]
        if strip.rules:
            self.rules += [Rule(x + r.x, y + r.y, r.width, r.height, r.colour) for r in strip.rules]
        if strip.pictures:
            self.pictures += [moved(one, x, y) for one in strip.pictures]
        if strip.furniture:
            self.furniture += [placed(one, x, y) for one in strip.furniture]
        if strip.links:
            self.links += [moved_area(one, x, y) for one in strip.links]
        if strip.anchors and not is_repeated:
            self.anchors += [Anchor(name, y) for name in strip.anchors]

    def absorb(self, other: Sheet) -> None:
        """Take over everything on *other*, which is the same page."""
        self.rules += other.rules
        self.pictures += other.pictures
        self.lines += other.lines
        self.furniture += other.furniture
        self.links += other.links
        self.anchors += other.anchors


def _untagged(strip: Strip) -> Strip:
    """Return *strip* as it is painted again: no part of the text, and without its links."""
    pictures = tuple(msgspec.structs.replace(one, tag=UNTAGGED) for one in strip.pictures)
    return changed(strip, pictures=pictures, links=())


def placed(one: SetLine, x: float, y: float) -> PlacedLine:
    """Return *one*, which belongs to something at (x, y), in its place."""
    return PlacedLine(x + one.x, y + one.y, one.line, one.role, one.tag)


def fill(strips: Iterable[Strip], frame: Frame) -> list[Sheet]:
    """Return the sheets that *strips* fill, at least one.

    Strips that keep together stand in one column unless they are taller than it;
    wide strips stretch over all columns, and the columns begin anew below them. Columns
    that end before the page does are of like depth.
    """
    filler = _Filler(frame)
    for group in _groups(strips):
        filler.add(group)
    return filler.finish()


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Cut *strips* after each one that keeps nothing, and before each new page."""
    group: list[Strip] = []
    for strip in strips:
        if group and strip.breaks_before:
            yield group
            group = []
        group.append(strip)
        if not strip.keeps:
            yield group
            group = []
    if group:
        yield group


def _smaller(group: list[Strip], excess: float) -> list[Strip] | None:
    """Return *group* with one picture lower by *excess*, if one of them may be."""
    for index, strip in enumerate(group):
        height = strip.height - excess
        if height >= strip.shrinks_to * strip.height:
            return [*group[:index], shrunk(strip, height), *group[index + 1 :]]
    return None


class _Filler:
    """Where the next strip goes: sheet, column, and depth in the column."""

    def __init__(self, frame: Frame) -> None:
        self.sheets = [Sheet()]
        self.frame = frame
        self.depth = frame.depth + _TOLERANCE
        #: What stands in the columns below the last wide strip, and its strips.
        self.open = Sheet()
        self.band: list[Strip] = []
        self.column = 0
        #: Upper edge of the columns: below the last wide strip.
        self.top = 0.0
        #: Where the last strip ended, in its column; and in the deepest column.
        self.y = 0.0
        self.lowest = 0.0
        #: Blank that the last strip wants below it; none at a column's top.
        self.after: float | None = None

    def add(self, group: list[Strip]) -> None:
        """Place *group* in one column if there is one that can hold it."""
        if group[0].breaks_before and self.lowest > 0.0:
            self._close_columns()
            self._new_sheet()
        if group[0].is_wide:
            self._close_columns()
        if len(group) > 1 or group[0].shrinks_to < 1.0:
            group = self._fitting(group)
        for strip in group:
            self._place(strip)

    def _fitting(self, group: list[Strip]) -> list[Strip]:
        """Go on to where *group* fits; a picture in it may become smaller to fit earlier."""
        excess = self._end(group, 0.0, None) - self.depth
        if excess > 0:
            smaller = _smaller(group, excess + _TOLERANCE)
            if smaller is None:
                return group
            group = smaller
        while (excess := self._end(group, self.y, self.after) - self.depth) > 0:
            smaller = _smaller(group, excess)
            if smaller is not None:
                return smaller
            self._advance()
        return group

    def _place(self, strip: Strip) -> None:
        if strip.is_wide:
            self._close_columns()
        top = self._next_top(strip)
        while self._bottom(strip, top) > self.depth and (
            self.after is not None or self._is_cut_short()
        ):
            self._advance()
            top = self._next_top(strip)
        if not strip.is_wide and not self.band:
            # All columns begin where the first one does.
            self.top = max(self.top, top)
        if self.after is None and strip.repeats:
            top = self._repeat(strip, top)
        x = self.frame.left if strip.is_wide else self.frame.columns[self.column]
        sheet = self.sheets[-1] if strip.is_wide else self.open
        sheet.put(strip, x, self.frame.top + top)
        self.y, self.after = top + strip.height, strip.space_after
        self.lowest = max(self.lowest, self.y)
        if strip.is_wide:
            self.top = self.y
        else:
            self.band.append(strip)

    def _repeat(self, strip: Strip, top: float) -> float:
        if self._bottom(strip, top) + sum(head.height for head in strip.repeats) > self.depth:
            return top
        for head in strip.repeats:
            x = self.frame.columns[self.column]
            self.open.put(head, x, self.frame.top + top, is_repeated=True)
            top += head.height
        return top

    def _next_top(self, strip: Strip) -> float:
        return self._fitted(strip, self.y, self.after)

    def _fitted(self, strip: Strip, y: float, after: float | None) -> float:
        """Return where *strip* begins after something that ends at *y*."""
        if after is not None:
            y += max(after, strip.space_before)
        pitch, overhang = self.frame.pitch, self.frame.overhang
        if not (strip.snaps and pitch):
            return y
        if after is None and y == 0.0:
            return -overhang
        return ceil((y + overhang - _TOLERANCE) / pitch) * pitch - overhang

    def _bottom(self, strip: Strip, top: float) -> float:
        """Return where the last thing in *strip* ends; blank below may leave the type area."""
        return top + strip.height - (self.frame.overhang if strip.snaps else 0.0)

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
        return self.top > 0.0

    def _advance(self) -> None:
        if self.column + 1 < len(self.frame.columns):
            self.column += 1
            self.y, self.after = self.top, None
        else:
            self._new_sheet()

    def _new_sheet(self) -> None:
        self.sheets[-1].absorb(self.open)
        self.sheets.append(Sheet())
        self.open, self.band = Sheet(), []
        self.column, self.top, self.y, self.lowest, self.after = 0, 0.0, 0.0, 0.0, None

    def finish(self) -> list[Sheet]:
        """Close the last columns and return the sheets."""
        self._close_columns()
        return self.sheets

    def _close_columns(self) -> None:
        """Bring the columns to like depth and go on below them."""
        if len(self.frame.columns) > 1 and self.band:
            self._balance()
        self.sheets[-1].absorb(self.open)
        self.open, self.band = Sheet(), []
        if self.column:
            self.column, self.y = 0, self.lowest
        self.top = self.y

    def _balance(self) -> None:
        strips = [changed(s, shrinks_to=1.0) if s.pictures else s for s in self.band]
        low = max(self._end(group, 0.0, None) for group in _groups(strips))
        high = self.lowest - self.top
        for _ in range(_HALVINGS if low < high else 0):
            middle = (low + high) / 2
            trial = self._within(strips, middle)
            if len(trial.sheets) > 1:
                low = middle
                continue
            high = middle
            self.open, self.column = trial.open, trial.column
            self.y, self.after, self.lowest = trial.y, trial.after, trial.lowest

    def _within(self, strips: list[Strip], depth: float) -> _Filler:
        """Return a filler that has set *strips* in columns of *depth* from here."""
        trial = _Filler(self.frame)
        trial.depth = min(self.top + depth, self.frame.depth) + _TOLERANCE
        trial.top = trial.y = trial.lowest = self.top
        for group in _groups(strips):
            if len(trial.sheets) == 1:
                trial.add(group)
        return trial
