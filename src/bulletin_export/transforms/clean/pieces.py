"""Where the pieces of one text meet, while rules change it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

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

    def move(self, shifts: Shifts) -> None:
        """Follow edits; what replaces text across a bound goes to its left piece."""
        edits, sums = shifts.edits, shifts.sums
        if not any(sums) and all(end - start == 1 for start, end, _ in edits):
            return  # One character for another: no bound moves, and none lies inside.
        bounds, ends = self.bounds, shifts.ends()
        for index, bound in enumerate(bounds):
            before = bisect_left(ends, bound + 1)
            moved = bound + sums[before]
            if before < len(edits) and edits[before][0] < bound:
                start, _, new = edits[before]
                moved = start + sums[before] + len(new)
            bounds[index] = moved


class Shifts(msgspec.Struct):
    """How far the text behind the first so many edits moves, from none of them to all."""

    edits: Edits
    sums: list[int]

    def ends(self) -> list[int]:
        """Return where the edits end."""
        return [end for _, end, _ in self.edits]


def _overlaps(edit: Edit, places: list[tuple[int, int]]) -> bool:
    index = bisect_left(places, (edit[1], 0)) - 1  # the last that begins before the edit ends
    return index >= 0 and edit[0] < places[index][1]
