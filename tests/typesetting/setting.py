"""Setting text in the metric face at 1 point, so that points are em."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_export.fonts.book import FontChain, FontFace
from bulletin_export.styling.template import Align, Composition
from bulletin_export.typesetting.layout import Line, Span
from bulletin_export.typesetting.paragraph import set_paragraph
from metric import MetricChain


def set_text(
    text: str,
    measure: float,
    indent: float = 0.0,
    composition: Composition | None = None,
    *,
    align: Align = Align.JUSTIFY,
    chain: FontChain | None = None,
) -> tuple[Line, ...]:
    spans = [Span(text, chain or MetricChain(), 1.0)]
    return set_spans(spans, measure, indent, composition, align=align)


def set_spans(
    spans: Sequence[Span],
    measure: float,
    indent: float = 0.0,
    composition: Composition | None = None,
    *,
    align: Align = Align.JUSTIFY,
) -> tuple[Line, ...]:
    return set_paragraph(
        spans,
        measure=measure,
        indent=indent,
        align=align,
        composition=composition or Composition(),
    )


def glyph_places(line: Line) -> list[tuple[str, float]]:
    """Return each drawn glyph with the x of its origin, as painting would place it."""
    places = []
    for run in line.runs:
        x, shifts = run.x, dict(run.shifts)
        for index, character in enumerate(run.text):
            x += shifts.get(index, 0.0)
            places.append((character, x))
            x += run.face.advance(character) * run.size + run.tracking
    return places


def faces(line: Line) -> list[FontFace]:
    """Return the face of each drawn glyph."""
    return [run.face for run in line.runs for _ in run.text]
