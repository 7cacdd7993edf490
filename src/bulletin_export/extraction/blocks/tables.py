"""Tables, row by row, as the walk meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bulletin_export.extraction.blocks.closing import Closer
from bulletin_export.extraction.blocks.frames import CellFrame, TableFrame
from bulletin_export.extraction.blocks.marks import marks_inside, text_align
from bulletin_export.extraction.blocks.preformatted import listing
from bulletin_export.extraction.blocks.table_shape import cells_of, is_coloured, is_layout, span
from bulletin_export.model.nodes import Alignment

if TYPE_CHECKING:
    from bulletin_export.extraction.blocks.builder import BlockBuilder

_ALIGNMENTS = {
    "center": Alignment.CENTRE,
    "middle": Alignment.CENTRE,
    "right": Alignment.END,
    "end": Alignment.END,
    "left": Alignment.START,
    "start": Alignment.START,
    "justify": Alignment.START,
}


def table(builder: BlockBuilder, element: Any) -> Closer | None:
    """Open a table of facts; one that shows code becomes that, one of layout its contents."""
    is_inside = isinstance(builder.frames[-1], CellFrame)
    if not is_inside:
        code = listing(element, cells_of(element))
        if code:
            builder.frames[-1].blocks.append(code)
            return None
        if builder.is_in_cell() or is_layout(element):
            return builder.flush
    frame = TableFrame(columns=_column_alignments(element), alignment=_alignment_of_table(element))
    return builder.framed(frame, element, levels=0 if is_inside else 2)


def caption(builder: BlockBuilder, _: Any) -> Closer:
    """Take the words above a table."""
    frame = builder.frames[-1]
    if not isinstance(frame, TableFrame) or frame.caption:
        return builder.flush

    def close() -> None:
        frame.caption = builder.taken_line()

    return close


def row(builder: BlockBuilder, element: Any) -> Closer:
    """Begin a row, and end it: a cell that follows outside of any begins its own."""
    frame = builder.frames[-1]
    if not isinstance(frame, TableFrame):
        return builder.plain_block(element)
    frame.begin_row(element.getparent().tag)
    frame.row_alignment = _alignment(element)
    frame.is_coloured = is_coloured(element)
    marks = builder.marks
    builder.marks = marks_inside(element, marks, builder.base, is_block=True)

    def close() -> None:
        builder.flush()
        builder.marks = marks
        frame.is_open = False

    return close


def cell(builder: BlockBuilder, element: Any) -> Closer:
    """Open a cell."""
    frame = builder.frames[-1]
    if not isinstance(frame, TableFrame):
        return builder.plain_block(element)
    if not frame.is_open:
        frame.begin_row("tbody")
    alignment = _alignment(element) or frame.row_alignment or frame.column_alignment()
    alignment = alignment or frame.alignment
    inner = CellFrame(
        column_span=span(element, "colspan"),
        row_span=span(element, "rowspan"),
        is_header=element.tag == "th",
        alignment=alignment,
        is_coloured=frame.is_coloured or is_coloured(element),
    )
    marks = builder.marks
    builder.marks = marks_inside(element, marks, builder.base, is_block=True)
    was_centred, builder.is_centred = builder.is_centred, alignment is Alignment.CENTRE
    builder.frames.append(inner)

    def close() -> None:
        builder.settle()
        builder.frames.pop()
        builder.marks, builder.is_centred = marks, was_centred
        if alignment is None and builder.is_all_centred(inner.blocks):
            inner.alignment = Alignment.CENTRE
        frame.add(inner.cell(), is_coloured=inner.is_coloured)

    return close


def _column_alignments(element: Any) -> list[Alignment | None]:
    """Return where the text of each column stands, as ``<col>`` says."""
    found: list[Alignment | None] = []
    for part in element.iterchildren("col", "colgroup"):
        for one in list(part.iterchildren("col")) or [part]:
            given = _alignment(one) or (_alignment(part) if one is not part else None)
            found += [given] * span(one, "span")
            if len(found) > 1000:
                return found
    return found if any(found) else []


def _alignment_of_table(element: Any) -> Alignment | None:
    """Return what the style of a table says; its ``align`` says where the table stands."""
    return _alignment(element) if "text-align" in (element.get("style") or "") else None


def _alignment(element: Any) -> Alignment | None:
    return _ALIGNMENTS.get(text_align(element)) if element.keys() else None
