"""Preformatted text: every line kept, lines that are too long broken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from bulletin_export.fonts.book import FontChain
from bulletin_export.styling.template import Align, Role
from bulletin_export.typesetting import paragraph
from bulletin_export.typesetting.layout import Line, Span
from bulletin_export.typesetting.setting import Place, Setting
from bulletin_export.typesetting.strips import Strip
from bulletin_export.typesetting.texts import line_strips

_TAB = 4


def code_strips(value: str, place: Place, setting: Setting) -> list[Strip]:
    """Return the lines of *value* as strips; an empty line keeps its height."""
    look = setting.look(Role.CODE, place.scale)
    rows = value.expandtabs(_TAB).removesuffix("\n").split("\n")
    lines: list[Line] = []
    for row in rows:
        for piece in _pieces(row, look.chain, place.measure / look.size):
            content = Span(piece, look.chain, look.size, look.style.colour, verbatim=True)
            lines.extend(_set(content, setting) or (Line("", (), 0.0, is_last=True),))
    tag = setting.tagged("Code", setting.tagged("P", place.tag))
    return line_strips(lines, (), Role.CODE, place, setting, tag=tag)


def _set(content: Span, setting: Setting) -> tuple[Line, ...]:
    # The measure is without end: the pieces are already short enough.
    return paragraph.set_paragraph(
        [content], measure=1e6, align=Align.LEFT, composition=setting.template.composition
    )


def _pieces(row: str, chain: FontChain, measure: float) -> Iterator[str]:
    """Yield *row* in pieces that are at most *measure* em wide, one character at least."""
    if len(row) <= measure / 2 and row.isascii():
        yield row
        return
    widths = [face.advance(one) for face, text in chain.itemise(row) for one in text]
    ends = list(accumulate(widths))
    start, done = 0, 0.0
    for index, end in enumerate(ends):
        if end - done > measure + 1e-6 and index > start:
            yield row[start:index]
            start, done = index, end - widths[index]
    yield row[start:]
