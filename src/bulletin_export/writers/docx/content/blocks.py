"""Blocks as paragraphs and tables, each in the style of its role."""

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
    Inline,
    Link,
    OrderedList,
    Paragraph,
    Table,
    Text,
    ThematicBreak,
)
from bulletin_export.model.text import plain_text
from bulletin_export.styling.template import Role
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.hints import is_chinese
from bulletin_export.writers.docx.content.runs import inline_runs, text_runs
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.markup import paragraph
from bulletin_export.writers.docx.parts.derived_styles import is_common, numbered
from bulletin_export.writers.docx.parts.numbering import LEVELS
from bulletin_export.writers.docx.parts.standing import Manner, Place, Standing

#: Lists are indented by their numbers, which the width of the place knows.
_WITHOUT_INDENTS = (Role.LIST, Role.TABLE, Role.TABLE_HEADER)
_SPACER = paragraph(roles.SPACER.identifier, "")
_RULE = paragraph(roles.RULE.identifier, "")
_TABLE_END = "</w:tbl>"


def blocks_xml(blocks: Iterable[Block], story: Story, place: Place) -> str:
    """Return *blocks* one after the other.

    Tables that touch are kept apart; paragraphs without content, and rules that follow one
    another, are not repeated: nothing is laid out by empty lines.
    """
    parts: list[str] = []
    blocks = tuple(blocks)
    for number, block in enumerate(blocks):
        xml = _beside(number, blocks, story, place)
        xml = _block(block, story, place) if xml is None else xml
        if xml.startswith("<w:tbl>") and parts and parts[-1].endswith(_TABLE_END):
            parts.append(_SPACER)
        if xml != _RULE or not parts or parts[-1] != _RULE:
            parts.append(xml)
    return "".join(parts)


def _beside(number: int, blocks: tuple[Block, ...], story: Story, place: Place) -> str | None:
    """Return block *number* beside the text that follows, if it is a figure that may be there."""
    block = blocks[number]
    if not isinstance(block, Figure) or story.document.template.word.pictures == "inline":
        return None
    from bulletin_export.writers.docx.content.figures import beside_xml, width_beside

    width = width_beside(block, blocks[number + 1 :], story, place)
    return beside_xml(block, width, story) if width else None


def closed(xml: str, style: str) -> str:
    """Return *xml* with a paragraph at its end, which cells and bodies need (§17.4.66)."""
    if not xml:
        return paragraph(style, "")
    return xml + _SPACER if xml.endswith(_TABLE_END) else xml


def _block(block: Block, story: Story, place: Place) -> str:
    match block:
        case Paragraph(children):
            return _paragraph(children, story, place) if children else ""
        case Heading(level, children):
            if place.role is Role.NOTE:
                return _paragraph(children, story, place)
            from bulletin_export.writers.docx.content.headings import heading_xml

            return heading_xml(level, children, story, place)
        case BlockQuote(blocks):
            return blocks_xml(blocks, story, _quoted(story, place))
        case BulletList() | OrderedList():
            return _list(block, story, place)
        case CodeBlock(text):
            return _code(text, story, place)
        case ThematicBreak():
            return _RULE
        case Table():
            from bulletin_export.writers.docx.content.tables import table_xml

            return table_xml(block, story, place)
        case Figure():
            from bulletin_export.writers.docx.content.figures import figure_xml

            return figure_xml(block, story, place)
        case _:
            assert_never(block)


def _paragraph(
    children: tuple[Inline, ...],
    story: Story,
    place: Place,
    manner: Manner = Manner.PLAIN,
    number: dict[str, str] | None = None,
) -> str:
    """Return a paragraph; *number* is ``numPr``, where that is not in the style."""
    document = story.document
    story.stand_in(document.template.style(place.role))
    if not manner and place.role is not Role.NOTE and is_picture(children):
        return paragraph(roles.PICTURE.identifier, _pictures(children, story, place))
    content = content_runs(children, story, place)
    if story.waiting:
        content, story.waiting = story.waiting + content, ""
    standing = place.standing(manner, grows=is_high(content))
    return paragraph(document.styles.identifier(standing), content, number)


