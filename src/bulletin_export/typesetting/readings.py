"""Readings printed small above their characters (注音)."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.composition.readings import syllables
from bulletin_export.fonts.book import FontFace
from bulletin_export.typesetting.classes import KINDS, Kind
from bulletin_export.typesetting.layout import Run, Span

#: Size, and height of the baseline above that of the characters, in em of theirs.
_SIZE, _RISE = 0.5, 0.9
#: Blank kept between the readings of neighbours, in em of the characters.
_APART = 0.1


def reading_width(span: Span, text: str) -> float:
    """Return the room that the reading *text* wants above *span*, in points."""
    return _width(_parts(span, text)) * span.size * _SIZE + _APART * span.size


def reading_count(span: Span) -> int:
    """Return how many runs the reading of *span* takes."""
    return sum(len(_parts(span, text)) for _, _, text in syllables(span.text, span.reading))


def reading_runs(span: Span, text: str, left: float, width: float) -> Iterator[Run]:
    """Yield the runs of *text* above the characters of *span* from *left*, *width* wide.

    Letters stand together in the middle; kana, bopomofo and Han spread over the width.
    """
    size, rise = span.size * _SIZE, span.rise + span.size * _RISE
    parts = _parts(span, text)
    slack = width - _width(parts) * size
    is_spread = slack > 0 and all(KINDS[one] is Kind.HAN for one in text)
    tracking = slack / len(text) if is_spread else 0.0
    x = left + (tracking if is_spread else slack) / 2
    for face, part in parts:
        room = sum(map(face.advance, part)) * size + tracking * len(part)
        yield Run(x, part, face, size, tracking, rise=rise, colour=span.colour, width=room)
        x += room


def _width(parts: list[tuple[FontFace, str]]) -> float:
    return sum(sum(map(face.advance, part)) for face, part in parts)


def _parts(span: Span, text: str) -> list[tuple[FontFace, str]]:
    return list(span.chain.itemise(text))
