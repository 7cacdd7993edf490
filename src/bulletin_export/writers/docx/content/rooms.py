"""Rooms on the page: a column, all columns, or a turned page for what needs more."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from bulletin_export.model.nodes import Block, Figure, Heading, Image, Paragraph, Table
from bulletin_export.model.walk import walk
from bulletin_export.writers.docx.content.blocks import blocks_xml, is_picture
from bulletin_export.writers.docx.content.story import Story, picture_depth
from bulletin_export.writers.docx.page import text_place, turned
from bulletin_export.writers.docx.parts.standing import Place
from bulletin_export.writers.docx.sections import Plan

#: A picture that is naturally so much wider than a column stretches over all of them, if it
#: fills so much of them; it takes this part of their depth at most, as in PDF.
_WIDER, _FILLED, _DEEPEST = 1.2, 0.6, 0.5


class Room(msgspec.Struct, frozen=True):
    """Where blocks stand, in how many columns, and whether the page is turned."""

    place: Place
    columns: int = 1
    is_turned: bool = False


def in_rooms(
    blocks: tuple[Block, ...], story: Story, plan: Plan
) -> Iterator[tuple[Room, tuple[Block, ...]]]:
    """Yield *blocks* in groups that have a room in common; a heading goes with what follows it."""
    rooms = _rooms(story, plan)
    usual = rooms[0]
    first, held = 0, usual
    for number, block in enumerate(blocks):
        room = _room(block, rooms, story)
        if room is held:
            continue
        start = number
        while room is not usual and start > first and isinstance(blocks[start - 1], Heading):
            start -= 1
        if start > first:
            yield held, blocks[first:start]
        first, held = start, room
    if first < len(blocks):
        yield held, blocks[first:]


def room_xml(room: Room, blocks: tuple[Block, ...], story: Story) -> str:
    """Return *blocks* as they stand in *room*."""
    template = story.document.template
    before = story.depth
    if room.is_turned:
        story.depth = picture_depth(turned(template))
    elif room.columns < template.page.columns:
        story.depth = min(story.depth, round(template.page.depth.twips * _DEEPEST))
    xml = blocks_xml(blocks, story, room.place)
    story.depth = before
    return xml


def _rooms(story: Story, plan: Plan) -> list[Room]:
    """Return the rooms there are, that of most text first, the widest last."""
    template = story.document.template
    page = template.page
    rooms = [Room(text_place(template), plan.columns)]
    if plan.has_rooms and plan.columns > 1:
        rooms.append(Room(Place(page.measure.twips)))
    if plan.has_rooms and page.depth.twips > page.measure.twips:
        rooms.append(Room(Place(page.depth.twips), is_turned=True))
    return rooms


def _room(block: Block, rooms: list[Room], story: Story) -> Room:
    """Return the first room wide enough for *block*; if there is none, the widest is best."""
    if len(rooms) > 1 and isinstance(block, Table):
        from bulletin_export.writers.docx.content.tables import is_readable

        widths = (room for room in rooms if is_readable(block, room.place.width, story))
        return next(widths, rooms[-1])
    if rooms[0].columns > 1 and isinstance(block, (Figure, Paragraph)):
        wide = rooms[1]
        width = max((story.natural_size(name)[0] for name in _pictures(block)), default=0)
        if width > _WIDER * rooms[0].place.width and width >= _FILLED * wide.place.width:
            return wide
    return rooms[0]


def _pictures(block: Figure | Paragraph) -> Iterator[str]:
    """Yield the names of the pictures of *block*, if it is nothing else."""
    if isinstance(block, Figure):
        yield from (image.media for image in block.images)
    elif is_picture(block.children):
        yield from (one.media for one in walk(block.children) if isinstance(one, Image))
