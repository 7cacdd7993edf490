"""Pictures for devices that take fewer pixels, fewer bytes, no transparency or no movement."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import msgspec

from bulletin_export.model.media import MediaItem
from bulletin_export.pictures.reducing import resized
from bulletin_export.pictures.sizing import opened, size
from bulletin_export.pictures.sniffing import sniff

if TYPE_CHECKING:
    from PIL.Image import Image

_WHITE = "#FFFFFF"
#: A step nearer to the bytes that are wanted: size goes with the area, and a little less.
_STEP = 0.95
_QUALITY = 85


class Limits(msgspec.Struct, frozen=True):
    """What a device takes; 0 for as much as there is."""

    pixels: int = 0
    bytes: int = 0
    #: It shows nothing through a picture.
    opaque: bool = False
    #: It shows the first picture of an animation alone.
    still: bool = False


def fitted(item: MediaItem, limits: Limits) -> MediaItem:
    """Return the PNG, JPEG or GIF *item* within *limits*; itself, if it is.

    What is reduced keeps its shape; a PNG that is still too long becomes a JPEG.

    Raises:
        BrokenPictureError: It cannot be decoded.
    """
    if limits == Limits():
        return item
    fit = _plain(item, limits)
    width, height = size(fit.data, item.name)
    if limits.pixels and width * height > limits.pixels:
        fit = _scaled(fit, (limits.pixels / (width * height)) ** 0.5)
    if limits.bytes and len(fit.data) > limits.bytes and sniff(fit.data) != "image/jpeg":
        fit = _as_jpeg(fit)
    while limits.bytes and len(fit.data) > limits.bytes:
        smaller = _scaled(fit, (limits.bytes / len(fit.data)) ** 0.5 * _STEP)
        if len(smaller.data) >= len(fit.data):
            break
        fit = smaller
    return fit if fit.data == item.data else MediaItem.of(fit.data, fit.media_type)


def _plain(item: MediaItem, limits: Limits) -> MediaItem:
    """Return *item* as one opaque picture, where that is wanted."""
    kind = sniff(item.data)
    if kind == "image/jpeg":
        return item
    image = opened(item.data, item.name)
    moves = limits.still and getattr(image, "n_frames", 1) > 1
    # A GIF can be reduced only as a PNG.
    grows = kind == "image/gif" and not _is_small(item, limits)
    shines = limits.opaque and image.has_transparency_data
    if not (moves or shines or grows):
        return item
    image = opened(item.data, item.name, decode=True)
    return _png(_on_white(image) if shines else image)


def _is_small(item: MediaItem, limits: Limits) -> bool:
    width, height = size(item.data, item.name)
    return (not limits.pixels or width * height <= limits.pixels) and (
        not limits.bytes or len(item.data) <= limits.bytes
    )


def _on_white(image: Image) -> Image:
    from PIL import Image as Pillow

    layer = image.convert("RGBA")
    ground = Pillow.new("RGBA", layer.size, _WHITE)
    ground.alpha_composite(layer)
    return ground.convert("RGB")


def _png(image: Image) -> MediaItem:
    buffer = BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return MediaItem("", "image/png", buffer.getvalue())


def _as_jpeg(item: MediaItem) -> MediaItem:
    buffer = BytesIO()
    _on_white(opened(item.data, item.name, decode=True)).save(
        buffer, "JPEG", quality=_QUALITY, optimize=True
    )
    return MediaItem("", "image/jpeg", buffer.getvalue())


def _scaled(item: MediaItem, factor: float) -> MediaItem:
    width, height = size(item.data, item.name)
    # Rounded down: not a pixel more than is allowed.
    return resized(item, (max(1, int(width * factor)), max(1, int(height * factor))))
