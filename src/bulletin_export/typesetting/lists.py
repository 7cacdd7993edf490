"""Lists: marks hang in the margin, what they mark stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from bulletin_export.model.nodes import Block, ListItem
from bulletin_export.styling.template import Align, Role
from bulletin_export.typesetting.layout import UNTAGGED, Line
from bulletin_export.typesetting.paragraph import set_paragraph
from bulletin_export.typesetting.setting import Look, Place, Setting
from bulletin_export.typesetting.spans import span
from bulletin_export.typesetting.strips import ASCENT, DESCENT, SetLine, Strip, changed
from bulletin_export.typesetting.texts import one_line

Flow = Callable[[Iterable[Block], Place, Setting], list[Strip]]

#: A bullet's room, its size, and the blank between a number and its text, in em.
_BULLET, _ROUND, _GAP = 1.0, 0.4, 0.4


def list_strips(
    items: tuple[ListItem, ...], start: int | None, place: Place, setting: Setting, flow: Flow
) -> list[Strip]:
    """Return *items* with bullets, or with numbers from *start* on."""
    role = Role.LIST if place.role in (Role.BODY, Role.LIST) else place.role
    look = setting.look(role, place.scale)
    margins = setting.look(Role.LIST, place.scale)
    outer = replace(place.inset(margins.left, margins.right), role=role)
    marks = [_mark(index, start, look, setting) for index in range(len(items))]
    hang = max([_BULLET * look.size, *(mark.width + _GAP * look.size for mark in marks)])
    inner = replace(outer.inset(hang), is_indented=False)
    whole = setting.tagged("L", place.tag, numbering="Disc" if start is None else "Decimal")
    strips: list[Strip] = []
    for item, mark in zip(items, marks, strict=True):
        entry = setting.tagged("LI", whole)
        label = setting.tagged("Lbl", entry)
        body = replace(inner, tag=setting.tagged("LBody", entry))
        set_item = flow(item.blocks, body, setting)
        strips += marked(set_item, mark, outer.left, role, look, label)
    return strips


def marked(
    strips: list[Strip], mark: Line, x: float, role: Role, look: Look, tag: int = UNTAGGED
) -> list[Strip]:
    """Return *strips* with *mark* at *x*, on the first line or on a line of its own."""
    if strips and strips[0].lines:
        first = strips[0]
        hung = SetLine(x, first.lines[0].y, mark, role, look.size, tag)
        return [changed(first, lines=(hung, *first.lines)), *strips[1:]]
    baseline = (look.pitch - look.size) / 2 + ASCENT * look.size
    alone = Strip(
        height=look.pitch,
        lines=(SetLine(x, baseline, mark, role, look.size, tag),),
        keeps=bool(strips),
        snaps=look.snaps,
    )
    return [alone, *strips]


def _mark(index: int, start: int | None, look: Look, setting: Setting) -> Line:
    if start is not None:
        return one_line(f"{start + index}.", look, setting)
    # The bullet of Chinese faces is a dot hardly to be seen: a small round is as bold as text.
    size = _ROUND * look.size
    rise = (ASCENT - DESCENT) / 2 * (look.size - size)
    bullet = span("●", look)
    lines = set_paragraph(
        [replace(bullet, size=size, rise=rise)],
        measure=look.size,
        align=Align.LEFT,
        composition=setting.template.composition,
    )
    return lines[0]
