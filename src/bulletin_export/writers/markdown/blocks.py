"""Blocks as CommonMark, each without a line end at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    Figure,
    Heading,
    Inline,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    TableCell,
    ThematicBreak,
)
from bulletin_export.writers.markdown.escaping import code_block, code_span, opening
from bulletin_export.writers.markdown.inlines import Leaf, inlines, picture
from bulletin_export.writers.markdown.tables import table

#: CommonMark, 5.2: a number has nine digits at most.
_MAX_START = 999_999_999
_BLANKS = " \t\n"
#: A hard break has to stand between lines (CommonMark, 6.7).
_LAST_BREAKS = re.compile(r"(?:\\\n|[ \t\n])+\Z")
_BARE_PIPE = re.compile(r"(?<!\\)\|")


def blocks(nodes: Iterable[Block], leaf: Leaf) -> str:
    """Return *nodes* with an empty line between them."""
    return "\n\n".join(_texts(nodes, leaf))


def heading(level: int, words: str) -> str:
    """Return *words* as a heading; it has one line, and no level above 6."""
    words = words.replace("#", r"\#").strip(_BLANKS)
    return f"{'#' * min(level, 6)} {words}"


def paragraph(words: str) -> str:
    """Return *words* as a paragraph that is nothing else."""
    return opening(_LAST_BREAKS.sub("", words).lstrip(_BLANKS))


def prefixed(text: str, first: str, others: str) -> str:
    """Return *text* with *first* before its first line and *others* before the others."""
    lines = text.split("\n")
    rest = (others + line if line else others.rstrip() for line in lines[1:])
    return "\n".join(((first + lines[0]).rstrip(), *rest))


def _texts(nodes: Iterable[Block], leaf: Leaf) -> Iterator[str]:
    before: type[Block] | None = None
    alternate = False
    for node in nodes:
        # Lists that follow each other are kept apart by other marks (CommonMark, 5.3).
        other = type(node) is before and not alternate
        if text := _block(node, leaf, alternate=other):
            before, alternate = type(node), other
            yield text


def _block(node: Block, leaf: Leaf, *, alternate: bool) -> str:
    match node:
        case Paragraph(children):
            return paragraph(inlines(children, leaf))
        case Heading(level, children):
            return _heading(level, children, leaf)
        case BlockQuote(quoted):
            return prefixed(blocks(quoted, leaf), "> ", "> ") if quoted else ""
        case BulletList(items):
            return _list([("+ " if alternate else "- ", item) for item in items], leaf)
        case OrderedList(items, start):
            point = ")" if alternate else "."
            numbers = (min(max(start + i, 0), _MAX_START) for i in range(len(items)))
            return _list(
                [(f"{n}{point} ", item) for n, item in zip(numbers, items, strict=True)], leaf
            )
        case CodeBlock(value, language):
            return code_block(value, language)
        case ThematicBreak():
            return "***"
        case Table():
            rows = table(node, leaf, lambda cell: _cell(cell, leaf))
            return _together(paragraph(inlines(node.caption, leaf)), rows)
        case Figure(images, caption):
            pictures = "\n".join(picture(image) for image in images)
            return _together(opening(pictures), paragraph(inlines(caption, leaf)))
        case _:
            assert_never(node)


def _heading(level: int, children: tuple[Inline, ...], leaf: Leaf) -> str:
    leaf.hard_break = "<br>"
    words = inlines(children, leaf)
    leaf.hard_break = "\\\n"
    return heading(level + 1 + leaf.above, words) if words.strip() else ""


def _list(items: Iterable[tuple[str, ListItem]], leaf: Leaf) -> str:
    texts = [(mark, blocks(item.blocks, leaf)) for mark, item in items]
    is_loose = any("\n\n" in text for _, text in texts)
    lines = (prefixed(text, mark, " " * len(mark)) for mark, text in texts)
    return ("\n\n" if is_loose else "\n").join(lines)


def _together(*texts: str) -> str:
    return "\n\n".join(filter(None, texts))


def _cell(cell: TableCell, leaf: Leaf) -> str:
    leaf.hard_break = "<br>"
    words = "<br>".join(filter(None, (text.strip(_BLANKS) for text in _flat(cell.blocks, leaf))))
    leaf.hard_break = "\\\n"
    return _BARE_PIPE.sub(r"\|", words)


def _flat(nodes: Iterable[Block], leaf: Leaf) -> Iterator[str]:
    """Yield the texts of a cell: it holds inlines only, so blocks lose their marks."""
    for node in nodes:
        match node:
            case Paragraph(children) | Heading(children=children):
                yield inlines(children, leaf)
            case BlockQuote(quoted):
                yield from _flat(quoted, leaf)
            case BulletList(items) | OrderedList(items=items):
                for item in items:
                    yield from _flat(item.blocks, leaf)
            case CodeBlock(value):
                yield from (code_span(line) for line in value.splitlines())
            case Table(rows, caption):
                yield inlines(caption, leaf)
                for row in rows:
                    for cell in row.cells:
                        yield from _flat(cell.blocks, leaf)
            case Figure(images, caption):
                yield from map(picture, images)
                yield inlines(caption, leaf)
            case ThematicBreak():
                pass
            case _:
                assert_never(node)
