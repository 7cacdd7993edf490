"""Sheets of paper and screen by name, and lengths that are a part of their width."""

from __future__ import annotations

from typing import Any

from bulletin_export.patterns import lazy_pattern
from bulletin_export.units import Length

#: Sheets by name, in millimetres (GB/T 148, ISO 216; 16K is the Chinese 大 16 开). The screens of
#: readers are named after their diagonal in inches: 1072 × 1448, 1404 × 1872, 1404 × 1872 dots.
SHEETS: dict[str, tuple[float, float]] = {
    "A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "A6": (105, 148),
    "B4": (250, 353), "B5": (176, 250), "16K": (210, 285),
    "Letter": (215.9, 279.4), "Legal": (215.9, 355.6),
    "eink-6": (90.8, 122.6), "eink-7.8": (118.9, 158.5), "eink-10.3": (157.2, 209.6),
}  # fmt: skip

#: What may be written as a part of the page's width.
_PARTS = frozenset({"top", "right", "bottom", "left", "header_distance", "footer_distance"})
_PART = lazy_pattern(r"\s*([+-]?\d+(?:\.\d+)?)\s*%\s*")


def with_sheet(table: dict[str, Any]) -> dict[str, Any]:
    """Put width and height where *table*, one file of a template, names a sheet.

    So they merge key by key.

    Raises:
        KeyError: There is no such sheet.
    """
    page = table.get("page")
    if not isinstance(page, dict) or "size" not in page:
        return table
    size, rest = page["size"], {key: value for key, value in page.items() if key != "size"}
    if not isinstance(size, str):
        raise KeyError(size)
    width, height = SHEETS[size]
    return {**table, "page": {"width": f"{width}mm", "height": f"{height}mm", **rest}}


def with_parts_of_width(table: dict[str, Any]) -> dict[str, Any]:
    """Turn ``12%`` into that part of the page's width, in *table*, a whole template.

    Margins and the distances of head and foot may be written so; a sheet of another size
    then needs no other key. What is no such part stays: the check will say so.
    """
    page, furniture = table.get("page"), table.get("furniture")
    try:
        width = Length.parse(page["width"]).pt  # type: ignore[index]
    except (KeyError, TypeError, ValueError):
        return table
    result = dict(table)
    if isinstance(page, dict) and isinstance(page.get("margins"), dict):
        result["page"] = {**page, "margins": _in_points(page["margins"], width)}
    if isinstance(furniture, dict):
        result["furniture"] = _in_points(furniture, width)
    return result


def _in_points(table: dict[str, Any], width: float) -> dict[str, Any]:
    return {
        key: f"{float(match[1]) / 100 * width:.4f}pt"
        if (key in _PARTS and isinstance(value, str) and (match := _PART.fullmatch(value)))
        else value
        for key, value in table.items()
    }
