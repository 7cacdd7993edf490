"""Dots below stressed characters (着重号, GB/T 15834-2011, 4.16)."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.typesetting.classes import KINDS, Kind
from bulletin_export.typesetting.layout import Run


def dot_places(run: Run) -> Iterator[float]:
    """Yield the middle of every Han character of *run*, from its x; marks take no dot."""
    shifts, x = dict(run.shifts), 0.0
    for index, character in enumerate(run.text):
        x += shifts.get(index, 0.0)
        advance = run.face.advance(character) * run.size
        if KINDS[character] is Kind.HAN:
            yield x + advance / 2
        x += advance + run.tracking