def is_high(content: str) -> bool:
    """Tell whether *content* is higher than a line of the template's pitch."""
    return "<wp:inline" in content or "<w:ruby>" in content


def is_picture(children: tuple[Inline, ...]) -> bool:
    """Tell whether *children* are pictures alone, or links of pictures."""
    return bool(children) and all(
        is_picture(child.children) if isinstance(child, Link) else isinstance(child, Image)
        for child in children
    )


def _pictures(children: tuple[Inline, ...], story: Story, place: Place) -> str:
    story.frame = picture_frame(story, place, is_in_text=False)
    return inline_runs(children, story, {})


def picture_frame(story: Story, place: Place, *, is_in_text: bool = True) -> tuple[int, int]:
    """Return the room for a picture at *place*, width and height in twips.

    The margins of the style are no part of it, nor its indent where a picture *is_in_text*;
    a row has a head above it, a note the text.
    """
    look = story.document.template.style(place.role)
    width, depth = place.width, story.depth
    if place.role not in _WITHOUT_INDENTS:
        left = 0 if place.indent else look.length(look.margin_left).twips
        first = 0 if place.indent else max(look.length(look.indent).twips, 0) * is_in_text
        width = max(width - left - first - look.length(look.margin_right).twips, width // 4)
    if place.role in (Role.TABLE, Role.TABLE_HEADER, Role.NOTE):
        depth = depth * 2 // 3
    return width, depth


def content_runs(children: tuple[Inline, ...], story: Story, place: Place) -> str:
    """Return the runs of a paragraph at *place*."""
    if len(children) == 1 and isinstance(children[0], Text):
        return text_runs(children[0].value, chinese=False)
    story.frame = picture_frame(story, place)
    chinese = len(children) > 1 and is_chinese(plain_text(children))
    return inline_runs(children, story, {}, chinese=chinese)


def _quoted(story: Story, place: Place) -> Place:
    template = story.document.template
    if place.role is Role.BODY:
        return place.inner(Role.QUOTE, 0, template)
    role = Role.QUOTE if place.role is Role.LIST else place.role
    inner = place.inner(role, _margin_steps(story, place), template)
    return replace(inner, is_entry=False)


def _margin_steps(story: Story, place: Place) -> int:
    """Return how many steps the text of lists at *place* stands further in than its level says."""
    margin = story.document.template.style(Role.LIST).margin_left.number
    return 1 if place.role is not Role.LIST or margin else 0


def _code(text: str, story: Story, place: Place) -> str:
    further = _margin_steps(story, place) if place.role is Role.LIST else 0
    standing = Standing(Role.CODE, steps=place.steps + further)
    return paragraph(story.document.styles.identifier(standing), text_runs(text))


def _list(block: BulletList | OrderedList, story: Story, place: Place) -> str:
    document = story.document
    role = Role.LIST if place.role is Role.BODY else place.role
    inner = replace(place.inner(role, 1, document.template), depth=place.depth + 1, is_entry=True)
    level = min(place.depth, LEVELS - 1)
    manner = Manner.BULLET if isinstance(block, BulletList) else Manner.NUMBER
    standing = inner.standing(manner)
    if isinstance(block, BulletList):
        instance = document.numbering.bullets(standing, level)
    else:
        instance = document.numbering.numbers(standing, level, block.start)
    # The style says so itself; only the count of each list is its own.
    is_said = manner is Manner.BULLET and is_common(standing)
    number = None if is_said else {"numPr": numbered(instance, level)}
    return "".join([_item(item.blocks, story, inner, manner, number) for item in block.items])


def _item(
    blocks: tuple[Block, ...],
    story: Story,
    place: Place,
    manner: Manner,
    number: dict[str, str] | None,
) -> str:
    """Return one entry: its mark stands before its first paragraph, or alone."""
    match blocks:
        case (Paragraph(children), *rest):
            first = _paragraph(children, story, place, manner, number)
            return first + blocks_xml(rest, story, place)
        case _:
            first = _paragraph((), story, place, manner, number)
            return first + blocks_xml(blocks, story, place)
