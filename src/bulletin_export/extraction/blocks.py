"""The subtree of a page into blocks: one walk, no recursion, bounded nesting.

Events of the walk open and close frames; text gathers in runs until a block ends.
Whatever the depth of the page, the blocks nest at most `MAX_FRAMES` containers deep:
what is deeper keeps its text and loses its box.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.addresses import declared_size, image_address, link_target
from bulletin_export.extraction.frames import (
    CellFrame,
    FigureFrame,
    Frame,
    ListFrame,
    QuoteFrame,
    TableFrame,
)
from bulletin_export.extraction.inlines import (
    MARKS,
    Marks,
    Run,
    built,
    collapsed,
    tidied,
    with_mark,
)
from bulletin_export.extraction.naming import (
    is_hidden,
    is_named_caption,
    is_named_furniture,
    name_of,
)
from bulletin_export.extraction.outline import INLINE, UNSEEN
from bulletin_export.extraction.paragraphs import blocks_of, preformatted, with_caption
from bulletin_export.extraction.table_shape import is_layout, own_rows, span
from bulletin_export.model.nodes import (
    Alignment,
    Block,
    Code,
    Figure,
    Image,
    LineBreak,
    Link,
    Ruby,
    Strong,
    ThematicBreak,
)

#: Containers open at the same time; lists count two levels of the tree, tables three.
MAX_FRAMES = 7

_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)
_EMBEDDED = frozenset(("video", "audio", "iframe", "embed", "object"))
_DROPPED = (UNSEEN - _EMBEDDED) | {"nav", "footer", "rp"}
_ALIGNMENTS = {"center": Alignment.CENTRE, "right": Alignment.END, "middle": Alignment.CENTRE}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}

Closer = Callable[[], None]


def _nothing() -> None:
    """Close an element that opened nothing."""


class BlockBuilder:
    """Builds the blocks of one subtree; use `build` once."""

    def __init__(self, base: str = "", where: str = "") -> None:
        self.base = base
        self.where = where
        self.diagnostics: list[Diagnostic] = []
        self._frames: list[Frame] = [Frame()]
        self._runs: list[Run] = []
        self._marks: Marks = ()
        self._heading = 0
        self._is_caption = False

    def build(self, root: Any) -> tuple[Block, ...]:
        """Return the blocks of the lxml element *root*."""
        closers: list[Closer] = []
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                closer = self._opened(element, is_root=element is root)
                if closer is None:
                    walker.skip_subtree()
                    closers.append(_nothing)
                    continue
                closers.append(closer)
                if element.text:
                    self._runs.append(Run(element.text, self._marks))
            else:
                closers.pop()()
                if element.tail and element is not root:
                    self._runs.append(Run(element.tail, self._marks))
        self._flush()
        return self._frames[0].finished()

    # --- elements ---------------------------------------------------------------------

    def _opened(self, element: Any, *, is_root: bool) -> Closer | None:
        """Take *element* in; return what closes it, or None to leave its inside out."""
        tag = element.tag
        if is_root:
            return self._flush
        if tag in INLINE:
            return self._inline(element, tag)
        if tag == "br":
            self._runs.append(Run(LineBreak(), self._marks))
            return _nothing
        if tag in _DROPPED or self._is_unwanted(element):
            return None
        if tag in _EMBEDDED:
            return self._embedded(element, tag)
        self._flush()
        special = _BLOCKS.get(tag)
        return special(self, element) if special else self._plain_block(element)

    def _plain_block(self, element: Any) -> Closer:
        marks, was_caption = self._marks, self._is_caption
        style = element.get("style")
        if style and "font-weight" in style and _BOLD.search(style):
            self._marks = with_mark(marks, (Strong, "", ""))
        if is_named_caption(name_of(element)):
            self._is_caption = True

        def close() -> None:
            self._flush()
            self._marks, self._is_caption = marks, was_caption

        return close

    def _inline(self, element: Any, tag: str) -> Closer | None:
        if tag in ("img", "ruby", "code", "kbd", "samp", "wbr"):
            _ATOMS[tag](self, element)
            return None
        if is_hidden(element) or tag == "rp":
            return None
        marks = self._marks
        if tag == "a":
            target = link_target(element.get("href") or "", self.base)
            if target:
                self._marks = ((Link, target, ""), *[one for one in marks if one[0] is not Link])
        elif tag in MARKS:
            self._marks = with_mark(marks, (MARKS[tag], "", ""))
        else:
            style = element.get("style")
            if style and "font-weight" in style and _BOLD.search(style):
                self._marks = with_mark(marks, (Strong, "", ""))

        def close() -> None:
            self._marks = marks

        return close

    def _is_unwanted(self, element: Any) -> bool:
        if is_hidden(element):
            return True
        if element.tag == "form":
            return _is_entry_form(element)
        name = name_of(element)
        return bool(name) and is_named_furniture(name) and _is_furniture_text(element)

    # --- atoms ------------------------------------------------------------------------

    def _image(self, element: Any) -> None:
        address = "" if is_hidden(element) else image_address(element, self.base)
        if address:
            alt = collapsed(element.get("alt") or "").strip()
            title = collapsed(element.get("title") or "").strip()
            image = Image(address, alt, title=title if title != alt else "")
            self._runs.append(Run(image, self._marks, _is_small(element)))

    def _ruby(self, element: Any) -> None:
        base, reading = _ruby_parts(element)
        if base:
            self._runs.append(Run(Ruby(base, reading), self._marks))

    def _code(self, element: Any) -> None:
        text = collapsed("".join(element.itertext()))
        if text.strip():
            self._runs.append(Run(Code(text), self._marks))

    def _blank(self, _: Any) -> None:
        """Take a place where a word may break: nothing is shown."""

    def _embedded(self, element: Any, tag: str) -> None:
        source = element.find(".//source")
        given = element.get("src") or element.get("data") or element.get("data-src")
        given = given or (source.get("src") if source is not None else "") or ""
        target = link_target(given, self.base)
        if _ADVERT.search(given):
            return
        facts: dict[str, str | int] = {"kind": tag, "address": target or given or "-"}
        size = (declared_size(element, "width"), declared_size(element, "height"))
        if target and not any(one is not None and one <= 3 for one in size):
            self._flush()
            self._runs.append(Run(target, ((Link, target, ""),)))
            self._flush()
            code = "media-linked"
        else:
            code = "media-dropped"
        remark = Diagnostic(code=code, severity=Severity.INFO, where=self.where, facts=facts)
        self.diagnostics.append(remark)

    # --- containers -------------------------------------------------------------------

    def _heading_block(self, element: Any) -> Closer:
        self._heading = _HEADINGS[element.tag]

        def close() -> None:
            self._flush()
            self._heading = 0

        return close

    def _framed(self, frame: Frame) -> Closer:
        if len(self._frames) > MAX_FRAMES:
            return self._flush
        self._frames.append(frame)

        def close() -> None:
            self._flush()
            self._frames.pop()
            self._frames[-1].blocks.extend(frame.finished())

        return close

    def _quote(self, _: Any) -> Closer:
        return self._framed(QuoteFrame())

    def _bullets(self, _: Any) -> Closer:
        return self._framed(ListFrame())

    def _numbers(self, element: Any) -> Closer:
        start = (element.get("start") or "1").strip()
        return self._framed(ListFrame(start=int(start) if start.isdecimal() else 1))

    def _list_entry(self, _: Any) -> Closer:
        def close() -> None:
            self._flush()
            frame = self._frames[-1]
            if isinstance(frame, ListFrame):
                frame.close_item()

        close()
        return close

    def _figure(self, _: Any) -> Closer:
        return self._framed(FigureFrame())

    def _figure_caption(self, element: Any) -> Closer:
        frame = self._frames[-1]
        if not isinstance(frame, FigureFrame):
            return self._plain_block(element)

        def close() -> None:
            frame.caption = frame.caption or built(tidied(self._without_breaks()))
            self._runs.clear()

        return close

    def _preformatted(self, element: Any) -> None:
        self._frames[-1].blocks.extend(preformatted("".join(element.itertext())))

    def _rule(self, _: Any) -> Closer:
        self._frames[-1].blocks.append(ThematicBreak())
        return _nothing

    # --- tables -----------------------------------------------------------------------

    def _table(self, element: Any) -> Closer:
        inside_table = any(isinstance(frame, CellFrame) for frame in self._frames)
        if inside_table or len(self._frames) > MAX_FRAMES - 2 or is_layout(element):
            return self._flush
        frame = TableFrame()
        frame.header_rows = sum(row.getparent().tag == "thead" for row in own_rows(element))
        return self._framed(frame)

    def _caption(self, _: Any) -> Closer:
        frame = self._frames[-1]
        if not isinstance(frame, TableFrame):
            return self._flush

        def close() -> None:
            frame.caption = built(tidied(self._without_breaks()))
            self._runs.clear()

        return close

    def _row(self, _: Any) -> Closer:
        frame = self._frames[-1]
        if isinstance(frame, TableFrame):
            frame.rows.append([])
        return self._flush

    def _cell(self, element: Any) -> Closer:
        table = self._frames[-1]
        if not isinstance(table, TableFrame) or not table.rows:
            return self._flush
        cell = CellFrame(
            column_span=span(element, "colspan"),
            row_span=span(element, "rowspan"),
            is_header=element.tag == "th",
            alignment=_alignment(element),
        )
        self._frames.append(cell)

        def close() -> None:
            self._flush()
            self._frames.pop()
            table.rows[-1].append(cell.cell())

        return close

    # --- runs -------------------------------------------------------------------------

    def _without_breaks(self) -> list[Run]:
        return [
            Run(" ", run.marks) if isinstance(run.piece, LineBreak) else run for run in self._runs
        ]

    def _flush(self) -> None:
        """End the open paragraph or heading, and put it into the open container."""
        if not self._runs:
            return
        runs, self._runs = self._runs, []
        blocks = self._frames[-1].blocks
        for block in blocks_of(runs, heading=self._heading):
            if blocks and isinstance(blocks[-1], Figure):
                captioned = with_caption(blocks[-1], block, is_named=self._is_caption)
                if captioned:
                    blocks[-1] = captioned
                    continue
            blocks.append(block)


def _alignment(element: Any) -> Alignment:
    style = _CENTRED.search(element.get("style") or "")
    name = style[1] if style else element.get("align") or ""
    return _ALIGNMENTS.get(name.lower(), Alignment.START)


def _is_small(image: Any) -> bool:
    sizes = (declared_size(image, "width"), declared_size(image, "height"))
    return any(size is not None and size <= _ICON for size in sizes)


def _ruby_parts(ruby: Any) -> tuple[str, str]:
    base, reading = [ruby.text or ""], []
    for part in ruby:
        if part.tag in ("rt", "rtc"):
            reading.append("".join(part.itertext()))
        elif part.tag != "rp":
            base.append("".join(part.itertext()))
        base.append(part.tail or "")
    return collapsed("".join(base)).strip(), collapsed("".join(reading)).strip()


def _is_entry_form(form: Any) -> bool:
    """Whether *form* asks for something; some systems wrap a whole page into a form."""
    return len("".join(form.itertext()).strip()) < _FORM_TEXT and not form.xpath(".//p|.//h1|.//table")


def _is_furniture_text(element: Any) -> bool:
    text = "".join(element.itertext()).strip()
    if len(text) < _FURNITURE_TEXT:
        return not (text.endswith("。") or element.find(".//img") is not None)
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return linked * 10 > len(text) * 3


_ADVERT = re.compile(
    r"//(?:pos|cpro|cb|ads?|adx|pagead\d*|googleads)\.|doubleclick|googlesyndication|/adv?s?/|about:blank",
    re.IGNORECASE,
)
_ICON = 48
_FORM_TEXT = 150
_FURNITURE_TEXT = 60
_ATOMS: dict[str, Callable[[BlockBuilder, Any], None]] = {
    "img": BlockBuilder._image,
    "ruby": BlockBuilder._ruby,
    "code": BlockBuilder._code,
    "kbd": BlockBuilder._code,
    "samp": BlockBuilder._code,
    "wbr": BlockBuilder._blank,
}
_BLOCKS: dict[str, Callable[[BlockBuilder, Any], Closer | None]] = {
    **dict.fromkeys(_HEADINGS, BlockBuilder._heading_block),
    "blockquote": BlockBuilder._quote,
    "ul": BlockBuilder._bullets,
    "menu": BlockBuilder._bullets,
    "ol": BlockBuilder._numbers,
    "li": BlockBuilder._list_entry,
    "figure": BlockBuilder._figure,
    "figcaption": BlockBuilder._figure_caption,
    "pre": BlockBuilder._preformatted,
    "hr": BlockBuilder._rule,
    "table": BlockBuilder._table,
    "caption": BlockBuilder._caption,
    "tr": BlockBuilder._row,
    "td": BlockBuilder._cell,
    "th": BlockBuilder._cell,
}
