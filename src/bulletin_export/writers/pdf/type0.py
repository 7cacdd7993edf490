"""One composite font a face: two-byte codes, a HarfBuzz subset, a map back to text.

The code of a character is its UTF-16 unit, so encoding a run is one call. Characters that
have no unit of their own (above U+FFFF), and private ones, get a code from the surrogates
and the private area, which no other character can claim.
"""

from __future__ import annotations

import re
import struct
from array import array
from collections.abc import Mapping
from itertools import chain

from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.face import FontFace
from bulletin_export.fonts.subset import Subset, subset
from bulletin_export.writers.pdf.cmaps import to_glyphs, to_unicode
from bulletin_export.writers.pdf.objects import Objects, Raw, name, stream

_FIRST_SLOT, _LAST_SLOT = 0xD800, 0xF8FF
_WITHOUT_UNIT = re.compile("[\ud800-\uf8ff\U00010000-\U0010ffff]")

#: Glyphs that stand for several characters.
_STANDS_FOR = {"\u2e3a": "——", "\u2e3b": "———"}

_SYSTEM = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"


class EmbeddedFont:
    """A face as it is used in one document; ``resource`` is its name in page contents."""

    def __init__(self, face: FontFace, resource: bytes) -> None:
        self.face = face
        self.resource = resource
        self._used: set[str] = set()
        self._slots: dict[str, str] = {}

    def encode(self, text: str) -> bytes:
        """Return the codes that show *text*, two bytes a character."""
        self._used.update(text)
        return _WITHOUT_UNIT.sub(self._slot, text).encode("utf-16-be", "surrogatepass")

    def _slot(self, match: re.Match[str]) -> str:
        character = match[0]
        if character not in self._slots:
            code = _FIRST_SLOT + len(self._slots)
            if code > _LAST_SLOT:
                reason = f"more than {len(self._slots)} rare characters in {self.face.name}"
                raise UnwritablePublicationError(format="pdf", reason=reason)
            self._slots[character] = chr(code)
        return self._slots[character]

    def add_to(self, objects: Objects) -> bytes:
        """Add the font and everything it needs to *objects*; return its reference."""
        slots = self._slots
        codes = {ord(slots.get(one, one)): one for one in sorted(self._used)}
        part = subset(self.face, (self.face.glyphs[one] for one in self._used))
        glyphs = {code: part.glyphs[self.face.glyphs[one]] for code, one in codes.items()}
        full_name = name(f"{part.tag}+{self.face.facts.postscript_name or 'Face'}")
        unicode_map = to_unicode({code: _STANDS_FOR.get(one, one) for code, one in codes.items()})
        encoding, widths = self._encoding(objects, codes, glyphs, part)
        descendant = b"<< /Type /Font /BaseFont %s %s /DW 1000 %s /FontDescriptor %s %s >>" % (
            full_name,
            _SYSTEM,
            _widths(widths),
            objects.add(Raw(self._descriptor(objects, full_name, part))),
            b"/Subtype /CIDFontType0" if part.is_cff else self._glyph_map(objects, glyphs),
        )
        return objects.add(Raw(
            b"<< /Type /Font /Subtype /Type0 /BaseFont %s /Encoding %s"
            b" /DescendantFonts [%s] /ToUnicode %s >>"
            % (
                full_name,
                encoding,
                objects.add(Raw(descendant)),
                objects.add(stream(unicode_map)),
            )
        ))  # fmt: skip

    def _encoding(
        self,
        objects: Objects,
        codes: Mapping[int, str],
        glyphs: Mapping[int, int],
        part: Subset,
    ) -> tuple[bytes, dict[int, float]]:
        """Return how codes lead to CIDs, and the width of each CID in thousandths of an em.

        A TrueType CID is the code itself. PostScript outlines know no map from CIDs to
        glyphs, so there the CID is the glyph; two characters may then share one.
        """
        advance = self.face.advance
        if not part.is_cff:
            return b"/Identity-H", {code: advance(one) for code, one in codes.items()}
        map_name = b"Bulletin-" + part.tag.encode()
        entries = b"/Type /CMap /CMapName /%s %s" % (map_name, _SYSTEM)
        cmap = stream(to_glyphs(glyphs, map_name), entries)
        widths = {glyphs[code]: advance(one) for code, one in codes.items()}
        return objects.add(cmap), widths

    @staticmethod
    def _glyph_map(objects: Objects, glyphs: Mapping[int, int]) -> bytes:
        table = array("H", bytes(2 * (max(glyphs, default=0) + 1)))
        for code, glyph in glyphs.items():
            table[code] = glyph
        table.byteswap()
        where = objects.add(stream(table.tobytes()))
        return b"/Subtype /CIDFontType2 /CIDToGIDMap " + where

    def _descriptor(self, objects: Objects, full_name: bytes, part: Subset) -> bytes:
        if part.is_cff:
            key, entries = b"FontFile3", b"/Subtype /CIDFontType0C"
        else:
            key, entries = b"FontFile2", b"/Length1 %d" % len(part.program)
        # The em box of Chinese type; the line gaps that fonts declare would mislead.
        return (
            b"<< /Type /FontDescriptor /FontName %s /Flags 4 /ItalicAngle 0 /Ascent 880"
            b" /Descent -120 /CapHeight 740 /StemV %d /FontBBox [%s] /%s %s >>"
            % (
                full_name,
                50 + (self.face.weight // 65) ** 2,
                _bounding_box(self.face),
                key,
                objects.add(stream(part.program, entries)),
            )
        )


def _bounding_box(face: FontFace) -> bytes:
    box = struct.unpack_from(">4h", face.hb_face.reference_table("head").data, 36)
    return b" ".join(b"%d" % round(edge * 1000 / face.hb_face.upem) for edge in box)


def _widths(widths: Mapping[int, float]) -> bytes:
    """Return the ``W`` array for advances in em, of all that are not one em wide."""
    parts: list[bytes] = []
    previous = -2
    for cid, width in sorted(widths.items()):
        if width != 1.0:
            start = b"" if cid == previous + 1 else b"] %d [" % cid
            parts.append(start + b"%g" % round(width * 1000, 2))
            previous = cid
    body = b" ".join(chain(parts, (b"]",))).removeprefix(b"] ")
    return b"/W [%s]" % body if parts else b""
