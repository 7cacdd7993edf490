"""Tables without borders of their own, which put words where a document wants them.

Where something stands depends on how wide other words are: a style cannot say it, and text
boxes are lost on most readers. The rows and cells of such a table do, in twips, and the
paragraphs inside remain plain paragraphs of a named style.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from bulletin_export.patterns import lazy_pattern
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.roles import StyleName

#: Below this code point stand letters and digits half as wide as a Han character.
_FIRST_WIDE = "\u2000"
_MEETING = lazy_pattern("(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])")
#: No row and no column is a head (§17.4.55): readers aloud take it for no table of facts.
_NOTHING_SPECIAL = (
    '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>'
)


class Cell(NamedTuple):
    """One cell: paragraphs in a part of the measure; lengths in twips."""

    width: int
    content: str
    #: Blank inside the cell.
    top: int = 0
    left: int = 0
    bottom: int = 0
    right: int = 0
    stands: Literal["top", "center", "bottom"] = "top"


class Row(NamedTuple):
    """Cells that fill the measure, at least or exactly *height* twips high; 0 as they need."""

    cells: Sequence[Cell]
    height: int = 0
    is_exact: bool = False


def table(rows: Sequence[Row], style: StyleName, position: str = "") -> str:
    """Return a table of *rows*, all of one width, in the table style *style* (§17.4).

    *position* is ``w:tblpPr``, for a table that does not stand in the flow of the text.
    """
    edges = sorted({edge for row in rows for edge in _edges(row)})
    columns = "".join(f'<w:gridCol w:w="{after - before}"/>' for before, after in pairwise(edges))
    overlap = '<w:tblOverlap w:val="never"/>' if position else ""
    body = "".join(_row(row, edges) for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style.identifier}"/>{position}{overlap}'
        f'<w:tblW w:w="{edges[-1]}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{_NOTHING_SPECIAL}</w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    )


def _edges(row: Row) -> list[int]:
    return list(accumulate((cell.width for cell in row.cells), initial=0))


def _row(row: Row, edges: list[int]) -> str:
    height = ""
    if row.height:
        rule = "exact" if row.is_exact else "atLeast"
        height = f'<w:trHeight w:val="{row.height}" w:hRule="{rule}"/>'
    own = _edges(row)
    spans = [edges.index(right) - edges.index(left) for left, right in pairwise(own)]
    cells = "".join(_cell(cell, span) for cell, span in zip(row.cells, spans, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, span: int) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    sides = {"top": cell.top, "left": cell.left, "bottom": cell.bottom, "right": cell.right}
    margins = "".join(f'<w:{s} w:w="{w}" w:type="dxa"/>' for s, w in sides.items() if w)
    margins = f"<w:tcMar>{margins}</w:tcMar>" if margins else ""
    stands = f'<w:vAlign w:val="{cell.stands}"/>' if cell.stands != "top" else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{cell.width}" w:type="dxa"/>{spanned}{margins}{stands}'
        f"</w:tcPr>{cell.content}</w:tc>"
    )


def em(template: Template, role: Role = Role.BODY) -> int:
    """Return 一字 in twips: the size of *role*, with the tracking that the grid gives it."""
    size, grid = template.style(role).size, template.page.grid
    if grid.characters and size == template.style(Role.BODY).size:
        return template.page.measure.twips // grid.characters
    return size.twips


def width(text: str, size: int) -> int:
    """Return about how wide *text* is in type of *size* twips; Word alone knows its faces.

    Where Han and digits or Latin meet, Word leaves a quarter of an em.
    """
    narrow = sum(character < _FIRST_WIDE for character in text)
    gaps = len(_MEETING.findall(text))
    return size * len(text) - size * narrow // 2 + size * gaps // 4
