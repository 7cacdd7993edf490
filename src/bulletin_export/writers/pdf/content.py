"""Page contents: operators for the lines, rules and pictures of one page.

ISO 32000-1, 8, 9 and 14.6. Layout has its origin top left, PDF bottom left. Everything is
marked content: text and pictures with a number, by which the structure finds them, all
else as artifacts (ISO 14289-1, 7.1).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from math import cos, radians, sin
from typing import NamedTuple

from bulletin_export.typesetting.layout import (
    UNTAGGED,
    Page,
    Part,
    PlacedLine,
    PlacedPicture,
    Rule,
    Run,
)
from bulletin_export.writers.pdf.colour import Ink
from bulletin_export.writers.pdf.copying import copied_parts, has_rare, without_blanks
from bulletin_export.writers.pdf.objects import literal
from bulletin_export.writers.pdf.showing import FontOf, Pen, blanks_beside, without_hyphen
from bulletin_export.writers.pdf.strokes import is_adorned, rectangle, strokes

PictureNamed = Callable[[str], bytes | None]


class Marks(NamedTuple):
    """What the marked content of a page belongs to, as its numbers count it."""

    #: The tag of each piece of marked content.
    tags: list[int]
    #: The numbers of all pieces in reading order.
    order: list[int]
    #: Those that are read after all later pages.
    late: set[int]
    #: Tags of pictures, and where these stand: left, bottom, right, top.
    frames: list[tuple[int, tuple[float, float, float, float]]]


class PageContent:
    """Writes the operators of one page."""

    def __init__(self, page: Page, font_of: FontOf, picture_named: PictureNamed, ink: Ink) -> None:
        self._page = page
        #: Where layout's y begins.
        self._top = page.height
        self._font_of = font_of
        self._picture_named = picture_named
        self._operators: list[bytes] = []
        self._write = self._operators.append
        self._pen = Pen(self._write, font_of, ink)
        #: Pictures that stand in lines, by their tags, until their line is painted.
        self._inline: dict[int, PlacedPicture] = {}
        #: Strokes of the lines: colour and operator.
        self._ornaments: list[tuple[str, bytes]] = []
        #: Where layout's y begins.
        self._top = page.height
        self.marks = Marks([], [], set(), [])

    def written(self) -> bytes:
        """Return all operators of the page, in painting order."""
        page = self._page
        self._running(page.background, b"/Subtype/Watermark")
        if page.is_turned:
            # To the left: the head of the text along the left edge (GB/T 9704-2012, 8).
            with self._pen.turned(b"0 1 -1 0 %.3f 0" % page.width):
                self._top = page.width
                self._text_area()
                self._top = page.height
        else:
            self._text_area()
        self._artifact([(rule.colour, self._rule(rule)) for rule in page.furniture_rules])
        self._running(page.furniture)
        return b"\n".join(self._operators)

    def _text_area(self) -> None:
        page = self._page
        self._artifact([(rule.colour, self._rule(rule)) for rule in page.rules])
        inline = {part.tag for one in page.lines for part in one.line.parts if not part.runs}
        inline.discard(UNTAGGED)
        for picture in page.pictures:
            if picture.tag in inline:
                self._inline[picture.tag] = picture
            else:
                self._picture(picture)
        for placed in page.lines:
            self._line(placed)
        self._artifact(self._ornaments)
        self._running(page.repeated)

    def _mark(self, tag: int, x: float) -> int:
        """Return the number of the next piece of marked content, at *x*, which belongs to *tag*."""
        number = len(self.marks.tags)
        self.marks.tags.append(tag)
        self.marks.order.append(number)
        if (later := self._page.read_later) and later[0] <= x < later[1]:
            self.marks.late.add(number)
        return number

    def _line(self, placed: PlacedLine) -> None:
        """Show the parts of a line, each with its number and with what copying it gives."""
        line = placed.line
        if not line.runs and not line.parts:
            return
        parts = line.parts or (Part(line.text, len(line.runs), UNTAGGED),)
        pictures: list[tuple[PlacedPicture, int]] = []
        order = self.marks.order
        runs = iter(line.runs)
        self._pen.begin(placed.x, self._top - placed.y)
        for index, part in enumerate(parts, 1):
            tag = placed.tag if part.tag == UNTAGGED else part.tag
            if picture := self._inline.pop(tag, None):
                pictures.append((picture, len(order)))
                continue
            text = part.text + line.ending if index == len(parts) else part.text
            shown = list(islice(runs, part.runs))
            before = after = ""
            if len(parts) > 1:
                before, shown, after = without_blanks(text, shown)
                text = text[len(before) : len(text) - len(after)]
            self._blanks(before, shown, placed.x, tag)
            if has_rare(text):
                for actual, pieces in copied_parts(text, shown):
                    if pieces:
                        self._marked(actual, pieces, placed.x, tag)
            elif shown:
                self._marked(text, shown, placed.x, tag)
            self._blanks(after, shown, placed.x, tag)
        self._pen.end()
        # Painted outside of the text, read inside of it.
        for picture, place in reversed(pictures):
            count = len(order)
            self._picture(picture)
            if len(order) > count:
                order.insert(place, order.pop())
        self._adorn(placed)

    def _marked(self, text: str | None, runs: Sequence[Run], x: float, tag: int) -> None:
        """Show *runs* as a piece that belongs to *tag*; *text* is what copying it has to give.

        Poppler asks for the tag Span with ActualText, and knows one number a piece, not
        nested; pdfium takes the text of the innermost: both stand in one list.
        """
        actual = b""
        if text is not None:
            spelled = b"\xfe\xff" + text.encode("utf-16-be", "replace")
            actual = b"/ActualText" + literal(spelled)
        self._write(b"/Span<</MCID %d%s>>BDC" % (self._mark(tag, x), actual))
        self._runs(text or "", runs, x)
        self._write(b"EMC")

    def _blanks(self, blanks: str, runs: Sequence[Run], x: float, tag: int) -> None:
        """Show *blanks* beside *runs*, by glyphs alone: poppler adds its own to an ActualText."""
        if blanks:
            self._write(b"/Span<</MCID %d>>BDC" % self._mark(tag, x))
            self._pen.show_here(runs[0], blanks)
            self._write(b"EMC")

    def _runs(self, text: str, runs: Sequence[Run], x: float) -> None:
        if len(runs) == 1 and runs[0].text == text:
            self._pen.show(runs[0], x + runs[0].x)
            return
        last, hyphen = without_hyphen(text, runs[-1])
        runs = (*runs[:-1], last)
        blanks, after = blanks_beside(text, runs)
        for run, before in zip(runs[:-1], blanks[:-1], strict=True):
            self._pen.show(run, x + run.x, before)
        self._pen.show(runs[-1], x + runs[-1].x, blanks[-1], after + hyphen)

    def _running(self, lines: Sequence[PlacedLine], entries: bytes = b"") -> None:
        """Show *lines* that are no part of the text (ISO 32000-1, 14.8.2.2)."""
        if not lines:
            return
        self._write(b"/Artifact<</Type/Pagination%s>>BDC" % entries)
        for placed in lines:
            x, y = placed.x, self._top - placed.y
            if placed.angle:
                c, s = cos(radians(placed.angle)), sin(radians(placed.angle))
                with self._pen.turned(b"%.6f %.6f %.6f %.6f %.3f %.3f" % (c, s, -s, c, x, y)):
                    self._alone(placed, 0.0, 0.0)
            else:
                self._alone(placed, x, y)
        self._write(b"EMC")

    def _alone(self, placed: PlacedLine, x: float, y: float) -> None:
        if placed.line.runs:
            self._pen.begin(x, y)
            self._runs(placed.line.text, placed.line.runs, x)
            self._pen.end()

    def _adorn(self, placed: PlacedLine) -> None:
        """Keep the strokes of a line, to be painted later."""
        if is_adorned(placed.line.runs):
            self._ornaments += strokes(placed.line.runs, placed.x, self._top - placed.y)

    def _rule(self, rule: Rule) -> bytes:
        bottom = self._top - rule.y - rule.height
        return rectangle(rule.x, bottom, rule.width, rule.height)

    def _artifact(self, painted: Sequence[tuple[str, bytes]]) -> None:
        """Paint what carries no words: colours and operators."""
        if not painted:
            return
        self._write(b"/Artifact BMC")
        for colour, operator in painted:
            self._pen.set_colour(colour)
            self._write(operator)
        self._write(b"EMC")

    def _picture(self, picture: PlacedPicture) -> None:
        resource = self._picture_named(picture.media)
        if resource is None:
            return
        bottom = self._top - picture.y - picture.height
        matrix = b"%.3f 0 0 %.3f %.3f %.3f" % (picture.width, picture.height, picture.x, bottom)
        if picture.is_turned:
            right = picture.x + picture.width
            matrix = b"0 %.3f %.3f 0 %.3f %.3f" % (picture.height, -picture.width, right, bottom)
        if picture.tag == UNTAGGED:
            self._write(b"/Artifact BMC")
        else:
            self.marks.frames.append((picture.tag, self._frame(picture)))
            self._write(b"/Figure<</MCID %d>>BDC" % self._mark(picture.tag, picture.x))
        self._write(b"q %s cm /%s Do Q" % (matrix, resource))
        self._write(b"EMC")

    def _frame(self, picture: PlacedPicture) -> tuple[float, float, float, float]:
        x, y, width, height = self._page.upright(
            picture.x, picture.y, picture.width, picture.height
        )
        bottom = self._page.height - y - height
        return (x, bottom, x + width, bottom + height)


def _box_of(picture: PlacedPicture) -> tuple[float, float, float, float]:
    return picture.x, picture.y, picture.width, picture.height
