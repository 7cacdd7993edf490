"""Tables as XHTML, with their spans, header cells and scopes (HTML, 4.9)."""

from __future__ import annotations

from collections.abc import Callable

from bulletin_export.composition.table_grid import MAX_SPAN
from bulletin_export.model.nodes import Alignment, Table, TableCell, TableRow
from bulletin_export.model.text import paragraphs
from bulletin_export.writers.epub.markup import attributes

#: HTML, 4.9.11.
_MAX_ROW_SPAN = 65534
#: A table of more columns may be wider than a phone: it scrolls by itself.
_NARROW = 3


def table(node: Table, caption: str, content: Callable[[TableCell], str]) -> str:
    """Return *node* with the markup *caption*; *content* gives the markup of a cell."""
    if not any(row.cells for row in node.rows):
        return f'<p class="caption">{caption}</p>' if caption else ""
    head = _head_rows(node)
    is_wide = max(len(row.cells) for row in node.rows) > _NARROW
    # What scrolls must be reached with keys, too (WCAG 2.1, 2.1.1).
    parts = ['<div class="wide" tabindex="0">', "<table>"] if is_wide else ["<table>"]
    if caption:
        parts.append(f"<caption>{caption}</caption>")
    parts += _group("thead", node.rows[:head], node.header_rows, content)
    parts += _group("tbody", node.rows[head:], node.header_rows - head, content)
    return "\n".join((*parts, "</table>", "</div>") if is_wide else (*parts, "</table>"))


def _head_rows(node: Table) -> int:
    """Return the number of rows in ``thead``: none if a cell reaches out of them.

    A row group cuts the cells that span its end (HTML, 4.9.12, algorithm for
    downward-growing cells).
    """
    for y, row in enumerate(node.rows[: node.header_rows]):
        if any(y + cell.row_span > node.header_rows for cell in row.cells):
            return 0
    return max(node.header_rows, 0)


def _group(
    name: str, rows: tuple[TableRow, ...], header_rows: int, content: Callable[[TableCell], str]
) -> list[str]:
    if not rows:
        return []
    lines = []
    for y, row in enumerate(rows):
        scope = "col" if y < header_rows else "row"
        cells = [_cell(cell, scope, content(cell)) for cell in row.cells]
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return [f"<{name}>", *lines, f"</{name}>"]


def _cell(cell: TableCell, scope: str, words: str) -> str:
    # A header cell without words says nothing to a screen reader: it is a cell like others.
    is_header = (cell.is_header or scope == "col") and _says_something(cell)
    name = "th" if is_header else "td"
    given = attributes(
        scope=scope if is_header else "",
        colspan=_span(cell.column_span, MAX_SPAN),
        rowspan=_span(cell.row_span, _MAX_ROW_SPAN),
        class_="" if cell.alignment is Alignment.START else cell.alignment.value,
    )
    return f"<{name}{given}>{words}</{name}>"


def _says_something(cell: TableCell) -> bool:
    words = "".join(paragraphs(cell.blocks))
    return any(one.isprintable() and not one.isspace() for one in words)


def _span(number: int, limit: int) -> str:
    return str(min(number, limit)) if number > 1 else ""
