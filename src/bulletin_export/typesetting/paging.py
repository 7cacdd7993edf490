"""Fill pages with strips: columns, grid, notes, and what must not be parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bulletin_export.typesetting.columns import Columns
from bulletin_export.typesetting.footnotes import PAGE, Feet
from bulletin_export.typesetting.groups import TOLERANCE, end, groups, smaller
from bulletin_export.typesetting.setting import Frame
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.strips import Strip, changed

#: How finely the least depth of balanced columns is looked for, in points.
_NEAR = 2.0
#: Notes that go on from the column before leave this part of a column to its text.
_TEXT = 1 / 3


def fill(strips: Iterable[Strip], frame: Frame) -> list[Sheet]:
    """Return the sheets that *strips* fill, at least one.

    Strips that keep together stand in one column unless they are taller than it;
    wide strips stretch over all columns, and the columns begin anew below them. Columns
    that end before the page does are of like depth. Notes stand at the foot of the column
    that their marks stand in, and go on at the next one's.
    """
    return list(filled(strips, frame))


def filled(strips: Iterable[Strip], frame: Frame) -> Iterator[Sheet]:
    """Yield the sheets that *strips* fill, as `fill` does, each when nothing can touch it."""
    filler = _Filler(frame)
    for is_turned, found in groupby(groups(strips), lambda group: group[0].is_turned):
        if is_turned:
            filler.turn(found)
            yield from filler.left_behind()
        else:
            for group in found:
                filler.add(group)
                if len(filler.sheets) > 1:
                    yield from filler.left_behind()
    yield from filler.finish()


class _Filler(Columns):
    """Goes from column to column, and from sheet to sheet."""

    def add(self, group: list[Strip]) -> None:
        """Place *group* in one column if there is one that can hold it."""
        first = group[0]
        if first.breaks_before and (self.lowest > 0.0 or self.feet):
            self._close_columns()
            self._finish_notes()
            self._new_sheet()
        if first.is_wide or first.sinks:
            self._close_columns()
        if first.parts and not self.lowest:
            group = group[1:]
        if first.sinks:
            self._sink(group)
            return
        if len(group) > 1 or first.shrinks_to < 1.0:
            excess = end(group, self.frame) - self.depth
            if excess > TOLERANCE:
                fitting = smaller(group, excess)
                if fitting is None:
                    self._add_in_parts(group)
                    return
                group = fitting
        self._add_whole(group)

    def left_behind(self) -> list[Sheet]:
        """Return all sheets before this one, and forget them."""
        left, self.sheets = self.sheets[:-1], self.sheets[-1:]
        return left

    def _add_whole(self, group: list[Strip]) -> None:
        """Go on to where *group* fits; a picture in it may become smaller to fit earlier."""
        while (excess := self.excess(group)) > TOLERANCE:
            fitting = smaller(group, excess)
            if fitting is not None:
                group = fitting
                break
            if self.after is None and not self.is_cut_short():
                break
            self._advance()
        self.put(group)

    def _add_in_parts(self, group: list[Strip]) -> None:
        """Place *group*, which is taller than a column: two strips at least in each part."""
        while len(group) > 1:
            number = 1
            while number < len(group) and self.excess(group[: number + 1]) <= TOLERANCE:
                number += 1
            if number == 1 and self.after is not None:
                self._advance()
                continue
            if len(group) - number == 1 and number > 2:
                number -= 1
            self._add_whole(group[:number])
            group = group[number:]
        if group:
            self._add_whole(group)

    def turn(self, found: Iterable[list[Strip]]) -> None:
        """Place the groups *found* on turned pages of their own."""
        self._close_columns()
        self._finish_notes()
        if self.lowest > 0.0 or self.feet:
            self._new_sheet()
        self.sheets.pop()
        filler = _Filler(self.frame.turned)
        for group in found:
            filler.add(group)
        for sheet in filler.finish():
            sheet.is_turned = True
            self.sheets.append(sheet)
        self._close_sheet()

    def _sink(self, group: list[Strip]) -> None:
        """Place *group* at the foot of this sheet, or of the next if there is no room."""
        group = [changed(strip, snaps=False) for strip in group]
        self._finish_notes()
        height = end(group, self.frame)
        is_begun = self.lowest > 0.0 or bool(self.feet)
        if is_begun and self.next_top(group[0]) + height > self.limit(group) + TOLERANCE:
            self._new_sheet()
        self.feet.floor -= height
        self.y, self.after = max(0.0, self.frame.depth - height), None
        self.put([changed(strip, is_wide=True) for strip in group])
        self._close_sheet()

    def _close_sheet(self) -> None:
        """Let nothing more stand on this sheet."""
        self.y = self.lowest = self.ink = self.top = self.frame.depth + 1.0
        self.after = 0.0

    def _advance(self) -> None:
        """Go on to the next column; waiting notes take what is left of this one."""
        self._go_on_with_notes(self.ink)
        if self.column + 1 < len(self.frame.columns):
            self.column += 1
            self.y = self.ink = self.top
            self.after = None
        else:
            self._new_sheet()
        self._go_on_with_notes(self.top + (self.feet.limit(self.column) - self.top) * _TEXT)

    def _new_sheet(self) -> None:
        self._finish_sheet()
        self.sheets.append(Sheet())
        self.open, self.band, self.feet = Sheet(), [], Feet(self.frame)
        self.column = self.noted = 0
        self.top = self.y = self.lowest = self.ink = 0.0
        self.after = None
        if self.waiting_wide:
            depth = self.frame.depth * _TEXT
            self.waiting_wide = self.feet.fill(PAGE, self.waiting_wide, depth, is_forced=True)

    def _go_on_with_notes(self, depth: float) -> None:
        """Set of the notes that are waiting what fits below *depth*."""
        if self.waiting and self.column >= self.noted:
            is_empty = self.after is None and self.top == 0.0
            is_forced = is_empty and not self.feet[PAGE].strips
            self.waiting = self.feet.fill(self.column, self.waiting, depth, is_forced=is_forced)

    def _finish_notes(self) -> None:
        """Set all notes that are waiting, on pages of their own if need be."""
        self._go_on_with_notes(self.ink)
        while self.waiting or self.waiting_wide:
            self._advance()
            self._go_on_with_notes(self.ink)

    def _finish_sheet(self) -> None:
        self.rule_columns()
        self.sheets[-1].absorb(self.open)
        self.feet.put(self.sheets[-1])
        self.sheets[-1].owes_notes = bool(self.waiting or self.waiting_wide)

    def finish(self) -> list[Sheet]:
        """Close the last columns and return the sheets."""
        self._close_columns()
        self._finish_notes()
        self._finish_sheet()
        return self.sheets

    def _close_columns(self) -> None:
        """Bring the columns to like depth and go on below them."""
        if len(self.frame.columns) > 1 and self.band and not self.waiting:
            self._balance()
        self.rule_columns()
        self.sheets[-1].absorb(self.open)
        self.open, self.band = Sheet(), []
        if self.waiting:
            self.noted = max(self.noted, self.column)
        if self.column:
            self.column, self.y = 0, self.lowest
        self.top = self.y
        self.ink = max(self.ink, self.lowest)

    def _balance(self) -> None:
        strips = [changed(s, shrinks_to=1.0) if s.pictures else s for s in self.band]
        # Less than an equal share cannot be.
        share = sum(strip.height for strip in strips) / len(self.frame.columns)
        low = max(share - self.frame.overhang, *(end(one, self.frame) for one in groups(strips)))
        high = self.lowest - self.top
        while high - low > _NEAR:
            middle = (low + high) / 2
            trial = self._within(strips, middle)
            if len(trial.sheets) > 1 or trial.waiting:
                low = middle
                continue
            high = middle
            self.open, self.column, self.feet = trial.open, trial.column, trial.feet
            self.y, self.after, self.lowest = trial.y, trial.after, trial.lowest
            self.ink = trial.ink

    def _within(self, strips: list[Strip], depth: float) -> _Filler:
        """Return a filler that has set *strips* in columns of *depth* from here."""
        trial = _Filler(self.frame)
        trial.depth = min(self.top + depth, self.frame.depth)
        trial.top = trial.y = trial.lowest = trial.ink = self.top
        feet, trial.waiting, trial.noted = self.before
        trial.feet = feet.copy()
        for group in groups(strips):
            if len(trial.sheets) == 1:
                trial.add(group)
        return trial
