"""A face cut to some characters, as a font file that other programs install.

What PDF embeds is no font for anybody else; this one has everything a system asks for
(OpenType 1.9): a map of characters, metrics, names of its own, checksums.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from bulletin_export.errors import UnsupportedFontError
from bulletin_export.fonts.sfnt import Outlines

if TYPE_CHECKING:
    import uharfbuzz as hb

    from bulletin_export.fonts.face import FontFace

#: Looks that depend on neighbours, vertical setting, signatures: nothing of it is asked for.
_DROPPED = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "MATH", "STAT", "VDMX", "VORG",
    "gasp", "hdmx", "kern", "name", "vhea", "vmtx",
)  # fmt: skip
_COPYRIGHT, _FAMILY, _STYLE, _UNIQUE, _FULL, _VERSION, _POSTSCRIPT = range(7)
_LICENCE, _LICENCE_ADDRESS = 13, 14
#: What glyphs for lines from top to bottom need; of the features only `vert` and its like are kept.
_VERTICAL = ("GSUB", "VORG", "vhea", "vmtx")
_VERTICAL_FEATURES = ("vert", "vrt2")
#: Windows, Unicode, English of the United States.
_PLATFORM = (3, 1, 0x409)
#: fsType: installable, editable. Others make Word open the file for reading only, or are refused.
_FREE = (0, 8)
#: Of a document that is only read the bits may also say "preview and print".
_READABLE = (*_FREE, 4)


def is_free(face: FontFace) -> bool:
    """Tell whether the licence bits of *face* let it go into documents that are edited."""
    bits = face.facts.fs_type
    return bits & 0xF in _FREE and not bits & 0x300


def may_be_read(face: FontFace) -> bool:
    """Tell whether the licence bits of *face* let it go, cut, into documents that are read."""
    bits = face.facts.fs_type
    return bits & 0xF in _READABLE and not bits & 0x300


def is_true_type(face: FontFace) -> bool:
    """Tell whether *face* has TrueType outlines, the ones that Word is documented to take."""
    return face.facts.outlines is Outlines.GLYF


def cut(
    face: FontFace, characters: Iterable[str], family: str, *, is_vertical: bool = False
) -> bytes:
    """Return *face* with *characters* alone, as a font file called *family*.

    For lines from top to bottom (*is_vertical*) it keeps the forms of marks that these need.

    Raises:
        UnsupportedFontError: The face's tables are damaged.
    """
    import uharfbuzz as hb

    order = hb.SubsetInput()
    order.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    order.unicode_set.update(map(ord, characters))
    kept = _VERTICAL if is_vertical else ()
    order.drop_table_tag_set.update(_tag(tag) for tag in _DROPPED if tag not in kept)
    if is_vertical:
        order.layout_feature_tag_set.clear()
        order.layout_feature_tag_set.update(map(_tag, _VERTICAL_FEATURES))
    if face.facts.is_variable:
        order.pin_all_axes_to_default(face.hb_face)
        order.pin_axis_location(face.hb_face, "wght", float(face.file.weight))
    try:
        small = hb.SubsetPlan(face.hb_face, order).execute()
    except hb.HarfBuzzError:
        reason = "its outlines are damaged"
        raise UnsupportedFontError(path=str(face.file.path), reason=reason) from None
    tables = {tag: small.reference_table(tag).data or b"" for tag in small.table_tags}
    return _file({**tables, "name": _names(face.hb_face, family)})


def _tag(name: str) -> int:
    return int.from_bytes(name.encode(), "big")


def _names(face: hb.Face, family: str) -> bytes:
    """Return a ``name`` table: our names, the rights of the maker."""
    kept = {name: face.get_name(name) for name in (_COPYRIGHT, _LICENCE, _LICENCE_ADDRESS)}
    names = {
        **{name: text for name, text in kept.items() if text},
        _FAMILY: family,
        _STYLE: "Regular",
        _UNIQUE: family,
        _FULL: family,
        _VERSION: "Version 1.0",
        _POSTSCRIPT: family.replace(" ", ""),
    }
    records, texts = b"", b""
    for name, text in sorted(names.items()):
        coded = text.encode("utf-16-be")
        records += struct.pack(">6H", *_PLATFORM, name, len(coded), len(texts))
        texts += coded
    return struct.pack(">3H", 0, len(names), 6 + len(records)) + records + texts


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Return *tables* as a font file with search hints and checksums."""
    head = bytearray(tables["head"])
    struct.pack_into(">I", head, 8, 0)
    tables = {**tables, "head": bytes(head)}
    count = len(tables)
    log = count.bit_length() - 1
    power = 16 << log
    kind = b"OTTO" if "CFF " in tables else b"\0\1\0\0"
    directory = struct.pack(">4s4H", kind, count, power, log, 16 * count - power)
    at, body, place = len(directory) + 16 * count, b"", 0
    for tag, data in sorted(tables.items()):
        if tag == "head":
            place = at + len(body)
        start, padded = at + len(body), data + bytes(-len(data) % 4)
        directory += struct.pack(">4s3I", tag.encode(), _checksum(padded), start, len(data))
        body += padded
    whole = bytearray(directory + body)
    struct.pack_into(">I", whole, place + 8, (0xB1B0AFBA - _checksum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _checksum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
