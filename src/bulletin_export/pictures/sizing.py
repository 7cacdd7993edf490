"""The size of a picture in pixels, from its header alone where that is easy."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from struct import unpack_from
from typing import TYPE_CHECKING

from bulletin_export.errors import BrokenPictureError
from bulletin_export.pictures import orientation, svg
from bulletin_export.pictures.sniffing import sniff
from bulletin_export.wording import phrase

if TYPE_CHECKING:
    from PIL.Image import Image

#: A picture with more pixels is refused: a few kilobytes can claim gigabytes of memory.
MAX_PIXELS = 64_000_000

#: Start-of-frame markers; C4, C8 and CC mean other things (ITU-T T.81, table B.1).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

#: What Pillow's plugins raise on damaged bytes.
_UNDECODABLE = (OSError, ValueError, TypeError, SyntaxError, EOFError, LookupError, struct.error)


def size(data: bytes, name: str = "", *, limit: int = MAX_PIXELS) -> tuple[int, int]:
    """Return width and height of the picture *data* in pixels, upright.

    *name* is what an error calls the picture.

    Raises:
        BrokenPictureError: It is no picture, its header is damaged, or it has more
            than *limit* pixels.
    """
    try:
        width, height = _measured(data, name)
    except OverflowError as error:
        raise BrokenPictureError(image=name, reason=phrase("picture-cut")) from error
    except (struct.error, IndexError) as error:
        raise BrokenPictureError(image=name, reason=phrase("picture-head-cut")) from error
    if width < 1 or height < 1:
        raise BrokenPictureError(image=name, reason=phrase("picture-empty"))
    if width * height > limit:
        reason = f"{width:.7g} × {height:.7g} pixels are too many"
        raise BrokenPictureError(image=name, reason=reason)
    return width, height


def opened(
    data: bytes, name: str, *, decode: bool = False, least: tuple[int, int] | None = None
) -> Image:
    """Return *data* as a Pillow image; its pixels are read only to *decode*.

    A JPEG of which *least* pixels are enough is decoded to a part of its size, which is faster.

    Raises:
        BrokenPictureError: Pillow cannot read it.
    """
    from PIL import Image

    try:
        # Pillow warns of odd metadata and of many pixels; we look at the pixels' number only.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data))
            if least:
                image.draft(None, least)
            if decode:
                image.load()
    except _UNDECODABLE as error:
        raise BrokenPictureError(image=name, reason=phrase("picture-undecodable")) from error
    except Image.DecompressionBombError as error:
        raise BrokenPictureError(image=name, reason=phrase("picture-pixels")) from error
    return image


def _measured(data: bytes, name: str) -> tuple[int, int]:
    match sniff(data):
        case "image/png":
            return unpack_from(">II", data, 16)
        case "image/gif":
            return unpack_from("<HH", data, 6)
        case "image/jpeg":
            return _jpeg_size(data, name)
        case "image/svg+xml":
            return svg.size(data, name)
        case None:
            raise BrokenPictureError(image=name, reason=phrase("picture-kind"))
        case _:
            return opened(data, name).size


def jpeg_colours(data: bytes, name: str = "") -> int:
    """Return how many colours a pixel of the JPEG *data* is mixed of: 1, 3, or 4 for the press.

    Raises:
        BrokenPictureError: Its header is damaged.
    """
    try:
        return int(data[_jpeg_frame(data, name) + 9])
    except (struct.error, IndexError) as error:
        raise BrokenPictureError(image=name, reason=phrase("picture-head-cut")) from error


def _jpeg_size(data: bytes, name: str) -> tuple[int, int]:
    height, width = unpack_from(">HH", data, _jpeg_frame(data, name) + 5)
    return (height, width) if orientation.of_jpeg(data) >= 5 else (width, height)


def _jpeg_frame(data: bytes, name: str) -> int:
    """Return where the frame header of the JPEG *data* begins (ITU-T T.81, B.2.2)."""
    at = 2
    while at < len(data):
        if data[at] != 0xFF:
            raise BrokenPictureError(image=name, reason=phrase("picture-head-damaged"))
        marker = data[at + 1]
        if marker in _FRAMES:
            return at
        # A marker may be filled up with FF, and D0 to D8 and 01 carry no length.
        alone = marker == 0xFF or marker == 0x01 or 0xD0 <= marker <= 0xD8
        at += (1 if marker == 0xFF else 2) if alone else 2 + unpack_from(">H", data, at + 2)[0]
    raise BrokenPictureError(image=name, reason=phrase("picture-head-cut"))
