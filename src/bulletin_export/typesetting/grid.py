"""The grid of a table: which places a cell covers, and how wide its columns are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Image,
    OrderedList,
    Table,
    TableCell,
)
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import walk
from bulletin_export.typesetting.setting import Setting

#: HTML, 4.9.11: a cell spans at most a thousand columns.
_MOST_COLUMNS = 1000
#: Blank on either side of a cell's text, and above and below it, in em.
PADDING, PADDING_ABOVE = 0.4, 0.25
#: A word's letters in em, a column's least text in em, a picture's least width in em.
_LETTER, _LEAST, _LEAST_PICTURE = 0.58, 2.0, 4.0
_WORDS = re.compile(r"[!-~\u00a0-\u024f]+")
#: A word that is longer is broken.
_LONGEST_WORD = 16


class Tile(NamedTuple):
    """A cell and the places it covers."""

    cell: TableCell
    row: int
    column: int
    rows: int
    columns: int


class Tiling(msgspec.Struct, frozen=True):
    """A table as tiles in reading order."""

    tiles: tuple[Tile, ...]
    rows: int
    columns: int

    @classmethod
    def of(cls, table: Table) -> Tiling:
        """Return the tiling of *table* (HTML, 4.9.12); columns that nothing begins in vanish."""
        tiles: list[Tile] = []
        #: Column to the first row in which it is free again.
        taken: dict[int, int] = {}
        for index, row in enumerate(table.rows):
            column = 0
            for cell in row.cells:
                while taken.get(column, 0) > index:
                    column += 1
                across = max(1, min(cell.column_span, _MOST_COLUMNS))
                down = max(1, min(cell.row_span, len(table.rows) - index))
                across = next(
                    (n for n in range(1, across) if taken.get(column + n, 0) > index), across
                )
                taken.update(dict.fromkeys(range(column, column + across), index + down))
                tiles.append(Tile(cell, index, column, down, across))
                column += across
        return cls._compact(tiles, len(table.rows))

    @property
    def is_full(self) -> bool:
        """Tell whether every place belongs to a cell."""
        covered = sum(tile.rows * tile.columns for tile in self.tiles)
        return covered == self.rows * self.columns

    @classmethod
    def _compact(cls, tiles: list[Tile], rows: int) -> Tiling:
        starts = sorted({tile.column for tile in tiles})
        compact = []
        for tile in tiles:
            first = bisect_left(starts, tile.column)
            end = bisect_left(starts, tile.column + tile.columns)
            compact.append(tile._replace(column=first, columns=end - first))
        return cls(tuple(compact), rows, len(starts))


class Extent(NamedTuple):
    """Widths in em: the least that breaks no word, and that of unbroken lines."""

    least: float
    most: float


def extents(tiling: Tiling, size: float, setting: Setting) -> list[Extent]:
    """Return the extent of each column in type of *size*, with padding."""
    least, most = [_LEAST / 2] * tiling.columns, [_LEAST / 2] * tiling.columns
    for tile in sorted(tiling.tiles, key=lambda tile: tile.columns):
        extent = _extent(tile.cell.blocks, size, setting)
        columns = range(tile.column, tile.column + tile.columns)
        for widths, need in ((least, extent.least), (most, extent.most)):
            lacking = need + 2 * PADDING - sum(widths[column] for column in columns)
            if lacking > 0:
                for column in columns:
                    widths[column] += lacking / tile.columns
    return [Extent(*pair) for pair in zip(least, most, strict=True)]


def column_widths(columns: Sequence[Extent], measure: float) -> tuple[list[float], float]:
    """Return the widths that fill *measure* (in em of the table's size), and a type scale.

    The scale is 1 unless the columns' least widths do not fit; then type must shrink.
    """
    least, most = sum(one.least for one in columns), sum(one.most for one in columns)
    if least >= measure:
        ratio = measure / least
        return [one.least * ratio for one in columns], ratio
    if most <= measure:
        return [one.most * measure / most for one in columns], 1.0
    return _shared(columns, measure), 1.0


def _shared(columns: Sequence[Extent], measure: float) -> list[float]:
    """Give short columns all they want; the long ones share the rest by what they lack."""
    widths = [0.0] * len(columns)
    left, least = measure, sum(one.least for one in columns)
    order = sorted(range(len(columns)), key=lambda index: columns[index].most)
    for done, index in enumerate(order):
        one = columns[index]
        least -= one.least
        if one.most > left / (len(order) - done) or left - one.most < least:
            rest = order[done:]
            spare = left - least - one.least
            wanted = sum(columns[other].most - columns[other].least for other in rest) or 1.0
            for other in rest:
                lacking = columns[other].most - columns[other].least
                widths[other] = columns[other].least + spare * lacking / wanted
            return widths
        widths[index], left = one.most, left - one.most
    return widths


def _extent(blocks: Iterable[Block], size: float, setting: Setting) -> Extent:
    least = most = 0.0
    for block in blocks:
        extent = _block_extent(block, size, setting)
        least, most = max(least, extent.least), max(most, extent.most)
    return Extent(least, most)


def _block_extent(block: Block, size: float, setting: Setting) -> Extent:
    match block:
        case Table():
            columns = extents(Tiling.of(block), size, setting)
            return Extent(sum(one.least for one in columns), sum(one.most for one in columns))
        case BulletList(items) | OrderedList(items=items):
            inner = [_extent(item.blocks, size, setting) for item in items]
            return Extent(*(2 + max((one[i] for one in inner), default=0.0) for i in (0, 1)))
        case BlockQuote(blocks):
            extent = _extent(blocks, size, setting)
            return Extent(extent.least + 2, extent.most + 4)
        case _:
            texts = [_text_extent(text) for text in paragraphs((block,))]
            return _widest([*texts, *_picture_extents(block, size, setting)])


def _text_extent(text: str) -> Extent:
    """Return an estimate: Han are one em, the rest a good half; bytes tell them apart."""
    han = (len(text.encode("utf-8", "replace")) - len(text)) / 2
    longest = max(map(len, _WORDS.findall(text)), default=0)
    width = han + max(len(text) - han, 0) * _LETTER
    least = max(min(longest, _LONGEST_WORD) * _LETTER + 0.2, min(_LEAST, width))
    return Extent(least, max(width + 0.5, least))


def _picture_extents(block: Block, size: float, setting: Setting) -> Iterable[Extent]:
    for node in walk((block,)):
        if isinstance(node, Image):
            width = setting.sizes.get(node.media, (_LEAST_PICTURE * size, 0.0))[0] / size
            yield Extent(min(width, _LEAST_PICTURE), width)


def _widest(extents: Iterable[Extent]) -> Extent:
    least = most = 0.0
    for extent in extents:
        least, most = max(least, extent.least), max(most, extent.most)
    return Extent(least, most)
