"""Inlines to spans: which face, size and colour each stretch of text has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

import msgspec
from msgspec.structs import replace

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
from bulletin_export.typesetting.layout import Span
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
    link: str = ""


def spans(inlines: Iterable[Inline], look: Look, setting: Setting) -> list[Span | Image]:
    """Return *inlines* in *look*; pictures stay themselves, notes are collected in *setting*."""
    manner = _Manner(look, look.size, bold=look.style.bold, colour=look.style.colour)
    return list(_spans(inlines, manner, setting))


def span(text: str, look: Look, *, link: str = "") -> Span:
    """Return *text* as one span in *look*."""
    colour = LINK_COLOUR if link else look.style.colour
    return Span(text, look.chain, look.size, colour, link=link)


def _spans(inlines: Iterable[Inline], manner: _Manner, to: Setting) -> Iterator[Span | Image]:
    for inline in inlines:
        match inline:
            case Text(value):
                yield _span(_line_of(value), manner, to)
            case Code(value):
                yield _code(_line_of(value), manner, to)
            case LineBreak():
                yield _span("\n", manner, to)
            case Ruby(base, reading):
                yield replace(_span(base, manner, to), reading=reading)
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
                yield from _spans(children, _within(inline, manner), to)
            case _:
                assert_never(inline)


def _line_of(text: str) -> str:
    # U+FFFC is kept for the pictures that we put there; alone it has neither look nor sense.
    return text.replace("\n", " ").replace("\ufffc", "")


def _within(
    inline: Emphasis | Strong | Underline | Strikethrough | Superscript | Subscript, manner: _Manner
) -> _Manner:
    match inline:
        case Emphasis():
            # Chinese print stresses by a change of face; a slant is an error.
            return replace(manner, font=FontRole.KAI)
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


def _linked(target: str, manner: _Manner, to: Setting) -> _Manner:
    # A place in another page of the publication leads at least to that page.
    page = to.inner.get(target) or to.inner.get(target.partition("#")[0], target)
    return replace(manner, link=page, colour=LINK_COLOUR)


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
    return _span(str(number), replace(raised, colour=LINK_COLOUR, link=link), to)
