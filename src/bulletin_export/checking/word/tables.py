"""Tables: a header row where there is a head, and widths that agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.checking.word.document import Document
from bulletin_export.checking.word.namespaces import CELL, ROW, SECTION, TABLE, VAL, W, is_on, whole
from bulletin_export.checking.word.pictures import column_width
from bulletin_export.checking.word.stories import Block, Place
from bulletin_export.diagnostics import Diagnostic

#: What rounding to whole twips may make of a row.
_ROUNDING = 20
#: The inner margins of cells may hang out of the text on both sides, as Word lets them.
_HANGING = 300
_FIRST_ROW = 0x0020


def header_rows(block: Block, document: Document) -> Iterator[Diagnostic]:
    """Find tables of two rows and more whose first is no header row (§17.4.78).

    A table that says that its first row is nothing special (``w:tblLook``, §17.4.55: a table of
    facts without a head, or one that only places things on the page) has none.
    """
    del document
    for table in block.element.iter(TABLE):
        rows = table.findall(ROW)
        if len(rows) > 1 and _has_head(table) and not is_on(rows[0].find(f"{W}trPr/{W}tblHeader")):
            yield block.place(table).found("table-header-missing", rows=len(rows))


def _has_head(table: Any) -> bool:
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return True
    said = look.get(f"{W}firstRow")
    if said is not None:
        return said in ("1", "true", "on")
    try:
        return bool(int(look.get(VAL, "0020"), 16) & _FIRST_ROW)
    except ValueError:
        return True


def widths(block: Block, document: Document) -> Iterator[Diagnostic]:
    """Find tables whose rows do not fill their grid (§17.4.48), or whose width is another."""
    del document
    for table in block.element.iter(TABLE):
        grid = [whole(one.get(f"{W}w")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        total = sum(grid)
        for width in (_width(table.find(f"{W}tblPr/{W}tblW")), *_row_widths(table, grid)):
            if width and abs(width - total) > _ROUNDING:
                yield block.place(table).found("table-widths-differ", wanted=total, width=width)
                break


def _row_widths(table: Any, grid: list[int]) -> Iterator[int]:
    """Yield how wide each row is; one that has too few or too many places is at fault, too."""
    for row in table.iterfind(ROW):
        before, after = (_number(row, f"{W}trPr/{W}grid{side}") for side in ("Before", "After"))
        cells = row.findall(CELL)
        own = sum(_width(cell.find(f"{W}tcPr/{W}tcW")) for cell in cells)
        yield own + sum(grid[:before]) + (sum(grid[-after:]) if after else 0)
        spans = (_number(cell, f"{W}tcPr/{W}gridSpan") or 1 for cell in cells)
        yield sum(grid[: before + sum(spans) + after])


def _width(element: Any) -> int:
    """Return what a width (§17.4.87) says in twips; 0 if it is none or in another unit."""
    if element is None or element.get(f"{W}type") != "dxa":
        return 0
    return whole(element.get(f"{W}w"))


def _number(element: Any, path: str) -> int:
    found = element.find(path)
    return 0 if found is None else max(0, whole(found.get(VAL)))


class TableWidths:
    """Finds tables that reach beyond a column of their section."""

    def __init__(self, document: Document) -> None:
        self._main = document.package.main
        self._waiting: list[tuple[int, Place]] = []

    def see(self, block: Block) -> Iterator[Diagnostic]:
        """Look at one block."""
        if block.part != self._main:
            return
        for table in block.element.iter(TABLE):
            width = sum(whole(one.get(f"{W}w")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol"))
            is_placed = table.find(f"{W}tblPr/{W}tblpPr") is not None  # by the page (§17.4.57)
            if next(table.iterancestors(TABLE), None) is None and not is_placed:
                self._waiting.append((width, block.place(table)))
        for section in block.element.iter(SECTION):
            room = column_width(section)
            yield from (
                place.found("table-wider-than-text", width=width, room=room)
                for width, place in self._waiting
                if room and width > room + _HANGING
            )
            self._waiting.clear()

    def end(self) -> Iterator[Diagnostic]:
        """Say nothing: without a section nobody knows the room."""
        yield from ()
