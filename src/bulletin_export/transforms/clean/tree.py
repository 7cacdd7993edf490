"""The inlines of a paragraph as pieces of one text, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin_export.model.nodes import (
    Code,
    Emphasis,
    Image,
    Inline,
    LineBreak,
    Link,
    Note,
    Ruby,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
    Underline,
)
from bulletin_export.transforms.base import PARAGRAPH_END

Inlines = tuple[Inline, ...]

#: Stands in the text for what has no characters of its own.
OBJECT = "\ufffc"


def pieces(inlines: Iterable[Inline]) -> Iterator[tuple[str, bool]]:
    """Yield the text of every leaf, and whether it must stay as it is."""
    for inline in inlines:
        match inline:
            case Text(value):
                yield value, False
            case Code(value) | Ruby(base=value):
                yield value, True
            case LineBreak():
                yield "\n", True
            case Image() | Note():
                yield OBJECT, True
            case Link(children=children):
                yield from pieces(children)
            case (
                Emphasis(children)
                | Strong(children)
                | Underline(children)
                | Strikethrough(children)
                | Superscript(children)
                | Subscript(children)
            ):
                yield from pieces(children)


def link_ends(inlines: Iterable[Inline]) -> list[int]:
    """Return the numbers of the leaves after which a link ends."""
    ends: list[int] = []
    _count_leaves(inlines, 0, ends)
    return ends


def _count_leaves(inlines: Iterable[Inline], count: int, ends: list[int]) -> int:
    for inline in inlines:
        children = getattr(inline, "children", None)
        count = count + 1 if children is None else _count_leaves(children, count, ends)
        if isinstance(inline, Link) and children:
            ends.append(count - 1)
    return count


def rebuilt(inlines: Inlines, texts: Iterator[str]) -> list[Inlines]:
    """Return *inlines* with *texts* in their leaves, split where a paragraph ends.

    Empty texts, and marks around nothing, are left out.
    """
    paragraphs: list[list[Inline]] = [[]]
    for inline in inlines:
        parts = _parts(inline, texts)
        paragraphs[-1].extend(parts[0])
        paragraphs.extend(list(part) for part in parts[1:])
    return [tuple(paragraph) for paragraph in paragraphs]


def _parts(inline: Inline, texts: Iterator[str]) -> list[Inlines]:
    match inline:
        case Text():
            parts = next(texts).split(PARAGRAPH_END)
            return [(Text(part),) if part else () for part in parts]
        case Code() | Ruby() | LineBreak() | Image() | Note():
            next(texts)
            return [(inline,)]
        case Link(target, children, title):
            inner = rebuilt(children, texts)
            return [(Link(target, part, title),) if part else () for part in inner]
        case (
            Emphasis(children)
            | Strong(children)
            | Underline(children)
            | Strikethrough(children)
            | Superscript(children)
            | Subscript(children)
        ):
            inner = rebuilt(children, texts)
            return [(type(inline)(part),) if part else () for part in inner]
