"""How a camera held the picture: the Orientation tag of EXIF in a JPEG (CIPA DC-008)."""

from __future__ import annotations

from struct import error, unpack_from

_EXIF = b"Exif\x00\x00"
_TAG = 0x0112
#: EXIF stands in one of the first segments; a photograph's thumbnails come later.
_REACH = 1 << 16


def of_jpeg(data: bytes) -> int:
    """Return the orientation of the JPEG *data*: 1 is upright, 5 to 8 lie on their side."""
    start = data.find(_EXIF, 0, _REACH)
    if start < 0:
        return 1
    try:
        value = _tag(data, start + len(_EXIF))
    except error:
        return 1
    return value if 1 <= value <= 8 else 1


def _tag(data: bytes, tiff: int) -> int:
    order = "<" if data[tiff : tiff + 2] == b"II" else ">"
    directory = tiff + unpack_from(order + "I", data, tiff + 4)[0]
    for entry in range(unpack_from(order + "H", data, directory)[0]):
        at = directory + 2 + 12 * entry
        if unpack_from(order + "H", data, at)[0] == _TAG:
            return int(unpack_from(order + "H", data, at + 8)[0])
    return 1
