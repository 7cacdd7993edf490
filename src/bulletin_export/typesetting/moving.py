"""Whole pages moved and joined: margins that change places, two pages on a sheet."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from bulletin_export.typesetting.layout import Page

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


def joined(page: Page, other: Page) -> Page:
    """Return *page* with all that stands on *other* too, behind its own."""
    return replace(page, **{name: getattr(page, name) + getattr(other, name) for name in _PARTS})


def _moved(one: Any, x: float, y: float) -> Any:
    # A place on a page is a height alone.
    fields = {"x": one.x + x, "y": one.y + y} if hasattr(one, "x") else {"y": one.y + y}
    return replace(one, **fields)
