"""Cutting a text where its look changes: face, size, span, word or Han."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bulletin_export.fonts.book import FontFace
from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.measured import Piece


class FaceRun(NamedTuple):
    """Characters of one span that one face sets."""

    start: int
    end: int
    span: int
    face: FontFace
    size: float


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
    for index, span in enumerate(spans):
        for face, text in span.chain.itemise(span.text):
            runs.append(FaceRun(start, start + len(text), index, face, span.size))
            start += len(text)
    return runs


def join_pieces(faces: Sequence[FaceRun], specials: list[Special]) -> list[Piece]:
    """Return the pieces of a text: *faces* cut at *specials*, neighbours alike joined.

    Of specials for the same characters the last one holds.
    """
    joined = _Joined(faces)
    end = 0
    for special in _settled(specials):
        joined.put(end, special.start, Special(end, special.start, solid=False))
        joined.put(special.start, special.end, special)
        end = special.end
    last = faces[-1].end if faces else 0
    joined.put(end, last, Special(end, last, solid=False))
    return joined.pieces


def _settled(specials: list[Special]) -> list[Special]:
    """Return *specials* ordered and without overlap."""
    specials.sort(key=lambda special: special.start)
    settled: list[Special] = []
    for special in specials:
        before = settled[-1] if settled else None
        if before is None or before.end <= special.start:
            settled.append(special)
            continue
        settled.pop()
        if before.start < special.start:
            settled.append(before._replace(end=special.start))
        settled.append(special)
        if before.end > special.end:
            settled.append(before._replace(start=special.end))
    return settled


class _Joined:
    """Pieces while they are joined."""

    def __init__(self, faces: Sequence[FaceRun]) -> None:
        self.faces = faces
        self.pieces: list[Piece] = []
        self.at = 0

    def put(self, start: int, end: int, special: Special) -> None:
        """Add the characters from *start* to *end*, cut where the face changes."""
        while start < end:
            while self.faces[self.at].end <= start:
                self.at += 1
            run = self.faces[self.at]
            stop = min(end, run.end)
            face = special.face or run.face
            self.add(Piece(start, stop, run.span, face, special.solid, special.glyphs))
            start = stop

    def add(self, piece: Piece) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last is not None and piece.glyphs is None and last[2:] == piece[2:]:
            self.pieces[-1] = last._replace(end=piece.end)
        else:
            self.pieces.append(piece)
