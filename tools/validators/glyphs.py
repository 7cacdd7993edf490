"""Does the page show the characters that its text says? A look at one Han glyph after another.

Extraction cannot tell, and programs that all believe a wrong table agree with one another. So
each character is cut out of the drawn page and held against the same character, and against
others of the page, in a face that the machine has and the file has not made.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageDraw, ImageFont, ImageOps

from validators.gate import ImpossibleFaultError, ToolError

#: A glyph is compared as so many dots square, after its blank edges are cut off.
_SIDE = 14
#: So many characters of a page are looked at, each held against so many others.
_MANY, _OTHERS = 60, 7
#: Below this size on the page, in points, there are too few dots.
_SMALLEST = 8.0
#: Bytes of a table of characters that has many of them.
_ENOUGH = 1200
_REFERENCE = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
_HAN = re.compile("[\u4e00-\u9fa5]")


class Seen(NamedTuple):
    """A character, and its box on the page in points from the lower left."""

    character: str
    box: tuple[float, float, float, float]


def characters(page, limit: int = _MANY) -> list[Seen]:  # type: ignore[no-untyped-def]
    """Return Han characters of a pdfium *page* with their boxes, from all over it."""
    text = page.get_textpage()
    whole = text.get_text_range()
    if len(whole) != text.count_chars():
        # Astral characters count twice in pdfium: then places cannot be told from the string.
        every = range(text.count_chars())
        whole = "".join(text.get_text_range(place, 1)[:1] or " " for place in every)
    places = [match.start() for match in _HAN.finditer(whole)]
    seen = []
    for place in places[:: max(1, len(places) // limit)]:
        left, bottom, right, top = text.get_charbox(place, loose=True)
        if top - bottom >= _SMALLEST and right - left >= _SMALLEST:
            seen.append(Seen(whole[place], (left, bottom, right, top)))
    return seen[:limit]


def misread(drawn: Image.Image, seen: Sequence[Seen], dots: float) -> list[str]:
    """Return the characters of *seen* that look more like another one on the page *drawn*."""
    pool = sorted({one.character for one in seen})
    return [one.character for one in seen if _is_misread(_cut(drawn, one.box, dots), one, pool)]


def _is_misread(shown: Image.Image, one: Seen, pool: Sequence[str]) -> bool:
    glyph = _normal(shown)
    if glyph is None:
        return True
    place = pool.index(one.character)
    others = {pool[(place + step) % len(pool)] for step in range(1, _OTHERS + 1)} - {one.character}
    own = _distance(glyph, _reference(one.character))
    return any(_distance(glyph, _reference(other)) < own for other in others)


def _cut(drawn: Image.Image, box: tuple[float, float, float, float], dots: float) -> Image.Image:
    left, bottom, right, top = (edge * dots for edge in box)
    corners = (left, drawn.height - top, right, drawn.height - bottom)
    return drawn.crop(tuple(round(edge) for edge in corners))  # type: ignore[arg-type]


def _normal(glyph: Image.Image) -> bytes | None:
    ink = ImageOps.invert(glyph)
    edges = ink.point(lambda shade: 255 if shade > 96 else 0).getbbox()
    if edges is None:
        return None
    square = ink.crop(edges).resize((_SIDE, _SIDE), Image.Resampling.BOX)
    return ImageOps.autocontrast(square).tobytes()


def _distance(one: bytes, other: bytes) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


@cache
def _reference(character: str) -> bytes:
    canvas = Image.new("L", (96, 96), 255)
    ImageDraw.Draw(canvas).text((16, 16), character, fill=0, font=_font())
    return _normal(canvas) or bytes(_SIDE * _SIDE)


@cache
def _font() -> ImageFont.FreeTypeFont:
    try:
        return ImageFont.truetype(_REFERENCE, 56)
    except OSError as problem:
        raise ToolError(f"{_REFERENCE} is not installed") from problem


def without_actual_text(file: Path) -> bytes:
    """Return the PDF *file* without ActualText: what is left is told by the glyphs alone."""
    import pikepdf

    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(changed_text(page, lambda _: None))
        result = io.BytesIO()
        pdf.save(result)
    return result.getvalue()


def changed_text(page: Any, change: Callable[[str], str | None]) -> bytes:
    """Return the contents of *page*, each ActualText as *change* makes it; None: without it."""
    import pikepdf

    def changed(operand: Any) -> Any:
        if not isinstance(operand, pikepdf.Dictionary) or "/ActualText" not in operand:
            return operand
        properties: Any = pikepdf.Dictionary(dict(operand.items()))
        text = change(str(properties["/ActualText"]))
        del properties["/ActualText"]
        if text is not None:
            properties["/ActualText"] = pikepdf.String(text)
        return properties

    read: Any = pikepdf.parse_content_stream(page)
    operators: Any = [(list(map(changed, operands)), operator) for operands, operator in read]
    return bytes(pikepdf.unparse_content_stream(operators))


def other_glyphs(data: bytes) -> bytes:
    """Return *data* with glyphs of its largest font exchanged, or else the text they stand for."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = list(composite_fonts(pdf))
        font = max(fonts, key=_size, default=None)
        if font is None or _size(font) < _ENOUGH:
            raise ImpossibleFaultError
        table = font.DescendantFonts[0].get("/CIDToGIDMap")
        if isinstance(table, pikepdf.Stream):
            table.write(_rotated(table.read_bytes()))
        else:
            font.ToUnicode.write(shifted(font.ToUnicode.read_bytes()))
        result = io.BytesIO()
        pdf.save(result)
    return result.getvalue()


def _size(font) -> int:  # type: ignore[no-untyped-def]
    return len(font.ToUnicode.read_bytes())


def composite_fonts(pdf) -> Iterator:  # type: ignore[no-untyped-def, type-arg]
    """Yield the fonts of *pdf* that have several bytes a character."""
    for page in pdf.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            if font.get("/Subtype") == "/Type0" and "/ToUnicode" in font:
                yield font


def _rotated(table: bytes) -> bytes:
    glyphs = [table[place : place + 2] for place in range(0, len(table), 2)]
    used = [place for place, glyph in enumerate(glyphs) if glyph != b"\0\0"]
    for place, following in zip(used, [*used[7:], *used[:7]], strict=True):
        glyphs[place] = table[2 * following : 2 * following + 2]
    return b"".join(glyphs)


def shifted(table: bytes) -> bytes:
    """Return a ToUnicode table in which Han characters stand for others, 768 places on."""

    def shift(match: re.Match[bytes]) -> bytes:
        return b"%s<%04X>" % (match[1], int(match[2], 16) + 0x300)

    # Only the last column of a line is text, and only its Han characters have such codes.
    return re.sub(rb"(<\w{4}>\s*)<([4-9][0-9A-Fa-f]{3})>(?=\s*[\r\n])", shift, table)
