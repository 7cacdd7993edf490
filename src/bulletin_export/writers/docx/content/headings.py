"""Headings inside an article: how deep they stand, and what counts them."""

from __future__ import annotations

from bulletin_export.composition.heading_numbers import HeadingNumber, Outline, without_start
from bulletin_export.composition.links import heading_fragment
from bulletin_export.model.nodes import Inline
from bulletin_export.model.text import plain_text
from bulletin_export.styling.template import Role
from bulletin_export.writers.docx.content.blocks import content_runs, is_high
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.markup import paragraph
from bulletin_export.writers.docx.parts.derived_styles import numbered
from bulletin_export.writers.docx.parts.numbering import UNNUMBERED
from bulletin_export.writers.docx.parts.standing import Place, Standing


def heading_xml(level: int, children: tuple[Inline, ...], story: Story, place: Place) -> str:
    """Return a heading in the style of its depth below the title of the article.

    Its number is counted by Word; the mark that was typed for it goes.
    """
    document = story.document
    if document.outline is None:
        document.outline = Outline(document.template.composition)
    outline, text = document.outline, plain_text(children)
    is_counted = place.role is Role.BODY
    depth = outline.depth(level) if is_counted else outline.inner_depth(level)
    number = outline.number(depth, text) if is_counted else None
    role = Role.heading(depth)
    story.stand_in(document.template.style(role))
    content = content_runs(
        without_start(children, number.typed) if number else children, story, place
    )
    if document.places:
        name = document.places.get(text) or document.places.get(heading_fragment(text))
        content = document.bookmark(name, content) if name else content
    style = document.styles.identifier(Standing(role, grows=is_high(content)))
    return paragraph(style, content, _number(number, depth, story))


def _number(number: HeadingNumber | None, depth: int, story: Story) -> dict[str, str]:
    """Return which number a heading gets where the template numbers them, or that it has none."""
    document = story.document
    if number:
        return {"numPr": numbered(document.heading_list(), number.depth - 1)}
    has_numbers = document.template.composition.heading_numbers != "none"
    return {"numPr": numbered(UNNUMBERED, depth - 1)} if has_numbers else {}
