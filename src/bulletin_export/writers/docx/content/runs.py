"""Inlines as runs: looks pile up on the way down, each piece of text becomes a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from bulletin_export.model.nodes import (
    Code,
    Emphasis,
    Image,
    Inline,
    LineBreak,
    Link,
    Note,
    Ruby,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
    Underline,
)
from bulletin_export.model.text import paragraphs
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.hints import is_plain, pieces
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.markup import characters, run, value

Looks = Mapping[str, str]


def inline_runs(
    inlines: Iterable[Inline], story: Story, looks: Looks, *, chinese: bool = True
) -> str:
    """Return the runs of *inlines*; *chinese* tells the script of the paragraph."""
    return "".join([_inline(inline, story, looks, chinese) for inline in inlines])


def text_runs(text: str, looks: Looks | None = None, *, chinese: bool = True) -> str:
    """Return *text* as runs with *looks*, hinted where its marks are Chinese."""
    looks = looks or {}
    if is_plain(text):
        return run(characters(text), looks) if text else ""
    return "".join(
        run(characters(piece), {**looks, "rFonts": fonts} if fonts else looks)
        for fonts, piece in pieces(text, chinese=chinese)
    )


def _inline(inline: Inline, story: Story, looks: Looks, chinese: bool) -> str:
    match inline:
        case Text(text):
            return text_runs(text, looks, chinese=chinese)
        case LineBreak():
            return run("<w:br/>", looks)
        case Image():
            return story.picture(inline) or _missing(inline)
        case Note():
            return _note(inline, story)
        case Ruby():
            return _ruby(inline, story, looks)
        case Link():
            return _link(inline, story, looks, chinese)
        case Code(text):
            return text_runs(text, {**looks, "rStyle": value(roles.INLINE_CODE.identifier)})
        case (
            Emphasis(children)
            | Strong(children)
            | Underline(children)
            | Strikethrough(children)
            | Superscript(children)
            | Subscript(children)
        ):
            inner = {**looks, **_LOOKS[type(inline)]}
            return inline_runs(children, story, inner, chinese=chinese)
        case _:
            assert_never(inline)


_LOOKS: dict[type, Looks] = {
    Emphasis: {"rStyle": value(roles.EMPHASIS.identifier)},
    Strong: {"b": "", "bCs": ""},
    Underline: {"u": value("single")},
    Strikethrough: {"strike": ""},
    Superscript: {"vertAlign": value("superscript")},
    Subscript: {"vertAlign": value("subscript")},
}


def _missing(image: Image) -> str:
    style = {"rStyle": value(roles.INLINE_MISSING.identifier)}
    return text_runs(image.note, style)


def _link(link: Link, story: Story, looks: Looks, chinese: bool) -> str:
    opening = story.enter_link(link)
    if not opening:
        return inline_runs(link.children, story, looks, chinese=chinese)
    inner = {**looks, "rStyle": value(roles.HYPERLINK.identifier)}
    content = inline_runs(link.children, story, inner, chinese=chinese)
    story.leave_link()
    return f"{opening}{content}</w:hyperlink>"


def _note(note: Note, story: Story) -> str:
    number = story.note_number(note)
    if number:
        style = {"rStyle": value(roles.NOTE_MARK.identifier)}
        return run(f'<w:footnoteReference w:id="{number}"/>', style)
    # Word has no notes to notes: it stands where its mark would be.
    return text_runs(f"（{'　'.join(paragraphs(note.blocks))}）")


def _ruby(ruby: Ruby, story: Story, looks: Looks) -> str:
    """Return characters with their reading above (ISO/IEC 29500-1 §17.3.3.25)."""
    size = story.size.half_points
    small = {"sz": value(size // 2), "szCs": value(size // 2)}
    return run(
        f'<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="{size // 2}"/>'
        f'<w:hpsRaise w:val="{size}"/><w:hpsBaseText w:val="{size}"/><w:lid w:val="zh-CN"/>'
        f"</w:rubyPr><w:rt>{run(characters(ruby.reading), {**looks, **small})}</w:rt>"
        f"<w:rubyBase>{run(characters(ruby.base), looks)}</w:rubyBase></w:ruby>",
        looks,
    )
