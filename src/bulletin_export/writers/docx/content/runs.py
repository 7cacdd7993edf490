"""Inlines as runs: looks pile up on the way down, each piece of text becomes a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from bulletin_export.composition.printed_links import printed_address
from bulletin_export.composition.readings import syllables
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
from bulletin_export.patterns import lazy_pattern
from bulletin_export.typefaces import FontRole
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.hints import is_chinese, is_plain, pieces
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.markup import characters, run, value
from bulletin_export.writers.docx.parts.character_styles import aside_look

Looks = Mapping[str, str]


def inline_runs(
    inlines: Iterable[Inline], story: Story, looks: Looks, *, chinese: bool = True
) -> str:
    """Return the runs of *inlines*; *chinese* tells the script of the paragraph."""
    return "".join([_inline(inline, story, looks, chinese) for inline in inlines])


def text_runs(text: str, looks: Looks | None = None, *, chinese: bool | None = None) -> str:
    """Return *text* as runs with *looks*, hinted where its marks are Chinese.

    *chinese* tells the script of the paragraph; None: there is no more of it than *text*.
    """
    looks = looks or {}
    if is_plain(text):
        return run(characters(text), looks) if text else ""
    if chinese is None:
        chinese = not any(map(str.isalpha, text))
    return "".join(
        run(characters(piece), {**looks, **own}) for own, piece in pieces(text, chinese=chinese)
    )


def _inline(inline: Inline, story: Story, looks: Looks, chinese: bool) -> str:
    match inline:
        case Text(text):
            if roles.EMPHASIS_DOTS.identifier in looks.get("rStyle", ""):
                return _dotted(text, story, looks, chinese)
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
            return text_runs(text, story.styled(looks, roles.INLINE_CODE.identifier), chinese=False)
        case Emphasis(children):
            return _stressed(children, story, looks, chinese)
        case (
            Strong(children)
            | Underline(children)
            | Strikethrough(children)
            | Superscript(children)
            | Subscript(children)
        ):
            inner = {**looks, **_LOOKS[type(inline)]}
            return inline_runs(children, story, inner, chinese=chinese)
        case _:
            assert_never(inline)


_TAKE_DOTS = lazy_pattern("([々〇\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)")
_BOLD: Looks = {"b": "", "bCs": ""}
_LOOKS: dict[type, Looks] = {
    Strong: _BOLD,
    Underline: {"u": value("single")},
    Strikethrough: {"strike": ""},
    Superscript: {"vertAlign": value("superscript")},
    Subscript: {"vertAlign": value("subscript")},
}


def _stressed(children: tuple[Inline, ...], story: Story, looks: Looks, chinese: bool) -> str:
    """Return what is stressed; a slant is an error in Chinese print."""
    match story.document.template.composition.emphasis:
        case "bold":
            inner: Looks = {**looks, **_BOLD}
        case "kai" if story.font is not FontRole.KAI:
            inner = story.styled(looks, roles.EMPHASIS.identifier)
        case _:
            # Dots are wanted, or the other face is this one.
            inner = story.styled(looks, roles.EMPHASIS_DOTS.identifier)
    return inline_runs(children, story, inner, chinese=chinese)


def _dotted(text: str, story: Story, looks: Looks, chinese: bool) -> str:
    """Return *text* with its dots; marks and Latin letters take none (GB/T 15834, 4.16)."""
    bare = story.unstyled(looks, roles.EMPHASIS_DOTS.identifier)
    chinese = chinese or is_chinese(text)
    return "".join(
        text_runs(piece, looks if number % 2 else bare, chinese=chinese)
        for number, piece in enumerate(_TAKE_DOTS.split(text))
    )


def _missing(image: Image) -> str:
    style = {"rStyle": value(roles.INLINE_MISSING.identifier)}
    return text_runs(image.note, style)


def _link(link: Link, story: Story, looks: Looks, chinese: bool) -> str:
    opening = story.enter_link(link)
    inner = story.styled(looks, roles.HYPERLINK.identifier) if opening else looks
    content = inline_runs(link.children, story, inner, chinese=chinese)
    document = story.document
    # What stands in this file has a page.
    is_printed = document.template.composition.print_links
    is_printed = is_printed and not document.inner.bookmark(link.target)
    if is_printed and (text := printed_address(link)):
        aside = story.styled(inner, aside_look(story.size))
        content += text_runs(text, aside, chinese=chinese)
    if not opening:
        return content
    story.leave_link()
    return f"{opening}{content}</w:hyperlink>"


def _note(note: Note, story: Story) -> str:
    kind = story.document.note_kind
    number = story.note_number(note)
    if number:
        style = {"rStyle": value(kind.mark.identifier)}
        return run(f'<w:{kind.name}Reference w:id="{number}"/>', style)
    # Word has no notes to notes: it stands where its mark would be.
    return text_runs(f"（{'　'.join(paragraphs(note.blocks))}）")


def _ruby(ruby: Ruby, story: Story, looks: Looks) -> str:
    """Return characters with their readings above, syllable by syllable where they part."""
    return "".join(
        _read(ruby.base[start:end], reading, story, looks)
        for start, end, reading in syllables(ruby.base, ruby.reading)
    )


def _read(base: str, reading: str, story: Story, looks: Looks) -> str:
    """Return *base* with *reading* above it (ISO/IEC 29500-1 §17.3.3.25)."""
    size = story.size.half_points
    small = story.styled(looks, roles.READING.identifier)
    # Word wants the size here and in `w:hps`; a style would not do for LibreOffice.
    small |= {"sz": value(size // 2), "szCs": value(size // 2)}
    return run(
        f'<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="{size // 2}"/>'
        f'<w:hpsRaise w:val="{size - 2}"/><w:hpsBaseText w:val="{size}"/><w:lid w:val="zh-CN"/>'
        f"</w:rubyPr><w:rt>{text_runs(reading, small)}</w:rt>"
        f"<w:rubyBase>{text_runs(base, looks)}</w:rubyBase></w:ruby>",
        looks,
    )
