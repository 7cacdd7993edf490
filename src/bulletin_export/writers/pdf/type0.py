"""One composite font a face: two-byte codes, a HarfBuzz subset, a map back to text.

The code of a character is its UTF-16 unit, so encoding a run is one call. Characters that
have no unit of their own (above U+FFFF), and private ones, get a code from the surrogates
and the private area, which no other character can claim.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Mapping

from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.cff import recoded
from bulletin_export.fonts.face import FontFace
from bulletin_export.fonts.subset import Subset, subset
from bulletin_export.writers.pdf.cmaps import to_unicode
from bulletin_export.writers.pdf.copying import SOFT_HYPHEN, STANDS_FOR
from bulletin_export.writers.pdf.objects import Objects, Raw, name, stream

#: Surrogates and private area: codes for what has none of its own.
_SLOTS = range(0xD800, 0xF900)
_FIRST_SLOT, _LAST_UNIT = "\ud800", "\uffff"

#: Nearly all of a map is zeros, and these libdeflate passes over faster than at level 1.
_MAP_LEVEL = 2

_SYSTEM = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"


class EmbeddedFont:
    """A face as it is used in one document; ``resource`` is its name in page contents."""

    def __init__(self, face: FontFace, resource: bytes) -> None:
        self.face = face
        self.resource = resource
        self._used: set[str] = set()
        #: Characters whose code is not their own, as ``str.translate`` takes them.
        self._swapped: dict[int, int] = {}
        self._slots = iter(_SLOTS)

    def encode(self, text: str) -> bytes:
        """Return the codes that show *text*, two bytes a character."""
        if not self._used.issuperset(text):
            self._register(set(text) - self._used)
        if self._swapped:
            text = text.translate(self._swapped)
        return text.encode("utf-16-be", "surrogatepass")

    def _register(self, characters: set[str]) -> None:
        self._used |= characters
        if max(characters) >= _FIRST_SLOT:
            # Sorted, for the order of a set is another one in every process.
            for character in sorted(one for one in characters if one >= _FIRST_SLOT):
                if ord(character) in _SLOTS or character > _LAST_UNIT:
                    self._swapped[ord(character)] = self._free_slot()

    def _free_slot(self) -> int:
        slot = next(self._slots, None)
        if slot is None:
            reason = f"more than {len(_SLOTS)} rare characters in {self.face.name}"
            raise UnwritablePublicationError(format="pdf", reason=reason)
        return slot

    def add_to(self, objects: Objects) -> bytes:
        """Add the font and everything it needs to *objects*; return its reference."""
        used = sorted(self._used)
        codes = list(map(ord, used))
        if self._swapped:
            codes = [self._swapped.get(code, code) for code in codes]
        drawn = used
        if SOFT_HYPHEN in self._used:
            drawn = ["-" if one == SOFT_HYPHEN else one for one in used]
        old_glyphs = list(map(self.face.glyphs.__getitem__, drawn))
        part = subset(self.face, old_glyphs)
        glyphs = dict(zip(codes, map(part.glyphs.__getitem__, old_glyphs), strict=True))
        texts = dict(zip(codes, used, strict=True))
        texts.update((ord(one), text) for one, text in STANDS_FOR.items() if one in self._used)
        widths = dict(zip(codes, map(self.face.advance, drawn), strict=True))
        full_name = name(f"{part.tag}+{self.face.facts.postscript_name or 'Face'}")
        key, program, entries = _descend(objects, part, glyphs)
        descriptor = _descriptor(self.face, full_name, key, objects.add(program))
        descendant = b"<< /Type /Font /BaseFont %s %s /DW 1000 %s /FontDescriptor %s %s >>" % (
            full_name,
            _SYSTEM,
            _widths(widths),
            objects.add(Raw(descriptor)),
            entries,
        )
        return objects.add(Raw(
            b"<< /Type /Font /Subtype /Type0 /BaseFont %s /Encoding /Identity-H"
            b" /DescendantFonts [%s] /ToUnicode %s >>"
            % (full_name, objects.add(Raw(descendant)), objects.add(stream(to_unicode(texts))))
        ))  # fmt: skip


def _descend(objects: Objects, part: Subset, glyphs: Mapping[int, int]) -> tuple[bytes, Raw, bytes]:
    """Return the way from codes to the glyphs of *part* (ISO 32000-1, 9.7.4).

    That are its key in the descriptor, the program, and entries for the font.
    """
    if part.is_cff:
        program = stream(recoded(part.program, glyphs, part.box), b"/Subtype /CIDFontType0C")
        return b"FontFile3", program, b"/Subtype /CIDFontType0"
    program = stream(part.program, b"/Length1 %d" % len(part.program))
    table = objects.add(stream(_glyph_map(glyphs), level=_MAP_LEVEL))
    return b"FontFile2", program, b"/Subtype /CIDFontType2 /CIDToGIDMap " + table


def _glyph_map(glyphs: Mapping[int, int]) -> bytes:
    """Return the CIDToGIDMap: the glyph of every CID from 0 on, two bytes each."""
    table = array("H", bytes(2 * (max(glyphs, default=0) + 1)))
    for code, glyph in glyphs.items():
        table[code] = glyph
    table.byteswap()
    return table.tobytes()


def _descriptor(face: FontFace, full_name: bytes, key: bytes, where: bytes) -> bytes:
    # The em box of Chinese type; the line gaps that fonts declare would mislead.
    return (
        b"<< /Type /FontDescriptor /FontName %s /Flags 4 /ItalicAngle 0 /Ascent 880"
        b" /Descent -120 /CapHeight 740 /StemV %d /FontBBox [%s] /%s %s >>"
        % (full_name, 50 + (face.weight // 65) ** 2, _bounding_box(face), key, where)
    )


def _bounding_box(face: FontFace) -> bytes:
    box = struct.unpack_from(">4h", face.hb_face.reference_table("head").data, 36)
    return b" ".join(b"%d" % round(edge * 1000 / face.hb_face.upem) for edge in box)


def _widths(widths: Mapping[int, float]) -> bytes:
    """Return the ``W`` array for advances in em, of all that are not one em wide."""
    parts: list[bytes] = []
    previous = -2
    for cid, width in sorted([item for item in widths.items() if item[1] != 1.0]):
        start = b"" if cid == previous + 1 else b"] %d [" % cid
        parts.append(start + b"%g" % round(width * 1000, 2))
        previous = cid
    return b"/W [%s ]]" % b" ".join(parts).removeprefix(b"] ") if parts else b""
