"""Page contents: operators for the runs, rules and pictures of one page.

ISO 32000-1, 8 and 9. Layout has its origin top left, PDF bottom left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from math import cos, radians, sin

from msgspec.structs import replace

from bulletin_export.fonts.face import IGNORABLE, FontFace
from bulletin_export.typesetting.layout import (
    Line,
    Page,
    PlacedLine,
    PlacedPicture,
    Rule,
    Run,
)
from bulletin_export.writers.pdf.copying import copied_parts, has_invisible, may_copy_wrong
from bulletin_export.writers.pdf.objects import literal
from bulletin_export.writers.pdf.type0 import EmbeddedFont

#: Depth of an underline and height of a strike through the middle of Han characters, in em.
_UNDERLINE, _STRIKE, _THICKNESS = -0.12, 0.36, 0.05
#: The box for a missing character: blank beside it, thickness of its line, height, in em.
_BOX_EDGE, _BOX_LINE, _BOX_HEIGHT = 0.1, 0.04, 0.76
#: Stroke around the outlines of a face that has no bold one, in em.
_BOLD_STROKE = 0.028

FontOf = Callable[[FontFace], EmbeddedFont]
PictureNamed = Callable[[str], bytes | None]


class PageContent:
    """Writes the operators of one page; repeats none that is already in force."""

    def __init__(self, page: Page, font_of: FontOf, picture_named: PictureNamed) -> None:
        self._page = page
        self._font_of = font_of
        self._picture_named = picture_named
        self._operators: list[bytes] = []
        #: Where layout's y begins.
        self._top = page.height
        self._font: tuple[bytes, float]
        self._forget()
        # Asked once for the whole page: it is hardly ever so.
        self._has_invisible = has_invisible("".join({p.line.text for p in page.lines}))

    def written(self) -> bytes:
        """Return all operators of the page, in painting order."""
        self._artifact(self._page.background, b"/Watermark")
        if self._page.is_turned:
            # To the left: the head of the text along the left edge (GB/T 9704-2012, 8).
            self._operators.append(b"q 0 1 -1 0 %.3f 0 cm" % self._page.width)
            self._top = self._page.width
            self._text_area()
            self._operators.append(b"Q")
            self._top = self._page.height
            self._forget()
        else:
            self._text_area()
        for rule in self._page.furniture_rules:
            self._rule(rule)
        self._artifact(self._page.furniture)
        return b"\n".join(self._operators)

    def _text_area(self) -> None:
        for rule in self._page.rules:
            self._rule(rule)
        for picture in self._page.pictures:
            self._picture(picture)
        for placed in self._page.lines:
            self._line(placed)
        self._artifact(self._page.repeated)

    def _artifact(self, lines: Sequence[PlacedLine], subtype: bytes = b"") -> None:
        """Paint *lines* that are no part of the text (ISO 32000-1, 14.8.2.2)."""
        if lines:
            entries = b" /Subtype " + subtype if subtype else b""
            self._operators.append(b"/Artifact <</Type /Pagination%s>> BDC" % entries)
            for placed in lines:
                self._line(placed)
            self._operators.append(b"EMC")

    def _forget(self) -> None:
        """Begin as on a new page: nothing is in force."""
        self._font, self._tracking, self._colour, self._stroke = (b"", 0.0), 0.0, "#000000", 0.0

    def _turned(self, placed: PlacedLine) -> None:
        """Paint a line that is turned about its origin (ISO 32000-1, 8.3.3)."""
        state = (self._font, self._tracking, self._colour, self._stroke)
        c, s = cos(radians(placed.angle)), sin(radians(placed.angle))
        origin = (placed.x, self._top - placed.y)
        self._operators.append(b"q %.6f %.6f %.6f %.6f %.3f %.3f cm" % (c, s, -s, c, *origin))
        self._line(replace(placed, x=0.0, y=self._top, angle=0.0))
        self._operators.append(b"Q")
        self._font, self._tracking, self._colour, self._stroke = state

    def _line(self, placed: PlacedLine) -> None:
        line = placed.line
        if not line.runs:
            return
        if placed.angle:
            self._turned(placed)
            return
        x, y = placed.x, self._top - placed.y
        spoken = may_copy_wrong(line) or self._is_ambiguous(line)
        for text, runs in copied_parts(line) if spoken else ((None, line.runs),):
            self._text(runs, x, y, text)
        for run in line.runs:
            if run.underline or run.strike:
                self._strokes(run, x + run.x, y + run.rise)
            if missing := self._font_of(run.face).unpainted(run.text):
                self._boxes(run, missing, x + run.x, y + run.rise)

    def _text(self, runs: Iterable[Run], x: float, y: float, text: str | None) -> None:
        """Show *runs* as one text object; *text* is what copying it has to give."""
        write = self._operators.append
        if text is not None:
            actual = literal(b"\xfe\xff" + text.encode("utf-16-be", "replace"))
            write(b"/Span <</ActualText %s>> BDC" % actual)
        write(b"BT")
        for run in runs:
            self._run(run, x + run.x, y + run.rise)
        write(b"ET")
        if text is not None:
            write(b"EMC")

    def _is_ambiguous(self, line: Line) -> bool:
        """Tell whether *line* has characters without ink, or a glyph of another character."""
        if self._has_invisible and has_invisible(line.text):
            return True
        return any(self._font_of(run.face).has_alias(run.text) for run in line.runs)

    def _run(self, run: Run, x: float, y: float) -> None:
        write = self._operators.append
        font = self._font_of(run.face)
        self._set_colour(run.colour)
        if self._font != (font.resource, run.size):
            self._font = (font.resource, run.size)
            write(b"/%s %.6g Tf" % self._font)
        if self._tracking != run.tracking:
            self._tracking = run.tracking
            write(b"%.4f Tc" % run.tracking)
        self._set_stroke(_BOLD_STROKE * run.size if run.face.is_emboldened else 0.0)
        write(b"1 0 0 1 %.3f %.3f Tm" % (x, y))
        if self._has_invisible and has_invisible(run.text):
            run = _visible(run)
        write(_shown(run, font))

    def _boxes(self, run: Run, missing: set[str], x: float, y: float) -> None:
        """Draw an empty box in the place of each character of *run* that is *missing*."""
        self._set_colour(run.colour)
        shifts = dict(run.shifts)
        for index, character in enumerate(run.text):
            x += shifts.get(index, 0.0)
            width = run.face.advance(character) * run.size
            if character in missing:
                edge = _BOX_EDGE * run.size
                box = (_BOX_LINE * run.size, x + edge, y, width - 2 * edge, _BOX_HEIGHT * run.size)
                self._operators.append(b"q %.3f w %.3f %.3f %.3f %.3f re S Q" % box)
            x += width + run.tracking

    def _strokes(self, run: Run, x: float, y: float) -> None:
        self._set_colour(run.colour)
        heights = ((run.underline, _UNDERLINE), (run.strike, _STRIKE))
        thickness = _THICKNESS * run.size
        for is_wanted, height in heights:
            if is_wanted:
                self._rectangle(x, y + height * run.size - thickness / 2, run.width, thickness)

    def _rule(self, rule: Rule) -> None:
        self._set_colour(rule.colour)
        bottom = self._top - rule.y - rule.height
        self._rectangle(rule.x, bottom, rule.width, rule.height)

    def _rectangle(self, x: float, y: float, width: float, height: float) -> None:
        self._operators.append(b"%.3f %.3f %.3f %.3f re f" % (x, y, width, height))

    def _picture(self, picture: PlacedPicture) -> None:
        resource = self._picture_named(picture.media)
        if resource is None:
            return
        bottom = self._top - picture.y - picture.height
        matrix = b"%.3f 0 0 %.3f %.3f %.3f" % (picture.width, picture.height, picture.x, bottom)
        if picture.is_turned:
            right = picture.x + picture.width
            matrix = b"0 %.3f %.3f 0 %.3f %.3f" % (picture.height, -picture.width, right, bottom)
        self._operators.append(b"q %s cm /%s Do Q" % (matrix, resource))

    def _set_colour(self, colour: str) -> None:
        if colour != self._colour:
            self._colour = colour
            self._operators.append(_colour(colour))

    def _set_stroke(self, width: float) -> None:
        if width != self._stroke:
            self._operators.append(b"2 Tr %.3f w" % width if width else b"0 Tr")
            self._stroke = width


@cache
def _colour(colour: str) -> bytes:
    """Return the operators that fill and stroke in *colour* (``#RRGGBB``)."""
    levels = b" ".join(b"%.4g" % (byte / 255) for byte in bytes.fromhex(colour[1:]))
    return levels + b" rg " + levels + b" RG"


def _shown(run: Run, font: EmbeddedFont) -> bytes:
    """Return the operator that shows the glyphs of *run*, its shifts included."""
    codes = font.encode(run.text)
    if not run.shifts:
        return literal(codes) + b" Tj"
    parts = []
    start = 0
    for index, points in run.shifts:
        if index > start:
            parts.append(literal(codes[2 * start : 2 * index]))
        parts.append(b"%.2f" % (-1000 * points / run.size))
        start = index
    parts.append(literal(codes[2 * start :]))
    return b"[%s] TJ" % b"".join(parts)


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
