"""Inlines as runs: looks pile up on the way down, each piece of text becomes a run.

Marks that Chinese and Latin print share (“ ” ‘ ’ — … ·) are drawn by Word in the Latin
face unless their run carries the East Asian hint; so a run that holds them has it,
and the same marks inside an English sentence stand in a run without. Characters
of the rare planes get a face that has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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
from bulletin_export.writers.docx.markup import characters, run, value
from bulletin_export.writers.docx.story import Story
from bulletin_export.writers.docx.word_fonts import RARE

Looks = Mapping[str, str]

_HINT = 'w:hint="eastAsia"'
_RARE_FONT = f'w:hint="eastAsia" w:eastAsia="{RARE.name}"'
_SHARED = "\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u205e\u2100-\u2bff"
#: Marks of both scripts, and ideographs of planes 2 and 3.
_DELICATE = re.compile(f"[{_SHARED}]|[\U00020000-\U0003ffff]+")
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
_BEFORE = re.compile(rf"[^\s{_SHARED}](?=[\s{_SHARED}]*\Z)")
_AFTER = re.compile(rf"[\s{_SHARED}]*([^\s{_SHARED}])")
_PAIRS = {"“": "”", "‘": "’"}
#: No more than this many characters on either side are looked at for the script around a mark.
_REACH = 24


def inline_runs(
    inlines: Iterable[Inline], story: Story, looks: Looks, *, chinese: bool = True
) -> str:
    """Return the runs of *inlines*; *chinese* tells the script of the paragraph."""
    return "".join([_inline(inline, story, looks, chinese) for inline in inlines])


def is_chinese(text: str) -> bool:
    """Tell whether *text* holds Chinese characters or full-width marks."""
    return _CHINESE.search(text) is not None


def text_runs(text: str, looks: Looks | None = None, *, chinese: bool = True) -> str:
    """Return *text* as runs with *looks*, hinted where its marks are Chinese."""
    looks = looks or {}
    if _DELICATE.search(text) is None:
        return run(characters(text), looks) if text else ""
    return "".join(
        run(characters(piece), {**looks, "rFonts": fonts} if fonts else looks)
        for fonts, piece in _pieces(text, chinese)
    )


def _pieces(text: str, chinese: bool) -> Iterator[tuple[str, str]]:
    """Cut *text* where the fonts' attributes change: hint, no hint, rare face."""
    chinese = chinese or is_chinese(text)
    start, kept = 0, _HINT if chinese else ""
    for begin, end, fonts in _paired(text, _marks(text, chinese)):
        if fonts == kept:
            continue
        if begin > start:
            yield kept, text[start:begin]
        yield fonts, text[begin:end]
        start = end
    if start < len(text):
        yield kept, text[start:]


def _marks(text: str, chinese: bool) -> list[tuple[int, int, str]]:
    return [(*m.span(), _fonts_of(m, text, chinese)) for m in _DELICATE.finditer(text)]


def _paired(text: str, marks: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return *marks* with both quotes of a pair hinted where one of them is."""
    opened: list[int] = []
    for number, (begin, end, fonts) in enumerate(marks):
        if text[begin] in _PAIRS:
            opened.append(number)
        elif opened and text[begin] == _PAIRS[text[marks[opened[-1]][0]]]:
            first = opened.pop()
            shared = fonts or marks[first][2]
            marks[first] = (*marks[first][:2], shared)
            marks[number] = (begin, end, shared)
    return marks


def _fonts_of(match: re.Match[str], text: str, chinese: bool) -> str:
    if match[0] >= "\U00020000":
        return _RARE_FONT
    begin, end = match.span()
    before = _BEFORE.search(text[max(0, begin - _REACH) : begin])
    after = _AFTER.match(text[end : end + _REACH])
    sides = [is_chinese(side) for side in (before and before[0], after and after[1]) if side]
    if len(sides) == 2:
        return _HINT if any(sides) else ""
    return _HINT if chinese else ""


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
    return text_runs(missing_text(image), style)


def missing_text(image: Image) -> str:
    """Return the words that stand for a picture that could not be had."""
    return f"［图片：{image.alt}］" if image.alt else "［图片］"


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
