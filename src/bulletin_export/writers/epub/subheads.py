"""The headings of an article that can be led to: their names in its document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bulletin_export.composition.links import heading_fragment
from bulletin_export.model.nodes import Block, Heading
from bulletin_export.model.text import plain_text
from bulletin_export.writers.epub.markup import one_line
from bulletin_export.writers.epub.navigation import Entry
from bulletin_export.writers.epub.titles import says_something


class Subhead(NamedTuple):
    """A heading in the flow of an article, and its ``id``."""

    level: int
    identifier: str
    title: str


def subheads(blocks: Iterable[Block]) -> list[Subhead]:
    """Return the headings among *blocks*: ``s1``, ``s2``, … in document order.

    Not those inside of quotes, cells and notes, and not those without words.
    """
    titled = ((one.level, plain_text(one.children)) for one in blocks if isinstance(one, Heading))
    worded = ((level, title) for level, title in titled if says_something(title))
    return [Subhead(level, f"s{n}", title) for n, (level, title) in enumerate(worded, 1)]


def places(heads: Iterable[Subhead]) -> dict[str, str]:
    """Return the ``id`` for each fragment that means one of *heads* by its words."""
    found: dict[str, str] = {}
    for _, identifier, title in heads:
        for name in (title, heading_fragment(title)):
            found.setdefault(name, identifier)
    return found


def entries(
    heads: Sequence[Subhead], href: str, depth: int, files: Mapping[str, str]
) -> tuple[Entry, ...]:
    """Return *heads* of the document *href* as a tree of at most *depth* levels.

    Of an article in several documents, *files* tells that of each heading by its ``id``.

    Levels are those that there are: what stands under a heading of a lower number is its
    child, whatever numbers are left out.
    """
    if depth < 1 or not heads:
        return ()
    tree: list[Entry] = []
    at = 0
    while at < len(heads):
        first, end = heads[at], at + 1
        while end < len(heads) and heads[end].level > first.level:
            end += 1
        below = entries(heads[at + 1 : end], href, depth - 1, files)
        place = f"{files.get(first.identifier, href)}#{first.identifier}"
        tree.append(Entry(one_line(first.title), place, children=below))
        at = end
    return tuple(tree)
