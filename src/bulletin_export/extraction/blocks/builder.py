"""The subtree of a page into blocks: one walk, no recursion, bounded nesting.

Events of the walk open and close frames; text gathers in runs until a block ends.
Whatever the depth of the page, the blocks nest at most `MAX_FRAMES` containers deep:
what is deeper keeps its text and loses its box.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.extraction.blocks.elements import BLOCKS, DROPPED, EMBEDDED, Closer, nothing
from bulletin_export.extraction.blocks.frames import CellFrame, Frame
from bulletin_export.extraction.blocks.inline_elements import ATOMS, marks_inside
from bulletin_export.extraction.blocks.inlines import COLLAPSIBLE, Marks, Run, built, tidied
from bulletin_export.extraction.blocks.paragraphs import blocks_of, with_caption
from bulletin_export.extraction.blocks.unwanted import is_entry_form, is_furniture_text
from bulletin_export.extraction.body.outline import INLINE
from bulletin_export.extraction.naming import (
    is_hidden,
    is_named_caption,
    is_named_furniture,
    name_of,
)
from bulletin_export.model.nodes import Block, Figure, Inline, LineBreak

#: Containers open at the same time; a list makes two levels of the tree, a table three.
MAX_FRAMES = 7


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
        self.runs: list[Run] = []
        self.marks: Marks = ()
        #: Level of the open heading, or 0.
        self.heading = 0
        #: Whether the page itself calls the open paragraph a caption.
        self.is_caption = False

    def build(self, root: Any) -> tuple[Block, ...]:
        """Return the blocks of the lxml element *root*."""
        self._start()
        closers: list[Closer] = []
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                closer = self.flush if element is root else self._opened(element)
                closers.append(closer or nothing)
                if closer is None:
                    walker.skip_subtree()
                elif element.text:
                    self._add(element.text)
            else:
                closers.pop()()
                if element.tail and element is not root:
                    self._add(element.tail)
        self.flush()
        return self.frames[0].finished()

    def _add(self, text: str) -> None:
        if self.runs or text.strip(COLLAPSIBLE):  # a line never starts with a blank
            self.runs.append(Run(text, self.marks))

    def flush(self) -> None:
        """End the open paragraph or heading, and put it into the open container."""
        if not self.runs:
            return
        runs, self.runs = self.runs, []
        blocks = self.frames[-1].blocks
        for block in blocks_of(runs, heading=self.heading):
            if blocks and isinstance(blocks[-1], Figure):
                captioned = with_caption(blocks[-1], block, is_named=self.is_caption)
                if captioned:
                    blocks[-1] = captioned
                    continue
            blocks.append(block)

    def taken_line(self) -> tuple[Inline, ...]:
        """Return the open line as inlines, breaks turned to blanks, and start a new one."""
        runs = [
            Run(" ", run.marks) if isinstance(run.piece, LineBreak) else run for run in self.runs
        ]
        self.runs = []
        return built(tidied(runs))

    def framed(self, frame: Frame, levels: int = 1) -> Closer:
        """Open *frame* unless that would nest too deep; return what closes it."""
        if len(self.frames) + levels > MAX_FRAMES + 1:
            return self.flush
        self.frames.append(frame)

        def close() -> None:
            self.flush()
            self.frames.pop()
            self.frames[-1].blocks.extend(frame.finished())

        return close

    def is_in_cell(self) -> bool:
        """Whether a table cell is open: what is a table inside it loses its grid."""
        return any(isinstance(frame, CellFrame) for frame in self.frames)

    def plain_block(self, element: Any) -> Closer:
        """Open a block that is a paragraph or holds some; return what closes it."""
        if not element.keys():  # no style, no name
            return self.flush
        marks, was_caption = self.marks, self.is_caption
        self.marks = marks_inside(element, marks, self.base)
        if is_named_caption(name_of(element)):
            self.is_caption = True

        def close() -> None:
            self.flush()
            self.marks, self.is_caption = marks, was_caption

        return close

    def _opened(self, element: Any) -> Closer | None:
        """Take *element* in; return what closes it, or None to leave its inside out."""
        tag = element.tag
        if tag in INLINE:
            return self._inline(element, tag)
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
        atom = ATOMS.get(tag)
        if atom:
            atom(self, element)
            return None
        if is_hidden(element) or tag == "rp":
            return None
        marks = self.marks
        self.marks = marks_inside(element, marks, self.base)

        def close() -> None:
            self.marks = marks

        return close

    def _is_unwanted(self, element: Any) -> bool:
        if element.tag == "form":
            return is_hidden(element) or is_entry_form(element)
        if not element.keys():  # neither a style nor a name
            return False
        if is_hidden(element):
            return True
        name = name_of(element)
        return bool(name) and is_named_furniture(name) and is_furniture_text(element)
