"""What keeps together: strips in groups that stand in one column, and where they would end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from bulletin_export.typesetting.setting import Frame
from bulletin_export.typesetting.strips import Strip, changed, shrunk

#: Sums of lengths may be off by this much and still fit.
TOLERANCE = 0.01


def groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Cut *strips* after each one that keeps nothing, and before each new page.

    Sinking strips are a group of their own. What is kept with a turned strip is turned too,
    and what is kept with a wide strip behind it stretches over all columns like it.
    """
    group: list[Strip] = []
    for strip in strips:
        if group and (strip.breaks_before or strip.sinks != group[0].sinks):
            yield _alike(group)
            group = []
        group.append(strip)
        if not (strip.keeps or strip.sinks):
            yield _alike(group)
            group = []
    if group:
        yield _alike(group)


def _alike(group: list[Strip]) -> list[Strip]:
    if len(group) == 1:
        return group
    if any(one.is_turned for one in group):
        return [one if one.is_turned else changed(one, is_turned=True) for one in group]
    last = max((index for index, one in enumerate(group) if one.is_wide), default=0)
    return [
        one if one.is_wide or index >= last else changed(one, is_wide=True)
        for index, one in enumerate(group)
    ]


def smaller(group: Sequence[Strip], excess: float) -> list[Strip] | None:
    """Return *group* with one picture lower by *excess*, if one of them may be."""
    for index, strip in enumerate(group):
        height = strip.height - excess
        if height >= strip.shrinks_to * strip.height:
            return [*group[:index], shrunk(strip, height), *group[index + 1 :]]
    return None


def fitted(strip: Strip, frame: Frame, y: float, after: float | None) -> float:
    """Return where *strip* begins after something that ends at *y* and wants *after* below it.

    *after* is none at a column's top.
    """
    if strip.at is not None:
        return strip.at
    if after is not None:
        y += max(after, strip.space_before)
    pitch, overhang = frame.pitch, frame.overhang
    if not (strip.snaps and pitch):
        return y
    if after is None and y == 0.0:
        return -overhang
    return ceil((y + overhang - TOLERANCE) / pitch) * pitch - overhang


def bottom(strip: Strip, frame: Frame, top: float) -> float:
    """Return where the last thing in *strip* ends; blank below may leave the type area."""
    return top + strip.height - (frame.overhang if strip.snaps else 0.0)


def end(group: Sequence[Strip], frame: Frame, y: float = 0.0, after: float | None = None) -> float:
    """Return where *group* ends if it begins after something that ends at *y*."""
    if after is None:
        y += sum(head.height for head in group[0].repeats)
    lowest = y
    for strip in group:
        top = fitted(strip, frame, y, after)
        y, lowest = max(y, top + strip.height), max(lowest, bottom(strip, frame, top))
        after = strip.space_after
    return lowest
