"""What a face says of itself in its tables: names, weight, embedding bits, outlines.

OpenType 1.9: ``name``, ``OS/2``, ``head``, ``fvar``, and the table directory.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import uharfbuzz as hb

_LANGUAGES = ("en", "zh-cn")
_FAMILY, _STYLE, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY = 1, 2, 4, 6, 16


class Outlines(StrEnum):
    """How the glyphs are drawn."""

    GLYF = "glyf"
    CFF = "CFF "
    CFF2 = "CFF2"
    NONE = ""


class FaceFacts(msgspec.Struct, frozen=True, kw_only=True):
    """The facts by which a face is recognised."""

    #: Full name in English if it has one.
    name: str
    postscript_name: str = ""
    #: Family names (ids 1 and 16), English and Chinese.
    families: tuple[str, ...] = ()
    #: Full and PostScript names, English and Chinese.
    full_names: tuple[str, ...] = ()
    weight: int = 400
    is_slanted: bool = False
    #: OS/2 fsType: what the maker allows to be embedded.
    fs_type: int = 0
    outlines: Outlines = Outlines.GLYF
    #: Lightest and heaviest weight of a variable face; (0, 0) if it is none.
    weights: tuple[int, int] = (0, 0)

    @property
    def may_be_embedded(self) -> bool:
        """Whether a subset may go into a PDF (fsType 0, 4, 8 without bits 8 and 9)."""
        return not self.fs_type & 0x300 and self.fs_type & 0xF != 2

    @property
    def is_variable(self) -> bool:
        """Whether its weight can be chosen."""
        return self.weights[1] > 0


def face_facts(face: hb.Face) -> FaceFacts:
    """Read the facts of *face* from its tables; missing tables give plain defaults."""
    full = _names(face, _FULL)
    families = _names(face, _TYPOGRAPHIC_FAMILY, _FAMILY)
    postscript = face.get_name(_POSTSCRIPT) or ""
    weight, fs_type, slanted = _style(face)
    return FaceFacts(
        name=(full or families or (postscript,))[0] or "?",
        postscript_name=postscript,
        families=families,
        full_names=(*full, postscript) if postscript else full,
        weight=weight,
        is_slanted=slanted,
        fs_type=fs_type,
        outlines=_outlines(face),
        weights=_weights(face),
    )


def sfnt_without(face: hb.Face, tags: Collection[str]) -> bytes:
    """Return *face* as a font file without the tables *tags*."""
    kept = set(face.table_tags).difference(tags)
    return sfnt({tag: face.reference_table(tag).data or b"" for tag in kept})


def sfnt(tables: Mapping[str, bytes]) -> bytes:
    """Return *tables* as a font file (OpenType 1.9, table directory).

    Search hints and checksums are left 0: neither HarfBuzz nor readers of PDF look at them.
    """
    kept = sorted(tables)
    head = bytearray(struct.pack(">4sH6x", b"\0\1\0\0", len(kept)))
    at = len(head) + 16 * len(kept)
    parts: list[bytes] = []
    for tag in kept:
        data = tables[tag]
        head += struct.pack(">4s4xII", tag.encode("latin-1"), at, len(data))
        parts += (data, bytes(-len(data) % 4))
        at += len(data) + len(parts[-1])
    return b"".join((head, *parts))


def _names(face: hb.Face, *ids: int) -> tuple[str, ...]:
    found = (face.get_name(name_id, lang) for lang in _LANGUAGES for name_id in ids)
    return tuple(dict.fromkeys(name for name in found if name))


def _style(face: hb.Face) -> tuple[int, int, bool]:
    """Return weight, fsType and whether the face is slanted."""
    os2 = face.reference_table("OS/2").data or b""
    if len(os2) < 64:
        return 400, 0, False
    weight, _, fs_type = struct.unpack_from(">HHH", os2, 4)
    (selection,) = struct.unpack_from(">H", os2, 62)
    return weight, fs_type, bool(selection & 0x201)


def _outlines(face: hb.Face) -> Outlines:
    tables = set(face.table_tags)
    kinds = (kind for kind in Outlines if kind is not Outlines.NONE and kind.value in tables)
    return next(kinds, Outlines.NONE)


def _weights(face: hb.Face) -> tuple[int, int]:
    if not face.has_var_data:
        return 0, 0
    axes = (axis for axis in face.axis_infos if axis.tag == "wght")
    return next(((int(axis.min_value), int(axis.max_value)) for axis in axes), (0, 0))
