"""One face of one font file, read through HarfBuzz.

The file is mapped, not read; glyphs are looked up when first asked for and kept.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from bulletin_export.errors import UnsupportedFontError
from bulletin_export.fonts.sfnt import FaceFacts, face_facts
from bulletin_export.wording import phrase

if TYPE_CHECKING:
    import uharfbuzz as hb

#: What sets no ink and takes no room when a face has no glyph for it: joiners, variation
#: selectors, zero-width spaces, controls. Painted as an empty glyph, so that copying keeps them.
IGNORABLE = frozenset(
    chr(code)
    for codes in (
        range(0x20), range(0x7F, 0xA0), (0xAD, 0x34F, 0x61C), range(0x200B, 0x2010),
        range(0x2028, 0x202F), range(0x2060, 0x2070), range(0xFE00, 0xFE10), (0xFEFF,),
        range(0xE0100, 0xE01F0),
    )
    for code in codes
)  # fmt: skip

#: Spaces that may be set as another one.
_SAME_AS = {"\u00a0": " ", "\u2002": " ", "\u2003": "\u3000"}


class FaceFile(msgspec.Struct, frozen=True):
    """Where a face lies: file, member of a collection, weight of a variable face.

    ``weight`` 0 means that the face is not variable.
    """

    path: Path
    index: int = 0
    weight: int = 0


class _Glyphs(dict[str, int]):
    """Character to glyph; 0 is .notdef."""

    def __init__(self, font: hb.Font) -> None:
        super().__init__()
        self._nominal = font.get_nominal_glyph

    def __missing__(self, character: str) -> int:
        glyph = 0
        if character in IGNORABLE:
            glyph = self._nominal(0x20) or 0
        elif len(character) == 1:
            glyph = self._nominal(ord(character)) or 0
            if not glyph and character in _SAME_AS:
                glyph = self[_SAME_AS[character]]
        self[character] = glyph
        return glyph


class _Advances(dict[str, float]):
    """Character to advance width in em."""

    def __init__(self, font: hb.Font, glyphs: _Glyphs) -> None:
        super().__init__()
        self._of_glyph = font.get_glyph_h_advance
        self._em = font.face.upem
        self._glyphs = glyphs

    def __missing__(self, character: str) -> float:
        blank = character in IGNORABLE
        advance = 0.0 if blank else self._of_glyph(self._glyphs[character]) / self._em
        self[character] = advance
        return advance


class _Inks(dict[str, tuple[float, float]]):
    """Character to the left and right edge of its ink in em."""

    def __init__(self, font: hb.Font, glyphs: _Glyphs) -> None:
        super().__init__()
        self._extents = font.get_glyph_extents
        self._em = font.face.upem
        self._glyphs = glyphs

    def __missing__(self, character: str) -> tuple[float, float]:
        extents = self._extents(self._glyphs[character])
        left, width = (extents.x_bearing, extents.width) if extents else (0, 0)
        ink = (left / self._em, (left + width) / self._em)
        self[character] = ink
        return ink


class FontFace:
    """A face that can be measured and embedded; lengths are in em.

    Faces are compared by identity: open each once, and let a `FontBook` keep it.
    """

    def __init__(self, file: FaceFile) -> None:
        self.file = file
        #: Painted with a stroke around the outline because the family has no bold face.
        self.is_emboldened = False
        #: How many subsets were cut from it.
        self.times_subset = 0
        self.hb_face, self.hb_font = _opened(file)
        #: Character to glyph number; 0 is .notdef.
        self.glyphs = _Glyphs(self.hb_font)
        #: Advance width of one character; a dictionary's method, hence fast.
        self.advance: Callable[[str], float] = _Advances(self.hb_font, self.glyphs).__getitem__
        #: Left and right edge of the ink of one character.
        self.ink: Callable[[str], tuple[float, float]] = _Inks(
            self.hb_font, self.glyphs
        ).__getitem__

    def __repr__(self) -> str:
        return f"<FontFace {self.name}{' emboldened' if self.is_emboldened else ''}>"

    @cached_property
    def facts(self) -> FaceFacts:
        """Names, weight, licence bits and kind of outlines."""
        return face_facts(self.hb_face)

    @property
    def name(self) -> str:
        """The full name from the file's name table."""
        return self.facts.name

    @property
    def weight(self) -> int:
        """100 (thin) to 900 (black)."""
        return self.file.weight or self.facts.weight

    def has(self, character: str) -> bool:
        """Tell whether the face has a glyph for *character*."""
        return self.glyphs[character] != 0

    def emboldened(self) -> Self:
        """Return this face, painted bolder than it is drawn."""
        bold = copy.copy(self)
        bold.is_emboldened = True
        return bold


def _opened(file: FaceFile) -> tuple[hb.Face, hb.Font]:
    import uharfbuzz as hb

    try:
        blob = hb.Blob.from_file_path(str(file.path))
    except hb.HarfBuzzError:
        raise UnsupportedFontError(path=str(file.path), reason=phrase("font-unreadable")) from None
    face = hb.Face(blob, file.index)
    if not face.glyph_count:
        raise UnsupportedFontError(path=str(file.path), reason=phrase("font-no-face"))
    font = hb.Font(face)
    if file.weight:
        font.set_variations({"wght": float(file.weight)})
    return face, font
