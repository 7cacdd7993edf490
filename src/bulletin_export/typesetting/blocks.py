"""Blocks to strips."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    Figure,
    Heading,
    Image,
    OrderedList,
    Paragraph,
    Table,
    ThematicBreak,
)
from bulletin_export.model.text import plain_text
from bulletin_export.styling.template import Align, Role
from bulletin_export.typesetting.code import code_strips
from bulletin_export.typesetting.figures import HAIRLINE, PADDING, framed, picture_strip
from bulletin_export.typesetting.layout import Bookmark, Rule, Tag
from bulletin_export.typesetting.lists import list_strips
from bulletin_export.typesetting.roomier import picture_room
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.spans import span
from bulletin_export.typesetting.strips import Strip, changed
from bulletin_export.typesetting.tables import table_strips
from bulletin_export.typesetting.tagging import tag_picture
from bulletin_export.typesetting.texts import inline_strips, text_strips

#: Roles whose margins the surrounding block has already taken from the measure.
_INSET_BEFORE = frozenset({Role.QUOTE, Role.LIST, Role.TABLE, Role.TABLE_HEADER, Role.NOTE})


def block_strips(blocks: Iterable[Block], place: Place, setting: Setting) -> list[Strip]:
    """Return *blocks* one after the other, set at *place*."""
    return [strip for block in blocks for strip in _strips(block, place, setting)]


def _strips(block: Block, place: Place, setting: Setting) -> list[Strip]:
    match block:
        case Paragraph(children):
            return inline_strips(children, place.role, _inset(place.role, place, setting), setting)
        case Heading():
            return _heading(block, place, setting)
        case BlockQuote(blocks):
            return _quote(blocks, place, setting)
        case BulletList(items):
            return list_strips(items, None, place, setting, block_strips)
        case OrderedList(items, start):
            return list_strips(items, start, place, setting, block_strips)
        case CodeBlock(value):
            return code_strips(value, _inset(Role.CODE, place, setting), setting)
        case ThematicBreak():
            return [_rule(place, setting)]
        case Table():
            return table_strips(block, place, setting, block_strips)
        case Figure():
            return _figure(block, place, setting)
        case _:
            assert_never(block)


def _inset(role: Role, place: Place, setting: Setting) -> Place:
    if role in _INSET_BEFORE:
        return place
    look = setting.look(role, place.scale)
    return place.inset(look.left, look.right) if look.left or look.right else place


def _heading(heading: Heading, place: Place, setting: Setting) -> list[Strip]:
    role = Role.heading(min(max(heading.level, 1), 6))
    if place.role in (Role.TABLE, Role.TABLE_HEADER):
        role = Role.TABLE_HEADER
    strips = inline_strips(heading.children, role, _inset(role, place, setting), setting)
    name = plain_text(heading.children).replace("\n", " ").strip()
    if not strips or not name or not setting.prefix:
        return strips
    anchor = f"{setting.prefix}-heading-{len(setting.headings) + 1}"
    setting.headings.append(Bookmark(heading.level, name, anchor))
    return [changed(strips[0], anchors=(*strips[0].anchors, anchor)), *strips[1:]]


def _quote(blocks: tuple[Block, ...], place: Place, setting: Setting) -> list[Strip]:
    look = setting.look(Role.QUOTE, place.scale)
    inner = replace(place.inset(look.left, look.right), tag=setting.tagged("BlockQuote", place.tag))
    is_plain = place.role in (Role.BODY, Role.LIST)
    return block_strips(blocks, replace(inner, role=Role.QUOTE) if is_plain else inner, setting)


def _rule(place: Place, setting: Setting) -> Strip:
    look = setting.look(Role.BODY, place.scale)
    width = place.measure / 3
    rule = Rule(place.left + width, look.pitch / 2, width, HAIRLINE)
    return Strip(height=look.pitch, rules=(rule,))


def _figure(figure: Figure, place: Place, setting: Setting) -> list[Strip]:
    widths = [setting.sizes[one.media][0] for one in figure.images if one.media in setting.sizes]
    room = picture_room(max(widths, default=0.0), place, setting)
    place = replace(room.place, tag=setting.tagged("Div", place.tag))
    tags = [tag_picture(image, place.tag, setting, figure.caption) for image in figure.images]
    caption = inline_strips(
        figure.caption, Role.CAPTION, _inset(Role.CAPTION, place, setting), setting
    )
    below = sum(strip.height for strip in caption)
    below += setting.look(Role.BODY, place.scale).pitch if caption else 0.0
    # A caption longer than half a page leaves its picture alone.
    depth = place.depth - below if below < place.depth / 2 else place.depth
    shown = [
        _image(image, place, setting, depth, tag)
        for image, tag in zip(figure.images, tags, strict=True)
    ]
    if shown and caption:
        shown[-1] = changed(shown[-1], keeps=True, space_after=min(shown[-1].space_after, 4.0))
        caption = [changed(strip, keeps=True) for strip in caption[:-1]] + [
            changed(caption[-1], keeps=False)
        ]
    return room.placed(shown + caption)


def _image(image: Image, place: Place, setting: Setting, depth: float, tag: int) -> Strip:
    if image.media in setting.sizes:
        return picture_strip(image, place, setting, depth=depth, tag=tag)
    look = setting.look(Role.MISSING, place.scale)
    padding = min(PADDING * look.size, place.measure / 8)
    inner = replace(place.inset(padding, padding), align=Align.CENTRE)
    setting.tags[tag] = Tag("P", place.tag)
    text = text_strips([span(image.note, look)], Role.MISSING, inner, setting, tag=tag)
    return framed(text, place, padding)
