"""A page while it is filled."""

from __future__ import annotations

import msgspec

from bulletin_export.typesetting.layout import (
    UNTAGGED,
    Anchor,
    LinkArea,
    PlacedLine,
    PlacedPicture,
    Rule,
)
from bulletin_export.typesetting.strips import SetLine, Strip, changed, moved, moved_area


class Sheet(msgspec.Struct):
    """What stands on a page; fields and lengths as in `Page`."""

    rules: list[Rule] = msgspec.field(default_factory=list)
    pictures: list[PlacedPicture] = msgspec.field(default_factory=list)
    lines: list[PlacedLine] = msgspec.field(default_factory=list)
    repeated: list[PlacedLine] = msgspec.field(default_factory=list)
    links: list[LinkArea] = msgspec.field(default_factory=list)
    anchors: list[Anchor] = msgspec.field(default_factory=list)
    furniture: list[PlacedLine] = msgspec.field(default_factory=list)
    furniture_rules: list[Rule] = msgspec.field(default_factory=list)
    is_turned: bool = False
    #: Notes whose marks stand here go on on the next.
    owes_notes: bool = False

    def put(self, strip: Strip, x: float, y: float, *, is_repeated: bool = False) -> None:
        """Place *strip* with its corner at (x, y); what is repeated is no part of the text."""
        if is_repeated:
            strip = _untagged(strip)
        lines = self.repeated if is_repeated else self.lines
        lines += [placed(one, x, y) for one in strip.lines]
        if strip.rules:
            self.rules += [Rule(x + r.x, y + r.y, r.width, r.height, r.colour) for r in strip.rules]
        if strip.pictures:
            self.pictures += [moved(one, x, y) for one in strip.pictures]
        if strip.furniture:
            self.repeated += [placed(one, x, y) for one in strip.furniture]
        if strip.links:
            self.links += [moved_area(one, x, y) for one in strip.links]
        if strip.anchors and not is_repeated:
            self.anchors += [Anchor(name, y) for name in strip.anchors]

    def absorb(self, other: Sheet) -> None:
        """Take over everything on *other*, which is the same page."""
        self.rules += other.rules
        self.pictures += other.pictures
        self.lines += other.lines
        self.repeated += other.repeated
        self.links += other.links
        self.anchors += other.anchors


def _untagged(strip: Strip) -> Strip:
    """Return *strip* as it is painted again: no part of the text, and without its links."""
    pictures = tuple(msgspec.structs.replace(one, tag=UNTAGGED) for one in strip.pictures)
    return changed(strip, pictures=pictures, links=())


def placed(one: SetLine, x: float, y: float) -> PlacedLine:
    """Return *one*, which belongs to something at (x, y), in its place."""
    return PlacedLine(x + one.x, y + one.y, one.line, one.role, one.tag)
