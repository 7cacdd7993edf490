"""The part of a face that a document uses, as a font program for PDF.

TrueType outlines stay a TrueType file, PostScript outlines become a bare CFF table.
Outlines are never converted: HarfBuzz only leaves glyphs out, and pins variable faces.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import uharfbuzz as hb

from bulletin_export.errors import UnsupportedFontError
from bulletin_export.fonts.boxed import with_box
from bulletin_export.fonts.cff import Box
from bulletin_export.fonts.face import FontFace
from bulletin_export.fonts.sfnt import Outlines, sfnt_without

#: What neither a subset nor the way to it needs: above all the map of all characters, which
#: HarfBuzz goes through for every plan.
_IDLE = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "MATH", "OS/2", "PCLT", "STAT", "VDMX",
    "cmap", "gasp", "hdmx", "kern", "name", "post", "vhea", "vmtx",
)  # fmt: skip
#: What a PDF reader never looks at in an embedded font.
_DROPPED = (*_IDLE, "HVAR", "MVAR", "VORG", "VVAR")
_DROPPED_TAGS = [int.from_bytes(tag.encode(), "big") for tag in _DROPPED]

#: Subsets after which a copy of the face without its idle tables has paid for itself, and
#: after which one has whose TrueType outlines HarfBuzz went through in advance (others gain
#: nothing by that).
_PATIENCE, _LONG_PATIENCE = 4, 100

_FLAGS = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NO_BIDI_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
)
_CFF_FLAGS = (
    hb.SubsetFlags.DOWNGRADE_CFF2
    # Subroutines of a whole font cost more than they save in a small part of it.
    | hb.SubsetFlags.DESUBROUTINIZE
)


class Subset(NamedTuple):
    """A font program; ``glyphs`` maps the face's glyph numbers to its own, from 0 on.

    TrueType outlines have a glyph more, a box, where .notdef was wanted: ``glyphs[0]``.
    """

    program: bytes
    is_cff: bool
    glyphs: Mapping[int, int]
    box: Box

    @property
    def tag(self) -> str:
        """Six capitals drawn from the program (ISO 32000-1, 9.6.4): same input, same tag."""
        number = crc32(self.program)
        return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))


def subset(face: FontFace, glyphs: Collection[int]) -> Subset:
    """Return the program with *glyphs* of *face* and .notdef.

    Raises:
        UnsupportedFontError: The face's tables are damaged.
    """
    wanted = {0, *glyphs}
    is_cff = face.facts.outlines is not Outlines.GLYF
    plan = hb.SubsetPlan(_source(face, is_cff=is_cff), _order(face, wanted, is_cff=is_cff))
    try:
        cut = plan.execute()
    except hb.HarfBuzzError:
        reason = "its outlines are damaged"
        raise UnsupportedFontError(path=str(face.file.path), reason=reason) from None
    numbers = dict(zip(wanted, map(plan.old_to_new_glyph_mapping.__getitem__, wanted), strict=True))
    em = face.hb_face.upem
    box = Box(face.hb_font.get_glyph_h_advance(0), em)
    if is_cff:
        return Subset(cut.reference_table("CFF ").data, is_cff, numbers, box)
    if 0 in glyphs:
        return Subset(with_box(cut, box), is_cff, {**numbers, 0: cut.glyph_count}, box)
    return Subset(cut.blob.data, is_cff, numbers, box)


def _source(face: FontFace, *, is_cff: bool) -> hb.Face:
    """Return what the next subset of *face* is cut from; all give the same bytes."""
    face.times_subset += 1
    if face.times_subset > _LONG_PATIENCE and not is_cff:
        return _prepared(face.hb_face)
    return _lean(face.hb_face) if face.times_subset > _PATIENCE else face.hb_face


@lru_cache(maxsize=16)
def _prepared(face: hb.Face) -> hb.Face:
    return hb.subset_preprocess(_lean(face))


@lru_cache(maxsize=16)
def _lean(face: hb.Face) -> hb.Face:
    """Return *face* (hashable) without its idle tables."""
    return hb.Face(hb.Blob(sfnt_without(face, _IDLE)))


def _order(face: FontFace, glyphs: set[int], *, is_cff: bool) -> hb.SubsetInput:
    order = hb.SubsetInput()
    order.flags = _FLAGS | _CFF_FLAGS if is_cff else _FLAGS
    order.glyph_set.update(glyphs)
    order.drop_table_tag_set.update(_DROPPED_TAGS)
    if face.facts.is_variable:
        order.pin_all_axes_to_default(face.hb_face)
        order.pin_axis_location(face.hb_face, "wght", float(face.file.weight))
    return order
