"""Figures: pictures above their caption, between the paragraphs or beside them.

A picture beside text floats (§20.4.2.3). One with a caption stands with it in a frame
(§17.3.1.11): paragraphs like all others, for every reader of the file, where a text box or a
table would be something else. The frame is said in both paragraphs: LibreOffice reads none
from styles.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from bulletin_export.model.nodes import Block, Figure, Inline, Paragraph
from bulletin_export.model.text import plain_text
from bulletin_export.styling.template import Role
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.blocks import (
    picture_frame,
)
from bulletin_export.writers.docx.content.captions import caption_xml
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.markup import paragraph
from bulletin_export.writers.docx.parts.standing import Place
from bulletin_export.writers.docx.roles import style_id
from bulletin_export.writers.docx.widths import em_width

#: A caption longer than this part of a page leaves its picture alone.
_LONGEST_CAPTION = 0.5
#: Pictures up to this part of the column stand beside text; a caption gets so much at least.
_WIDEST, _NARROWEST = 1 / 2, 1 / 3
#: Between a picture and the text beside it, in twips.
_DISTANCE = 180


def figure_xml(figure: Figure, story: Story, place: Place) -> str:
    """Return *figure*: each picture in a paragraph of its own, as high as leaves room below."""
    follows = {"keepNext": ""} if figure.caption else {}
    width, depth = picture_frame(story, place, is_in_text=False)
    below = _caption_height(figure.caption, width, story)
    story.frame = (width, depth - below if below < depth * _LONGEST_CAPTION else depth)
    parts: list[str] = []
    for image in figure.images:
        if picture := story.picture(image, figure.caption):
            parts.append(paragraph(roles.PICTURE.identifier, picture, follows))
        else:
            parts.append(paragraph(style_id(Role.MISSING), text_runs(image.note), follows))
    if figure.caption:
        parts.append(caption_xml(figure.caption, "图", story, place))
    return "".join(parts)


def width_beside(figure: Figure, rest: Sequence[Block], story: Story, place: Place) -> int:
    """Return how wide *figure* stands beside the text of *rest*, in twips; 0 if it does not.

    It must be one picture up to half as wide as the column, and the text reach down to its end.
    """
    if place.role is not Role.BODY or place.depth or place.indent or len(figure.images) != 1:
        return 0
    width, height = story.natural_size(figure.images[0].media)
    if not 0 < width <= _WIDEST * place.width:
        return 0
    if figure.caption:
        width = max(width, round(_NARROWEST * place.width))
    high = height + _caption_height(figure.caption, width, story)
    room = place.width - width - _DISTANCE
    return width if high <= _text_height(rest, room, story, high) else 0


def beside_xml(figure: Figure, width: int, story: Story) -> str:
    """Return *figure* at the right edge; one without caption goes to the next paragraph."""
    story.frame = (width, story.depth)
    if not figure.caption:
        story.waiting = story.picture(figure.images[0], is_beside=True)
        return ""
    frame = {
        "framePr": f'w:w="{width}" w:hSpace="{_DISTANCE}" w:wrap="around" '
        'w:vAnchor="text" w:hAnchor="text" w:xAlign="right" w:y="1"'
    }
    picture = story.picture(figure.images[0], figure.caption)
    inner = Place(width, variant=roles.BESIDE)
    return paragraph(roles.PICTURE.identifier + roles.BESIDE, picture, frame) + caption_xml(
        figure.caption, "图", story, inner, frame
    )


def _caption_height(caption: tuple[Inline, ...], width: int, story: Story) -> int:
    """Return about how much room *caption* takes below a picture, in twips."""
    words = plain_text(caption)
    if not words:
        return 0
    look = story.document.template.style(Role.CAPTION)
    sides = look.length(look.margin_left).twips + look.length(look.margin_right).twips
    lines = ceil(em_width(words) * look.size.twips / max(width - sides, look.size.twips)) + 1
    blank = look.length(look.space_before).twips + look.length(look.space_after).twips
    return lines * look.pitch.twips + blank


def _text_height(blocks: Sequence[Block], width: int, story: Story, enough: int) -> int:
    """Return how high the paragraphs are that *blocks* begin with, or that they are *enough*."""
    look = story.document.template.style(Role.BODY)
    height = 0
    for block in blocks:
        if not isinstance(block, Paragraph) or height >= enough:
            break
        words = plain_text(block.children)
        height += ceil(em_width(words) * look.size.twips / max(width, 1)) * look.pitch.twips
    return height
