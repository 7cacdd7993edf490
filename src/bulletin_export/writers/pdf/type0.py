"""One composite font a face: two-byte codes, a HarfBuzz subset, a map back to text.

The code of a character is its UTF-16 unit, so encoding a run is one call. Characters that
have no unit of their own (above U+FFFF), and private ones, get a code from the surrogates
and the private area, which no other character can claim.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.cff import recoded
from bulletin_export.fonts.face import FontFace
from bulletin_export.fonts.sfnt import Outlines
from bulletin_export.fonts.subset import Subset, subset
from bulletin_export.writers.pdf.cmaps import to_glyphs, to_unicode
from bulletin_export.writers.pdf.copying import STANDS_FOR
from bulletin_export.writers.pdf.objects import Objects, Raw, name, stream

#: Surrogates and private area: codes for what has none of its own.
_SLOTS = range(0xD800, 0xF900)
_LAST_UNIT = 0xFFFF

_SYSTEM = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"


class EmbeddedFont:
    """A face as it is used in one document; ``resource`` is its name in page contents."""

    def __init__(self, face: FontFace, resource: bytes) -> None:
        self.face = face
        self.resource = resource
        self._used: set[str] = set()
        #: Code to character, in order of first use.
        self._codes: dict[int, str] = {}
        #: Characters whose code is not their own, as ``str.translate`` takes them.
        self._swapped: dict[int, int] = {}
        self._slots = iter(_SLOTS)
        #: Glyph to code, for PostScript outlines.
        self._claimed: dict[int, int] = {}
        #: Characters that have to share the code of another one.
        self._aliases: set[str] = set()

    def encode(self, text: str) -> bytes:
        """Return the codes that show *text*, two bytes a character."""
        if not self._used.issuperset(text):
            for character in text:
                if character not in self._used:
                    self._register(character)
        if self._swapped:
            text = text.translate(self._swapped)
        return text.encode("utf-16-be", "surrogatepass")

    def has_alias(self, text: str) -> bool:
        """Tell whether copying the glyphs of *text* would give other characters."""
        if not self._used.issuperset(text):
            self.encode(text)
        return not self._aliases.isdisjoint(text)

    def _register(self, character: str) -> None:
        self._used.add(character)
        own = ord(character)
        code = own if own not in _SLOTS and own <= _LAST_UNIT else self._free_slot()
        glyph = self.face.glyphs[character]
        if glyph and self.face.facts.outlines is not Outlines.GLYF:
            # A CFF charset cannot name a glyph twice: the second character takes the code
            # of the first, and the line has to say by ActualText what it means.
            owner = self._claimed.setdefault(glyph, code)
            if owner != code:
                self._aliases.add(character)
                code = owner
        self._codes.setdefault(code, character)
        if code != own:
            self._swapped[own] = code

    def _free_slot(self) -> int:
        slot = next(self._slots, None)
        if slot is None:
            reason = f"more than {len(_SLOTS)} rare characters in {self.face.name}"
            raise UnwritablePublicationError(format="pdf", reason=reason)
        return slot

    def add_to(self, objects: Objects) -> bytes:
        """Add the font and everything it needs to *objects*; return its reference."""
        codes = dict(sorted(self._codes.items()))
        part = subset(self.face, (self.face.glyphs[one] for one in codes.values()))
        glyphs = {code: part.glyphs[self.face.glyphs[one]] for code, one in codes.items()}
        full_name = name(f"{part.tag}+{self.face.facts.postscript_name or 'Face'}")
        texts = {code: STANDS_FOR.get(one, one) for code, one in codes.items()}
        font = _descend(objects, part, glyphs)
        widths = {font.cids.get(code, code): self.face.advance(one) for code, one in codes.items()}
        descriptor = Raw(_descriptor(self.face, full_name, font, objects.add(font.program)))
        descendant = b"<< /Type /Font /BaseFont %s %s /DW 1000 %s /FontDescriptor %s %s >>" % (
            full_name,
            _SYSTEM,
            _widths(widths),
            objects.add(descriptor),
            font.entries,
        )
        return objects.add(Raw(
            b"<< /Type /Font /Subtype /Type0 /BaseFont %s /Encoding %s"
            b" /DescendantFonts [%s] /ToUnicode %s >>"
            % (
                full_name,
                font.encoding,
                objects.add(Raw(descendant)),
                objects.add(stream(to_unicode(texts))),
            )
        ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Descendant:
    """How codes lead to glyphs; ``cids`` where the CID of a code is not the code."""

    key: bytes
    program: Raw
    entries: bytes
    encoding: bytes = b"/Identity-H"
    cids: Mapping[int, int] = field(default_factory=dict)


def _descend(objects: Objects, part: Subset, glyphs: Mapping[int, int]) -> _Descendant:
    """Return the way from codes to the glyphs of *part* (ISO 32000-1, 9.7.4)."""
    if not part.is_cff:
        program = stream(part.program, b"/Length1 %d" % len(part.program))
        table = objects.add(stream(_glyph_map(glyphs)))
        entries = b"/Subtype /CIDFontType2 /CIDToGIDMap " + table
        return _Descendant(b"FontFile2", program, entries)
    entries, key = b"/Subtype /CIDFontType0", b"FontFile3"
    kind = b"/Subtype /CIDFontType0C"
    cff = recoded(part.program, {glyph: code for code, glyph in glyphs.items()}, part.glyph_count)
    if cff:
        return _Descendant(key, stream(cff, kind), entries)
    # Not CID-keyed: the CID is the glyph, and only an embedded CMap can lead there.
    map_name = b"Bulletin-" + part.tag.encode()
    head = b"/Type /CMap /CMapName /%s %s" % (map_name, _SYSTEM)
    encoding = objects.add(stream(to_glyphs(glyphs, map_name), head))
    return _Descendant(key, stream(part.program, kind), entries, encoding, glyphs)


def _glyph_map(glyphs: Mapping[int, int]) -> bytes:
    """Return the CIDToGIDMap: the glyph of every CID from 0 on, two bytes each."""
    table = array("H", bytes(2 * (max(glyphs, default=0) + 1)))
    for code, glyph in glyphs.items():
        table[code] = glyph
    table.byteswap()
    return table.tobytes()


def _descriptor(face: FontFace, full_name: bytes, program: _Descendant, where: bytes) -> bytes:
    # The em box of Chinese type; the line gaps that fonts declare would mislead.
    return (
        b"<< /Type /FontDescriptor /FontName %s /Flags 4 /ItalicAngle 0 /Ascent 880"
        b" /Descent -120 /CapHeight 740 /StemV %d /FontBBox [%s] /%s %s >>"
        % (full_name, 50 + (face.weight // 65) ** 2, _bounding_box(face), program.key, where)
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
    return b"/W [%s ]]" % b" ".join(parts).removeprefix(b"] ") if parts else b""
