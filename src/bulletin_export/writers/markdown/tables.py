"""Tables with pipes (GitHub Flavored Markdown, 4.10): one header row, no spans."""

from __future__ import annotations

from collections.abc import Callable

from bulletin_export.composition.table_grid import grid, has_spans
from bulletin_export.model.nodes import Alignment, Table, TableCell
from bulletin_export.writers.markdown.inlines import Leaf

_RULES = {Alignment.START: "---", Alignment.CENTRE: ":-:", Alignment.END: "--:"}


def table(node: Table, leaf: Leaf, content: Callable[[TableCell], str]) -> str:
    """Return *node*; places that a span covers stay empty, which is remembered.

    A table without header rows gets an empty one, for it must have one.
    """
    rows = grid(node)
    if not rows or not rows[0]:
        return ""
    leaf.flattened_tables += has_spans(node)
    width = len(rows[0])
    rules = [_RULES[cell.alignment] if cell else "---" for cell in rows[0]]
    lines = [[content(cell) if cell else "" for cell in row] for row in rows]
    if node.header_rows < 1:
        lines.insert(0, [""] * width)
    return "\n".join(_row(line) for line in (lines[0], rules, *lines[1:]))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
