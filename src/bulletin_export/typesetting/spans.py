"""Inlines to spans: which face, size and colour each stretch of text has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

import msgspec
from msgspec.structs import replace

from bulletin_export.composition.languages import passages
from bulletin_export.composition.links import inner_place
from bulletin_export.composition.printed_links import printed_address
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
from bulletin_export.styling.template import Role
from bulletin_export.typefaces import FontRole
from bulletin_export.typesetting.layout import UNTAGGED, Span
from bulletin_export.typesetting.setting import Look, Setting

#: A quiet blue for links.
LINK_COLOUR = "#1F4E79"
#: Raised and lowered text is this much smaller, and moves by so many em of its surroundings.
SMALL, RAISED, LOWERED = 0.65, 0.38, -0.14
#: A printed address is so much smaller than the words before it.
ASIDE = 0.8


class _Manner(msgspec.Struct, frozen=True):
    """How the text is set at one place of the tree, beyond its role's look."""

    look: Look
    size: float
    rise: float = 0.0
    bold: bool = False
    font: FontRole | None = None
    colour: str = ""
    underline: bool = False
    strike: bool = False
    dotted: bool = False
    link: str = ""
    #: The innermost tag, and whether it is another than the paragraph's.
    tag: int = UNTAGGED
    is_inner: bool = False


def spans(
    inlines: Iterable[Inline], look: Look, setting: Setting, tag: int = UNTAGGED
) -> list[Span | Image]:
    """Return *inlines* in *look*; pictures stay themselves, notes are collected in *setting*.

    *tag* is that of the paragraph: links, notes, passages in another language get their own.
    """
    style = look.style
    manner = _Manner(look, look.size, bold=style.bold, colour=style.colour, tag=tag)
    return list(_spans(inlines, manner, setting))


def span(text: str, look: Look, *, link: str = "", tag: int = UNTAGGED) -> Span:
    """Return *text* as one span in *look*."""
    colour = LINK_COLOUR if link else look.style.colour
    return Span(text, look.chain, look.size, colour, link=link, tag=tag)


def _spans(inlines: Iterable[Inline], manner: _Manner, to: Setting) -> Iterator[Span | Image]:
    for inline in inlines:
        match inline:
            case Text(value):
                yield from _passages(_line_of(value), manner, to)
            case Code(value):
                yield _code(_line_of(value), _tagged("Code", manner, to), to)
            case LineBreak():
                yield _span("\n", manner, to)
            case Ruby(base, reading):
                yield _read(base, reading, manner, to)
            case Image():
                yield image if (image := _usable(inline, to)) else _missing(inline, manner, to)
            case Note():
                yield _mark(inline, manner, to)
            case Link(target, children):
                linked = _linked(target, manner, to)
                yield from _spans(children, linked, to)
                yield from _address(inline, linked, to)
            case (
                Emphasis(children)
                | Strong(children)
                | Underline(children)
                | Strikethrough(children)
                | Superscript(children)
                | Subscript(children)
            ):
                yield from _spans(children, _within(inline, manner, to), to)
            case _:
                assert_never(inline)


def _line_of(text: str) -> str:
    # U+FFFC is kept for the pictures that we put there; alone it has neither look nor sense.
    return text.replace("\n", " ").replace("\ufffc", "")


def _within(
    inline: Emphasis | Strong | Underline | Strikethrough | Superscript | Subscript,
    manner: _Manner,
    to: Setting,
) -> _Manner:
    match inline:
        case Emphasis():
            return _stressed(manner, to)
        case Strong():
            return replace(manner, bold=True)
        case Underline():
            return replace(manner, underline=True)
        case Strikethrough():
            return replace(manner, strike=True)
        case Superscript():
            rise = manner.rise + RAISED * manner.size
            return replace(manner, size=manner.size * SMALL, rise=rise)
        case Subscript():
            rise = manner.rise + LOWERED * manner.size
            return replace(manner, size=manner.size * SMALL, rise=rise)
        case _:
            assert_never(inline)


def _stressed(manner: _Manner, to: Setting) -> _Manner:
    """Return the manner of stress; a slant is an error in Chinese print."""
    match to.template.composition.emphasis:
        case "bold":
            return replace(manner, bold=True)
        case "kai" if manner.look.style.font is not FontRole.KAI:
            return replace(manner, font=FontRole.KAI)
        case _:
            # Dots are wanted, or the other face is this one.
            return replace(manner, dotted=True)


def _linked(target: str, manner: _Manner, to: Setting) -> _Manner:
    # A place in another page of the publication leads at least to that page.
    place = inner_place(target, to.inner)
    link = target if place is None else f"#article-{place.article + 1}"
    linked = replace(manner, link=link, colour=LINK_COLOUR)
    return _tagged("Link", linked, to)


def _tagged(kind: str, manner: _Manner, to: Setting, language: str = "") -> _Manner:
    tag = to.tagged(kind, manner.tag, language=language)
    return replace(manner, tag=tag, is_inner=True)


def _passages(text: str, manner: _Manner, to: Setting) -> Iterator[Span]:
    """Yield *text*, its passages in other languages apart."""
    for part, language in passages(text, to.language):
        if language:
            inner = _span(part, _tagged("Span", manner, to, language), to)
            yield replace(inner, language=language)
        else:
            yield _span(part, manner, to)


def _read(base: str, reading: str, manner: _Manner, to: Setting) -> Span:
    ruby = _tagged("Ruby", manner, to)
    span = _span(base, _tagged("RB", ruby, to), to)
    # The reading's tag is the next after that of its characters.
    to.tagged("RT", ruby.tag)
    return replace(span, reading=reading)


def _address(link: Link, manner: _Manner, to: Setting) -> Iterator[Span]:
    """Yield where *link* leads, if the template prints that; articles inside have a page."""
    wanted = to.template.composition.print_links and not manner.link.startswith("#")
    if wanted and (text := printed_address(link)):
        yield _span(text, replace(manner, size=manner.size * ASIDE), to)


def _span(text: str, manner: _Manner, to: Setting) -> Span:
    return Span(
        text,
        to.chain(manner.look, manner.font, bold=manner.bold),
        manner.size,
        manner.colour,
        manner.rise,
        manner.underline,
        manner.strike,
        link=manner.link,
        tag=manner.tag if manner.is_inner else UNTAGGED,
        language="" if to.language.startswith("zh") else to.language,
        dotted=manner.dotted,
    )


def _code(text: str, manner: _Manner, to: Setting) -> Span:
    return replace(_span(text, manner, to), chain=to.look(Role.CODE).chain, verbatim=True)


def _usable(image: Image, to: Setting) -> Image | None:
    return image if image.media in to.sizes else None


def _missing(image: Image, manner: _Manner, to: Setting) -> Span:
    colour = to.look(Role.MISSING).style.colour
    return replace(_span(image.note, manner, to), colour=colour)


def _mark(note: Note, manner: _Manner, to: Setting) -> Span:
    to.notes.append(note)
    number = len(to.notes)
    raised = replace(manner, size=manner.size * SMALL, rise=manner.rise + RAISED * manner.size)
    link = f"#{to.prefix}-note-{number}"
    inner = _tagged("Link", _tagged("Reference", raised, to), to)
    return _span(str(number), replace(inner, colour=LINK_COLOUR, link=link), to)
