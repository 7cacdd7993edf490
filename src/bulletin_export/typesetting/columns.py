"""The columns of a sheet while they are filled: where the next strip goes, and whether it fits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from bulletin_export.typesetting.figures import HAIRLINE
from bulletin_export.typesetting.footnotes import PAGE, Feet, least
from bulletin_export.typesetting.groups import TOLERANCE, bottom, end, fitted
from bulletin_export.typesetting.layout import Rule
from bulletin_export.typesetting.setting import Frame
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.strips import Strip

Note = tuple[Strip, ...]


class Columns:
    """Sheet, column, and depth in the column."""

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
        #: Notes go on at no foot before this column's.
        self.noted = 0
        #: Feet, waiting notes and their column as they were when the band began.
        self.before = (self.feet, self.waiting, self.noted)

    def put(self, group: list[Strip]) -> None:
        """Place *group* here."""
        if group[0].parts and not self.lowest:
            group = group[1:]
        first = group[0]
        begins_band = not self.band
        start = self.next_top(first)
        if self.after is None and first.repeats:
            self._repeat(first)
        for strip in group:
            top = self.next_top(strip)
            self._sheet(strip).put(strip, self._left(strip), self.frame.top + top)
            if strip.is_wide:
                self.top = max(self.y, top + strip.height)
            elif not self.band:
                # All columns begin where the first one does.
                self.top = max(self.top, start if strip is first else top)
            if not strip.is_wide:
                self.band.append(strip)
            self.y, self.after = max(self.y, top + strip.height), strip.space_after
            self.ink = max(self.ink, bottom(strip, self.frame, top))
            self.lowest = max(self.lowest, self.y)
        self._set_notes(group, begins_band=begins_band)

    def _set_notes(self, group: list[Strip], *, begins_band: bool) -> None:
        wide, narrow = self._notes(group)
        if wide:
            waiting = [*self.waiting_wide, *(strip for note in wide for strip in note)]
            self.waiting_wide = self.feet.fill(PAGE, waiting, self.ink)
        if begins_band:
            self.before = (self.feet.copy(), self.waiting, self.noted)
        if narrow:
            waiting = [*self.waiting, *(strip for note in narrow for strip in note)]
            self.waiting = self.feet.fill(self.column, waiting, self.ink)
            self.noted = self.column

    def _sheet(self, strip: Strip) -> Sheet:
        return self.sheets[-1] if strip.is_wide else self.open

    def _left(self, strip: Strip) -> float:
        return self.frame.left if strip.is_wide else self.frame.columns[self.column]

    def _notes(self, group: Sequence[Strip]) -> tuple[list[Note], list[Note]]:
        """Return the notes of *group*: those for the page's foot, those for the column's."""
        noted = [strip for strip in group if strip.notes]
        if not noted:  # As nearly always.
            return [], []
        has_columns = len(self.frame.columns) > 1
        wide = [note for one in noted if one.is_wide and has_columns for note in one.notes]
        narrow = [note for one in noted if not (one.is_wide and has_columns) for note in one.notes]
        return wide, narrow

    def _repeat(self, strip: Strip) -> None:
        if self.excess([strip]) > TOLERANCE:
            return
        for head in strip.repeats:
            x, y = self._left(strip), self.frame.top + self.y
            self._sheet(strip).put(head, x, y, is_repeated=True)
            self.y += head.height

    def next_top(self, strip: Strip) -> float:
        """Return where *strip* would begin here."""
        return fitted(strip, self.frame, self.y, self.after)

    def excess(self, group: Sequence[Strip]) -> float:
        """Return by how much *group*, with its notes, is too high for what is left here."""
        if group[0].at is not None:
            return 0.0
        return end(group, self.frame, self.y, self.after) - self.limit(group)

    def limit(self, group: Sequence[Strip]) -> float:
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

    def is_cut_short(self) -> bool:
        """Tell whether a wide strip or notes take room from the columns; the next has more."""
        return self.top > 0.0 or bool(self.feet) or bool(self.waiting or self.waiting_wide)

    def rule_columns(self) -> None:
        """Draw rules between the columns, as deep as the deepest of them."""
        columns, width = self.frame.columns, self.frame.column_measure
        if not (self.frame.has_column_rule and self.band and self.column):
            return
        top = self.frame.top + self.top + self.frame.overhang
        height = self.lowest - self.top - 2 * self.frame.overhang
        for left, right in pairwise(columns):
            x = (left + width + right - HAIRLINE) / 2
            self.open.rules.append(Rule(x, top, HAIRLINE, height))
