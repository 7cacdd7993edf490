"""Notes: at the foot of the page that their marks stand on, or numbered after the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from bulletin_export.styling.template import Role
from bulletin_export.typesetting.blocks import block_strips
from bulletin_export.typesetting.figures import HAIRLINE
from bulletin_export.typesetting.layout import Rule
from bulletin_export.typesetting.lists import marked
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.strips import Strip, changed
from bulletin_export.typesetting.texts import areas, one_line

#: Least room for the number of a note, and the blank after it, in em.
_HANG, _GAP = 1.8, 0.4


def end_notes(place: Place, setting: Setting) -> list[Strip]:
    """Return the notes of the article, numbered, below a short rule."""
    if not setting.notes:
        return []
    pitch = setting.look(Role.NOTE).pitch
    strips = [changed(_rule(place, setting), keeps=True, space_before=pitch / 2)]
    hang = _hang(setting)
    number = 0
    # A note may hold a note: the list grows while it is set.
    while number < len(setting.notes):
        number += 1
        strips += _note(number, hang, place, setting)
    return strips


def with_foot_notes(strips: Iterable[Strip], place: Place, setting: Setting) -> list[Strip]:
    """Return *strips*, all of the article, each with the notes whose marks stand in it."""
    strips = list(strips)
    if not setting.notes:
        return strips
    hang, done = _hang(setting), set[int]()
    for index, strip in enumerate(strips):
        if strip.links and (numbers := [n for n in _marks(strip, setting) if n not in done]):
            own = _own_place(strip, place, setting)
            strips[index] = changed(strip, notes=_set(numbers, done, hang, own, setting))
    # A note whose mark could not be shown is no less a note.
    lost = [n for n in range(1, len(setting.notes) + 1) if n not in done]
    if lost and strips:
        last = strips[-1]
        more = _set(lost, done, hang, _own_place(last, place, setting), setting)
        strips[-1] = changed(last, notes=(*last.notes, *more))
    return strips


def _set(
    numbers: list[int], done: set[int], hang: float, place: Place, setting: Setting
) -> tuple[tuple[Strip, ...], ...]:
    """Return the notes with these *numbers*, and after them the notes that these hold."""
    rule = _rule(place, setting)
    found, waiting = [], list(dict.fromkeys(numbers))
    while waiting:
        number = waiting.pop(0)
        done.add(number)
        note = _note(number, hang, place, setting)
        inner = dict.fromkeys(n for strip in note for n in _marks(strip, setting))
        waiting += [n for n in inner if n not in done and n not in waiting]
        note[-1] = changed(note[-1], keeps=False)
        found.append(tuple(changed(one, repeats=(rule, *one.repeats)) for one in note))
    return tuple(found)


def _note(number: int, hang: float, place: Place, setting: Setting) -> list[Strip]:
    """Return a note with its number, which leads back to its mark."""
    look = setting.look(Role.NOTE)
    inner = replace(place.inset(look.left + hang, look.right), role=Role.NOTE)
    back = f"#{setting.prefix}-mark-{number}"
    tag = setting.tagged("Note")
    label = setting.tagged("Lbl", tag)
    link = setting.tagged("Link", label)
    mark = one_line(f"{number}.", look, setting, link=back, tag=link)
    strips = block_strips(setting.notes[number - 1].blocks, replace(inner, tag=tag), setting)
    first, *rest = marked(strips, mark, place.left + look.left, Role.NOTE, look, label)
    anchor = f"{setting.prefix}-note-{number}"
    links = (*first.links, *areas(first.lines[0]))
    return [changed(first, anchors=(anchor, *first.anchors), links=links), *rest]


def _marks(strip: Strip, setting: Setting) -> Iterator[int]:
    """Yield the numbers of the notes whose marks stand in *strip*."""
    start = f"#{setting.prefix}-note-"
    for area in strip.links:
        if area.target.startswith(start):
            yield int(area.target[len(start) :])


def _own_place(strip: Strip, place: Place, setting: Setting) -> Place:
    """Return the place at the foot of what *strip* stands in: column, page, turned page."""
    if strip.is_turned:
        return replace(place, measure=setting.frame.turned.column_measure)
    return replace(place, measure=setting.frame.measure) if strip.is_wide else place


def _hang(setting: Setting) -> float:
    look = setting.look(Role.NOTE)
    widest = one_line(f"{len(setting.notes)}.", look, setting).width + _GAP * look.size
    return max(_HANG * look.size, widest)


def _rule(place: Place, setting: Setting) -> Strip:
    """Return a short rule with blank above and below."""
    pitch = setting.look(Role.NOTE).pitch
    rule = Rule(place.left, pitch / 2, place.measure / 4, HAIRLINE)
    return Strip(height=pitch, rules=(rule,))
