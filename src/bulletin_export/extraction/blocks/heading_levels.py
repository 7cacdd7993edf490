"""The levels of headings: the page's own, and below them those told by their shape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from bulletin_export.model.nodes import Block, Heading, Inline, Paragraph, Strong, Text

_ORDER = (
    "part",
    "chapter",
    "section",
    "bold above",
    "han",
    "bracketed han",
    "bold",
    "digit",
    "bracketed digit",
)
#: How far in a heading of each kind stands.
RANKS = {kind: index for index, kind in enumerate(_ORDER)}
#: Blanks that indent a line.
BLANKS = " \t\u00a0\u3000\u2002\u2003"
_DEEPEST = 6


def levelled(
    blocks: Sequence[Block], kinds: Sequence[str], *, is_again: bool = False
) -> tuple[Block, ...]:
    """Return *blocks* with a heading for each paragraph whose kind is named in *kinds*.

    Bold lines stand above 一、 where the numbers begin *again* under them, else below.
    """
    first = next((kind for kind in kinds if kind in ("bold", "han")), "")
    if first == "bold" and is_again and "han" in kinds:
        kinds = ["bold above" if kind == "bold" else kind for kind in kinds]
    return _with_levels(blocks, kinds)


def _with_levels(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[Block, ...]:
    """Return *blocks* with headings; the page's own come above those found by their shape."""
    own = _ranks(block.level for block in blocks if isinstance(block, Heading))
    found = _ranks(RANKS[kind] for kind in kinds if kind)
    result: list[Block] = []
    for block, kind in zip(blocks, kinds, strict=True):
        if isinstance(block, Heading):
            level = own[block.level]
            result.append(block if level == block.level else replace(block, level=level))
        elif kind and isinstance(block, Paragraph):
            level = min(len(own) + found[RANKS[kind]], _DEEPEST)
            result.append(Heading(level, _plainer(block.children)))
        else:
            result.append(block)
    return tuple(result)


def _ranks(levels: Iterable[int]) -> dict[int, int]:
    return {level: index for index, level in enumerate(sorted(set(levels)), 1)}


def _plainer(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return *children* without the bold that a heading has anyway, and without blanks around."""
    flat: list[Inline] = []
    for child in children:
        for one in child.children if isinstance(child, Strong) else (child,):
            if isinstance(one, Text) and flat and isinstance(flat[-1], Text):
                flat[-1] = Text(flat[-1].value + one.value)
            else:
                flat.append(one)
    if isinstance(flat[0], Text):
        flat[0] = Text(flat[0].value.lstrip(BLANKS))
    if isinstance(flat[-1], Text):
        flat[-1] = Text(flat[-1].value.rstrip(BLANKS))
    return tuple(one for one in flat if one != Text(""))
