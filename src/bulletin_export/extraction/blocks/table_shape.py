"""Tables of facts told from tables that only put parts of a page in their places."""

from __future__ import annotations

import re
from typing import Any

from bulletin_export.model.nodes import Figure, Paragraph, Strong, TableCell
from bulletin_export.model.text import paragraphs
from bulletin_export.patterns import lazy_pattern

_LONG_CELL = 400
_SHORT_CELL = 60
_HEAD_CELL = 24
#: More than any table has.
_MOST = 1000
_BORDER = lazy_pattern(r"border(?:-(?:top|bottom|width|style))?\s*:\s*(?!0|none)", re.IGNORECASE)
_COLOUR = lazy_pattern(
    r"background(?:-color)?\s*:\s*(?!none|transparent|inherit|initial|#?fff|white|rgb\(255,\s*255)",
    re.IGNORECASE,
)
_WHITE = frozenset(("", "#ffffff", "#fff", "white", "transparent"))


def is_layout(table: Any) -> bool:
    """Whether *table*, an lxml element, only arranges the page."""
    if table.get("role") in ("presentation", "none"):
        return True
    cells = cells_of(table)
    if table.find("caption") is not None or any(one.tag == "th" for row in cells for one in row):
        return False
    count = sum(map(len, cells))
    if count < 2:
        return True
    if max(map(len, cells)) < 2:
        return not _is_column(table, cells)
    sizes = [_size(cell) for row in cells for cell in row]
    longest, total = max(sizes), sum(sizes)
    if longest > _LONG_CELL and longest * 2 > total:
        return True
    nested = sum(cell.find(".//table") is not None for row in cells for cell in row)
    return nested * 4 > len(sizes) or not total


def _is_column(table: Any, cells: list[list[Any]]) -> bool:
    """Whether a table of one column is a list in a frame: some short rows, with lines drawn."""
    rows = [row[0] for row in cells if row]
    if len(rows) < 3 or any(_size(cell) > _SHORT_CELL for cell in rows):
        return False
    is_drawn = (table.get("border") or "0").strip() not in ("", "0") or any(
        _BORDER.search(one.get("style") or "") for one in (table, rows[0])
    )
    return is_drawn and table.find(".//table") is None and table.find(".//img") is None


def cells_of(table: Any) -> list[list[Any]]:
    """Return the cells of *table* row by row; cells outside any row make one of their own."""
    rows: list[list[Any]] = []
    loose: list[Any] | None = None
    for child in _parts(table):
        if child.tag == "tr":
            rows.append([cell for cell in child if cell.tag in ("td", "th")])
            loose = None
        elif child.tag in ("td", "th"):
            if loose is None:
                loose = []
                rows.append(loose)
            loose.append(child)
    return rows


def _parts(table: Any) -> Any:
    for child in table:
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from child
        else:
            yield child


def _size(cell: Any) -> int:
    return len("".join(cell.itertext()).strip())


def span(cell: Any, name: str) -> int:
    """Return the ``colspan`` or ``rowspan`` of *cell*, at least 1 and at most 1,000.

    ``rowspan="0"`` reaches to the end of the table (HTML §4.9.11).
    """
    value = (cell.get(name) or "").strip()
    if not value.isdecimal() or len(value) > 5:
        return 1
    if int(value) == 0 and name == "rowspan":
        return _MOST
    return min(max(int(value), 1), _MOST)


def is_coloured(element: Any) -> bool:
    """Whether *element*, a row or a cell, has a ground of its own."""
    if (element.get("bgcolor") or "").strip().lower() not in _WHITE:
        return True
    style = element.get("style")
    return bool(style) and "background" in style and bool(_COLOUR.search(style))


def looks_like_head(rows: list[list[TableCell]], coloured: list[bool]) -> bool:
    """Whether the first of *rows* names the columns: short words, bold or coloured as no other.

    *coloured* says of each row whether all of it has a ground of its own.
    """
    if len(rows) < 2 or len(rows[0]) < 2 or len(rows[1]) < 2:
        return False
    if not all(_is_short(cell) for cell in rows[0]):
        return False
    is_bold = all(_is_bold(cell) for cell in rows[0] if cell.blocks)
    if is_bold and not all(_is_bold(cell) for row in rows[1:] for cell in row):
        return True
    return coloured[0] and not any(coloured[1:])


def _is_short(cell: TableCell) -> bool:
    texts = list(paragraphs(cell.blocks))
    return (
        len(texts) < 3
        and sum(map(len, texts)) <= _HEAD_CELL
        and not any(isinstance(block, Figure) for block in cell.blocks)
    )


def _is_bold(cell: TableCell) -> bool:
    """Whether *cell* holds bold words and nothing else."""
    return bool(cell.blocks) and all(
        isinstance(block, Paragraph) and all(isinstance(one, Strong) for one in block.children)
        for block in cell.blocks
    )
