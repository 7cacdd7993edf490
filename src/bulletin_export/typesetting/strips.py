"""Strips: the unbreakable slices of set matter that pages are filled with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Line, LinkArea, PlacedPicture, Rule

#: The em box of a Chinese face stands this far above and below the baseline (OS/2 typo
#: values of Chinese fonts), whatever the font's own line gap says.
ASCENT, DESCENT = 0.88, 0.12


class SetLine(NamedTuple):
    """A line inside a strip: ``y`` is its baseline, from the strip's top."""

    x: float
    y: float
    line: Line
    role: Role
    size: float


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
    #: Printed again on top when a column begins with this strip.
    repeats: tuple[Strip, ...] = ()


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
        pictures=tuple(_moved_picture(picture, x, y) for picture in strip.pictures),
        links=tuple(LinkArea(x + a.x, y + a.y, a.width, a.height, a.target) for a in strip.links),
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
        )
        for one in strip.pictures
    )
    return changed(strip, height=height, pictures=pictures, shrinks_to=1.0)


def cut(strip: Strip, depth: float) -> tuple[Strip, Strip | None]:
    """Cut *strip* into a head of at most *depth* and the rest, between lines.

    Nothing is lost: what cannot be cut stays in the head, which may then be taller.
    """
    if strip.height <= depth:
        return strip, None
    at = _cut_place(strip, depth)
    if at <= 0:
        return strip, None
    head = merged([_part(strip, 0.0, at)], height=at, space_before=strip.space_before)
    rest = shifted(_part(strip, at, strip.height + 1), 0.0, -at)
    return (
        changed(head, anchors=strip.anchors, snaps=strip.snaps, repeats=strip.repeats),
        changed(rest, height=strip.height - at, anchors=()),
    )


def _cut_place(strip: Strip, depth: float) -> float:
    """Return the lowest place above *depth* that crosses neither a line nor a picture."""
    spans = [
        (one.y - ASCENT * one.size, one.y + DESCENT * one.size)
        for one in (*strip.lines, *strip.furniture)
    ]
    spans += [(one.y, one.y + one.height) for one in strip.pictures]
    at = depth
    for top, bottom in sorted(spans, key=lambda span: -span[1]):
        if top < at < bottom:
            at = top
    return at


def _part(strip: Strip, top: float, bottom: float) -> Strip:
    """Return what begins between *top* and *bottom*; upright rules are shared out."""
    return changed(
        strip,
        lines=tuple(s for s in strip.lines if top <= s.y - ASCENT * s.size + 1e-6 < bottom),
        furniture=tuple(s for s in strip.furniture if top <= s.y - ASCENT * s.size + 1e-6 < bottom),
        rules=tuple(rule for one in strip.rules for rule in _clipped(one, top, bottom)),
        pictures=tuple(one for one in strip.pictures if top <= one.y < bottom),
        links=tuple(one for one in strip.links if top <= one.y + 1e-6 < bottom),
    )


def _clipped(rule: Rule, top: float, bottom: float) -> Iterable[Rule]:
    start, end = max(rule.y, top), min(rule.y + rule.height, bottom)
    if start < end:
        yield Rule(rule.x, start, rule.width, end - start, rule.colour)


def _moved_line(one: SetLine, x: float, y: float) -> SetLine:
    return SetLine(x + one.x, y + one.y, one.line, one.role, one.size)


def _moved_picture(one: PlacedPicture, x: float, y: float) -> PlacedPicture:
    return PlacedPicture(x + one.x, y + one.y, one.width, one.height, one.media, one.alt)
