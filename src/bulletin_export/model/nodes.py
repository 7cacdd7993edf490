"""The nodes of an article: frozen, comparable data, ignorant of every format.

Names follow CommonMark, then pandoc, then HTML. Blocks and inlines stand in one
module because a note, which is an inline, holds blocks. ``==`` compares whole trees.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

import msgspec


class _Node(
    msgspec.Struct,
    frozen=True,
    gc=False,  # What is frozen holds what was there before it: never itself.
    tag_field="node",
    tag=str,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """What all nodes share: their class name tags them in the JSON form."""


# --- inlines --------------------------------------------------------------------------


class Text(_Node, frozen=True):
    """Characters as they are printed, without line ends."""

    value: str


class Emphasis(_Node, frozen=True):
    """Stress; Chinese print shows it by a change of face, never by a slant."""

    children: tuple[Inline, ...]


class Strong(_Node, frozen=True):
    """Strong stress, printed bold."""

    children: tuple[Inline, ...]


class Underline(_Node, frozen=True):
    """Underlined text."""

    children: tuple[Inline, ...]


class Strikethrough(_Node, frozen=True):
    """Text struck out."""

    children: tuple[Inline, ...]


class Superscript(_Node, frozen=True):
    """Raised text."""

    children: tuple[Inline, ...]


class Subscript(_Node, frozen=True):
    """Lowered text."""

    children: tuple[Inline, ...]


class Code(_Node, frozen=True):
    """Code inside a line; its spaces count."""

    value: str


class Link(_Node, frozen=True):
    """Text that leads to an address (http, https, mailto) or, with ``#``, to a place inside."""

    target: str
    children: tuple[Inline, ...]
    title: str = ""


class Image(_Node, frozen=True):
    """A picture, inside a line or in a figure.

    ``media`` is the name of a `MediaItem` of the article, or empty when the picture
    could not be had; ``address`` says where it came from.
    """

    address: str
    alt: str = ""
    media: str = ""
    title: str = ""

    @property
    def description(self) -> str:
        """What tells people who cannot see the picture about it; one line, maybe empty."""
        return " ".join((self.alt.strip() or self.title).split())

    @property
    def note(self) -> str:
        """What is printed in the place of a picture that could not be had."""
        description = self.description
        return f"［图片：{description}］" if description else "［图片］"


class LineBreak(_Node, frozen=True):
    """A break inside a paragraph that the author wants."""


class Note(_Node, frozen=True):
    """A footnote; it stands where its mark is printed."""

    blocks: tuple[Block, ...]


class Ruby(_Node, frozen=True):
    """Characters with their reading (注音) above."""

    base: str
    reading: str


# --- blocks ---------------------------------------------------------------------------


class Paragraph(_Node, frozen=True):
    """A paragraph of running text."""

    children: tuple[Inline, ...]


class Heading(_Node, frozen=True):
    """A heading inside the article: level 1 to 6, below the article's own title."""

    level: int
    children: tuple[Inline, ...]


class BlockQuote(_Node, frozen=True):
    """Quoted blocks."""

    blocks: tuple[Block, ...]


class ListItem(_Node, frozen=True):
    """One entry of a list; lists nest because it holds blocks."""

    blocks: tuple[Block, ...]


class BulletList(_Node, frozen=True):
    """A list without order."""

    items: tuple[ListItem, ...]


class OrderedList(_Node, frozen=True):
    """A numbered list; ``start`` is the number of its first item."""

    items: tuple[ListItem, ...]
    start: int = 1


class CodeBlock(_Node, frozen=True):
    """Preformatted text; its spaces and line ends count."""

    value: str
    language: str = ""


class ThematicBreak(_Node, frozen=True):
    """A change of subject, printed as a rule or a row of stars."""


class Alignment(StrEnum):
    """Where the text of a table cell stands."""

    START = "start"
    CENTRE = "centre"
    END = "end"


class TableCell(_Node, frozen=True):
    """A cell; it covers ``column_span`` × ``row_span`` places of the grid."""

    blocks: tuple[Block, ...]
    column_span: int = 1
    row_span: int = 1
    is_header: bool = False
    alignment: Alignment = Alignment.START


class TableRow(_Node, frozen=True):
    """The cells that begin in one row, from left to right."""

    cells: tuple[TableCell, ...]


class Table(_Node, frozen=True):
    """A table of facts; layout tables never get this far.

    The first ``header_rows`` rows are repeated at the top of every page.
    """

    rows: tuple[TableRow, ...]
    caption: tuple[Inline, ...] = ()
    header_rows: int = 0


class Figure(_Node, frozen=True):
    """One or more pictures with a caption of their own."""

    images: tuple[Image, ...]
    caption: tuple[Inline, ...] = ()


Inline: TypeAlias = (
    Text
    | Emphasis
    | Strong
    | Underline
    | Strikethrough
    | Superscript
    | Subscript
    | Code
    | Link
    | Image
    | LineBreak
    | Note
    | Ruby
)

Block: TypeAlias = (
    Paragraph
    | Heading
    | BlockQuote
    | BulletList
    | OrderedList
    | CodeBlock
    | ThematicBreak
    | Table
    | Figure
)

Node: TypeAlias = Inline | Block | ListItem | TableRow | TableCell
