"""Map over a tree, find in a tree: one climber for everybody.

Table cells, captions, list items and notes are visited like everything else.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from msgspec.structs import replace

from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Block, Inline, Node

N = TypeVar("N", bound=Node)
InlineMapping = Callable[[Inline], Inline | tuple[Inline, ...]]
BlockMapping = Callable[[Block], Block | tuple[Block, ...]]

#: The fields that hold further nodes, in the order in which they are read.
_CHILD_FIELDS = ("images", "caption", "rows", "cells", "items", "blocks", "children")


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield every node of the trees *nodes*, parents before children, in reading order."""
    # A stack: a generator for each node that has children would take most of the time.
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        for name in _child_fields_from_last(type(node)):
            waiting += getattr(node, name)[::-1]


def find(article: Article, kind: type[N]) -> Iterator[N]:
    """Yield every node of class *kind* in *article*, in reading order."""
    annexes = article.notice.annexes if article.notice else ()
    trees = (article.blocks, *(annex.blocks for annex in annexes))
    return (node for tree in trees for node in walk(tree) if isinstance(node, kind))


def map_inlines(article: Article, change: InlineMapping) -> Article:
    """Return *article* with each inline replaced by what *change* makes of it.

    Children are mapped before their parents. A tuple replaces one inline by
    several, an empty one removes it.
    """
    return _mapped(article, _Mapper(get_args(Inline), change))


def map_blocks(article: Article, change: BlockMapping) -> Article:
    """Return *article* with each block replaced by what *change* makes of it."""
    return _mapped(article, _Mapper(get_args(Block), change))


@cache
def _child_fields(kind: type) -> tuple[str, ...]:
    own = getattr(kind, "__struct_fields__", ())
    return tuple(name for name in _CHILD_FIELDS if name in own)


@cache
def _child_fields_from_last(kind: type) -> tuple[str, ...]:
    return _child_fields(kind)[::-1]


def _mapped(article: Article, mapper: _Mapper) -> Article:
    notice = article.notice
    if notice and notice.annexes:
        annexes = tuple(replace(one, blocks=mapper.nodes(one.blocks)) for one in notice.annexes)
        notice = replace(notice, annexes=annexes)
    return replace(article, blocks=mapper.nodes(article.blocks), notice=notice)


class _Mapper:
    """Rebuilds a tree from the leaves up; untouched nodes stay the same objects."""

    def __init__(self, kinds: tuple[type, ...], change: Callable[..., object]) -> None:
        self._kinds = frozenset(kinds)
        self._change = change

    def nodes(self, nodes: tuple[Any, ...]) -> tuple[Any, ...]:
        result: list[object] = []
        for node in map(self._rebuilt, nodes):
            changed = self._change(node) if type(node) in self._kinds else node
            if isinstance(changed, tuple):
                result.extend(changed)
            else:
                result.append(changed)
        untouched = len(result) == len(nodes) and all(map(operator.is_, result, nodes))
        return nodes if untouched else tuple(result)

    def _rebuilt(self, node: Node) -> Node:
        fields = {}
        for name in _child_fields(type(node)):
            old = getattr(node, name)
            new = self.nodes(old)
            if new is not old:
                fields[name] = new
        return replace(node, **fields) if fields else node
