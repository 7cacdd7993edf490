"""Tables as XHTML, with their spans, header cells and scopes (HTML, 4.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import inf
from typing import NamedTuple

from bulletin_export.composition.table_grid import MAX_SPAN
from bulletin_export.model.nodes import Alignment, Table, TableCell, TableRow
from bulletin_export.model.text import paragraphs
from bulletin_export.writers.epub.markup import attributes

#: HTML, 4.9.11.
_MAX_ROW_SPAN = 65534
#: A table of more columns may be wider than a phone: it scrolls by itself.
_NARROW = 3
#: Class of a head that stood above earlier rows already; its notes are not called again.
REPEATED = "repeated"
_NOTE_MARK = re.compile(r'<sup><a epub:type="noteref".*?</sup>')


class TablePiece(NamedTuple):
    """Markup of some rows of a table, up to row ``end``, and whether that is its last."""

    markup: str
    end: int
    is_last: bool


def table_pieces(
    node: Table, caption: str, content: Callable[[TableCell], str], most: float = inf
) -> Iterator[TablePiece]:
    """Yield *node* as tables of about *most* characters, cut where no cell reaches across.

    Each shows the rows of the head, the first of them the *caption*. Cells are asked for their
    *content* when the piece comes that shows them.
    """
    count = len(node.rows)
    if not any(row.cells for row in node.rows):
        yield TablePiece(f'<p class="caption">{caption}</p>' if caption else "", count, True)
        return
    head = _head_rows(node)
    header = [_row(row, "col", content) for row in node.rows[:head]]
    above = [f"<caption>{caption}</caption>"] if caption else []
    above += _group("<thead>", header, "</thead>")
    body: list[str] = []
    size = reach = 0
    for y, row in enumerate(node.rows[head:], head):
        body.append(_row(row, "col" if y < node.header_rows else "row", content))
        size += len(body[-1])
        reach = max([reach, *(y + cell.row_span for cell in row.cells)])
        if size >= most and reach <= y + 1 < count:
            yield TablePiece(_whole(node, above, body), y + 1, False)
            again = [_NOTE_MARK.sub("", one) for one in header]
            above, body, size = _group(f'<thead class="{REPEATED}">', again, "</thead>"), [], 0
    yield TablePiece(_whole(node, above, body), count, True)


def _whole(node: Table, above: list[str], rows: list[str]) -> str:
    lines = ["<table>", *above, *_group("<tbody>", rows, "</tbody>"), "</table>"]
    if max(len(row.cells) for row in node.rows) > _NARROW:
        # What scrolls must be reached with keys, too (WCAG 2.1, 2.1.1).
        lines = ['<div class="wide" tabindex="0">', *lines, "</div>"]
    return "\n".join(lines)


def _group(start: str, rows: list[str], end: str) -> list[str]:
    return [start, *rows, end] if rows else []


def _head_rows(node: Table) -> int:
    """Return the number of rows in ``thead``: none if a cell reaches out of them.

    A row group cuts the cells that span its end (HTML, 4.9.12, algorithm for
    downward-growing cells).
    """
    for y, row in enumerate(node.rows[: node.header_rows]):
        if any(y + cell.row_span > node.header_rows for cell in row.cells):
            return 0
    return max(node.header_rows, 0)


def _row(row: TableRow, scope: str, content: Callable[[TableCell], str]) -> str:
    cells = [_cell(cell, scope, content(cell)) for cell in row.cells]
    return "<tr>" + "".join(cells) + "</tr>"


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
