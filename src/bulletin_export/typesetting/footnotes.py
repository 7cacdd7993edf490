"""Notes at the feet of columns while a page is filled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bulletin_export.typesetting.groups import TOLERANCE, groups
from bulletin_export.typesetting.setting import Frame
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.strips import Strip

#: The foot of the whole page, below those of its columns, for what stretches over them all;
#: where there is one column, its foot.
PAGE = -1


class Foot(NamedTuple):
    """The notes at one foot, the last one's lower edge on the lower edge of the type area."""

    strips: tuple[Strip, ...] = ()
    #: With what stands above the first note: a blank and a short rule.
    height: float = 0.0

    def higher(self, strips: Iterable[Strip]) -> float:
        """Return the height with *strips* below those that are there."""
        height, last = self.height, self.strips[-1] if self.strips else None
        for strip in strips:
            if last is None:
                height += sum(one.height for one in strip.repeats)
            else:
                height += max(last.space_after, strip.space_before)
            height, last = height + strip.height, strip
        return height

    def filled(
        self, waiting: Sequence[Strip], room: float, *, is_forced: bool = False
    ) -> tuple[Foot, list[Strip]]:
        """Return the foot with what of *waiting* fits into *room*, and what goes on waiting.

        Lines that keep together do so here too. If *is_forced*, an empty foot takes something.
        """
        foot, taken = self, 0
        for group in groups(waiting):
            height = foot.higher(group)
            if height > room + TOLERANCE and not (is_forced and not foot.strips):
                break
            foot, taken = Foot((*foot.strips, *group), height), taken + len(group)
        return foot, list(waiting[taken:])

    def put(self, sheet: Sheet, x: float, bottom: float) -> None:
        """Place the notes on *sheet*; *bottom* is where the last one ends."""
        y, last = bottom - self.height, None
        for strip in self.strips:
            if last is None:
                for head in strip.repeats:
                    sheet.put(head, x, y, is_repeated=True)
                    y += head.height
            else:
                y += max(last.space_after, strip.space_before)
            sheet.put(strip, x, y)
            y, last = y + strip.height, strip


class Feet:
    """The feet of one page: its columns', and below them the page's own."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        number = len(frame.columns)
        self._feet = [Foot()] * (number + 1 if number > 1 else 1)
        #: Where the lowest foot ends, from the upper edge of the type area.
        self.floor = frame.depth

    def copy(self) -> Feet:
        """Return the same feet, to be filled on their own."""
        other = Feet(self._frame)
        other._feet, other.floor = list(self._feet), self.floor
        return other

    def __bool__(self) -> bool:
        return any(foot.strips for foot in self._feet)

    def __getitem__(self, column: int) -> Foot:
        return self._feet[column]

    def limit(self, column: int, more: float = 0.0, more_on_page: float = 0.0) -> float:
        """Return how far down text in *column* may reach.

        Its foot may be *more* higher than it is, the page's *more_on_page*.
        """
        *columns, page = self._feet
        if not columns:
            return self.floor - page.height - more - more_on_page
        own = max(foot.height for foot in columns) if column == PAGE else columns[column].height
        return self.floor - page.height - more_on_page - own - more

    def fill(
        self, column: int, waiting: Sequence[Strip], depth: float, *, is_forced: bool = False
    ) -> list[Strip]:
        """Set of *waiting* notes what fits below *depth*; return those that go on waiting."""
        foot = self._feet[column]
        room = self.limit(column) - depth + foot.height
        self._feet[column], waiting = foot.filled(waiting, room, is_forced=is_forced)
        return waiting

    def put(self, sheet: Sheet) -> None:
        """Place all notes on *sheet*."""
        frame = self._frame
        bottom = frame.top + self.floor
        *columns, page = self._feet
        for x, foot in zip(frame.columns, columns, strict=False):
            foot.put(sheet, x, bottom - page.height)
        page.put(sheet, frame.left if columns else frame.columns[0], bottom)


def least(notes: Sequence[tuple[Strip, ...]]) -> list[Strip]:
    """Return what of *notes* has to stand on the page of their marks: the last may go on."""
    if not notes:
        return []
    start = next(groups(notes[-1]), [])
    return [*(strip for note in notes[:-1] for strip in note), *start]
