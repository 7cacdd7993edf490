"""More room for what is too wide for a column: all columns, or a turned page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_export.styling.template import Role
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.strips import Strip, changed

#: What stands in the text itself, not in a cell or a note.
_TEXT = frozenset({Role.BODY, Role.QUOTE, Role.LIST})
#: A picture that is naturally so much wider than a column stretches over all of them,
#: if it fills so much of them; it takes this part of their depth at most.
_WIDER, _FILLED, _DEEPEST = 1.2, 0.6, 0.5


class Room(NamedTuple):
    """A place and how strips set to it stand on the page."""

    place: Place
    is_wide: bool = False
    is_turned: bool = False

    def placed(self, strips: Iterable[Strip]) -> list[Strip]:
        """Return *strips*, which were set to this place, as what they are."""
        if not (self.is_wide or self.is_turned):
            return list(strips)
        return [
            changed(
                strip,
                is_wide=self.is_wide,
                is_turned=self.is_turned,
                repeats=tuple(self.placed(strip.repeats)),
            )
            for strip in strips
        ]


def first_that_fits(place: Place, setting: Setting, fits: Callable[[float], bool]) -> Room:
    """Return the first room whose measure *fits*: *place*, all columns, a turned page.

    If none fits, the widest one is best. What stands in cells and notes stays there.
    """
    frame, rooms = setting.frame, [Room(place)]
    if place.role in _TEXT:
        whole = replace(place, left=0.0, measure=frame.measure, depth=frame.depth)
        if len(frame.columns) > 1:
            rooms.append(Room(whole, is_wide=True))
        turned = frame.turned
        if turned.measure > frame.measure:
            whole = replace(whole, measure=turned.measure, depth=turned.depth)
            rooms.append(Room(whole, is_turned=True))
    return next((room for room in rooms if fits(room.place.measure)), rooms[-1])


def picture_room(width: float, place: Place, setting: Setting) -> Room:
    """Return the room for a picture that is naturally *width* wide."""
    frame = setting.frame
    is_wider = width > _WIDER * frame.column_measure and width >= _FILLED * frame.measure
    if len(frame.columns) == 1 or place.role is not Role.BODY or not is_wider:
        return Room(place)
    whole = replace(place, left=0.0, measure=frame.measure, depth=frame.depth * _DEEPEST)
    return Room(whole, is_wide=True)
