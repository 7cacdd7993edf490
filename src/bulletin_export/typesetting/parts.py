"""The parts of a broken line that have tags of their own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from bulletin_export.typesetting.layout import Part
from bulletin_export.typesetting.measured import Measured
from bulletin_export.typesetting.readings import reading_count


def line_parts(measured: Measured, start: int, end: int, last: int) -> list[Part]:
    """Return the parts of the line from *start* to *end*, whose runs reach to *last*.

    Together they hold all its text, and all its runs in order; each reading (注音) is a
    part behind that of its characters.
    """
    low = bisect_right(measured.piece_starts, start) - 1
    high = bisect_left(measured.piece_starts, end)
    readings = dict(_reading_parts(measured, start, end))
    parts: list[Part] = []
    for piece in measured.pieces[low:high]:
        text = measured.text[max(piece.start, start) : min(piece.end, end)]
        tag = measured.spans[piece.span].tag
        runs = int(piece.glyphs != "" and piece.start < last)
        # What is not drawn belongs to what is before it.
        if parts and parts[-1].tag == tag:
            parts[-1] = Part(parts[-1].text + text, parts[-1].runs + runs, tag)
        else:
            parts.append(Part(text, runs, tag))
        if (reading := readings.get(min(piece.end, end))) is not None:
            parts.append(reading)
    return parts


def _reading_parts(measured: Measured, start: int, end: int) -> Iterator[tuple[int, Part]]:
    """Yield where characters with a reading end in this line, and the reading as a part."""
    for before, span in measured.readings:
        if start <= before < end:
            part = Part(span.reading, reading_count(span), span.tag + 1)
            yield min(before + len(span.text), end), part
