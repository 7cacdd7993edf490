"""Blocks as paragraphs and tables, each in the style of its role."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from bulletin_export.composition.caption_numbers import Kind
from bulletin_export.composition.heading_numbers import HeadingNumber, without_start
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
from bulletin_export.writers.docx.content.captions import numbered_caption
from bulletin_export.writers.docx.content.hints import is_chinese
from bulletin_export.writers.docx.content.place import Place
from bulletin_export.writers.docx.content.places import heading_fragment
from bulletin_export.writers.docx.content.runs import inline_runs, text_runs
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.markup import paragraph
from bulletin_export.writers.docx.parts.derived_styles import is_common, numbered
from bulletin_export.writers.docx.parts.numbering import LEVELS, UNNUMBERED
from bulletin_export.writers.docx.parts.standing import Manner, Standing
from bulletin_export.writers.docx.roles import style_id

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
            return _heading(level, children, story, place)
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
    if not manner and place.role is not Role.NOTE and _is_picture(children):
        return paragraph(roles.PICTURE.identifier, _pictures(children, story, place))
    content = _content(children, story, place)
    if story.waiting:
        content, story.waiting = story.waiting + content, ""
    standing = place.standing(manner, grows=_is_high(content))
    return paragraph(document.styles.identifier(standing), content, number)


def _is_high(content: str) -> bool:
    """Tell whether *content* is higher than a line of the template's pitch."""
    return "<wp:inline" in content or "<w:ruby>" in content


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
    if len(children) == 1 and isinstance(children[0], Text):
        return text_runs(children[0].value, chinese=False)
    story.frame = picture_frame(story, place)
    chinese = len(children) > 1 and is_chinese(plain_text(children))
    return inline_runs(children, story, {}, chinese=chinese)


def _heading(level: int, children: tuple[Inline, ...], story: Story, place: Place) -> str:
    document = story.document
    if place.role is Role.NOTE:
        return _paragraph(children, story, place)
    text = plain_text(children)
    is_counted = place.role is Role.BODY
    outline = document.outline
    depth = outline.depth(level) if is_counted else outline.inner_depth(level)
    number = outline.number(depth, text) if is_counted else None
    role = Role.heading(depth)
    story.stand_in(document.template.style(role))
    shown = without_start(children, number.typed) if number else children
    content = _content(shown, story, place)
    if document.places:
        name = document.places.get(text) or document.places.get(heading_fragment(text))
        content = document.bookmark(name, content) if name else content
    return paragraph(style_id(role), content, _numbered_heading(number, depth, story))


def _numbered_heading(number: HeadingNumber | None, depth: int, story: Story) -> dict[str, str]:
    """Return which number a heading gets where the template numbers them, or that it has none."""
    document = story.document
    if number:
        return {"numPr": numbered(document.heading_list(), number.depth - 1)}
    has_numbers = document.template.composition.heading_numbers != "none"
    return {"numPr": numbered(UNNUMBERED, depth - 1)} if has_numbers else {}


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


def caption_xml(
    caption: tuple[Inline, ...],
    story: Story,
    place: Place,
    properties: dict[str, str],
    kind: Kind = "表",
) -> str:
    """Return the caption of a picture or table with its number, seen or not."""
    document = story.document
    story.stand_in(document.template.style(Role.CAPTION))
    field, rest = numbered_caption(caption, kind, story, is_note=place.role is Role.NOTE)
    content = field + _content(rest, story, place)
    variant = place.variant if place.role is Role.BODY else ""
    standing = Standing(Role.CAPTION, variant, grows=_is_high(content))
    return paragraph(document.styles.identifier(standing), content, properties)
