"""Inlines as CommonMark; what it has no marks for is raw HTML, which it allows (6.6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

import msgspec

from bulletin_export.composition.links import external
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
from bulletin_export.writers.markdown.escaping import code_span, destination, escaped, joined

_MARKS = {Emphasis: "*", Strong: "**"}
_TAGS: dict[type[Inline], str] = {
    Emphasis: "em",
    Strong: "strong",
    Underline: "u",
    Strikethrough: "s",
    Superscript: "sup",
    Subscript: "sub",
}


class Leaf(msgspec.Struct):
    """What comes up while one article is written."""

    #: How many levels of headings stand above the article's title.
    above: int = 0
    #: Numbers of notes run through the whole text.
    first_note: int = 1
    notes: list[Note] = msgspec.field(default_factory=list)
    dropped_links: list[str] = msgspec.field(default_factory=list)
    flattened_tables: int = 0
    inside_link: bool = False
    hard_break: str = "\\\n"


def inlines(nodes: Iterable[Inline], leaf: Leaf) -> str:
    """Return *nodes* as one stretch of text; hard breaks end its lines."""
    result = ""
    for node in nodes:
        # Stars beside stars would be counted together.
        result = joined(result, inline(node, leaf, beside_stars=result.endswith("*")))
    return result


def inline(node: Inline, leaf: Leaf, *, beside_stars: bool = False) -> str:
    """Return *node*; *beside_stars* tells that a star stands before it."""
    match node:
        case Text(value):
            return escaped(value)
        case Emphasis(children) | Strong(children):
            words = inlines(children, leaf)
            if beside_stars or not _can_be_starred(words):
                return _tagged(node, words)
            mark = _MARKS[type(node)]
            return f"{mark}{words}{mark}"
        case (
            Underline(children)
            | Strikethrough(children)
            | Superscript(children)
            | Subscript(children)
        ):
            return _tagged(node, inlines(children, leaf))
        case Code(value):
            return code_span(value)
        case Link():
            return _link(node, leaf)
        case Image():
            return picture(node)
        case LineBreak():
            return leaf.hard_break
        case Note():
            leaf.notes.append(node)
            return f"[^{leaf.first_note + len(leaf.notes) - 1}]"
        case Ruby(base, reading):
            return f"<ruby>{escaped(base)}<rt>{escaped(reading)}</rt></ruby>"
        case _:
            assert_never(node)


def picture(node: Image) -> str:
    """Return *node* with its own address; where none can be given, a visible note."""
    alt = escaped(node.description)
    # A data: address is as long as the picture; its name in the model stands for it.
    address = node.media if node.address.startswith("data:") else node.address or node.media
    if not address:
        return escaped(node.note)
    return f"![{alt}]({destination(address)})"


def _can_be_starred(words: str) -> bool:
    """Tell whether stars around *words* open and close whatever stands outside.

    A star beside a mark such as ``”`` closes nothing before a letter or a Han
    character (CommonMark, 6.2, right-flanking), so only letters may stand inside.
    """
    return bool(words) and words[0].isalnum() and words[-1].isalnum() and "*" not in words


def _tagged(node: Inline, words: str) -> str:
    name = _TAGS[type(node)]
    return f"<{name}>{words}</{name}>" if words else ""


def _link(node: Link, leaf: Leaf) -> str:
    target = external(node.target)
    if not target:
        leaf.dropped_links.append(node.target)
    if not target or leaf.inside_link:
        return inlines(node.children, leaf)
    leaf.inside_link = True
    words = inlines(node.children, leaf)
    leaf.inside_link = False
    return f"[{words}]({destination(target)})" if words else ""
