"""Numbers of captions: 图1, 表1, counted in each article anew.

The words are the same in every format: Word counts itself, the others print what stands
here. A caption that brings a number keeps it, and the next one counts on from there.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, assert_never

from msgspec.structs import replace

from bulletin_export.model.article import Article
from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    Figure,
    Heading,
    Inline,
    OrderedList,
    Paragraph,
    Table,
    TableRow,
    Text,
    ThematicBreak,
)
from bulletin_export.model.publication import Publication
from bulletin_export.model.text import plain_text
from bulletin_export.patterns import lazy_pattern
from bulletin_export.styling.template import Composition

Kind = Literal["图", "表"]
#: U+3000 between the number and the words, as GB/T 7713.2 prints it.
BETWEEN = "\u3000"

_TYPED = lazy_pattern(
    r"\s*(?:(?P<kind>[图表])(?P<blank> ?)(?P<number>[1-9][0-9]{0,3})(?![0-9])(?![-－—–.．][0-9])"
    r"|(?:[附插]?[图表]|图表|照片|Fig(?:ure)?\.?|Table|TABLE|FIG(?:URE)?\.?)\s*"
    r"[A-Za-z]?[-－]?[0-9０-９一二三四五六七八九十〇零①-⑳]+)"
)


class CaptionNumber(NamedTuple):
    """The number of a caption; printed before it, or typed in it."""

    kind: Kind
    number: int
    #: Where the number stands in the words of the caption; no place where it is put before.
    start: int = 0
    end: int = 0
    #: Whether it is not one more than that of the caption before.
    jumps: bool = False

    @property
    def label(self) -> str:
        """The words that are put before the caption."""
        return f"{self.kind}{self.number}{BETWEEN}"


class Captions:
    """The captions of one article so far."""

    def __init__(self) -> None:
        self._counts: dict[Kind, int] = {"图": 0, "表": 0}

    def number(self, kind: Kind, text: str) -> CaptionNumber | None:
        """Return the number of a caption that says *text*, or None if it brings one of its own.

        A number that is typed as a plain one (图3) counts; another (图2-1) does not.
        """
        match = _TYPED.match(text)
        first = self._counts[kind] == 0
        if match is None:
            self._counts[kind] += 1
            return CaptionNumber(kind, self._counts[kind], jumps=first)
        if match["kind"] != kind:
            return None
        number = int(match["number"])
        jumps = first or number != self._counts[kind] + 1
        self._counts[kind] = number
        return CaptionNumber(kind, number, *match.span("number"), jumps)


def kind_of(block: Figure | Table) -> Kind:
    """Return the word that the captions of such blocks are counted by."""
    return "图" if isinstance(block, Figure) else "表"


def numbered(publication: Publication, composition: Composition) -> Publication:
    """Return *publication* with the numbers of its captions as words, if they are wanted."""
    if not composition.number_captions:
        return publication
    sections = tuple(
        replace(one, articles=tuple(map(_article, one.articles))) for one in publication.sections
    )
    return replace(publication, sections=sections)


def _article(article: Article) -> Article:
    captions = Captions()
    blocks = _blocks(article.blocks, captions)
    notice = article.notice
    if notice and notice.annexes:
        annexes = tuple(
            replace(one, blocks=_blocks(one.blocks, captions)) for one in notice.annexes
        )
        notice = replace(notice, annexes=annexes)
    return replace(article, blocks=blocks, notice=notice)


def _blocks(blocks: tuple[Block, ...], captions: Captions) -> tuple[Block, ...]:
    return tuple(_block(block, captions) for block in blocks)


def _block(block: Block, captions: Captions) -> Block:
    match block:
        case Figure(caption=caption):
            return replace(block, caption=_caption(caption, kind_of(block), captions))
        case Table(rows, caption):
            # Counted before what stands in its cells.
            counted = _caption(caption, kind_of(block), captions)
            return replace(block, caption=counted, rows=tuple(_row(row, captions) for row in rows))
        case BlockQuote(blocks):
            return replace(block, blocks=_blocks(blocks, captions))
        case BulletList(items) | OrderedList(items=items):
            counted_items = (replace(item, blocks=_blocks(item.blocks, captions)) for item in items)
            return replace(block, items=tuple(counted_items))
        case Paragraph() | Heading() | CodeBlock() | ThematicBreak():
            return block
        case _:
            assert_never(block)


def _row(row: TableRow, captions: Captions) -> TableRow:
    cells = (replace(cell, blocks=_blocks(cell.blocks, captions)) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _caption(caption: tuple[Inline, ...], kind: Kind, captions: Captions) -> tuple[Inline, ...]:
    number = captions.number(kind, plain_text(caption)) if caption else None
    if number is None or number.end:
        return caption
    return (Text(number.label), *caption)
