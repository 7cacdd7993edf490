"""Elements that are more than a paragraph: headings, lists, tables, figures, media."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.addresses import declared_size, link_target
from bulletin_export.extraction.blocks.frames import (
    CellFrame,
    FigureFrame,
    ListFrame,
    QuoteFrame,
    TableFrame,
)
from bulletin_export.extraction.blocks.inlines import Run
from bulletin_export.extraction.blocks.paragraphs import preformatted
from bulletin_export.extraction.blocks.table_shape import is_layout, own_rows, span
from bulletin_export.extraction.body.outline import UNSEEN
from bulletin_export.model.nodes import Alignment, Link, ThematicBreak
from bulletin_export.patterns import lazy_pattern

if TYPE_CHECKING:
    from bulletin_export.extraction.blocks.builder import BlockBuilder

Closer: TypeAlias = Callable[[], None]

#: What shows something that paper cannot.
EMBEDDED = frozenset(("video", "audio", "iframe", "embed", "object", "svg", "canvas", "math"))
#: What is left out with everything inside.
DROPPED = (UNSEEN - EMBEDDED) | {"nav", "footer", "rp"}

_CENTRED = lazy_pattern(r"text-align\s*:\s*(center|right)", re.IGNORECASE)
_ALIGNMENTS = {"center": Alignment.CENTRE, "right": Alignment.END, "middle": Alignment.CENTRE}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ADVERT = lazy_pattern(
    r"//(?:pos|cpro|cb|ads?|adx|pagead\d*|googleads)\.|doubleclick|googlesyndication"
    r"|/adv?s?/|about:blank",
    re.IGNORECASE,
)


def nothing() -> None:
    """Close an element that opened nothing."""


def _heading(builder: BlockBuilder, element: Any) -> Closer:
    builder.heading = _HEADINGS[element.tag]

    def close() -> None:
        builder.flush()
        builder.heading = 0

    return close


def _quote(builder: BlockBuilder, _: Any) -> Closer:
    return builder.framed(QuoteFrame())


def _bullets(builder: BlockBuilder, _: Any) -> Closer:
    return builder.framed(ListFrame())


def _numbers(builder: BlockBuilder, element: Any) -> Closer:
    start = (element.get("start") or "1").strip()
    is_number = start.isdecimal() and len(start) < 9
    return builder.framed(ListFrame(start=int(start) if is_number else 1))


def _list_entry(builder: BlockBuilder, _: Any) -> Closer:
    def close() -> None:
        builder.flush()
        frame = builder.frames[-1]
        if isinstance(frame, ListFrame):
            frame.close_item()

    close()  # what stands between two entries is an entry too
    return close


def _figure(builder: BlockBuilder, _: Any) -> Closer:
    return builder.framed(FigureFrame())


def _figure_caption(builder: BlockBuilder, element: Any) -> Closer:
    frame = builder.frames[-1]
    if not isinstance(frame, FigureFrame):
        return builder.plain_block(element)

    def close() -> None:
        frame.caption = frame.caption or builder.taken_line()
        builder.flush()

    return close


def _preformatted(builder: BlockBuilder, element: Any) -> None:
    builder.frames[-1].blocks.extend(preformatted("".join(element.itertext())))


def _rule(builder: BlockBuilder, _: Any) -> Closer:
    builder.frames[-1].blocks.append(ThematicBreak())
    return nothing


def _table(builder: BlockBuilder, element: Any) -> Closer:
    if builder.is_in_cell() or is_layout(element):
        return builder.flush
    frame = TableFrame()
    frame.header_rows = sum(row.getparent().tag == "thead" for row in own_rows(element))
    return builder.framed(frame, levels=2)


def _caption(builder: BlockBuilder, _: Any) -> Closer:
    frame = builder.frames[-1]
    if not isinstance(frame, TableFrame):
        return builder.flush

    def close() -> None:
        frame.caption = frame.caption or builder.taken_line()
        builder.flush()

    return close


def _row(builder: BlockBuilder, _: Any) -> Closer:
    frame = builder.frames[-1]
    if isinstance(frame, TableFrame):
        frame.rows.append([])
    return builder.flush


def _cell(builder: BlockBuilder, element: Any) -> Closer:
    table = builder.frames[-1]
    if not isinstance(table, TableFrame) or not table.rows:
        return builder.flush
    cell = CellFrame(
        column_span=span(element, "colspan"),
        row_span=span(element, "rowspan"),
        is_header=element.tag == "th",
        alignment=_alignment(element),
    )
    builder.frames.append(cell)

    def close() -> None:
        builder.flush()
        builder.frames.pop()
        table.rows[-1].append(cell.cell())

    return close


def _alignment(element: Any) -> Alignment:
    style = _CENTRED.search(element.get("style") or "")
    name = style[1] if style else element.get("align") or ""
    return _ALIGNMENTS.get(name.lower(), Alignment.START)


def _embedded(builder: BlockBuilder, element: Any) -> None:
    """Put a link where a film or a page in the page stood."""
    source = element.find(".//source")
    given = element.get("src") or element.get("data") or element.get("data-src") or ""
    given = given or (source.get("src") if source is not None else "") or ""
    if _ADVERT.search(given):
        return
    target = link_target(given, builder.base)
    sizes = (declared_size(element, "width"), declared_size(element, "height"))
    is_shown = bool(target) and not any(size is not None and size <= 3 for size in sizes)
    if is_shown:
        builder.flush()
        builder.runs.append(Run(target, ((Link, target, ""),)))
        builder.flush()
    remark = Diagnostic(
        code="media-linked" if is_shown else "media-dropped",
        severity=Severity.INFO,
        where=builder.where,
        facts={"kind": element.tag, "address": target or given[:200] or "-"},
    )
    builder.diagnostics.append(remark)


#: What opens a container or is one, tag by tag; None leaves the inside out.
BLOCKS: dict[str, Callable[[BlockBuilder, Any], Closer | None]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(EMBEDDED, _embedded),
    "blockquote": _quote,
    "ul": _bullets,
    "menu": _bullets,
    "ol": _numbers,
    "li": _list_entry,
    "figure": _figure,
    "figcaption": _figure_caption,
    "pre": _preformatted,
    "hr": _rule,
    "table": _table,
    "caption": _caption,
    "tr": _row,
    "td": _cell,
    "th": _cell,
}
