"""Tables: columns as wide as their words ask, rows that stay whole, a head on every page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

import msgspec
from msgspec.structs import replace

from bulletin_export.composition.column_widths import (
    PADDING,
    PADDING_ABOVE,
    Extent,
    column_widths,
    extents,
    is_readable_in,
)
from bulletin_export.composition.tiling import Tile, Tiling
from bulletin_export.model.nodes import Alignment, Table
from bulletin_export.styling.template import Align, Role
from bulletin_export.typesetting.figures import HAIRLINE
from bulletin_export.typesetting.layout import Rule
from bulletin_export.typesetting.lists import Flow
from bulletin_export.typesetting.roomier import first_that_fits
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.strips import Strip, changed, cut, merged, shifted, stacked
from bulletin_export.typesetting.table_tags import tag_cells
from bulletin_export.typesetting.texts import inline_strips

#: Type in points below which words are broken rather than set smaller.
_SMALLEST = 5.5
#: A head that is higher than this part of the column is not repeated.
_HIGHEST_HEAD = 1 / 3

_ALIGNS = {Alignment.START: None, Alignment.CENTRE: Align.CENTRE, Alignment.END: Align.RIGHT}


class _Geometry(msgspec.Struct, frozen=True):
    """Edges of the columns and rows, from the table's top left corner."""

    tiling: Tiling
    left: tuple[float, ...]
    top: tuple[float, ...]
    contents: tuple[Strip, ...]
    padding: float
    is_full: bool

    def height(self, first: int, end: int) -> float:
        """From the upper edge of row *first* to that of row *end*."""
        return self.top[end] - self.top[first]


def table_strips(table: Table, place: Place, setting: Setting, flow: Flow) -> list[Strip]:
    """Return *table*: its caption, its head, and a strip for each row or tied rows.

    Where its type would become too small to read, it stands over all columns, else on pages
    of its own, turned (GB/T 9704-2012, 8).
    """
    place = replace(place, tag=setting.tagged("Table", place.tag))
    tiling = Tiling.of(table)
    if not tiling.tiles:
        return inline_strips(table.caption, Role.CAPTION, place, setting)
    size = setting.look(Role.TABLE, place.scale).size
    columns = _extents(tiling, size, setting)
    room = first_that_fits(
        place,
        setting,
        lambda measure: is_readable_in(columns, measure, size),
    )
    return room.placed(_set(table, tiling, room.place, setting, flow))


def _extents(tiling: Tiling, size: float, setting: Setting) -> list[Extent]:
    def picture(name: str) -> float:
        return setting.sizes[name][0] / size if name in setting.sizes else 0.0

    return extents(tiling.tiles, tiling.columns, picture)


def _set(table: Table, tiling: Tiling, place: Place, setting: Setting, flow: Flow) -> list[Strip]:
    caption = inline_strips(table.caption, Role.CAPTION, place, setting)
    geometry = _geometry(table, tiling, place, setting, flow)
    groups = list(_tied_rows(tiling, table.header_rows))
    is_headed = table.header_rows > 0 and len(groups) > 1
    head = _strip(geometry, *groups[0], place) if is_headed else None
    if head is not None and head.height > _HIGHEST_HEAD * place.depth:
        head = None
    body: list[Strip] = []
    for first, end in groups[1 if head else 0 :]:
        body += _body_strips(geometry, first, end, place, head)
    blank = setting.look(Role.TABLE, place.scale).pitch / 2
    caption = [changed(strip, keeps=True) for strip in caption]
    strips = [*caption, *([changed(head, keeps=True)] if head else []), *body]
    strips[0] = changed(strips[0], space_before=max(blank, strips[0].space_before))
    strips[-1] = changed(strips[-1], space_after=blank)
    return strips


def _body_strips(
    geometry: _Geometry, first: int, end: int, place: Place, head: Strip | None
) -> Iterator[Strip]:
    depth = place.depth - (head.height if head else 0.0)
    strip: Strip | None = _strip(geometry, first, end, place)
    while strip is not None:
        strip, rest = cut(strip, depth)
        yield _closed(changed(strip, repeats=(head,) if head else ()), geometry, place)
        strip = rest


def _closed(strip: Strip, geometry: _Geometry, place: Place) -> Strip:
    """Return *strip* with a rule along its upper edge, and one where the next strip begins."""
    width = geometry.left[-1]
    edges = (
        Rule(place.left, 0.0, width, HAIRLINE),
        Rule(place.left, strip.height, width, HAIRLINE),
    )
    return changed(strip, rules=(*strip.rules, *edges))


