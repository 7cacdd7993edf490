"""Fewer pixels for pictures that have more than paper shows."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from bulletin_export.model.media import MediaItem
from bulletin_export.pictures.preparing import MAX_DECODED
from bulletin_export.pictures.sizing import opened, size
from bulletin_export.pictures.sniffing import sniff

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITY = 90
_PALETTE = 256
#: Decoded at once to about twice the size that is wanted, a JPEG takes a fraction of the time.
_GAP = 2.0


# Bulletins of one house carry the same emblem in one document after the other.
@lru_cache(maxsize=8)
def reduced(item: MediaItem, width: int) -> MediaItem:
    """Return the JPEG or PNG *item*, no more than *width* pixels wide, under its old name.

    Kind and shape are kept. What would come out longer, other kinds, and PNG too large to be
    decoded are returned as they are.

    Raises:
        BrokenPictureError: It cannot be decoded.
    """
    wide, high = size(item.data, item.name)
    if wide <= width:
        return item
    small = resized(item, (width, max(1, round(high * width / wide))))
    return small if len(small.data) < len(item.data) else item


def resized(item: MediaItem, target: tuple[int, int]) -> MediaItem:
    """Return the JPEG or PNG *item* with *target* pixels, under its old name.

    Other kinds, and PNG too large to be decoded, are returned as they are.

    Raises:
        BrokenPictureError: It cannot be decoded.
    """
    wide, high = size(item.data, item.name)
    kind = sniff(item.data)
    if kind == "image/jpeg":
        return MediaItem(item.name, kind, _jpeg(item, target))
    if kind == "image/png" and wide * high <= MAX_DECODED:
        return MediaItem(item.name, kind, _png(item, target))
    return item


def _jpeg(item: MediaItem, target: tuple[int, int]) -> bytes:
    least = (int(target[0] * _GAP), int(target[1] * _GAP))
    image = opened(item.data, item.name, decode=True, least=least)
    profile = image.info.get("icc_profile")
    small = image.resize(target, reducing_gap=_GAP)
    return _saved(small, "JPEG", quality=_QUALITY, optimize=True, icc_profile=profile)


def _png(item: MediaItem, target: tuple[int, int]) -> bytes:
    image = opened(item.data, item.name, decode=True)
    has_palette = image.mode == "P"
    small = _smooth(image).resize(target, reducing_gap=_GAP)
    if has_palette:
        from PIL.Image import Quantize

        small = small.quantize(_PALETTE, method=Quantize.FASTOCTREE)
    return _saved(small, "PNG", optimize=True, icc_profile=image.info.get("icc_profile"))


def _smooth(image: Image) -> Image:
    """Return *image* in a mode whose pixels have something between them."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        return image if image.mode in ("RGBA", "LA") else image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image.convert("RGB") if image.mode == "P" else image


def _saved(image: Image, form: str, **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()
