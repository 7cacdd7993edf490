"""The sequences of a `Measured` while tokens fill them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from bulletin_export.fonts.book import FontFace
from bulletin_export.styling.template import Composition
from bulletin_export.typesetting.classes import prohibitions
from bulletin_export.typesetting.layout import UNTAGGED, Span
from bulletin_export.typesetting.measured import FREE, SOLID, Elastic, Ending, Measured
from bulletin_export.typesetting.pieces import FaceRun, Special, face_runs, join_pieces


class Draft:
    """What is known of a text so far; every plain character is set solid from the start."""

    def __init__(self, spans: tuple[Span, ...], composition: Composition) -> None:
        self.spans = spans
        self.text = text = "".join(span.text for span in spans)
        self.composition = composition
        self.rules = prohibitions(composition.level, composition.region)
        self.faces = face_runs(spans)
        self.face_starts = [run.start for run in self.faces]
        self.widths: list[float] = []
        for run in self.faces:
            self.widths += map(run.advance, text[run.start : run.end])
        self.glue = bytearray(len(text) + 1)
        self.gaps = bytearray(b"\1") * (len(text) + 1)
        self.elastic: list[Elastic] = []
        self.elastic_index: list[int] = []
        self.headings: dict[int, float] = {}
        self.endings: dict[int, Ending] = {}
        self.offsets: dict[int, float] = {}
        self.shifts: dict[int, float] = {}
        self.trailing: dict[int, int] = {}
        self.autospaces: dict[int, float] = {}
        self.specials: list[Special] = []

    def run_at(self, index: int) -> FaceRun:
        """Return the run of one face and size that holds *index*."""
        if len(self.faces) == 1:
            return self.faces[0]
        return self.faces[bisect_right(self.face_starts, index) - 1]

    def unit(self, start: int, end: int) -> None:
        """Keep the characters from *start* to *end* together, without any widening."""
        count = end - start - 1
        if count > 0:
            self.glue[start + 1 : end] = bytes((SOLID,)) * count
            self.gaps[start + 1 : end] = bytes(count)
        self.specials.append(Special(start, end, solid=True))

    def trail(self, start: int, end: int) -> None:
        """Note that the characters from *start* to *end* take no room at a line end."""
        first = self.trailing.get(start, start)
        self.trailing.update(dict.fromkeys(range(start + 1, end + 1), first))

    def place(self, index: int, width: float, offset: float, advance: float) -> None:
        """Give the character *index* a box of *width*, and its glyph its place in it."""
        self.widths[index] = width
        after = width - offset - advance
        if offset:
            self.offsets[index] = offset
            self.shifts[index] = self.shifts.get(index, 0.0) + offset
        if after:
            self.shifts[index + 1] = self.shifts.get(index + 1, 0.0) + after

    def give(self, index: int, elastic: Elastic) -> None:
        """Note a blank before the character *index*; indices never fall."""
        self.elastic_index.append(index)
        self.elastic.append(elastic)

    def set_in(
        self, run: FaceRun, start: int, end: int, like: str, *, solid: bool = False
    ) -> FaceRun:
        """Set ambiguous characters in the face of *like*, if that one has them."""
        face: FontFace = self.spans[run.span].chain.face(like)
        if face is run.face or not face.has(self.text[start]):
            return run
        self.specials.append(Special(start, end, solid=solid, face=face))
        return run._replace(face=face)

    def finish(self) -> Measured:
        """Return the text as measured."""
        self.glue[len(self.text)] = FREE
        shifts = sorted([item for item in self.shifts.items() if abs(item[1]) > 1e-9])
        pieces = join_pieces(self.faces, self.specials)
        return Measured(
            text=self.text,
            spans=self.spans,
            edges=[0.0, *accumulate(self.widths)],
            glue=self.glue,
            gaps=self.gaps,
            elastic=self.elastic,
            elastic_index=self.elastic_index,
            elastic_sums=[0.0, *accumulate([elastic.shrink for elastic in self.elastic])],
            headings=self.headings,
            endings=self.endings,
            offsets=self.offsets,
            shift_index=[index for index, _ in shifts],
            shifts=[points for _, points in shifts],
            trailing=self.trailing,
            autospaces=self.autospaces,
            pieces=pieces,
            piece_starts=[piece.start for piece in pieces],
            has_strokes=any(one.underline or one.strike or one.link for one in self.spans),
            has_tags=any(one.tag != UNTAGGED for one in self.spans),
            readings=list(self._readings()),
        )

    def _readings(self) -> Iterator[tuple[int, Span]]:
        start = 0
        for span in self.spans:
            if span.reading:
                yield start, span
            start += len(span.text)
