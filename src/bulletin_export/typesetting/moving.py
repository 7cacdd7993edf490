"""Whole pages moved and joined: margins that change places, two pages on a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec.structs import replace

from bulletin_export.typesetting.layout import Anchor, Page, PlacedLine

#: The fields of a page that hold what stands on it.
_PARTS = tuple(one.name for one in msgspec.structs.fields(Page) if one.default == ())

#: What a turned page holds as every other does.
_UPRIGHT = frozenset({"background", "furniture", "furniture_rules"})


def moved_page(page: Page, x: float, y: float = 0.0) -> Page:
    """Return *page* with all that stands on it moved by (*x*, *y*) points; its edges stay."""
    if not (x or y):
        return page
    parts = {}
    for name in _PARTS:
        is_turned = page.is_turned and name not in _UPRIGHT
        by = (-y, x) if is_turned else (x, y)
        parts[name] = tuple(_moved(one, *by) for one in getattr(page, name))
    return replace(page, **parts)


def upright(page: Page) -> Page:
    """Return *page* with what is turned on it given in the frame of the page that lies there."""
    if not page.is_turned:
        return page

    def areas(found: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(_laid(one, page) for one in found)

    return replace(
        page,
        rules=areas(page.rules),
        pictures=tuple(replace(one, is_turned=True) for one in areas(page.pictures)),
        lines=tuple(_turned(one, page) for one in page.lines),
        links=areas(page.links),
        # Shown from its upper edge.
        anchors=tuple(Anchor(one.name, 0.0) for one in page.anchors),
        repeated=tuple(_turned(one, page) for one in page.repeated),
        is_turned=False,
    )


def joined(page: Page, other: Page) -> Page:
    """Return *page* with all that stands on *other* too, behind its own."""
    return replace(page, **{name: getattr(page, name) + getattr(other, name) for name in _PARTS})


def _laid(one: Any, page: Page) -> Any:
    x, y, width, height = page.upright(one.x, one.y, one.width, one.height)
    return replace(one, x=x, y=y, width=width, height=height)


def _turned(one: PlacedLine, page: Page) -> PlacedLine:
    return replace(one, x=one.y, y=page.height - one.x, angle=one.angle + 90.0)


def _moved(one: Any, x: float, y: float) -> Any:
    # A place on a page is a height alone.
    fields = {"x": one.x + x, "y": one.y + y} if hasattr(one, "x") else {"y": one.y + y}
    return replace(one, **fields)
