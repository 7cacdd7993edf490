"""What copying a line gives, and where glyphs alone would give something else.

Readers guess spaces from gaps. ActualText (ISO 32000-1, 14.9.4) tells them the words,
but pdfium drops characters above U+FFFF from it, so these stay outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from bulletin_export.fonts.face import IGNORABLE
from bulletin_export.typesetting.layout import Line, Run

#: From this gap on, in em, some readers guess a space (poppler at 0.1, pdfium at 0.2).
_GUESSED = 0.1

_RARE = re.compile("[\U00010000-\U0010ffff]")

#: Glyphs that stand for several characters.
STANDS_FOR = {"\u2e3a": "——", "\u2e3b": "———"}


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
    text = line.runs[0].text if len(line.runs) == 1 else "".join([r.text for r in line.runs])
    return text != line.text


def has_invisible(text: str) -> bool:
    """Tell whether *text* holds characters that are not painted."""
    return not IGNORABLE.isdisjoint(text)


def copied_parts(line: Line) -> Iterator[tuple[str | None, tuple[Run, ...]]]:
    """Yield *line* in parts: what copying gives, and the runs; None: the glyphs tell it."""
    if not _RARE.search(line.text):
        yield line.text, line.runs
        return
    texts = _RARE.split(line.text)
    between: list[list[Run]] = [[]]
    rare: list[Run] = []
    for piece in (piece for run in line.runs for piece in _pieces(run)):
        if _RARE.match(piece.text):
            rare.append(piece)
            between.append([])
        else:
            between[-1].append(piece)
    # pdfium drops an empty box that stands alone too: then all of it may stay inside.
    is_told_by_glyphs = rare and all(run.face.has(run.text) for run in rare)
    if not is_told_by_glyphs or len(texts) != len(between):
        yield line.text, line.runs
        return
    for index, runs in enumerate(between):
        if runs:
            yield texts[index], tuple(runs)
        if index < len(rare):
            yield None, (rare[index],)


def _pieces(run: Run) -> Iterator[Run]:
    """Cut *run* before and after each character above U+FFFF."""
    cuts = {edge for rare in _RARE.finditer(run.text) for edge in rare.span()}
    if not cuts:
        yield run
        return
    for start, end in pairwise(sorted({0, len(run.text), *cuts})):
        yield _part(run, start, end)


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
