"""The list of changes played backwards: the texts as they came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice

from bulletin_export.model.article import Article
from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    Figure,
    Heading,
    Inline,
    Note,
    OrderedList,
    Paragraph,
    Table,
    ThematicBreak,
)
from bulletin_export.model.walk import map_inlines
from bulletin_export.transforms.base import PARAGRAPH_END, Change, undone
from bulletin_export.transforms.clean.tree import Inlines, pieces


def texts(article: Article) -> list[str]:
    """Return the texts that cleaning counts as blocks: those of the body, then those of notes.

    A line break is a newline, a picture or a note U+FFFC.
    """
    found = list(_texts(article.blocks))

    def look(inline: Inline) -> Inline:
        if isinstance(inline, Note):
            found.extend(_texts(inline.blocks))
        return inline

    map_inlines(article, look)
    return found


def raw_texts(article: Article, changes: Sequence[Change]) -> list[str]:
    """Return the texts of *article* as they were before *changes*, all that cleaning made."""
    by_block: defaultdict[int, list[Change]] = defaultdict(list)
    for change in changes:
        if not change.field:
            by_block[change.block].append(change)
    result: list[str] = []
    cleaned, last = iter(texts(article)), max(by_block, default=-1)
    for block in count():
        own = by_block.get(block, [])
        size = 1 + sum(_ends(one.after) - _ends(one.before) for one in own)
        parts = list(islice(cleaned, size))
        if not parts and block > last:
            break
        # Of a paragraph that is gone, the end comes back too; it is no part of the text.
        text = undone(PARAGRAPH_END.join(parts), own)
        result.append(text if parts else text.removesuffix(PARAGRAPH_END))
    return result


def _ends(text: str) -> int:
    return text.count(PARAGRAPH_END)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block_texts(block)


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(children) | Heading(children=children):
            yield from _text(children)
        case BlockQuote(blocks):
            yield from _texts(blocks)
        case BulletList(items) | OrderedList(items=items):
            for item in items:
                yield from _texts(item.blocks)
        case Table(rows, caption):
            yield from _text(caption)
            for row in rows:
                for cell in row.cells:
                    yield from _texts(cell.blocks)
        case Figure(caption=caption):
            yield from _text(caption)
        case CodeBlock() | ThematicBreak():
            pass


def _text(inlines: Inlines) -> Iterator[str]:
    if inlines:
        yield "".join(text for text, _ in pieces(inlines))
