"""Operators that show the runs of a line, one after the other (ISO 32000-1, 9.3 and 9.4).

Some readers take the words from the glyphs alone, and guess a blank from a gap. So every
blank is shown, a line is one text object, and the pen moves by numbers so small that
nobody takes one for a blank: pypdf does from half a blank on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from msgspec.structs import replace

from bulletin_export.fonts.face import IGNORABLE, FontFace
from bulletin_export.typesetting.layout import Run
from bulletin_export.writers.pdf.colour import Ink
from bulletin_export.writers.pdf.copying import SOFT_HYPHEN, STANDS_FOR
from bulletin_export.writers.pdf.objects import literal
from bulletin_export.writers.pdf.type0 import EmbeddedFont

#: Stroke around the outlines of a face that has no bold one, in em.
_BOLD_STROKE = 0.028
#: The largest step that is no blank to anybody, as a part of one and in thousandths of an em.
_PART_OF_BLANK, _LEAST_STEP, _LARGEST_STEP = 0.45, 20, 90

_TEXTS = str.maketrans(dict(STANDS_FOR))
_BLANKS = "".join([*IGNORABLE, *" \u00a0\u202f\u205f\u3000", *map(chr, range(0x2000, 0x200B))])

FontOf = Callable[[FontFace], EmbeddedFont]


class Pen:
    """Shows runs; repeats no operator that is already in force."""

    def __init__(self, write: Callable[[bytes], object], font_of: FontOf, ink: Ink) -> None:
        self._write = write
        self._font_of = font_of
        self._ink = ink
        self._font: EmbeddedFont | None = None
        self._size = 0.0
        self._step = _LEAST_STEP
        self._tracking = 0.0
        self._colour = "#000000"
        self._stroke = 0.0
        self._rise = 0.0
        #: Where the next glyph would stand, but for the glyphs and shifts of the last run.
        self._x = 0.0
        self._passed: Run | None = None

    @contextmanager
    def turned(self, matrix: bytes) -> Iterator[None]:
        """Show what is shown meanwhile through *matrix* (ISO 32000-1, 8.4.2)."""
        names = ("_font", "_size", "_step", "_tracking", "_colour", "_stroke", "_rise")
        state = {name: getattr(self, name) for name in names}
        self._write(b"q %s cm" % matrix)
        yield
        self._write(b"Q")
        for name, value in state.items():
            setattr(self, name, value)

    def begin(self, x: float, y: float) -> None:
        """Begin a line at (x, y)."""
        self._write(b"BT %.2f %.2f Td" % (x, y))
        self._x = round(x, 2)
        self._passed = None

    def end(self) -> None:
        """End the line."""
        self._write(b"ET")

    def show(self, run: Run, x: float, blanks: str = "", after: str = "") -> None:
        """Show *run* at *x*, *blanks* where the pen stands before it, and others *after* it."""
        font = self._font_of(run.face)
        self._set(run, font)
        if not IGNORABLE.isdisjoint(run.text):
            run = _visible(run)
        parts: list[bytes] = []
        if blanks:
            self._add(_shown(blanks, run.face), run, font, parts)
        rest = self._show_moved(run, x - self._place(), font.encode(run.text), parts)
        self._x = x - rest
        self._passed = run
        if after:
            self._add(_shown(after, run.face), run, font, parts)
        if len(parts) == 1 and parts[0].startswith(b"("):
            self._write(parts[0] + b"Tj")
        elif parts:  # a lone move, too, where nothing is visible
            self._write(b"[%s]TJ" % b"".join(parts))

    def show_here(self, run: Run, blanks: str) -> None:
        """Show *blanks* where the pen stands, as *run* looks."""
        self.show(replace(run, text="", shifts=()), self._place(), blanks)

    def _show_moved(self, run: Run, rest: float, codes: bytes, parts: list[bytes]) -> float:
        """Add *run* to *parts*, moved by *rest* and its shifts; return what rounding leaves."""
        size, start = run.size, 0
        for index, points in run.shifts:
            rest = self._move(rest, size, parts)
            if index > start:
                parts.append(literal(codes[2 * start : 2 * index]))
                start = index
            rest += points
        rest = self._move(rest, size, parts)
        if codes[2 * start :]:
            parts.append(literal(codes[2 * start :]))
        return rest

    def _place(self) -> float:
        """Return where the next glyph would stand; nobody asks at the end of a line."""
        if (run := self._passed) is not None:
            self._x += sum([points for _, points in run.shifts])
            self._advance(run, run.text)
            self._passed = None
        return self._x

    def _advance(self, run: Run, text: str) -> None:
        self._x += sum(map(run.face.advance, text)) * run.size + run.tracking * len(text)

    def _add(self, text: str, run: Run, font: EmbeddedFont, parts: list[bytes]) -> None:
        """Add what shows *text* as *run* looks, and bring the pen behind it."""
        if text:
            self._place()
            self._advance(run, text.replace(SOFT_HYPHEN, "-"))
            parts.append(literal(font.encode(text)))

    def _move(self, points: float, size: float, parts: list[bytes]) -> float:
        """Add to *parts* what moves the pen by *points*; return what rounding leaves."""
        number = round(1000 * points / size)
        if not number:
            return points
        if number > self._step:
            count = -(-number // self._step)
            ends = [number * at // count for at in range(count + 1)]
            parts.append(b" ".join([b"%d" % (low - high) for low, high in pairwise(ends)]))
        else:
            parts.append(b"%d" % -number)
        return points - number * size / 1000

    def _set(self, run: Run, font: EmbeddedFont) -> None:
        """Set what *run* needs, but for its place."""
        self.set_colour(run.colour)
        if self._font is not font or self._size != run.size:
            self._font, self._size = font, run.size
            self._write(b"/%s %.6g Tf" % (font.resource, run.size))
            blank = int(1000 * _PART_OF_BLANK * run.face.advance(" "))
            self._step = min(max(blank, _LEAST_STEP), _LARGEST_STEP)
        if self._tracking != run.tracking:
            self._tracking = run.tracking
            self._write(b"%.4f Tc" % run.tracking)
        if self._rise != run.rise:
            self._rise = run.rise
            self._write(b"%.3f Ts" % run.rise)
        width = _BOLD_STROKE * run.size if run.face.is_emboldened else 0.0
        if width != self._stroke:
            self._stroke = width
            self._write(b"2 Tr %.3f w" % width if width else b"0 Tr")

    def set_colour(self, colour: str) -> None:
        """Fill and stroke in *colour* from here on."""
        if colour != self._colour:
            self._colour = colour
            self._write(self._ink(colour))


def blanks_beside(text: str, runs: Sequence[Run]) -> tuple[list[str], str]:
    """Return the blanks that *text* has before each of *runs* and after them, and no run shows."""
    found: list[str] = []
    at = 0
    for run in runs:
        shown = run.text.translate(_TEXTS)
        start = text.find(shown, at)
        between = text[at:start] if start >= 0 else ""
        if start >= 0 and not between.strip(_BLANKS):
            at = start + len(shown)
        found.append(between if between.isspace() else "")
    rest = text[at:]
    return found, rest if rest.isspace() else ""


def without_hyphen(text: str, run: Run) -> tuple[Run, str]:
    """Return *run*, the last of a line that reads *text*, and the hyphen that it draws besides."""
    if run.text.endswith("-") and not text.rstrip().endswith("-"):
        return replace(run, text=run.text[:-1]), SOFT_HYPHEN
    return run, ""


def _shown(blanks: str, face: FontFace) -> str:
    """Return those of *blanks* that *face* has; a hyphen it has, if it was drawn."""
    return "".join(
        [one for one in blanks if one == SOFT_HYPHEN or (one not in IGNORABLE and face.has(one))]
    )


def _visible(run: Run) -> Run:
    """Return *run* without characters that have no ink.

    They take no room; the tracking after each is kept as a shift.
    """
    shifts = dict(run.shifts)
    result: list[str] = []
    moved: dict[int, float] = {}
    for index, character in enumerate(run.text):
        extra = shifts.get(index, 0.0)
        if character in IGNORABLE:
            extra += run.tracking
        if extra:
            moved[len(result)] = moved.get(len(result), 0.0) + extra
        if character not in IGNORABLE:
            result.append(character)
    return replace(run, text="".join(result), shifts=tuple(moved.items()))
