"""The subtree of a page into blocks: one walk, no recursion, bounded nesting.

Events of the walk open and close frames; text gathers in runs until a block ends.
Whatever the depth of the page, the blocks nest at most `MAX_FRAMES` containers deep:
what is deeper keeps its text and loses its box.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.extraction.blocks import notes
from bulletin_export.extraction.blocks.captions import (
    Look,
    captioned,
    is_caption_name,
    with_table_names,
)
from bulletin_export.extraction.blocks.closing import Closer, nothing
from bulletin_export.extraction.blocks.elements import BLOCKS, DROPPED, WHOLE
from bulletin_export.extraction.blocks.frames import CellFrame, Frame
from bulletin_export.extraction.blocks.inline_elements import ATOMS, INLINE
from bulletin_export.extraction.blocks.inlines import COLLAPSIBLE, Marks, Run, built, tidied
from bulletin_export.extraction.blocks.marks import marks_inside, text_align
from bulletin_export.extraction.blocks.media import EMBEDDED, background, picture
from bulletin_export.extraction.blocks.paragraphs import blocks_of
from bulletin_export.extraction.blocks.unwanted import (
    is_entry_form,
    is_furniture_text,
    is_unseen,
)
from bulletin_export.extraction.naming import (
    is_hidden,
    is_named_furniture,
    name_of,
)
from bulletin_export.model.nodes import (
    Block,
    Figure,
    Inline,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Superscript,
)
from bulletin_export.patterns import lazy_pattern

#: Containers open at the same time; a list makes two levels of the tree, a table three.
MAX_FRAMES = 7

#: Blocks that say nothing by their name: without attributes they only end a paragraph.
_PLAIN = ("p", "div")

_SHOWN_AS_BLOCK = lazy_pattern(r"display\s*:\s*(?:block|flex|table(?!-)|grid|list-item)")

#: Blanks that indent a line of preformatted text.
_RAW_INDENT = lazy_pattern(r"\n[ \t]{2,}(?=\S)")


class BlockBuilder:
    """Builds the blocks of a subtree.

    The functions in `elements` and `inline_elements` work on its ``runs`` (the open
    line), its ``marks`` and its ``frames`` (the open containers).
    """

    def __init__(self, base: str = "", where: str = "", picture_base: str | None = None) -> None:
        self.base = base
        self.picture_base = base if picture_base is None else picture_base
        self.where = where
        self._start()

    def _start(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.frames: list[Frame] = [Frame()]
        self.depth = 1
        self.runs: list[Run] = []
        self.marks: Marks = ()
        #: Level of the open heading, or 0.
        self.heading = 0
        #: Whether the page itself calls the open paragraph a caption.
        self.is_caption = False
        self.is_centred = False
        #: Whether line ends in the source count, and whether all breaks stay in their paragraph.
        self.is_raw = False
        self.keeps_breaks = False
        self._looks: dict[int, Look] = {}
        self._lines = 0
        self._notes = notes.NONE

    def build(self, root: Any) -> tuple[Block, ...]:
        """Return the blocks of the lxml element *root*."""
        self._start()
        self._notes = notes.references(root)
        return self._built(root)

    def _built(self, root: Any) -> tuple[Block, ...]:
        closers: list[Closer] = []
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                closer = self._root(element) if element is root else self._opened(element)
                closers.append(closer or nothing)
                if closer is None:
                    walker.skip_subtree()
                elif element.text:
                    self._add(element.text)
            else:
                closers.pop()()
                if element.tail and element is not root:
                    self._add(element.tail)
        self.settle()
        return self.frames[0].finished()

    def _root(self, element: Any) -> Closer | None:
        """Take in the element that was asked for, whatever it is called; it may be a table."""
        return BLOCKS[element.tag](self, element) if element.tag in WHOLE else self.flush

    def _add(self, text: str) -> None:
        if self.is_raw and "\n" in text:
            text = _RAW_INDENT.sub("\n\u3000\u3000", text.replace("\r\n", "\n"))
            first, *rest = text.split("\n")
            pieces = [first, *(piece for line in rest for piece in (LineBreak(), line))]
            self.runs += [Run(piece, self.marks) for piece in pieces if piece]
        elif self.runs or text[0] > " " or text.strip(COLLAPSIBLE):  # no line starts with a blank
            self.runs.append(Run(text, self.marks))

    def flush(self) -> None:
        """End the open paragraph or heading, and put it into the open container."""
        if not self.runs:
            return
        runs, self.runs = self.runs, []
        self._lines += 1
        blocks = self.frames[-1].blocks
        for block in blocks_of(runs, heading=self.heading, keeps_breaks=self.keeps_breaks):
            blocks.append(block)
            if self.is_centred or self.is_caption or type(block) is Figure:
                self._looks[id(block)] = Look(block, self.is_centred, self.is_caption, self._lines)

    def add_block(self, run: Run) -> None:
        """Put *run* in as a block of its own."""
        self.flush()
        self.runs.append(run)
        self.flush()

    def settle(self) -> None:
        """End the open paragraph, and put captions where they belong in the open container."""
        self.flush()
        frame = self.frames[-1]
        if any(type(block) is Figure for block in frame.blocks):
            frame.blocks = captioned(frame.blocks, self._looks)
        frame.blocks = with_table_names(frame.blocks)

    def is_all_centred(self, blocks: list[Block]) -> bool:
        """Whether *blocks* are paragraphs that the page centres, and there are some."""
        looks = [self._looks.get(id(block)) for block in blocks if isinstance(block, Paragraph)]
        return bool(looks) and all(look is not None and look.is_centred for look in looks)

    def taken_line(self) -> tuple[Inline, ...]:
        """Return the open line as inlines, breaks turned to blanks, and start a new one."""
        runs = [
            Run(" ", run.marks) if isinstance(run.piece, LineBreak) else run for run in self.runs
        ]
        self.runs = []
        return built(tidied(runs))

    def framed(self, frame: Frame, element: Any, levels: int = 1) -> Closer:
        """Open *frame* for *element* unless that would nest too deep; return what closes it.

        In a table cell, what holds a table opens no box: tables inside become part of the
        one around, and only a cell can hold them until then.
        """
        is_too_deep = self.depth + levels > MAX_FRAMES + 1
        if is_too_deep or (
            levels == 1 and self.is_in_cell() and element.find(".//table") is not None
        ):
            return self.flush
        self.frames.append(frame)
        self.depth += levels
        was_centred = self.is_centred

        def close() -> None:
            self.settle()
            self.frames.pop()
            self.depth -= levels
            self.is_centred = was_centred
            self.frames[-1].blocks.extend(frame.finished())

        return close

    def is_in_cell(self) -> bool:
        """Whether a table cell is open: what is a table inside it loses its grid."""
        return any(isinstance(frame, CellFrame) for frame in self.frames)

    def plain_block(self, element: Any) -> Closer:
        """Open a block that is a paragraph or holds some; return what closes it."""
        if not element.keys() and element.tag != "center":  # no style, no name
            return self.flush
        marks, was_caption, was_centred = self.marks, self.is_caption, self.is_centred
        self.marks = marks_inside(element, marks, self.base, is_block=True)
        align = text_align(element)
        if align:
            self.is_centred = align == "center"
        if is_caption_name(name_of(element)):
            self.is_caption = True
        background(self, element)

        def close() -> None:
            self.flush()
            self.marks, self.is_caption, self.is_centred = marks, was_caption, was_centred

        return close

    def add_pictures(self, element: Any) -> None:
        """Put in the pictures of *element*, whose text is taken as a whole."""
        for image in element.iter("img"):
            picture(self, image)

    def _opened(self, element: Any) -> Closer | None:
        """Take *element* in; return what closes it, or None to leave its inside out."""
        tag = element.tag
        if self._notes is not notes.NONE and self._is_noted(element):
            return None
        if tag in _PLAIN and not element.keys():  # most blocks
            self.flush()
            return self.flush
        if tag in INLINE or ":" in tag:
            return self._inline(element, tag)
        if tag in ATOMS:
            ATOMS[tag](self, element)
            return None
        if tag == "br":
            self.runs.append(Run(LineBreak(), self.marks))
            return nothing
        if tag in DROPPED or self._is_unwanted(element):
            return None
        special = BLOCKS.get(tag)
        if tag not in EMBEDDED:
            self.flush()
        return special(self, element) if special else self.plain_block(element)

    def _inline(self, element: Any, tag: str) -> Closer | None:
        if tag in ATOMS:
            if not is_hidden(element):
                ATOMS[tag](self, element)
            return None
        has_attributes = bool(element.keys())
        if tag == "rp" or (has_attributes and is_unseen(element)):
            return None
        style = element.get("style") if has_attributes else None
        if style and "display" in style and _SHOWN_AS_BLOCK.search(style):
            self.flush()
            return self.plain_block(element)
        marks = self.marks
        self.marks = marks_inside(element, marks, self.base)

        def close() -> None:
            self.marks = marks

        return close

    def _is_noted(self, element: Any) -> bool:
        """Whether *element* is the mark of a footnote, which goes in here, or part of one."""
        if element in self._notes.moved or element in self._notes.returns:
            return True
        target = self._notes.targets.get(element)
        if target is None:
            return False
        builder = BlockBuilder(self.base, self.where, self.picture_base)
        builder._notes = notes.References(returns=self._notes.returns)
        blocks = notes.without_number(builder._built(target))
        self.diagnostics += builder.diagnostics
        if blocks:
            kinds = (Superscript, Link)
            marks = tuple(mark for mark in self.marks if mark[0] not in kinds)
            self.runs.append(Run(Note(blocks), marks))
        return bool(blocks)

    def _is_unwanted(self, element: Any) -> bool:
        if element.tag == "form":
            return is_hidden(element) or is_entry_form(element)
        if not element.keys():  # neither a style nor a name
            return False
        if is_unseen(element):
            return True
        name = name_of(element) if element.tag != "pre" else ""  # brush: java; toolbar: false
        return bool(name) and is_named_furniture(name) and is_furniture_text(element)
