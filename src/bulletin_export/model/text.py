"""The words of a tree, and nothing else.

Every output is compared with these: the words in the model are the words on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    Note,
    OrderedList,
    Paragraph,
    Ruby,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Underline,
)


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the characters of *inlines*; a line break is a newline, notes are left out."""
    return "".join([_inline_text(inline) for inline in inlines])


def _inline_text(inline: Inline) -> str:
    match inline:  # the commonest first
        case Text(value):
            return value
        case (
            Strong(children)
            | Link(children=children)
            | Emphasis(children)
            | Underline(children)
            | Strikethrough(children)
            | Superscript(children)
            | Subscript(children)
        ):
            return plain_text(children)
        case LineBreak():
            return "\n"
        case Code(value) | Ruby(base=value):
            return value
        case Image() | Note():
            return ""


def paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the words of *blocks*, one string a paragraph, in reading order.

    A table cell and a caption count as paragraphs; what holds no words is skipped.
    """
    for block in blocks:
        for text in _block_texts(block):
            if text and not text.isspace():
                yield text


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(children) | Heading(children=children):
            yield plain_text(children)
        case BlockQuote(blocks):
            yield from paragraphs(blocks)
        case BulletList(items) | OrderedList(items=items):
            for item in items:
                yield from paragraphs(item.blocks)
        case CodeBlock(value):
            yield value
        case Table(rows, caption):
            yield plain_text(caption)
            for row in rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
        case Figure(caption=caption):
            yield plain_text(caption)
        case ThematicBreak():
            pass