def _geometry(
    table: Table, tiling: Tiling, place: Place, setting: Setting, flow: Flow
) -> _Geometry:
    size = setting.look(Role.TABLE, place.scale).size
    widths, ratio = column_widths(_extents(tiling, size, setting), place.measure / size)
    if ratio < 1.0:
        # At least a character and a half must fit; the columns' least is two.
        ratio = max(ratio, min(1.0, _SMALLEST / size, 1.3 * ratio))
    inner = replace(place, scale=place.scale * ratio)
    left = (0.0, *accumulate(width * size for width in widths))
    padding = PADDING_ABOVE * size * ratio
    cells = tag_cells(tiling, table.header_rows, place.tag, setting)
    contents = tuple(
        _content(
            tile,
            left,
            replace(inner, tag=tag),
            PADDING * size * ratio,
            table.header_rows,
            setting,
            flow,
        )
        for tile, tag in zip(tiling.tiles, cells, strict=True)
    )
    heights = _row_heights(tiling, contents, padding)
    return _Geometry(tiling, left, (0.0, *accumulate(heights)), contents, padding, tiling.is_full)


def _content(
    tile: Tile,
    left: tuple[float, ...],
    place: Place,
    padding: float,
    header_rows: int,
    setting: Setting,
    flow: Flow,
) -> Strip:
    """Return what stands in *tile*, one strip with its corner at the cell's text."""
    cell = tile.cell
    is_header = cell.is_header or tile.row < header_rows
    width = left[tile.column + tile.columns] - left[tile.column]
    padding = min(padding, width / 8)
    inner = replace(
        place,
        left=place.left + left[tile.column] + padding,
        measure=width - 2 * padding,
        depth=place.depth * (1 - _HIGHEST_HEAD) - 4 * padding,
        role=Role.TABLE_HEADER if is_header else Role.TABLE,
        align=_ALIGNS[cell.alignment],
    )
    least = 2 * setting.look(inner.role, inner.scale).size
    return stacked(flow(cell.blocks, replace(inner, least=least), setting))


def _row_heights(tiling: Tiling, contents: tuple[Strip, ...], padding: float) -> list[float]:
    heights = [0.0] * tiling.rows
    by_span = sorted(zip(tiling.tiles, contents, strict=True), key=lambda pair: pair[0].rows)
    for tile, content in by_span:
        rows = slice(tile.row, tile.row + tile.rows)
        lacking = max(content.height, 4 * padding) + 2 * padding - sum(heights[rows])
        if lacking > 0:
            heights[tile.row + tile.rows - 1] += lacking
    return heights


def _tied_rows(tiling: Tiling, header_rows: int) -> Iterator[tuple[int, int]]:
    """Yield first and end of rows that no page may part; the head is one group."""
    end_of = [row + 1 for row in range(tiling.rows)]
    for tile in tiling.tiles:
        end_of[tile.row] = max(end_of[tile.row], tile.row + tile.rows)
    first, reach = 0, max(1, min(header_rows, tiling.rows))
    for row in range(tiling.rows):
        if row >= reach:
            yield first, row
            first = row
        reach = max(reach, end_of[row])
    yield first, tiling.rows


def _strip(geometry: _Geometry, first: int, end: int, place: Place) -> Strip:
    """Return rows *first* to *end* with the lines around their cells."""
    height = geometry.height(first, end)
    parts = []
    tiles = geometry.tiling.tiles
    start, stop = (bisect_left(tiles, row, key=lambda tile: tile.row) for row in (first, end))
    for tile, content in zip(tiles[start:stop], geometry.contents[start:stop], strict=True):
        top = geometry.height(first, tile.row)
        depth = geometry.height(tile.row, tile.row + tile.rows)
        # Short text stands in the middle of its cell; what may be cut starts on top.
        free = (depth - content.height) / 2 if height <= place.depth / 2 else geometry.padding
        parts.append(shifted(content, 0.0, top + free))
        parts.append(Strip(height=depth, rules=_borders(geometry, tile, place, top, depth)))
    return merged(parts, height=height)


def _borders(
    geometry: _Geometry, tile: Tile, place: Place, top: float, depth: float
) -> tuple[Rule, ...]:
    left = place.left + geometry.left[tile.column]
    width = geometry.left[tile.column + tile.columns] - geometry.left[tile.column]
    rules = (Rule(left, top, width, HAIRLINE), Rule(left, top, HAIRLINE, depth))
    if tile.column + tile.columns == geometry.tiling.columns:
        return (*rules, Rule(left + width - HAIRLINE, top, HAIRLINE, depth))
    # The next cell's rule closes this one, if there is a next cell.
    return rules if geometry.is_full else (*rules, Rule(left + width, top, HAIRLINE, depth))
