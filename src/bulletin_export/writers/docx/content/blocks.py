"""Blocks as paragraphs and tables, each in the style of its role."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

import msgspec
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
    ThematicBreak,
)
from bulletin_export.model.text import plain_text
from bulletin_export.styling.template import Role
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.hints import is_chinese
from bulletin_export.writers.docx.content.places import heading_fragment
from bulletin_export.writers.docx.content.runs import inline_runs, text_runs
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.markup import paragraph
from bulletin_export.writers.docx.parts.numbering import LEVELS
from bulletin_export.writers.docx.roles import style_id

_ROLES_OF_PROSE = (Role.BODY, Role.QUOTE)
#: Lists are indented by their numbers, which the width of the place knows.
_WITHOUT_INDENTS = (Role.LIST, Role.TABLE, Role.TABLE_HEADER)
_SPACER = paragraph(roles.SPACER.identifier, "")
_TABLE_END = "</w:tbl>"


class Place(msgspec.Struct, frozen=True):
    """Where blocks stand; lengths in twips."""

    #: From edge to edge of the column or cell.
    width: int
    role: Role = Role.BODY
    #: From the left edge, beyond what the style of the role says.
    indent: int = 0
    #: How many lists are around.
    depth: int = 0
    #: What the id of the style has behind that of its role (`table_looks`).
    variant: str = ""

    @property
    def style(self) -> str:
        """The id of the style of paragraphs here."""
        return style_id(self.role) + self.variant

    def properties(self) -> dict[str, str]:
        """What a paragraph here says beside the name of its style."""
        own: dict[str, str] = {}
        if self.indent:
            # The style's indents in characters would outweigh ours in twips.
            zero = 'w:leftChars="0" w:firstLineChars="0" w:firstLine="0"'
            own["ind"] = f'w:left="{self.indent}" {zero}'
        return own

    def inner(self, by: int, role: Role, margin: int = 0) -> Place:
        """Return the place *by* twips further right, for text of *role*.

        *margin* is what the style indents here where nothing else does. Where there is no
        room left, the indent grows no more.
        """
        step = by + (0 if self.indent else margin)
        if self.width < 3 * step:
            return replace(self, role=role)
        return replace(self, width=self.width - step, indent=self.indent + step, role=role)


def blocks_xml(blocks: Iterable[Block], story: Story, place: Place) -> str:
    """Return *blocks* one after the other; tables that touch are kept apart."""
    parts: list[str] = []
    blocks = tuple(blocks)
    for number, block in enumerate(blocks):
        xml = _beside(number, blocks, story, place)
        xml = _block(block, story, place) if xml is None else xml
        if xml.startswith("<w:tbl>") and parts and parts[-1].endswith(_TABLE_END):
            parts.append(_SPACER)
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
            return _paragraph(children, story, place)
        case Heading(level, children):
            return _heading(level, children, story, place)
        case BlockQuote(blocks):
            return blocks_xml(blocks, story, _quoted(story, place))
        case BulletList() | OrderedList():
            return _list(block, story, place)
        case CodeBlock(text):
            return text_paragraph(text, style_id(Role.CODE), place)
        case ThematicBreak():
            return paragraph(roles.RULE.identifier, "")
        case Table():
            from bulletin_export.writers.docx.content.tables import table_xml

            return table_xml(block, story, place)
        case Figure():
            from bulletin_export.writers.docx.content.figures import figure_xml

            return figure_xml(block, story, place)
        case _:
            assert_never(block)


def text_paragraph(text: str, style: str, place: Place) -> str:
    """Return a paragraph of *style* with nothing but *text*."""
    return paragraph(style, text_runs(text), place.properties())


def _paragraph(
    children: tuple[Inline, ...], story: Story, place: Place, own: dict[str, str] | None = None
) -> str:
    look = story.document.template.style(place.role)
    story.stand_in(look)
    if own is None and place.role is not Role.NOTE and _is_picture(children):
        return paragraph(roles.PICTURE.identifier, _pictures(children, story, place))
    content = _content(children, story, place)
    if story.waiting:
        content, story.waiting = story.waiting + content, ""
    properties = {**place.properties(), **(own or {})}
    if "<w:drawing>" in content or "<w:ruby>" in content:
        # Higher than a line of the template's pitch.
        properties["spacing"] = f'w:line="{look.pitch.twips}" w:lineRule="atLeast"'
    return paragraph(place.style, content, properties)


def _is_picture(children: tuple[Inline, ...]) -> bool:
    """Tell whether *children* are pictures alone, or links of pictures."""
    return bool(children) and all(
        _is_picture(child.children) if isinstance(child, Link) else isinstance(child, Image)
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


def _content(children: tuple[Inline, ...], story: Story, place: Place) -> str:
    story.frame = picture_frame(story, place)
    chinese = len(children) > 1 and is_chinese(plain_text(children))
    return inline_runs(children, story, {}, chinese=chinese)


def _heading(level: int, children: tuple[Inline, ...], story: Story, place: Place) -> str:
    document = story.document
    if place.role is Role.NOTE:
        return _paragraph(children, story, place, {})
    role = Role.heading(min(max(level, 1), 6))
    story.stand_in(document.template.style(role))
    content = _content(children, story, place)
    if document.places:
        text = plain_text(children)
        name = document.places.get(text) or document.places.get(heading_fragment(text))
        content = document.bookmark(name, content) if name else content
    return paragraph(style_id(role), content)


def _quoted(story: Story, place: Place) -> Place:
    if place.role is Role.BODY and not place.indent:
        return replace(place, role=Role.QUOTE)
    size = story.document.template.style(place.role).size.twips
    return place.inner(2 * size, place.role, _margin(story, place))


def _margin(story: Story, place: Place) -> int:
    """How far the style itself moves text here to the right, in twips."""
    look = story.document.template.style(place.role)
    return look.length(look.margin_left).twips


def _list(block: BulletList | OrderedList, story: Story, place: Place) -> str:
    document = story.document
    role = Role.LIST if place.role in _ROLES_OF_PROSE else place.role
    step = 2 * document.template.style(role).size.twips
    inner = replace(place.inner(step, role, _margin(story, place)), depth=place.depth + 1)
    level = min(place.depth, LEVELS - 1)
    if isinstance(block, BulletList):
        number = document.numbering.bullets()
    else:
        number = document.numbering.numbers(level, block.start)
    marked = {
        "numPr": f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
        "ind": f'w:left="{inner.indent}" w:leftChars="0" w:hanging="{step}" w:firstLineChars="0"',
    }
    return "".join(_item(item.blocks, story, inner, marked) for item in block.items)


def _item(blocks: tuple[Block, ...], story: Story, place: Place, marked: dict[str, str]) -> str:
    """Return one entry: its number stands before its first paragraph, or alone."""
    match blocks:
        case (Paragraph(children), *rest):
            return _paragraph(children, story, place, marked) + blocks_xml(rest, story, place)
        case _:
            return _paragraph((), story, place, marked) + blocks_xml(blocks, story, place)


def caption_xml(
    caption: tuple[Inline, ...], story: Story, place: Place, properties: dict[str, str]
) -> str:
    """Return the caption of a picture or table."""
    story.stand_in(story.document.template.style(Role.CAPTION))
    style = style_id(Role.CAPTION) + (place.variant if place.role is Role.BODY else "")
    return paragraph(style, _content(caption, story, place), properties)
