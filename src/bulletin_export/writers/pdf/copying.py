"""What copying a line gives, and where glyphs alone would give something else.

Readers guess spaces from gaps. ActualText (ISO 32000-1, 14.9.4) tells them the words,
but pdfium drops characters above U+FFFF from it, so these stay outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from bulletin_export.fonts.face import IGNORABLE
from bulletin_export.typesetting.layout import Line, Run

#: From this gap on, in em, some readers guess a space (poppler at 0.1, pdfium at 0.2).
_GUESSED = 0.1

_LAST_UNIT = "\uffff"

#: Glyphs that stand for several characters.
STANDS_FOR = {"\u2e3a": "——", "\u2e3b": "———"}
_SPELLED = str.maketrans(STANDS_FOR)


def may_copy_wrong(line: Line) -> bool:
    """Tell whether a reader could guess other text than the line's from its glyphs."""
    end: float | None = None
    for run in line.runs:
        limit = _GUESSED * run.size
        if abs(run.tracking) >= limit or run.rise:
            return True
        if run.shifts and any(abs(p + run.tracking) >= limit for _, p in run.shifts):
            return True
        if end is not None and abs(run.x - end) >= limit:
            return True
        end = run.x + run.width
    text = line.runs[0].text if len(line.runs) == 1 else "".join(r.text for r in line.runs)
    return text != line.text


def has_invisible(text: str) -> bool:
    """Tell whether *text* holds characters that are not painted."""
    return not IGNORABLE.isdisjoint(text)


def copied_parts(line: Line) -> Iterator[tuple[str | None, tuple[Run, ...]]]:
    """Yield *line* in parts: what copying gives, and the runs; None: the glyphs tell it."""
    if not line.text or max(line.text) <= _LAST_UNIT:
        yield line.text, line.runs
        return
    pieces = (piece for run in line.runs for piece in _pieces(run))
    for is_rare, group in groupby(pieces, lambda piece: piece.text > _LAST_UNIT):
        runs = tuple(group)
        yield None if is_rare else "".join(r.text for r in runs).translate(_SPELLED), runs


def _pieces(run: Run) -> Iterator[Run]:
    """Cut *run* before and after its characters above U+FFFF."""
    start = 0
    for _, group in groupby(run.text, lambda one: one > _LAST_UNIT):
        end = start + len(list(group))
        yield _part(run, start, end)
        start = end


def _part(run: Run, start: int, end: int) -> Run:
    advances = sum(map(run.face.advance, run.text[:start])) * run.size
    shifted = sum(points for index, points in run.shifts if index <= start)
    inner = ((index - start, points) for index, points in run.shifts if start < index < end)
    return replace(
        run,
        x=run.x + advances + shifted + run.tracking * start,
        text=run.text[start:end],
        shifts=tuple(inner),
    )
