"""Where glyphs and rules stand on the pages of a finished file, read from its operators alone.

Millimetres from the upper left corner of the page. A glyph's top and foot are those of its
em box: 0.88 em above the baseline and 0.12 em below.
"""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

MM = 25.4 / 72


class Glyph(NamedTuple):
    character: str
    x: float
    right: float
    top: float
    foot: float
    #: In points.
    size: float


class Bar(NamedTuple):
    x: float
    top: float
    right: float
    foot: float
    #: Components as the file has them: one grey, three RGB, four CMYK.
    colour: tuple[float, ...]


class _Font:
    """Characters and widths of a Type 0 font with codes of two bytes."""

    def __init__(self, font: Any) -> None:
        self.characters = _characters(font["/ToUnicode"].get_object().get_data().decode("latin-1"))
        encoding = font["/Encoding"].get_object()
        self._numbers = None
        if hasattr(encoding, "get_data"):
            self._numbers = _numbers(encoding.get_data().decode("latin-1"))
        below = font["/DescendantFonts"][0].get_object()
        self._default = float(below.get("/DW", 1000))
        self._widths: dict[int, float] = {}
        values = list(below.get("/W", ()))
        while values:
            first, second = int(values.pop(0)), values.pop(0)
            if isinstance(second, list):
                self._widths.update((first + n, float(w)) for n, w in enumerate(second))
            else:
                width = float(values.pop(0))
                self._widths.update((code, width) for code in range(first, int(second) + 1))

    def width(self, code: int) -> float:
        number = code if self._numbers is None else self._numbers.get(code, 0)
        return self._widths.get(number, self._default) / 1000


def _numbers(cmap: str) -> dict[int, int]:
    """Return the glyph that each code shows."""
    found: dict[int, int] = {}
    kind = ""
    for line in cmap.splitlines():
        if line.startswith(("begin", "end")) or " begin" in line:
            kind = line.split()[-1]
            continue
        words = line.replace("<", " ").replace(">", " ").split()
        if kind == "begincidchar":
            found[int(words[0], 16)] = int(words[1])
        elif kind == "begincidrange":
            first, last, number = int(words[0], 16), int(words[1], 16), int(words[2])
            found.update((first + n, number + n) for n in range(last - first + 1))
    return found


def _characters(cmap: str) -> dict[int, str]:
    found: dict[int, str] = {}
    kind = ""
    for line in cmap.splitlines():
        if line.startswith(("begin", "end")) or " begin" in line:
            kind = line.split()[-1]
            continue
        words = line.replace("<", " ").replace(">", " ").split()
        if kind == "beginbfchar" and len(words) == 2:
            found[int(words[0], 16)] = bytes.fromhex(words[1]).decode("utf-16-be")
        elif kind == "beginbfrange" and len(words) >= 3 and "[" not in line:
            first, last = int(words[0], 16), int(words[1], 16)
            start = ord(bytes.fromhex(words[2]).decode("utf-16-be"))
            found.update((code, chr(start + code - first)) for code in range(first, last + 1))
        elif kind == "beginbfrange" and "[" in line:
            listed = line.replace("[", " ").replace("]", " ").replace("<", " ").replace(">", " ")
            first, _, *texts = listed.split()
            for n, text in enumerate(texts):
                found[int(first, 16) + n] = bytes.fromhex(text).decode("utf-16-be")
    return found


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def glyphs(page: PageObject) -> list[Glyph]:
    """Return every glyph of *page* in the order of painting."""
    fonts = {name: _Font(one) for name, one in page["/Resources"]["/Font"].items()}
    height = float(page.mediabox.height)
    font, size, tracking, rise, x, y = None, 0.0, 0.0, 0.0, 0.0, 0.0
    found = []
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        match operator:
            case b"Tf":
                font, size = fonts[operands[0]], float(operands[1])
            case b"Tc":
                tracking = float(operands[0])
            case b"BT":
                x, y = start = (0.0, 0.0)
            case b"Ts":
                rise = float(operands[0])
            case b"Tm":
                assert [float(one) for one in operands[:4]] == [1, 0, 0, 1]
                x, y = float(operands[4]), float(operands[5])
                start = (x, y)
            case b"Td":
                x, y = start[0] + float(operands[0]), start[1] + float(operands[1])
                start = (x, y)
            case b"Tj" | b"TJ":
                for part in operands[0] if operator == b"TJ" else operands:
                    if isinstance(part, (int, float)):
                        x -= float(part) / 1000 * size
                        continue
                    codes = getattr(part, "original_bytes", part)
                    for at in range(0, len(codes), 2):
                        code = int.from_bytes(codes[at : at + 2], "big")
                        width = font.width(code) * size
                        top = height - y - rise - 0.88 * size
                        box = [n * MM for n in (x, x + width, top, top + size)]
                        found.append(Glyph(font.characters.get(code, "\ufffd"), *box, size))
                        x += width + tracking
    return found


def lines(page: PageObject) -> list[list[Glyph]]:
    """Return the glyphs of *page*, those on one baseline and of one size together."""
    found = (list(line) for _, line in groupby(glyphs(page), lambda one: round(one.foot, 2)))
    return [line for line in found if "".join(one.character for one in line).strip()]


def text(line: list[Glyph]) -> str:
    return "".join(one.character for one in line)


def line_with(page: PageObject, words: str) -> list[Glyph]:
    """Return the glyphs of *words*, which stand together in one line of *page*."""
    for line in lines(page):
        at = text(line).find(words)
        if at >= 0:
            return line[at : at + len(words)]
    raise AssertionError(f"{words} is not in {[text(line) for line in lines(page)]}")


def bars(page: PageObject) -> list[Bar]:
    """Return every filled rectangle of *page*, from top to bottom."""
    height = float(page.mediabox.height)
    colour: tuple[float, ...] = (0.0,)
    found = []
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator in (b"rg", b"g", b"k"):
            colour = tuple(map(float, operands))
        if operator == b"re":
            x, y, width, tall = map(float, operands)
            box = (x, height - y - tall, x + width, height - y)
            found.append(Bar(*(one * MM for one in box), colour))
    return sorted(found, key=lambda one: one.top)
