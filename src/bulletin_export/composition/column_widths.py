"""How wide the columns of a table are: as their words ask, for all writers that fix widths."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bulletin_export.composition.tiling import Tile, Tiling
from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Image,
    OrderedList,
    Table,
)
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import walk

#: Blank on either side of a cell's text, and above and below it, in em.
PADDING, PADDING_ABOVE = 0.4, 0.25
#: A word's letters in em, a column's least text in em, a picture's least width in em.
_LETTER, _LEAST, _LEAST_PICTURE = 0.58, 2.0, 4.0
_WORDS = re.compile(r"[!-~\u00a0-\u024f]+")
#: Type in points below which reading is a strain.
_READABLE = 6.5
#: A word that is longer is broken.
_LONGEST_WORD = 16


#: The natural width of a picture by its name, in em of the table; 0 if nobody knows.
PictureWidth = Callable[[str], float]


class Extent(NamedTuple):
    """Widths in em: the least that breaks no word, and that of unbroken lines."""

    least: float
    most: float


def extents(tiles: Iterable[Tile], columns: int, picture: PictureWidth) -> list[Extent]:
    """Return the extent of each of *columns* columns that hold *tiles*, with padding."""
    least, most = [_LEAST / 2] * columns, [_LEAST / 2] * columns
    for tile in sorted(tiles, key=lambda tile: tile.columns):
        extent = _extent(tile.cell.blocks, picture)
        covered = range(tile.column, tile.column + tile.columns)
        for widths, need in ((least, extent.least), (most, extent.most)):
            lacking = need + 2 * PADDING - sum(widths[column] for column in covered)
            if lacking > 0:
                for column in covered:
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


def is_readable_in(columns: Sequence[Extent], measure: float, size: float) -> bool:
    """Tell whether type of *size* need not shrink below what is read at ease.

    *measure* and *size* are in points. Where it must, a table looks for more room: all columns,
    then a turned page (GB/T 9704-2012, 8).
    """
    return column_widths(columns, measure / size)[1] * size >= min(_READABLE, size)


def _extent(blocks: Iterable[Block], picture: PictureWidth) -> Extent:
    least = most = 0.0
    for block in blocks:
        extent = _block_extent(block, picture)
        least, most = max(least, extent.least), max(most, extent.most)
    return Extent(least, most)


def _block_extent(block: Block, picture: PictureWidth) -> Extent:
    match block:
        case Table():
            tiling = Tiling.of(block)
            columns = extents(tiling.tiles, tiling.columns, picture)
            return Extent(sum(one.least for one in columns), sum(one.most for one in columns))
        case BulletList(items) | OrderedList(items=items):
            inner = [_extent(item.blocks, picture) for item in items]
            return Extent(*(2 + max((one[i] for one in inner), default=0.0) for i in (0, 1)))
        case BlockQuote(blocks):
            extent = _extent(blocks, picture)
            return Extent(extent.least + 2, extent.most + 4)
        case _:
            texts = [_text_extent(text) for text in paragraphs((block,))]
            return _widest([*texts, *_picture_extents(block, picture)])


def _text_extent(text: str) -> Extent:
    """Return an estimate: Han are one em, the rest a good half; bytes tell them apart."""
    han = (len(text.encode("utf-8", "replace")) - len(text)) / 2
    longest = max(map(len, _WORDS.findall(text)), default=0)
    width = han + max(len(text) - han, 0) * _LETTER
    least = max(min(longest, _LONGEST_WORD) * _LETTER + 0.2, min(_LEAST, width))
    return Extent(least, max(width + 0.5, least))


def _picture_extents(block: Block, picture: PictureWidth) -> Iterable[Extent]:
    for node in walk((block,)):
        if isinstance(node, Image):
            width = picture(node.media) or _LEAST_PICTURE
            yield Extent(min(width, _LEAST_PICTURE), width)


def _widest(extents: Iterable[Extent]) -> Extent:
    least = most = 0.0
    for extent in extents:
        least, most = max(least, extent.least), max(most, extent.most)
    return Extent(least, most)
