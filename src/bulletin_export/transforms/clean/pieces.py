"""Where the pieces of one text meet, while rules change it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

import msgspec

#: Start, end and what to put there.
Edit = tuple[int, int, str]
Edits = list[Edit]


class Pieces(msgspec.Struct):
    """The bounds of the pieces, those that must stay, and those after which a link ends."""

    bounds: list[int] = msgspec.field(default_factory=list)
    locked: Sequence[int] = ()
    link_ends: Sequence[int] = ()

    def places(self) -> list[tuple[int, int]]:
        """Return where the locked pieces are by now: they keep numbers, not places."""
        bounds = self.bounds
        return [(bounds[number], bounds[number + 1]) for number in self.locked]

    def walls(self) -> list[int]:
        """Return where links end by now."""
        return [self.bounds[number + 1] for number in self.link_ends]

    def sparing(self, edits: Edits) -> Edits:
        """Return those of *edits* that leave the locked pieces alone."""
        places = self.places()
        return [edit for edit in edits if not _overlaps(edit, places)]

    def move(self, edits: Edits, shifts: Shifts) -> None:
        """Follow *edits*; what replaces text across a bound goes to its left piece."""
        bounds, ends, sums = self.bounds, shifts.ends, shifts.sums
        for index, bound in enumerate(bounds):
            before = bisect_left(ends, bound + 1)
            moved = bound + sums[before]
            if before < len(edits) and edits[before][0] < bound:
                start, _, new = edits[before]
                moved = start + sums[before] + len(new)
            bounds[index] = moved


class Shifts(msgspec.Struct):
    """Where edits end, and how far what stands behind so many of them moves."""

    ends: list[int]
    sums: list[int]

    @classmethod
    def of(cls, edits: Edits) -> Shifts:
        """Return those of *edits*."""
        moved = accumulate([len(new) - (end - start) for start, end, new in edits])
        return cls([end for _, end, _ in edits], [0, *moved])


def _overlaps(edit: Edit, places: list[tuple[int, int]]) -> bool:
    index = bisect_left(places, (edit[1], 0)) - 1  # the last that begins before the edit ends
    return index >= 0 and edit[0] < places[index][1]
