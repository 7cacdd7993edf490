"""Runs of a broken line: whole stretches of text, with sparse moves inside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from bulletin_export.typesetting.justify import Fit
from bulletin_export.typesetting.layout import Run, Span
from bulletin_export.typesetting.measured import Measured, Piece

#: The reading above a character: its size, and the height of its baseline (in em).
_READING_SIZE = 0.5
_READING_RISE = 0.9

Moves = Sequence[tuple[int, float]]


def line_runs(measured: Measured, start: int, end: int, origin: float, fit: Fit) -> list[Run]:
    """Return the runs of the line from *start* to *end*, which has no trailing blanks.

    *origin* is the x of the first character's box, less what is trimmed from it.
    Where a face cannot join two — into one dash, the run draws U+2E3A for the
    pair: ``Run.text`` then holds U+2E3A and ``Line.text`` still ``——``, so that
    painting must map that glyph back to ``——`` (or copy by ``Line.text``).
    Blanks that are mere distances and characters that take no room are in no run.
    """
    setting = _Setting(measured, start, end, origin, fit)
    runs: list[Run] = []
    first = bisect_right(measured.piece_starts, start) - 1
    for index in range(first, len(measured.pieces)):
        piece = measured.pieces[index]
        if piece.start >= end:
            break
        span = measured.spans[piece.span]
        if piece.glyphs != "":
            run = setting.run(piece, span)
            _lengthen(runs, run, span, measured)
            runs.append(run)
    if any(span.reading for span in measured.spans):
        runs += _readings(measured, setting)
    return runs


class _Setting:
    """Where the characters of one line stand."""

    def __init__(self, measured: Measured, start: int, end: int, origin: float, fit: Fit) -> None:
        self.measured, self.start, self.end, self.fit = measured, start, end, fit
        self.zero = origin - measured.edges[start]

    def left(self, index: int) -> float:
        """Return the left edge of the box of *index*, or the end of the line."""
        x = self.zero + self.measured.edges[index]
        fit = self.fit
        if fit.tracking:
            gaps = self.measured.gaps
            last = min(index + 1, self.end)
            x += fit.tracking * gaps.count(fit.widened, self.start + 1, last)
        for at, points in fit.moves:
            if at > index or at >= self.end:
                break
            x += points
        return x

    def right(self, index: int) -> float:
        """Return where the box of the character before *index* ends."""
        measured, fit = self.measured, self.fit
        x = self.left(index) - measured.autospaces.get(index, 0.0)
        if index < self.end:
            x -= sum(points for at, points in fit.moves if at == index and points > 0)
            x -= fit.tracking if measured.gaps[index] == fit.widened else 0.0
        return x

    def run(self, piece: Piece, span: Span) -> Run:
        """Return what the part of *piece* in this line draws."""
        start, end = max(piece.start, self.start), min(piece.end, self.end)
        x = self.left(start)
        if piece.glyphs is None:
            x += self.measured.offsets.get(start, 0.0)
            text, shifts = self.measured.text[start:end], self.shifts(start, end, piece.solid)
        else:
            text, shifts = self.drawn(piece, start, end), ()
        return Run(
            x=x,
            text=text,
            face=piece.face,
            size=span.size,
            tracking=0.0 if piece.solid else self.fit.tracking,
            shifts=shifts,
            rise=span.rise,
            colour=span.colour,
            width=self.right(end) - x,
            underline=span.underline,
            strike=span.strike,
            link=span.link,
        )

    def drawn(self, piece: Piece, start: int, end: int) -> str:
        """Return the glyphs of a special *piece*, or its text where it is cut in two."""
        whole = start == piece.start and end == piece.end
        return piece.glyphs if whole and piece.glyphs else self.measured.text[start:end]

    def shifts(self, start: int, end: int, solid: bool) -> tuple[tuple[int, float], ...]:
        """Return the moves inside the run from *start* to *end*."""
        measured = self.measured
        low = bisect_right(measured.shift_index, start)
        high = bisect_left(measured.shift_index, end)
        natural = zip(measured.shift_index[low:high], measured.shifts[low:high], strict=True)
        moves = [*natural, *(move for move in self.fit.moves if start < move[0] < end)]
        if self.fit.tracking:
            moves += self.uneven(start, end, solid)
        if not moves:
            return ()
        total: dict[int, float] = {}
        for index, points in sorted(moves):
            total[index - start] = total.get(index - start, 0.0) + points
        return tuple(item for item in total.items() if abs(item[1]) > 1e-9)

    def uneven(self, start: int, end: int, solid: bool) -> Iterator[tuple[int, float]]:
        """Yield moves where the tracking of the run is not the line's."""
        gaps, fit = self.measured.gaps, self.fit
        if solid:
            index = gaps.find(fit.widened, start + 1, end)
            while index >= 0:
                yield index, fit.tracking
                index = gaps.find(fit.widened, index + 1, end)
        elif gaps.count(fit.widened, start + 1, end) < end - start - 1:
            for index in range(start + 1, end):
                if gaps[index] != fit.widened:
                    yield index, -fit.tracking


def _lengthen(runs: list[Run], run: Run, span: Span, measured: Measured) -> None:
    """Let the underline or link of the last run reach *run*, if both belong together."""
    if not runs or not (span.underline or span.strike or span.link):
        return
    last = runs[-1]
    if (last.underline, last.strike, last.link) == (run.underline, run.strike, run.link):
        runs[-1] = _wider(last, run.x - last.x)


def _wider(run: Run, width: float) -> Run:
    import dataclasses

    return dataclasses.replace(run, width=width)


def _readings(measured: Measured, setting: _Setting) -> Iterator[Run]:
    """Yield the readings above their characters, centred (注音)."""
    at = 0
    for span in measured.spans:
        start, end = max(at, setting.start), min(at + len(span.text), setting.end)
        begins_here = start == at
        at += len(span.text)
        if not span.reading or start >= end or not begins_here:
            continue
        left, right = setting.left(start), setting.right(end)
        size = span.size * _READING_SIZE
        parts = list(span.chain.itemise(span.reading))
        width = sum(face.advance(one) for face, text in parts for one in text) * size
        x = (left + right - width) / 2
        for face, text in parts:
            width = sum(map(face.advance, text)) * size
            yield Run(x, text, face, size, rise=span.rise + span.size * _READING_RISE,
                      colour=span.colour, width=width)  # fmt: skip
            x += width
