"""Titles: broken at their own blanks first, then into lines of like length (T65)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin_export.styling.template import Align, Composition
from bulletin_export.typesetting.breaks import EPSILON, Stretch, break_lines
from bulletin_export.typesetting.classes import BLANK_CHARACTERS, KINDS, Kind
from bulletin_export.typesetting.layout import Line, Span
from bulletin_export.typesetting.measured import FREE, Measured
from bulletin_export.typesetting.measuring import measure_text
from bulletin_export.typesetting.paragraph import forced_lines, set_lines

#: A line of a title holds more characters than this, if that can be had.
_TOO_SHORT = 2
#: How finely the balanced measure is looked for.
_HALVINGS = 12


def set_title(
    spans: Sequence[Span],
    *,
    measure: float,
    align: Align = Align.CENTRE,
    composition: Composition,
) -> tuple[Line, ...]:
    """Break the title *spans* into lines of at most *measure* points.

    A title that fits stays on one line. Else each of its clauses, parted by blanks
    between Han, begins a new line; a clause longer than the measure is broken into
    the fewest lines, of like length. Clauses of one or two characters keep company.
    GB/T 9704-2012 7.3.1. Lines are not justified; *align* justify sets them left.
    """
    if align is Align.JUSTIFY:
        align = Align.LEFT
    lines: list[Line] = []
    for part in forced_lines(spans):
        if not any(span.text.strip(BLANK_CHARACTERS) for span in part):
            continue
        measured = measure_text(part, composition, is_first=not lines)
        stretches: list[Stretch] = []
        for start, end in _clauses(measured, measure):
            stretches += _balanced(measured, start, end, measure)
        lines += set_lines(measured, stretches, measure=measure, indent=0.0, align=align)
    return tuple(lines)


def _clauses(measured: Measured, measure: float) -> list[Stretch]:
    """Return the clauses of a title, one if it fits the measure."""
    text = measured.text
    if measured.width(0, len(text)) <= measure + EPSILON:
        return [Stretch(0, len(text))]
    clauses: list[Stretch] = []
    start = 0
    for end in [*_blank_breaks(measured), len(text)]:
        short = len(text[start:end].strip(BLANK_CHARACTERS)) <= _TOO_SHORT
        if end == len(text) and clauses and short:
            clauses[-1] = Stretch(clauses[-1].start, end)
        elif end == len(text) or not short:
            clauses.append(Stretch(start, end))
            start = end
    return clauses


def _blank_breaks(measured: Measured) -> Iterator[int]:
    """Yield where a new clause begins after blanks that Han stands before or after."""
    text = measured.text
    for index in range(1, len(text)):
        if text[index - 1] not in BLANK_CHARACTERS or measured.glue[index] != FREE:
            continue
        before = text[:index].rstrip(BLANK_CHARACTERS)[-1:]
        if before and not (KINDS[before] is KINDS[text[index]] is Kind.WORD):
            yield index


def _balanced(measured: Measured, start: int, end: int, measure: float) -> list[Stretch]:
    """Return the fewest lines for the clause, as even as its breaks allow."""
    greedy = _broken(measured, start, end, measure)
    if len(greedy) == 1:
        return greedy
    least, most, best = 0.0, measure, greedy
    for _ in range(_HALVINGS):
        middle = (least + most) / 2
        lines = _broken(measured, start, end, middle)
        widest = max(measured.width(*line) for line in lines)
        if len(lines) <= len(greedy) and widest <= measure + EPSILON:
            best, most = lines, middle
        else:
            least = middle
    return best


def _broken(measured: Measured, start: int, end: int, measure: float) -> list[Stretch]:
    return break_lines(measured, measure=measure, indent=0.0, push_in=False, start=start, end=end)
