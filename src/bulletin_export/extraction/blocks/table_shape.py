"""Tables of facts told from tables that only put parts of a page in their places."""

from __future__ import annotations

from typing import Any

_LONG_CELL = 400


def is_layout(table: Any) -> bool:
    """Whether *table*, an lxml element, only arranges the page."""
    if table.get("role") == "presentation":
        return True
    rows = own_rows(table)
    if table.find("caption") is not None or any(row.find("th") is not None for row in rows):
        return False
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    if len(cells) < 2 or max(map(len, cells)) < 2:
        return True
    sizes = [_size(cell) for row in cells for cell in row]
    longest, total = max(sizes), sum(sizes)
    if longest > _LONG_CELL and longest * 2 > total:
        return True
    nested = sum(cell.find(".//table") is not None for row in cells for cell in row)
    return nested * 4 > len(sizes) or not total


def own_rows(table: Any) -> list[Any]:
    """Return the rows of *table*, those of tables inside it left out."""
    rows: list[Any] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows.extend(row for row in child if row.tag == "tr")
    return rows


def _size(cell: Any) -> int:
    return len("".join(cell.itertext()).strip())


def span(cell: Any, name: str) -> int:
    """Return the ``colspan`` or ``rowspan`` of *cell*, at least 1 and at most 1,000."""
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), 1000) if value.isdecimal() and len(value) < 6 else 1
