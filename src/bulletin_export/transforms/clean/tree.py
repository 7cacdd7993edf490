"""The inlines of a paragraph as pieces of one text, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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


def pieces(inlines: Iterable[Inline]) -> list[tuple[str, bool]]:
    """Return the text of every leaf, and whether it must stay as it is."""
    found: list[tuple[str, bool]] = []
    _gather(inlines, found)
    return found


def _gather(inlines: Iterable[Inline], found: list[tuple[str, bool]]) -> None:
    for inline in inlines:
        match inline:
            case Text(value):
                found.append((value, False))
            case (
                Strong(children)
                | Link(children=children)
                | Emphasis(children)
                | Underline(children)
                | Strikethrough(children)
                | Superscript(children)
                | Subscript(children)
            ):
                _gather(children, found)
            case Code(value) | Ruby(base=value):
                found.append((value, True))
            case LineBreak():
                found.append(("\n", True))
            case Image() | Note():
                found.append((OBJECT, True))


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


def rebuilt(inlines: Inlines, texts: Sequence[str]) -> list[Inlines]:
    """Return *inlines* with *texts* in their leaves, split where a paragraph ends.

    Empty texts, and marks around nothing, are left out.
    """
    if any(PARAGRAPH_END in text for text in texts):
        return _split(inlines, iter(texts))
    return [_refilled(inlines, iter(texts))]


def _refilled(inlines: Inlines, texts: Iterator[str]) -> Inlines:
    """Return *inlines* with *texts* in their leaves: what `_split` does if no paragraph ends."""
    result: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text():
                text = next(texts)
                if text:
                    result.append(Text(text))
            case (
                Strong(children)
                | Emphasis(children)
                | Underline(children)
                | Strikethrough(children)
                | Superscript(children)
                | Subscript(children)
            ):
                inner = _refilled(children, texts)
                if inner:
                    result.append(type(inline)(inner))
            case Link(target, children, title):
                inner = _refilled(children, texts)
                if inner:
                    result.append(Link(target, inner, title))
            case Code() | Ruby() | LineBreak() | Image() | Note():
                next(texts)
                result.append(inline)
    return tuple(result)


def _split(inlines: Inlines, texts: Iterator[str]) -> list[Inlines]:
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
            inner = _split(children, texts)
            return [(Link(target, part, title),) if part else () for part in inner]
        case (
            Emphasis(children)
            | Strong(children)
            | Underline(children)
            | Strikethrough(children)
            | Superscript(children)
            | Subscript(children)
        ):
            inner = _split(children, texts)
            return [(type(inline)(part),) if part else () for part in inner]
