"""Lists with bullets and with numbers, and lists of terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bulletin_export.extraction.blocks.closing import Closer
from bulletin_export.extraction.blocks.frames import ListFrame
from bulletin_export.extraction.blocks.inlines import with_mark
from bulletin_export.extraction.blocks.preformatted import code_block
from bulletin_export.model.nodes import Strong
from bulletin_export.patterns import lazy_pattern

if TYPE_CHECKING:
    from bulletin_export.extraction.blocks.builder import BlockBuilder

_LONGEST_TERM = 40
_CODE_LINES = lazy_pattern(r"\b(?:dp-(?:\w+)|linenums|hljs-ln|syntaxhighlighter)\b")


def bullets(builder: BlockBuilder, element: Any) -> Closer:
    """Open a list without order."""
    return builder.framed(ListFrame(), element)


def numbers(builder: BlockBuilder, element: Any) -> Closer | None:
    """Open a numbered list; one that counts down gives each item its own number.

    Some systems number the lines of code that way.
    """
    if _CODE_LINES.search(element.get("class") or ""):
        block = code_block(element)
        builder.frames[-1].blocks += [block] if block else []
        return None
    is_reversed = element.get("reversed") is not None
    count = sum(child.tag == "li" for child in element) if is_reversed else 1
    start = _number(element.get("start"), count)
    return builder.framed(ListFrame(start=start, step=-1 if is_reversed else 1), element)


def entry(builder: BlockBuilder, element: Any) -> Closer:
    """Open an entry of a list; what stands between two entries is an entry too."""

    def close() -> None:
        frame = builder.frames[-1]
        if isinstance(frame, ListFrame):
            builder.settle()
            frame.close_item()
        else:
            builder.flush()

    close()
    frame = builder.frames[-1]
    if isinstance(frame, ListFrame) and frame.start is not None and element.get("value"):
        frame.renumber(_number(element.get("value"), frame.next_number))
    return close


def terms(builder: BlockBuilder, element: Any) -> Closer:
    """Open a list of terms: an item for each, the term bold; many pages misuse it as a box."""
    heads = element.findall("dt") + element.findall("div/dt")
    is_real = len(heads) > 1 and all(
        0 < len("".join(head.itertext()).strip()) <= _LONGEST_TERM for head in heads
    )
    return builder.framed(ListFrame(is_terms=True), element) if is_real else builder.flush


def term(builder: BlockBuilder, element: Any) -> Closer:
    """Open a term; a second one right after it belongs to the same item."""
    frame = builder.frames[-1]
    if not isinstance(frame, ListFrame) or not frame.is_terms:
        return builder.plain_block(element)
    builder.settle()
    if frame.is_defined:
        frame.close_item()
    marks = builder.marks
    builder.marks = with_mark(marks, (Strong, "", ""))

    def close() -> None:
        builder.flush()
        builder.marks = marks

    return close


def definition(builder: BlockBuilder, element: Any) -> Closer:
    """Open what a term means."""
    frame = builder.frames[-1]
    if isinstance(frame, ListFrame):
        frame.is_defined = True
    return builder.plain_block(element)


def _number(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 9 else default
