"""Pictures: said in words, inside the file, no wider than the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.checking.word.document import Document
from bulletin_export.checking.word.namespaces import (
    CELL,
    DECORATIVE,
    SECTION,
    TEXT_BOX,
    VML,
    WP,
    A,
    R,
    W,
    whole,
)
from bulletin_export.checking.word.stories import Block, Place
from bulletin_export.diagnostics import Diagnostic

_DRAWINGS = (f"{WP}inline", f"{WP}anchor")
_EMU_PER_TWIP = 635
#: Half a millimetre: what rounding and frames of cells may add.
_TOLERANCE = 28


def alternative_texts(block: Block, document: Document) -> Iterator[Diagnostic]:
    """Find pictures that say nothing to people who cannot see them (§20.4.2.5)."""
    del document
    for drawing in block.element.iter(*_DRAWINGS):
        about = drawing.find(f"{WP}docPr")
        if about is None or not (_is_said(about) or _holds_text(drawing)):
            yield block.place(drawing).found("alt-text-missing")
    for picture in block.element.iter(f"{VML}imagedata"):
        if not (picture.getparent().get("alt") or "").strip():
            yield block.place(picture).found("alt-text-missing")


def _is_said(about: Any) -> bool:
    decorative = any(one.get("val") in ("1", "true") for one in about.iter(DECORATIVE))
    return decorative or bool((about.get("descr") or "").strip())


def _holds_text(drawing: Any) -> bool:
    return next(drawing.iter(TEXT_BOX), None) is not None


def outside_pictures(block: Block, document: Document) -> Iterator[Diagnostic]:
    """Find pictures that lie outside the file, and are lost when it is sent."""
    related = document.package.relationships(block.part)
    for blip in block.element.iter(f"{A}blip"):
        for name in ("embed", "link"):
            one = related.get(blip.get(R + name, ""))
            if one and one.is_external:
                yield block.place(blip).found("picture-outside-file", target=one.target)
    for picture in block.element.iter(f"{VML}imagedata"):
        one = related.get(picture.get(f"{R}id", ""))
        if picture.get(f"{R}href") or (one and one.is_external):
            yield block.place(picture).found(
                "picture-outside-file", target=one.target if one else ""
            )


class PictureWidths:
    """Finds pictures wider than their cell, or than a column of their section."""

    def __init__(self, document: Document) -> None:
        self._main = document.package.main
        #: Pictures of the section so far: its size is said at its end (§17.6.17).
        self._waiting: list[tuple[int, Place]] = []

    def see(self, block: Block) -> Iterator[Diagnostic]:
        """Look at one block."""
        if block.part != self._main:
            return
        for drawing in block.element.iter(*_DRAWINGS):
            extent = drawing.find(f"{WP}extent")
            width = 0 if extent is None else whole(extent.get("cx")) // _EMU_PER_TWIP
            cell = next(drawing.iterancestors(CELL), None)
            room = 0 if cell is None else _cell_width(cell)
            if room and width > room + _TOLERANCE:
                yield block.place(drawing).found("picture-too-wide", width=width, room=room)
            elif not room and width:
                self._waiting.append((width, block.place(drawing)))
        for section in block.element.iter(SECTION):
            room = column_width(section)
            yield from (
                place.found("picture-too-wide", width=width, room=room)
                for width, place in self._waiting
                if room and width > room + _TOLERANCE
            )
            self._waiting.clear()

    def end(self) -> Iterator[Diagnostic]:
        """Say nothing: without a section nobody knows the room."""
        yield from ()


def column_width(section: Any) -> int:
    """Return the width of the widest column of *section*, in twips; 0 where it is not said."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return 0
    room = whole(size.get(f"{W}w"))
    room -= sum(whole(margins.get(W + side)) for side in ("left", "right", "gutter"))
    columns = section.find(f"{W}cols")
    if columns is None:
        return room
    own = [whole(one.get(f"{W}w")) for one in columns.iter(f"{W}col")]
    count = max(1, whole(columns.get(f"{W}num", "1")))
    return (
        max(own)
        if any(own)
        else (room - whole(columns.get(f"{W}space", "720")) * (count - 1)) // count
    )


def _cell_width(cell: Any) -> int:
    width = cell.find(f"{W}tcPr/{W}tcW")
    return whole(width.get(f"{W}w")) if width is not None and width.get(f"{W}type") == "dxa" else 0
