"""How high the rows of a table come out, about: Word alone knows its faces.

A row that may not split is lost from where the page ends, so what might be higher than a
page must be known beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil

import msgspec

from bulletin_export.composition.tiling import Tile
from bulletin_export.model.nodes import Block, Image
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import walk
from bulletin_export.writers.docx.widths import em_width

#: Blanks and short lines make text longer than its characters are wide.
_LOOSE = 1.15


class CellType(msgspec.Struct, frozen=True):
    """What text in cells is like; lengths in twips."""

    size: int
    pitch: int
    padding: int
    #: The height of a picture by its name, in a column of a width.
    picture: Callable[[Image, int], int]


def row_heights(tiles: Iterable[Tile], widths: list[int], rows: int, type_: CellType) -> list[int]:
    """Return the height of each of *rows* rows in columns of *widths*, in twips."""
    heights = [type_.pitch] * rows
    for tile in sorted(tiles, key=lambda tile: tile.rows):
        covered = range(tile.row, tile.row + tile.rows)
        width = sum(widths[tile.column : tile.column + tile.columns])
        lacking = _content_height(tile.cell.blocks, width - type_.padding, type_)
        lacking -= sum(heights[row] for row in covered)
        if lacking > 0:
            for row in covered:
                heights[row] += ceil(lacking / tile.rows)
    return heights


def _content_height(blocks: tuple[Block, ...], width: int, type_: CellType) -> int:
    room = max(width / type_.size, 1.0)
    lines = sum(
        ceil(em_width(line) * _LOOSE / room) or 1
        for text in paragraphs(blocks)
        for line in text.split("\n")
    )
    pictures = sum(type_.picture(one, width) for one in walk(blocks) if isinstance(one, Image))
    return lines * type_.pitch + pictures
