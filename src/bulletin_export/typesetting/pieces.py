"""Cutting a text where its look changes: face, size, span, word or Han."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bulletin_export.fonts.book import FontFace
from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.measured import Piece
from bulletin_export.typesetting.widths import advances


class FaceRun(NamedTuple):
    """Characters of one span that one face sets."""

    start: int
    end: int
    span: int
    face: FontFace
    size: float
    #: Looks up the advance of a character, in points.
    advance: Callable[[str], float]


class Special(NamedTuple):
    """Characters that are not drawn like plain Han."""

    start: int
    end: int
    solid: bool
    #: Another face than the chain chose.
    face: FontFace | None = None
    #: Other glyphs than the text, or none (``""``).
    glyphs: str | None = None


def face_runs(spans: Sequence[Span]) -> list[FaceRun]:
    """Return which face sets what, span by span, as the chains itemise the text."""
    runs: list[FaceRun] = []
    start = 0
    known: dict[tuple[int, float], Callable[[str], float]] = {}
    for index, span in enumerate(spans):
        size = span.size
        for face, text in span.chain.itemise(span.text):
            look_up = known.get((id(face), size))
            if look_up is None:
                look_up = known[id(face), size] = advances(face, size).__getitem__
            end = start + len(text)
            runs.append(FaceRun(start, end, index, face, size, look_up))
            start = end
    return runs


def join_pieces(faces: Sequence[FaceRun], specials: list[Special]) -> list[Piece]:
    """Return the pieces of a text: *faces* cut at *specials*, neighbours alike joined.

    Of specials for the same characters the last one holds.
    """
    pieces: list[Piece] = []
    runs = iter(faces)
    run = next(runs)
    last = Piece(0, 0, -1, run.face, solid=False)
    for at, end, solid, other, glyphs in _covering(specials, faces[-1].end):
        start = at
        while start < end:
            while start >= run.end:
                run = next(runs)
            stop = min(run.end, end)
            face = other or run.face
            alike = last.span == run.span and last.face is face and last.solid is solid
            if alike and glyphs is None and last.glyphs is None:
                last = pieces[-1] = Piece(last.start, stop, run.span, face, solid)
            else:
                last = Piece(start, stop, run.span, face, solid, glyphs)
                pieces.append(last)
            start = stop
    return pieces


def _covering(specials: list[Special], length: int) -> Iterator[Special]:
    """Yield *specials* and what is plain between them, from 0 to *length*."""
    end = 0
    for special in _settled(specials):
        if special.start > end:
            yield Special(end, special.start, solid=False)
        yield special
        end = special.end
    if end < length:
        yield Special(end, length, solid=False)


def _settled(specials: list[Special]) -> list[Special]:
    """Return *specials* ordered and without overlap."""
    specials.sort(key=lambda special: special.start)
    settled: list[Special] = []
    covered = 0
    for special in specials:
        if special.start < covered:
            before = settled.pop()
            if before.start < special.start:
                settled.append(before._replace(end=special.start))
            settled.append(special)
            if before.end > special.end:
                settled.append(before._replace(start=special.end))
        else:
            settled.append(special)
        covered = settled[-1].end
    return settled
