"""Elements that are more than a paragraph, and what each of them opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bulletin_export.extraction.blocks import lists, tables
from bulletin_export.extraction.blocks.closing import Closer, nothing
from bulletin_export.extraction.blocks.frames import FigureFrame, QuoteFrame
from bulletin_export.extraction.blocks.inlines import with_mark
from bulletin_export.extraction.blocks.media import EMBEDDED, embedded
from bulletin_export.extraction.blocks.preformatted import code_block, is_prose
from bulletin_export.extraction.outline import UNSEEN
from bulletin_export.model.nodes import Strong, ThematicBreak

if TYPE_CHECKING:
    from bulletin_export.extraction.blocks.builder import BlockBuilder

#: What is left out with everything inside.
DROPPED = (UNSEEN - EMBEDDED - {"noscript"}) | {"nav", "footer", "rp", "datalist", "colgroup"}

#: What is a block of its own also where it is all there is: not so a quotation or a list,
#: which some pages put around all of their text.
WHOLE = frozenset(("table", "pre"))

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def _heading(builder: BlockBuilder, element: Any) -> Closer:
    above, builder.heading = builder.heading, _HEADINGS[element.tag]

    def close() -> None:
        builder.flush()
        builder.heading = above

    return close


def _quote(builder: BlockBuilder, element: Any) -> Closer:
    return builder.framed(QuoteFrame(), element)


def _figure(builder: BlockBuilder, element: Any) -> Closer:
    return builder.framed(FigureFrame(), element)


def _figure_caption(builder: BlockBuilder, element: Any) -> Closer:
    frame = builder.frames[-1]
    if not isinstance(frame, FigureFrame) or frame.caption:
        return builder.plain_block(element)

    def close() -> None:
        frame.caption = builder.taken_line()

    return close


def _preformatted(builder: BlockBuilder, element: Any) -> Closer | None:
    """Take code as it is; Chinese prose in ``<pre>`` is text whose line ends count."""
    if not is_prose(element):
        block = code_block(element)
        if block is not None:
            builder.frames[-1].blocks.append(block)
        builder.add_pictures(element)
        return None
    was_raw, builder.is_raw = builder.is_raw, True

    def close() -> None:
        builder.flush()
        builder.is_raw = was_raw

    return close


def _address(builder: BlockBuilder, _: Any) -> Closer:
    kept, builder.keeps_breaks = builder.keeps_breaks, True

    def close() -> None:
        builder.flush()
        builder.keeps_breaks = kept

    return close


def _summary(builder: BlockBuilder, _: Any) -> Closer:
    marks, builder.marks = builder.marks, with_mark(builder.marks, (Strong, "", ""))

    def close() -> None:
        builder.flush()
        builder.marks = marks

    return close


def _dialog(builder: BlockBuilder, element: Any) -> Closer | None:
    return builder.plain_block(element) if element.get("open") is not None else None


def _rule(builder: BlockBuilder, _: Any) -> Closer:
    builder.frames[-1].blocks.append(ThematicBreak())
    return nothing


#: What opens a container or is one, tag by tag; None leaves the inside out.
BLOCKS: dict[str, Callable[[BlockBuilder, Any], Closer | None]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(EMBEDDED, embedded),
    "blockquote": _quote,
    "ul": lists.bullets,
    "menu": lists.bullets,
    "dir": lists.bullets,
    "ol": lists.numbers,
    "li": lists.entry,
    "dl": lists.terms,
    "dt": lists.term,
    "dd": lists.definition,
    "figure": _figure,
    "figcaption": _figure_caption,
    "pre": _preformatted,
    "xmp": _preformatted,
    "listing": _preformatted,
    "address": _address,
    "summary": _summary,
    "dialog": _dialog,
    "hr": _rule,
    "table": tables.table,
    "caption": tables.caption,
    "tr": tables.row,
    "td": tables.cell,
    "th": tables.cell,
}
