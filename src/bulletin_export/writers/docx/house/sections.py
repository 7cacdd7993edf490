"""The room the articles have: page, columns, or the cell of a table, of the house's document."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bulletin_export.styling.template import Grid, Margins, PageStyle
from bulletin_export.units import Length, Measure
from bulletin_export.writers.docx.house.opening import W, parent

#: A4 with margins of an inch: what Word takes where a section says nothing.
_PAGE = {"w": 11906, "h": 16838}
_MARGIN = 1440
#: Left and right inner margin of a cell, where no table says otherwise.
_PADDING = 108
_TWIPS = 20
#: Narrower room is no room: a few characters.
_LEAST = 600


def page_of(root: etree._Element, paragraph: etree._Element | None) -> PageStyle:
    """Return the page on which *paragraph* below *root* stands; None is the last one.

    In a cell the right margin is as wide as the cell leaves the type area.
    """
    section = _section(root, paragraph)
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width, height = (_number(size, name, _PAGE[name]) for name in ("w", "h"))
    sides = {
        name: abs(_number(margins, name, _MARGIN)) for name in ("top", "right", "bottom", "left")
    }
    sides["left"] += _number(margins, "gutter", 0)
    room = max(width - sides["left"] - sides["right"], _LEAST)
    count, gap = _columns(section, room)
    cell = None if paragraph is None else next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is not None:
        column = (room - gap * (count - 1)) // count
        room, count = max(min(_cell_width(cell, column), column), _LEAST), 1
    sides["right"] = width - sides["left"] - room
    lengths = {name: Length(twips / _TWIPS) for name, twips in sides.items()}
    return PageStyle(
        width=Length(width / _TWIPS),
        height=Length(height / _TWIPS),
        margins=Margins(**lengths),
        columns=count,
        column_gap=Measure(gap / _TWIPS, "pt"),
        grid=_grid(section, height - sides["top"] - sides["bottom"]),
    )


def _section(root: etree._Element, paragraph: etree._Element | None) -> etree._Element:
    """Return the properties (§17.6) of the section in which *paragraph* stands."""
    body = root.find(f"{W}body")
    sections = [] if body is None else list(_sections(body, paragraph))
    return sections[0] if sections else etree.Element(f"{W}sectPr")


def _sections(body: etree._Element, paragraph: etree._Element | None) -> Iterator[etree._Element]:
    """Yield the sections that end after *paragraph*, the first is its own."""
    block = paragraph
    while block is not None and block.getparent() is not body:
        block = parent(block)
    later = () if block is None else (block, *block.itersiblings())
    for one in later:
        own = one if one.tag == f"{W}sectPr" else one.find(f"{W}pPr/{W}sectPr")
        if own is not None:
            yield own
    if block is None:
        yield from body.findall(f"{W}sectPr")


def _columns(section: etree._Element, room: int) -> tuple[int, int]:
    """Return number of columns and the gap between them, those of the narrowest (§17.6.4)."""
    columns = section.find(f"{W}cols")
    if columns is None:
        return 1, 0
    count = max(1, min(_number(columns, "num", 1), 45))
    gap = _number(columns, "space", 720) if count > 1 else 0
    own = [_number(one, "w", 0) for one in columns.findall(f"{W}col")]
    if count > 1 and own and min(own) > 0:
        gap = max(0, (room - min(own) * count) // (count - 1))
    if room - gap * (count - 1) < _LEAST * count:
        return 1, 0
    return count, gap


def _grid(section: etree._Element, depth: int) -> Grid:
    grid = section.find(f"{W}docGrid")
    if grid is None or grid.get(f"{W}type", "default") == "default":
        return Grid()
    pitch = _number(grid, "linePitch", 0)
    return Grid(lines=depth // pitch) if pitch > 0 else Grid()


def _cell_width(cell: etree._Element, room: int) -> int:
    """Return the width inside *cell* (§17.4.71); *room* is what it has at most."""
    table = next(cell.iterancestors(f"{W}tbl"))
    width = cell.find(f"{W}tcPr/{W}tcW")
    if width is not None and width.get(f"{W}type") == "dxa" and _number(width, "w", 0) > 0:
        outer = _number(width, "w", 0)
    else:
        outer = _grid_width(cell, table) or room
    return outer - sum(_padding(side, cell, table) for side in ("left", "right"))


def _grid_width(cell: etree._Element, table: etree._Element) -> int:
    columns = [_number(one, "w", 0) for one in table.findall(f"{W}tblGrid/{W}gridCol")]
    before = list(cell.itersiblings(f"{W}tc", preceding=True))
    start = sum(map(_span, before))
    return sum(columns[start : start + _span(cell)])


def _span(cell: etree._Element) -> int:
    return max(1, _number(cell.find(f"{W}tcPr/{W}gridSpan"), "val", 1))


def _padding(side: str, cell: etree._Element, table: etree._Element) -> int:
    names = (side, "start" if side == "left" else "end")
    for place, margins in ((cell, "tcPr/{0}tcMar"), (table, "tblPr/{0}tblCellMar")):
        for name in names:
            own = place.find(f"{W}{margins.format(W)}/{W}{name}")
            if own is not None:
                return _number(own, "w", _PADDING)
    return _PADDING


def _number(element: etree._Element | None, name: str, default: int) -> int:
    """Return the attribute *name* in twips or as count; *default* where it is no number."""
    written = "" if element is None else element.get(f"{W}{name}", "")
    try:
        return int(float(written))
    except (ValueError, OverflowError):
        return default
