"""Figures: pictures above their caption, between the paragraphs or beside them.

A picture beside text floats (§20.4.2.3). One with a caption stands with it in a frame, which
its two styles open (§17.3.1.11): paragraphs like all others, for every reader of the file,
where a text box or a table would be something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from bulletin_export.model.nodes import Block, Figure, Inline, Paragraph
from bulletin_export.model.text import plain_text
from bulletin_export.styling.template import Role
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.blocks import (
    caption_xml,
    picture_frame,
)
from bulletin_export.writers.docx.content.place import Place
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.content.titles import em_width
from bulletin_export.writers.docx.markup import paragraph
from bulletin_export.writers.docx.roles import style_id

#: A caption longer than this part of a page leaves its picture alone.
_LONGEST_CAPTION = 0.5
#: Pictures up to this part of the column stand beside text, in the narrowest frame they fit.
FRAMES = {"Third": 1 / 3, "Half": 1 / 2}


def figure_xml(figure: Figure, story: Story, place: Place) -> str:
    """Return *figure*: each picture in a paragraph of its own, as high as leaves room below."""
    follows = {"keepNext": ""} if figure.caption else {}
    words = _one_line(figure.caption)
    width, depth = picture_frame(story, place)
    below = _caption_height(words, width, story)
    story.frame = (width, depth - below if below < depth * _LONGEST_CAPTION else depth)
    parts: list[str] = []
    for image in figure.images:
        if picture := story.picture(image, words):
            parts.append(paragraph(roles.PICTURE.identifier, picture, follows))
        else:
            parts.append(paragraph(style_id(Role.MISSING), text_runs(image.note), follows))
    if figure.caption:
        parts.append(caption_xml(figure.caption, story, place, {}, "图"))
    return "".join(parts)


def frame_beside(figure: Figure, rest: Sequence[Block], story: Story, place: Place) -> str:
    """Return which of `FRAMES` *figure* stands in, beside the text of *rest*; nothing if in none.

    It must be one picture up to half as wide as the column, and the text reach down to its end.
    """
    if place.role is not Role.BODY or place.depth or place.indent or len(figure.images) != 1:
        return ""
    width, height = story.natural_size(figure.images[0].media)
    name = next((name for name, part in FRAMES.items() if width <= part * place.width), "")
    if not width or not name:
        return ""
    frame = round(FRAMES[name] * place.width)
    high = height + _caption_height(_one_line(figure.caption), frame, story)
    return name if high <= _text_height(rest, place.width - frame, story, high) else ""


def beside_xml(figure: Figure, name: str, story: Story, place: Place) -> str:
    """Return *figure* in the frame *name*; one without caption goes to the next paragraph."""
    story.frame = (round(FRAMES[name] * place.width), story.depth)
    words = _one_line(figure.caption)
    image = figure.images[0]
    if not figure.caption:
        story.waiting = story.picture(image, is_beside=True)
        return ""
    picture = paragraph(roles.PICTURE.identifier + name, story.picture(image, words))
    inner = Place(story.frame[0], variant=name)
    return picture + caption_xml(figure.caption, story, inner, {}, "图")


def _one_line(caption: tuple[Inline, ...]) -> str:
    return " ".join(plain_text(caption).split())


def _caption_height(words: str, width: int, story: Story) -> int:
    """Return about how much room a caption of *words* takes below a picture, in twips."""
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
