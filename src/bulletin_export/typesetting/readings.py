"""Readings printed small above their characters (注音)."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.fonts.book import FontFace
from bulletin_export.typesetting.layout import Run, Span

#: Size, and height of the baseline above that of the characters, in em of theirs.
_SIZE, _RISE = 0.5, 0.9


def reading_width(span: Span) -> float:
    """Return the width of the reading of *span*, in points."""
    return sum(sum(map(face.advance, text)) for face, text in _parts(span)) * span.size * _SIZE


def reading_count(span: Span) -> int:
    """Return how many runs the reading of *span* takes."""
    return len(_parts(span))


def reading_runs(span: Span, centre: float) -> Iterator[Run]:
    """Yield the runs of the reading of *span*, centred on the x *centre*."""
    size = span.size * _SIZE
    rise = span.rise + span.size * _RISE
    x = centre - reading_width(span) / 2
    for face, text in _parts(span):
        width = sum(map(face.advance, text)) * size
        yield Run(x, text, face, size, rise=rise, colour=span.colour, width=width)
        x += width


def _parts(span: Span) -> list[tuple[FontFace, str]]:
    return list(span.chain.itemise(span.reading))
