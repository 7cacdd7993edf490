"""Runs of a broken line: whole stretches of text, with sparse moves inside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_export.composition.readings import syllables
from bulletin_export.typesetting.dots import dot_places
from bulletin_export.typesetting.justify import NATURAL, Fit
from bulletin_export.typesetting.layout import Run, Span
from bulletin_export.typesetting.measured import Measured, Piece
from bulletin_export.typesetting.readings import reading_runs

_NOTHING_MOVED = 1e-9


class _Setting(NamedTuple):
    """One line: which characters, what to add to their edges, how it was made to fit."""

    start: int
    end: int
    zero: float
    fit: Fit


def line_runs(measured: Measured, start: int, end: int, origin: float, fit: Fit) -> list[Run]:
    """Return the runs of the line from *start* to *end*, which has no trailing blanks.

    *origin* is the x of the first character's box, less what is trimmed from it.
    What the runs draw and what the line reads may differ: see `Run`.
    """
    setting = _Setting(start, end, origin - measured.edges[start], fit)
    first = bisect_right(measured.piece_starts, start) - 1
    last = bisect_left(measured.piece_starts, end)
    pieces = [piece for piece in measured.pieces[first:last] if piece.glyphs != ""]
    runs = [_run(measured, piece, setting) for piece in pieces]
    if measured.has_strokes and any(one.underline or one.strike or one.link for one in runs):
        runs = list(_reaching(runs))
    if end in measured.hyphens:
        word, hyphen = runs[-1], measured.hyphens[end]
        runs[-1] = replace(word, text=word.text + "-", width=word.width + hyphen)
    if measured.readings:
        # Each reading after its characters, and the last first: indices stay.
        for at, reading in reversed(list(_readings(measured, setting))):
            behind = bisect_left(pieces, at, key=_piece_start)
            runs[behind:behind] = reading
    return runs


def _run(measured: Measured, piece: Piece, setting: _Setting) -> Run:
    """Return what the part of *piece* in this line draws."""
    start, end, index, face, solid, glyphs = piece
    first, last, zero, fit = setting
    if start < first:
        start = first
    if end > last:
        end = last
    left, text = measured.edges[start], measured.text[start:end]
    x, width = zero + left, measured.edges[end] - left - measured.autospaces.get(end, 0.0)
    if fit is not NATURAL:
        if start > first:
            x += _moved(measured, fit, first, start + 1)
        width += _moved(measured, fit, start, end)
    if offset := measured.offsets.get(start):
        x, width = x + offset, width - offset
    shifts: tuple[tuple[int, float], ...] = ()
    if glyphs is None:
        shifts = _shifts(measured, start, end, fit, solid)
    elif end - start == piece.end - piece.start:
        text = glyphs
    span = measured.spans[index]
    tracking = 0.0 if solid else fit.tracking
    run = Run(
        x, text, face, span.size, tracking, shifts, span.rise, span.colour, width,
        span.underline, span.strike, span.link,
    )  # fmt: skip
    return replace(run, dots=tuple(dot_places(run))) if span.dotted else run


def _moved(measured: Measured, fit: Fit, start: int, end: int) -> float:
    """Return by how much *fit* moves what stands after *start* and before *end*."""
    moved = 0.0
    if fit.tracking:
        moved = fit.tracking * measured.gaps.count(fit.widened, start + 1, end)
    for at, points in fit.moves:
        if start < at < end:
            moved += points
    return moved


def _shifts(
    measured: Measured, start: int, end: int, fit: Fit, solid: bool
) -> tuple[tuple[int, float], ...]:
    """Return the moves inside the run from *start* to *end*, by glyph."""
    index = measured.shift_index
    low = bisect_right(index, start)
    high = bisect_left(index, end, low)
    own: list[tuple[int, float]] = []
    if high > low:
        pairs = zip(index[low:high], measured.shifts[low:high], strict=True)
        own = [(at - start, points) for at, points in pairs]
    if fit is NATURAL:
        return tuple(own)
    moves = [(at - start, points) for at, points in fit.moves if start < at < end]
    if fit.tracking:
        moves += _uneven(measured.gaps[start + 1 : end], fit, solid)
    if not moves:
        return tuple(own)
    total = dict(own)
    for at, points in moves:
        total[at] = total.get(at, 0.0) + points
    return tuple(sorted([item for item in total.items() if abs(item[1]) > _NOTHING_MOVED]))


def _uneven(gaps: bytearray, fit: Fit, solid: bool) -> list[tuple[int, float]]:
    """Return moves at those of *gaps* where the tracking of the run is not the line's."""
    count = gaps.count(fit.widened)
    if solid and count:
        return [(at, fit.tracking) for at, gap in enumerate(gaps, 1) if gap == fit.widened]
    if not solid and count < len(gaps):
        return [(at, -fit.tracking) for at, gap in enumerate(gaps, 1) if gap != fit.widened]
    return []


def _reaching(runs: list[Run]) -> Iterator[Run]:
    """Yield *runs*; lines under and over them, and links, reach to the next alike."""
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        if following is not None and (
            (run.underline and following.underline)
            or (run.strike and following.strike)
            or (run.link and run.link == following.link)
        ):
            yield replace(run, width=following.x - run.x)
        else:
            yield run


def _piece_start(piece: Piece) -> int:
    return piece.start


def _readings(measured: Measured, setting: _Setting) -> Iterator[tuple[int, list[Run]]]:
    """Yield where characters end, and the reading above them, centred (注音)."""
    low = bisect_left(measured.readings, setting.start, key=_start)
    high = bisect_left(measured.readings, setting.end, key=_start)
    for before, span in measured.readings[low:high]:
        runs: list[Run] = []
        for first, last, text in syllables(span.text, span.reading):
            start, end = min(before + first, setting.end), min(before + last, setting.end)
            left = setting.zero + measured.edges[start]
            left += _moved(measured, setting.fit, setting.start, start + 1)
            width = measured.edges[end] - measured.edges[start]
            width += _moved(measured, setting.fit, start, end)
            runs += reading_runs(span, text, left, width)
        beyond = _beyond(runs, measured, setting)
        if beyond > 0:
            runs = [replace(run, x=run.x - beyond) for run in runs]
        yield min(before + len(span.text), setting.end), runs


def _beyond(runs: list[Run], measured: Measured, setting: _Setting) -> float:
    """Return by how much a reading stands out at the line's end, as far as it can move left.

    It does over a mark that is trimmed, or a unit that is cut in two.
    """
    right = setting.zero + measured.edges[setting.end]
    right += _moved(measured, setting.fit, setting.start, setting.end)
    if ending := measured.endings.get(setting.end - 1):
        right -= ending.cut + ending.give
    last = runs[-1]
    room = runs[0].x - setting.zero - measured.edges[setting.start]
    return min(last.x + last.width - last.tracking - right, room)


def _start(reading: tuple[int, Span]) -> int:
    return reading[0]
