"""Measuring a text once: classes, boxes, gaps, and where it may be broken.

Plain Han costs two look-ups a character; only the tokens between (marks, words,
blanks) are looked at one by one (typography, 3.3 to 3.5).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from bulletin_export.fonts.book import FontFace
from bulletin_export.styling.template import Composition
from bulletin_export.typesetting import classes
from bulletin_export.typesetting.classes import KINDS, Kind
from bulletin_export.typesetting.context import is_chinese, pairs_up
from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.measured import (
    AVOIDED,
    BOUND,
    FREE,
    OPEN,
    RIGID,
    SOLID,
    Elastic,
    Ending,
    Measured,
    Rank,
)
from bulletin_export.typesetting.pieces import FaceRun, Special, face_runs, join_pieces
from bulletin_export.typesetting.widths import (
    Box,
    advances,
    boxes,
    dash_is_continuous,
    dash_overlap,
)

#: Limits of the gap between Han and Latin, and of word spaces, in em (T42, T43).
_AUTOSPACE_LEAST = 0.125
_WORD_SPACE_LEAST = 0.25
_STRETCH_LIMIT = 0.5
_RANKS = {**dict.fromkeys("，、；：", Rank.COMMA), **dict.fromkeys("。．？！", Rank.FULL_STOP)}
_OUTWARD = frozenset({Kind.CLOSE, Kind.STOP})
_MARKED = frozenset({Kind.OPEN, Kind.CLOSE, Kind.STOP})
_URL = re.compile(r"(?:https?|ftp)://|www\.")
#: The places where an address may be broken (T25).
_URL_BREAK = re.compile(r"://|[/?&=\-_.]")
#: Blanks that are not drawn, in em; the others are glyphs of the face.
_BLANK_WIDTHS = {
    "\t": 1.0, "\u3000": 1.0, "\u2000": 0.5, "\u2001": 1.0, "\u2002": 0.5, "\u2003": 1.0,
    "\u2004": 1 / 3, "\u2005": 0.25, "\u2006": 1 / 6, "\u2007": 0.5, "\u2008": 0.25,
    "\u2009": 0.2, "\u200a": 0.1, "\u202f": 0.2, "\u205f": 4 / 18,
}  # fmt: skip


def measure_text(
    spans: Sequence[Span], composition: Composition, *, is_first: bool = True
) -> Measured:
    """Measure the text of *spans*, which holds no forced break.

    *is_first* says that the text begins its paragraph (for ``trim_start="not-first"``).
    """
    measuring = _Measuring(tuple(span for span in spans if span.text), composition)
    measuring.look_at_tokens()
    measuring.trim_starts(is_first=is_first)
    return measuring.finish()


class _Measuring:
    """The sequences of a `Measured` while they are filled, token by token."""

    def __init__(self, spans: tuple[Span, ...], composition: Composition) -> None:
        self.spans = spans
        self.text = text = "".join(span.text for span in spans)
        self.composition = composition
        self.rules = classes.prohibitions(composition.level, composition.region)
        self.faces = face_runs(spans)
        self.face_starts = [run.start for run in self.faces]
        self.widths: list[float] = []
        for run in self.faces:
            known = advances(run.face, run.size)
            self.widths += map(known.__getitem__, text[run.start : run.end])
        self.glue = bytearray(len(text) + 1)
        self.gaps = bytearray(b"\1") * (len(text) + 1)
        self.elastic: list[Elastic] = []
        self.headings: dict[int, float] = {}
        self.endings: dict[int, Ending] = {}
        self.offsets: dict[int, float] = {}
        self.shifts: dict[int, float] = {}
        self.autospaces: dict[int, float] = {}
        self.specials: list[Special] = []

    def run_at(self, index: int) -> FaceRun:
        """Return the run of one face and size that holds *index*."""
        if len(self.faces) == 1:
            return self.faces[0]
        return self.faces[bisect_right(self.face_starts, index) - 1]

    # --- tokens -----------------------------------------------------------------------

    def look_at_tokens(self) -> None:
        start = 0
        for verbatim, end in _regions(self.spans):
            if verbatim:
                self.verbatim(start, end)
            else:
                self.tokens(start, end)
            start = end

    def tokens(self, start: int, end: int) -> None:
        for match in classes.TOKEN.finditer(self.text, start, end):
            match match.lastgroup:
                case "mark":
                    self.mark(match.start())
                case "word":
                    self.word(match.start(), match.end())
                case "blank":
                    self.blank(match.start(), match.end())
                case "pair":
                    self.pair(match.start(), match.end())
                case "nothing":
                    self.nothing(match.start(), match.end())
                case "picture":
                    self.picture(match.start())
                case _:
                    self.modifier(match.start(), match.end())

    def verbatim(self, start: int, end: int) -> None:
        """Code: one unit, nothing squeezed inside."""
        self.unit(start, end)
        for match in classes.UNDRAWN.finditer(self.text, start, end):
            for index in range(match.start(), match.end()):
                width = 1.0 if self.text[index] == "\t" else 0.0
                self.widths[index] = width * self.run_at(index).size
            self.specials.append(Special(match.start(), match.end(), solid=True, glyphs=""))
        self.keep_distance(start, end)

    def unit(self, start: int, end: int) -> None:
        """Keep the characters from *start* to *end* together, without any widening."""
        count = end - start - 1
        if count > 0:
            self.glue[start + 1 : end] = bytes((SOLID,)) * count
            self.gaps[start + 1 : end] = bytes(count)
        self.specials.append(Special(start, end, solid=True))

    # --- words ------------------------------------------------------------------------

    def word(self, start: int, end: int) -> None:
        text = self.text
        if text[start] == "/" and end == start + 1 and self.touches_han(start, end):
            self.solidus(start)
            return
        self.unit(start, end)
        if self.rules.no_start:
            self.bind_word(start, end)
        if end - start > 4 and _URL.search(text, start, end):
            self.open_address(start, end)
        self.keep_distance(start, end)

    def bind_word(self, start: int, end: int) -> None:
        """Bind ASCII stops to the text before and brackets to the text after."""
        text = self.text
        first = text[start]
        if first in classes.WORD_NO_START and not self.is_signed(start, end):
            self.glue[start] = BOUND
        if text[end - 1] in classes.WORD_NO_END:
            self.glue[end] = BOUND
        elif text[end - 1] == "/" and end < len(text) and KINDS[text[end]] is Kind.HAN:
            self.glue[end] = BOUND
        if start and _is_modifier(first):
            self.glue[start], self.gaps[start] = SOLID, RIGID

    def is_signed(self, start: int, end: int) -> bool:
        """Tell whether a minus with its number begins at *start*: it may start a line."""
        text = self.text
        return text[start] == "-" and end > start + 1 and text[start + 1].isdigit()

    def open_address(self, start: int, end: int) -> None:
        """Let an address be broken where T25 says."""
        text = self.text
        first = _URL.search(text, start, end)
        if first is None:
            return
        for match in _URL_BREAK.finditer(text, first.start(), end):
            after = match.end()
            if after < end and text[after] not in self.rules.no_start and text[after] != "/":
                self.glue[after] = FREE

    def touches_han(self, start: int, end: int) -> bool:
        text = self.text
        before = start > 0 and KINDS[text[start - 1]] is Kind.HAN
        return before or (end < len(text) and KINDS[text[end]] is Kind.HAN)

    def keep_distance(self, start: int, end: int) -> None:
        """Put the gap between Han and Western text (T11 to T13), a blank's or a new one."""
        text, length = self.text, len(self.text)
        if start and classes.keeps_distance(text[start]):
            before = KINDS[text[start - 1]]
            if before is Kind.HAN:
                self.autospace(start)
            elif text[start - 1] == " " and start > 1 and KINDS[text[start - 2]] is Kind.HAN:
                self.blank_as_autospace(start - 1)
        if end < length and classes.keeps_distance(text[end - 1]):
            if KINDS[text[end]] is Kind.HAN:
                self.autospace(end)
            elif text[end] == " " and end + 1 < length and KINDS[text[end + 1]] is Kind.HAN:
                self.blank_as_autospace(end)

    def autospace(self, index: int) -> None:
        """Make the gap before the character *index*."""
        size = self.run_at(index - 1).size
        gap = self.composition.autospace * size
        if index in self.autospaces or not gap:
            return
        self.widths[index - 1] += gap
        cut = self.endings.get(index - 1, Ending(0.0))
        self.endings[index - 1] = cut._replace(cut=cut.cut + gap)
        self.autospaces[index] = gap
        self.stretchable(index, gap, size)

    def blank_as_autospace(self, index: int) -> None:
        """Make the blank *index* as wide as the gap it stands for, and draw nothing."""
        size = self.run_at(index).size
        gap = self.widths[index] = self.composition.autospace * size
        self.autospaces[index + 1] = gap
        self.specials.append(Special(index, index + 1, solid=True, glyphs=""))
        self.stretchable(index + 1, gap, size)

    def stretchable(self, index: int, gap: float, size: float) -> None:
        least = min(gap, _AUTOSPACE_LEAST * size)
        most = max(gap, _STRETCH_LIMIT * size)
        self.elastic.append(Elastic(index, Rank.AUTOSPACE, gap - least, most - gap))

    # --- blanks and what takes no room -------------------------------------------------

    def blank(self, start: int, end: int) -> None:
        text = self.text
        for index in range(start, end):
            self.glue[index], self.gaps[index] = BOUND, RIGID
            character = text[index]
            size = self.run_at(index).size
            if character == "\u00a0":
                self.widths[index] = advances(self.run_at(index).face, size)[" "]
            elif character != " ":
                self.widths[index] = _BLANK_WIDTHS[character] * size
            if character == " ":
                self.join_words(index)
            else:
                self.specials.append(Special(index, index + 1, solid=False, glyphs=""))
            if character in " \u00a0" and start and not self.is_gap(index):
                self.word_space(index, size)
        stays = text[end - 1] in classes.NO_BREAK_BLANKS or start == 0
        after_opening = start and text[start - 1] in self.rules.no_end
        if stays or after_opening:
            self.glue[end] = BOUND

    def join_words(self, index: int) -> None:
        """Draw the blank between two words with them."""
        around = self.text[index - 1 : index + 2] if index else ""
        if len(around) == 3 and KINDS[around[0]] is KINDS[around[2]] is Kind.WORD:
            self.specials.append(Special(index, index + 1, solid=True))

    def is_gap(self, index: int) -> bool:
        """Tell whether the blank is the one between a word and Han after it."""
        return index + 1 in self.autospaces

    def word_space(self, index: int, size: float) -> None:
        width = self.widths[index]
        shrink = max(0.0, width - _WORD_SPACE_LEAST * size)
        stretch = max(0.0, _STRETCH_LIMIT * size - width)
        self.elastic.append(Elastic(index + 1, Rank.WORD_SPACE, shrink, stretch))

    def nothing(self, start: int, end: int) -> None:
        """Joiners, selectors, soft hyphens: no room, no box, no break (T32)."""
        text = self.text
        for index in range(start, end):
            self.widths[index] = 0.0
            self.glue[index], self.gaps[index] = SOLID, RIGID
            if text[index] == classes.ZERO_WIDTH_SPACE:
                self.glue[index + 1] = FREE
        inside = 0 < start and end < len(text) and KINDS[text[start - 1]] is Kind.WORD
        inside = inside and KINDS[text[end]] is Kind.WORD
        if text[end - 1] in classes.JOINERS or (inside and classes.ZERO_WIDTH_SPACE not in text[start:end]):
            self.glue[end] = SOLID
            self.gaps[end] = RIGID
        if start == 0:
            self.glue[end] = SOLID
        self.specials.append(Special(start, end, solid=True, glyphs=""))

    def picture(self, index: int) -> None:
        """An inline picture is a square of 1 em in a run of its own."""
        self.widths[index] = self.run_at(index).size
        self.specials.append(Special(index, index + 1, solid=True, glyphs="\ufffc"))

    def modifier(self, start: int, end: int) -> None:
        """What belongs to the character before it."""
        for index in range(max(1, start), end):
            self.glue[index], self.gaps[index] = SOLID, RIGID

    # --- marks ------------------------------------------------------------------------

    def mark(self, index: int) -> None:
        text, rules = self.text, self.rules
        character = text[index]
        if character in rules.no_start:
            self.glue[index] = BOUND
        if character in rules.no_end:
            self.glue[index + 1] = BOUND
        if character in classes.CURRENCY and text[index + 1 : index + 2].isdigit():
            self.glue[index + 1] = BOUND
        if character in classes.AMBIGUOUS and not is_chinese(text, index):
            self.western(index)
            return
        run = self.run_at(index)
        if character in classes.AMBIGUOUS:
            run = self.set_in(run, index, index + 1, "中")
        box = boxes(run.face, run.size)[character]
        squeeze = 0.0
        if box.kind in _MARKED:
            squeeze = self.squeeze(index, box)
        elif box.kind in (Kind.CONNECTOR, Kind.SOLIDUS):
            self.gaps[index] = self.gaps[index + 1] = AVOIDED
        self.place(index, box, squeeze)

    def place(self, index: int, box: Box, squeeze: float) -> None:
        """Give a mark its box less *squeeze*, and its glyph its place in it."""
        width = self.widths[index] = box.width - squeeze
        offset = box.offset - squeeze if box.kind is Kind.OPEN else box.offset
        after = width - offset - box.advance
        if offset:
            self.offsets[index] = offset
            self.shifts[index] = self.shifts.get(index, 0.0) + offset
        if after:
            self.shifts[index + 1] = self.shifts.get(index + 1, 0.0) + after

    def squeeze(self, index: int, box: Box) -> float:
        """Return what neighbours take from a bracket or stop; note what is left (T09)."""
        character = self.text[index]
        if character not in self.rules.squeezable:
            return 0.0
        rank = _RANKS.get(character, Rank.BRACKET)
        if box.kind is Kind.OPEN:
            before = self.text[index - 1] if index else ""
            taken = box.blank if before == "\u3000" or before in classes.OPENING and before else 0.0
            if box.blank > taken:
                self.elastic.append(Elastic(index, rank, box.blank - taken, 0.0))
            self.headings[index] = taken
            return taken
        after = self.text[index + 1 : index + 2]
        kind = KINDS[after] if after else Kind.BLANK
        taken = box.blank if kind in _MARKED or after == "\u3000" or pairs_up(self.text, index) else 0.0
        if box.blank > taken:
            self.elastic.append(Elastic(index + 1, rank, box.blank - taken, 0.0))
        self.endings[index] = self.ending(index, box, taken)
        return taken

    def ending(self, index: int, box: Box, taken: float) -> Ending:
        """Return what a closing mark or stop does at the end of a line (T45, T47)."""
        paired = taken if pairs_up(self.text, index) else 0.0
        match self.composition.trim_end:
            case "full":
                return Ending(paired - taken)
            case "allow":
                return Ending(paired - taken, box.blank - paired)
            case "hang" if self.may_hang(index, box):
                return Ending(box.width - taken, hangs=True)
            case _:
                return Ending(box.blank - taken)

    def may_hang(self, index: int, box: Box) -> bool:
        """Only a stop hangs, and only alone (T47)."""
        return box.kind is Kind.STOP and index > 0 and KINDS[self.text[index - 1]] is Kind.HAN

    def western(self, index: int) -> None:
        """Set a quote or dash of a Western text as a part of its words."""
        run = self.set_in(self.run_at(index), index, index + 1, "a")
        self.widths[index] = advances(run.face, run.size)[self.text[index]]
        text = self.text
        if index and KINDS[text[index - 1]] is Kind.WORD:
            self.gaps[index] = RIGID
        if index + 1 < len(text) and KINDS[text[index + 1]] is Kind.WORD:
            self.gaps[index + 1] = RIGID
            if text[index] == "–":
                self.glue[index + 1] = BOUND

    def solidus(self, index: int) -> None:
        """Set a / that touches Han: half an em, at neither end of a line (T07)."""
        run = self.run_at(index)
        advance = self.widths[index]
        if "/" in self.rules.no_start:
            self.glue[index] = self.glue[index + 1] = BOUND
        self.gaps[index] = self.gaps[index + 1] = AVOIDED
        half = run.size / 2
        box = Box(Kind.SOLIDUS, advance, half, (half - advance) / 2, 0.0)
        self.place(index, box, 0.0)

    # --- dashes and ellipses ------------------------------------------------------------

    def pair(self, start: int, end: int) -> None:
        """Set —— or ……: 2 em, never split, never widened inside (T03, T04)."""
        text = self.text
        dash = classes.TWO_EM_DASH if text[start] == "—" else text[start]
        if dash in self.rules.no_start:
            self.glue[start] = BOUND
        self.unit(start, end)
        if not is_chinese(text, start):
            return
        run = self.set_in(self.run_at(start), start, end, "中", solid=True)
        if text[start] == "—" and not dash_is_continuous(run.face):
            self.broken_dash(start, end, run)
            return
        for index in range(start, end):
            self.place(index, boxes(run.face, run.size)[text[index]], 0.0)

    def broken_dash(self, start: int, end: int, run: FaceRun) -> None:
        """Make a dash of a face whose — does not reach its neighbour."""
        count = end - start
        self.widths[start:end] = [run.size] * count
        if count % 2 == 0 and run.face.has(classes.TWO_EM_DASH):
            glyphs = classes.TWO_EM_DASH * (count // 2)
            self.specials.append(Special(start, end, solid=True, face=run.face, glyphs=glyphs))
            return
        overlap = dash_overlap(run.face, run.size)
        advance = advances(run.face, run.size)["—"]
        ink = count * advance - (count - 1) * overlap
        margin = (count * run.size - ink) / 2
        self.offsets[start] = margin
        self.shifts[start] = self.shifts.get(start, 0.0) + margin
        for index in range(start + 1, end):
            self.shifts[index] = -overlap
            self.offsets[index] = margin + (index - start) * (advance - overlap - run.size)
        self.shifts[end] = margin

    def set_in(
        self, run: FaceRun, start: int, end: int, like: str, *, solid: bool = False
    ) -> FaceRun:
        """Set ambiguous characters in the face of *like*, if it has them."""
        face: FontFace = self.spans[run.span].chain.face(like)
        if face is run.face or not face.has(self.text[start]):
            return run
        solid = solid or like == "a"
        self.specials.append(Special(start, end, solid=solid, face=face))
        return run._replace(face=face)

    # --- the whole ----------------------------------------------------------------------

    def trim_starts(self, *, is_first: bool) -> None:
        """Settle how much less an opening mark takes at a line start (T46)."""
        trim = self.composition.trim_start
        for index, taken in self.headings.items():
            run = self.run_at(index)
            trims = trim == "all" or (trim == "not-first" and not (is_first and index == 0))
            blank = boxes(run.face, run.size)[self.text[index]].blank
            self.headings[index] = (blank if trims else 0.0) - taken

    def finish(self) -> Measured:
        self.glue[len(self.text)] = FREE
        self.elastic.sort(key=lambda elastic: elastic.index)
        shifts = sorted(item for item in self.shifts.items() if abs(item[1]) > 1e-9)
        pieces = join_pieces(self.faces, self.specials)
        return Measured(
            text=self.text,
            spans=self.spans,
            edges=[0.0, *accumulate(self.widths)],
            glue=self.glue,
            gaps=self.gaps,
            elastic=self.elastic,
            elastic_index=[elastic.index for elastic in self.elastic],
            elastic_sums=[0.0, *accumulate(elastic.shrink for elastic in self.elastic)],
            headings=self.headings,
            endings=self.endings,
            offsets=self.offsets,
            shift_index=[index for index, _ in shifts],
            shifts=[points for _, points in shifts],
            autospaces=self.autospaces,
            pieces=pieces,
            piece_starts=[piece.start for piece in pieces],
        )


def _regions(spans: tuple[Span, ...]) -> list[tuple[bool, int]]:
    """Return the stretches that are verbatim or not, with their ends."""
    regions: list[tuple[bool, int]] = []
    end = 0
    for span in spans:
        end += len(span.text)
        if regions and regions[-1][0] is span.verbatim:
            regions.pop()
        regions.append((span.verbatim, end))
    return regions


def _is_modifier(character: str) -> bool:
    return "\u0300" <= character <= "\u036f" or "\u20d0" <= character <= "\u20ff"
