"""Fill pages with strips: columns, grid, notes, and what must not be parted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from math import inf

from bulletin_export.typesetting.figures import HAIRLINE
from bulletin_export.typesetting.footnotes import PAGE, Feet, least
from bulletin_export.typesetting.groups import TOLERANCE, bottom, end, fitted, groups, smaller
from bulletin_export.typesetting.layout import Rule
from bulletin_export.typesetting.setting import Frame
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.strips import Strip, changed

#: How finely the least depth of balanced columns is looked for.
_HALVINGS = 7
#: Notes that go on from the column before leave this part of a column to its text.
_TEXT = 1 / 3

Note = tuple[Strip, ...]


def fill(strips: Iterable[Strip], frame: Frame) -> list[Sheet]:
    """Return the sheets that *strips* fill, at least one.

    Strips that keep together stand in one column unless they are taller than it;
    wide strips stretch over all columns, and the columns begin anew below them. Columns
    that end before the page does are of like depth. Notes stand at the foot of the column
    that their marks stand in, and go on at the next one's.
    """
    filler = _Filler(frame)
    for is_turned, found in groupby(groups(strips), lambda group: group[0].is_turned):
        if is_turned:
            filler.turn(found)
        else:
            for group in found:
                filler.add(group)
    return filler.finish()


class _Filler:
    """Where the next strip goes: sheet, column, and depth in the column."""

    def __init__(self, frame: Frame) -> None:
        self.sheets = [Sheet()]
        self.frame = frame
        #: Text may not reach further down, whatever the feet leave to it.
        self.depth = frame.depth
        #: What stands in the columns below the last wide strip, and its strips.
        self.open = Sheet()
        self.band: list[Strip] = []
        self.column = 0
        #: Upper edge of the columns: below the last wide strip.
        self.top = 0.0
        #: Where the last strip ended, in its column; and in the deepest column.
        self.y = 0.0
        self.lowest = 0.0
        #: Where the last thing in this column ends; the strip may have blank below it.
        self.ink = 0.0
        #: Blank that the last strip wants below it; none at a column's top.
        self.after: float | None = None
        #: The notes on this sheet; those that go on at the next column's foot, and page's.
        self.feet = Feet(frame)
        self.waiting: list[Strip] = []
        self.waiting_wide: list[Strip] = []
        #: Feet and waiting notes as they were when the band began.
        self.before = (self.feet, self.waiting)

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

    def _add_whole(self, group: list[Strip]) -> None:
        """Go on to where *group* fits; a picture in it may become smaller to fit earlier."""
        while (excess := self._excess(group)) > TOLERANCE:
            fitting = smaller(group, excess)
            if fitting is not None:
                group = fitting
                break
            if self.after is None and not self._is_cut_short():
                break
            self._advance()
        self._set(group)

    def _add_in_parts(self, group: list[Strip]) -> None:
        """Place *group*, which is taller than a column: two strips at least in each part."""
        while len(group) > 1:
            number = 1
            while number < len(group) and self._excess(group[: number + 1]) <= TOLERANCE:
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
        self._finish_notes()
        height = end(group, self.frame)
        is_begun = self.lowest > 0.0 or bool(self.feet)
        if is_begun and self._next_top(group[0]) + height > self._limit(group) + TOLERANCE:
            self._new_sheet()
        self.feet.floor -= height
        self.y, self.after = max(0.0, self.frame.depth - height), None
        self._set([changed(strip, is_wide=True) for strip in group])
        self._close_sheet()

    def _close_sheet(self) -> None:
        """Let nothing more stand on this sheet."""
        self.y = self.lowest = self.ink = self.top = self.frame.depth + 1.0
        self.after = 0.0

    def _set(self, group: list[Strip]) -> None:
        """Place *group* here."""
        if group[0].parts and not self.lowest:
            group = group[1:]
        first = group[0]
        if not (first.is_wide or self.band):
            # All columns begin where the first one does.
            self.top = max(self.top, self._next_top(first))
            self.before = (self.feet.copy(), self.waiting)
        if self.after is None and first.repeats:
            self._repeat(first)
        for strip in group:
            top = self._next_top(strip)
            x = self.frame.left if strip.is_wide else self.frame.columns[self.column]
            sheet = self.sheets[-1] if strip.is_wide else self.open
            sheet.put(strip, x, self.frame.top + top)
            self.y, self.after = max(self.y, top + strip.height), strip.space_after
            self.ink = max(self.ink, bottom(strip, self.frame, top))
            self.lowest = max(self.lowest, self.y)
            if strip.is_wide:
                self.top = self.y
            else:
                self.band.append(strip)
        self._set_notes(group)

    def _set_notes(self, group: list[Strip]) -> None:
        wide, narrow = self._notes(group)
        if wide:
            waiting = [*self.waiting_wide, *(strip for note in wide for strip in note)]
            self.waiting_wide = self.feet.fill(PAGE, waiting, self.ink)
        if narrow:
            waiting = [*self.waiting, *(strip for note in narrow for strip in note)]
            self.waiting = self.feet.fill(self.column, waiting, self.ink)

    def _notes(self, group: Sequence[Strip]) -> tuple[list[Note], list[Note]]:
        """Return the notes of *group*: those for the page's foot, those for the column's."""
        noted = [strip for strip in group if strip.notes]
        has_columns = len(self.frame.columns) > 1
        wide = [note for one in noted if one.is_wide and has_columns for note in one.notes]
        narrow = [note for one in noted if not (one.is_wide and has_columns) for note in one.notes]
        return wide, narrow

    def _repeat(self, strip: Strip) -> None:
        if self._excess([strip]) > TOLERANCE:
            return
        for head in strip.repeats:
            x = self.frame.left if strip.is_wide else self.frame.columns[self.column]
            sheet = self.sheets[-1] if strip.is_wide else self.open
            sheet.put(head, x, self.frame.top + self.y, is_repeated=True)
            self.y += head.height

    def _next_top(self, strip: Strip) -> float:
        return fitted(strip, self.frame, self.y, self.after)

    def _excess(self, group: Sequence[Strip]) -> float:
        """Return by how much *group*, with its notes, is too high for what is left here."""
        if group[0].at is not None:
            return 0.0
        return end(group, self.frame, self.y, self.after) - self._limit(group)

    def _limit(self, group: Sequence[Strip]) -> float:
        """Return how far down *group* may reach here, its notes being below."""
        column = PAGE if group[0].is_wide or group[0].sinks else self.column
        wide, narrow = self._notes(group)
        if (wide and self.waiting_wide) or (narrow and self.waiting):
            # Notes stand in order, and on the page of their marks: so this is no place.
            return -inf
        feet = self.feet
        lower = feet[PAGE].higher(least(wide)) - feet[PAGE].height if wide else 0.0
        own = feet[self.column].higher(least(narrow)) - feet[self.column].height if narrow else 0.0
        return min(self.depth, feet.limit(column) - lower - own)

    def _is_cut_short(self) -> bool:
        """Tell whether a wide strip or notes take room from the columns; the next has more."""
        return self.top > 0.0 or bool(self.feet) or bool(self.waiting or self.waiting_wide)

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
        self.column, self.top, self.y, self.lowest, self.ink = 0, 0.0, 0.0, 0.0, 0.0
        self.after = None
        if self.waiting_wide:
            depth = self.frame.depth * _TEXT
            self.waiting_wide = self.feet.fill(PAGE, self.waiting_wide, depth, is_forced=True)

    def _go_on_with_notes(self, depth: float) -> None:
        """Set of the notes that are waiting what fits below *depth*."""
        if self.waiting:
            is_forced = self.top == 0.0 and not self.feet[PAGE].strips
            self.waiting = self.feet.fill(self.column, self.waiting, depth, is_forced=is_forced)

    def _finish_notes(self) -> None:
        """Set all notes that are waiting, on pages of their own if need be."""
        self._go_on_with_notes(self.ink)
        while self.waiting or self.waiting_wide:
            self._advance()
            self._go_on_with_notes(self.ink)

    def _finish_sheet(self) -> None:
        self._rule_columns()
        self.sheets[-1].absorb(self.open)
        self.feet.put(self.sheets[-1])

    def finish(self) -> list[Sheet]:
        """Close the last columns and return the sheets."""
        self._close_columns()
        self._finish_notes()
        self._finish_sheet()
        return self.sheets

    def _rule_columns(self) -> None:
        """Draw rules between the columns, as deep as the deepest of them."""
        columns, width = self.frame.columns, self.frame.column_measure
        if not (self.frame.has_column_rule and self.band and self.column):
            return
        top = self.frame.top + self.top + self.frame.overhang
        height = self.lowest - self.top - 2 * self.frame.overhang
        for left, right in pairwise(columns):
            x = (left + width + right - HAIRLINE) / 2
            self.open.rules.append(Rule(x, top, HAIRLINE, height))

    def _close_columns(self) -> None:
        """Bring the columns to like depth and go on below them."""
        if len(self.frame.columns) > 1 and self.band and not self.waiting:
            self._balance()
        self._rule_columns()
        self.sheets[-1].absorb(self.open)
        self.open, self.band = Sheet(), []
        if self.column:
            self.column, self.y = 0, self.lowest
        self.top = self.y
        self.ink = max(self.ink, self.lowest)

    def _balance(self) -> None:
        strips = [changed(s, shrinks_to=1.0) if s.pictures else s for s in self.band]
        low = max(end(group, self.frame) for group in groups(strips))
        high = self.lowest - self.top
        for _ in range(_HALVINGS if low < high else 0):
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
        trial.feet, trial.waiting = self.before[0].copy(), self.before[1]
        for group in groups(strips):
            if len(trial.sheets) == 1:
                trial.add(group)
        return trial
