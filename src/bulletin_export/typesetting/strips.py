"""Strips: the unbreakable slices of set matter that pages are filled with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import UNTAGGED, Line, LinkArea, PlacedPicture, Rule

#: The em box of a Chinese face stands this far above and below the baseline (OS/2 typo
#: values of Chinese fonts), whatever the font's own line gap says.
ASCENT, DESCENT = 0.88, 0.12
#: No line of a frame is thicker, in points.
_THIN = 1.0


class SetLine(NamedTuple):
    """A line inside a strip: ``y`` is its baseline, from the strip's top."""

    x: float
    y: float
    line: Line
    role: Role
    size: float
    tag: int = UNTAGGED


class Strip(msgspec.Struct, frozen=True, kw_only=True):
    """What stands between two places where a page may end.

    All coordinates are from the strip's top left corner, the left being the left
    edge of the column.
    """

    height: float
    lines: tuple[SetLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    links: tuple[LinkArea, ...] = ()
    anchors: tuple[str, ...] = ()
    #: Lines that are painted, but are no part of the text.
    furniture: tuple[SetLine, ...] = ()
    #: Blank above and below; the larger of two neighbours counts, none at a column's top.
    space_before: float = 0.0
    space_after: float = 0.0
    #: The column does not end after this strip.
    keeps: bool = False
    breaks_before: bool = False
    #: Starts on a line of the page's grid.
    snaps: bool = False
    #: Stretches over all columns.
    is_wide: bool = False
    #: May be made smaller, down to this part of its height, to fit a column; 1 for never.
    shrinks_to: float = 1.0
    #: Parts what is above from what is below, and is nothing at the top of a page.
    parts: bool = False
    #: Printed again on top when a column begins with this strip.
    repeats: tuple[Strip, ...] = ()
    #: Notes whose marks stand in this strip; they stand at the foot of the same page.
    notes: tuple[tuple[Strip, ...], ...] = ()
    #: Its top stands this far below the type area's upper edge (above it if negative), whatever
    #: stands there; what follows goes on below it.
    at: float | None = None
    #: Stands at the foot of the type area, across all columns, with the sinking strips after it
    #: (版记, 报尾); what follows begins a new page.
    sinks: bool = False
    #: Stands on a page whose text is turned by 90° to the left, with what else is turned.
    is_turned: bool = False


def changed(strip: Strip, **fields: object) -> Strip:
    """Return *strip* with other *fields*."""
    return msgspec.structs.replace(strip, **fields)


def shifted(strip: Strip, x: float, y: float) -> Strip:
    """Return *strip* with its contents moved; its height stays."""
    return changed(
        strip,
        lines=tuple(_moved_line(line, x, y) for line in strip.lines),
        furniture=tuple(_moved_line(line, x, y) for line in strip.furniture),
        rules=tuple(Rule(x + r.x, y + r.y, r.width, r.height, r.colour) for r in strip.rules),
        pictures=tuple(moved(picture, x, y) for picture in strip.pictures),
        links=tuple(moved_area(area, x, y) for area in strip.links),
    )


def merged(strips: Iterable[Strip], **fields: object) -> Strip:
    """Return one strip with everything in *strips*, which already stand in their places."""
    parts = list(strips)
    return Strip(
        height=float(fields.pop("height", 0.0)),  # type: ignore[arg-type]
        lines=tuple(line for part in parts for line in part.lines),
        furniture=tuple(line for part in parts for line in part.furniture),
        rules=tuple(rule for part in parts for rule in part.rules),
        pictures=tuple(picture for part in parts for picture in part.pictures),
        links=tuple(area for part in parts for area in part.links),
        anchors=tuple(anchor for part in parts for anchor in part.anchors),
        notes=tuple(note for part in parts for note in part.notes),
        **fields,  # type: ignore[arg-type]
    )


def stacked(strips: Sequence[Strip], x: float = 0.0, y: float = 0.0) -> Strip:
    """Return *strips* one below the other as one strip, the first with its corner at (x, y)."""
    parts, top, after = [], y, 0.0
    for index, strip in enumerate(strips):
        if index:
            top += max(after, strip.space_before)
        parts.append(shifted(strip, x, top))
        top += strip.height
        after = strip.space_after
    return merged(parts, height=top - y)


def shrunk(strip: Strip, height: float) -> Strip:
    """Return a strip of pictures alone, made smaller to *height* about its middle."""
    ratio = height / strip.height
    pictures = tuple(
        PlacedPicture(
            one.x + one.width * (1 - ratio) / 2,
            one.y * ratio,
            one.width * ratio,
            one.height * ratio,
            one.media,
            one.alt,
            one.tag,
        )
        for one in strip.pictures
    )
    return changed(strip, height=height, pictures=pictures, shrinks_to=1.0)


def cut(strip: Strip, depth: float) -> tuple[Strip, Strip | None]:
    """Cut *strip* into a head of at most *depth* and the rest, between lines.

    What ends within *depth* stays in the head; the rest moves up together. Nothing is
    lost: if not even the first line or picture fits, all stays in one strip.
    """
    if strip.height <= depth:
        return strip, None
    extents = [*map(_extent, strip.lines), *map(_extent, strip.furniture)]
    extents += [(one.y, one.y + one.height) for one in strip.pictures]
    limit = depth + 1e-6
    ends = [bottom for _, bottom in extents if bottom <= limit]
    starts = [top for top, bottom in extents if bottom > limit]
    if ends and not starts:  # All that is too much is blank.
        return changed(strip, height=depth, rules=_squeezed(strip.rules, depth)), None
    if not ends:
        return strip, None
    start, end = min(starts), min(depth, max(min(starts), *ends))
    head, rest = (_part(strip, limit, is_head=one) for one in (True, False))
    rest = changed(rest, rules=_clipped(strip.rules, start, strip.height))
    return (
        changed(head, height=end, rules=_clipped(strip.rules, 0.0, end), space_after=0.0),
        changed(
            shifted(rest, 0.0, -start), height=strip.height - start, anchors=(), space_before=0.0
        ),
    )


def _extent(one: SetLine) -> tuple[float, float]:
    return one.y - ASCENT * one.size, one.y + DESCENT * one.size


def _part(strip: Strip, limit: float, *, is_head: bool) -> Strip:
    """Return what ends within *limit*, or what does not."""
    return changed(
        strip,
        lines=tuple(one for one in strip.lines if (_extent(one)[1] <= limit) is is_head),
        furniture=tuple(one for one in strip.furniture if (_extent(one)[1] <= limit) is is_head),
        pictures=tuple(one for one in strip.pictures if (one.y + one.height <= limit) is is_head),
        links=tuple(one for one in strip.links if (one.y + one.height <= limit) is is_head),
    )


def _squeezed(rules: Sequence[Rule], bottom: float) -> tuple[Rule, ...]:
    """Return *rules* without what stands below *bottom*; a line there moves up to it."""
    tops = [min(one.y, bottom - min(one.height, _THIN)) for one in rules]
    return tuple(
        Rule(one.x, top, one.width, min(one.height, bottom - top), one.colour)
        for one, top in zip(rules, tops, strict=True)
    )


def _clipped(rules: Iterable[Rule], top: float, bottom: float) -> tuple[Rule, ...]:
    """Return the parts of *rules* between *top* and *bottom*."""
    parts = []
    for one in rules:
        start, end = max(one.y, top), min(one.y + one.height, bottom)
        if start < end:
            parts.append(Rule(one.x, start, one.width, end - start, one.colour))
    return tuple(parts)


def _moved_line(one: SetLine, x: float, y: float) -> SetLine:
    return SetLine(x + one.x, y + one.y, one.line, one.role, one.size, one.tag)


def moved(one: PlacedPicture, x: float, y: float) -> PlacedPicture:
    """Return the picture moved by (*x*, *y*)."""
    return PlacedPicture(x + one.x, y + one.y, one.width, one.height, one.media, one.alt, one.tag)


def moved_area(one: LinkArea, x: float, y: float) -> LinkArea:
    """Return the area moved by (*x*, *y*)."""
    return LinkArea(x + one.x, y + one.y, one.width, one.height, one.target, one.tag, one.title)
