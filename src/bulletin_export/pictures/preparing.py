"""Bring a picture into a form that a writer's format accepts."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from bulletin_export.errors import BrokenPictureError
from bulletin_export.model.media import MediaItem
from bulletin_export.pictures import orientation, svg
from bulletin_export.pictures.sizing import jpeg_colours, opened, size
from bulletin_export.pictures.sniffing import sniff

if TYPE_CHECKING:
    from PIL.Image import Image

_SVG_ZOOM = 2
_JPEG_QUALITY = 90

#: A picture that has to be converted takes sixteen bytes of memory for each pixel.
MAX_DECODED = 24_000_000
#: A drawing of more pixels is drawn smaller.
MAX_DRAWN = 16_000_000
_PNG_MODES = frozenset({"1", "L", "LA", "I;16", "I", "P", "RGB", "RGBA"})


def prepared(item: MediaItem, accepted: frozenset[str], *, four_colours: bool = True) -> MediaItem:
    """Return *item* as it is if its kind is among *accepted*, else as PNG or JPEG.

    The bytes decide on the kind, not the declared type. Photographs without
    transparency become JPEG, everything else PNG; of an animation the first
    picture is taken; a photograph that a camera stored on its side is turned upright.
    One in the four colours of the press becomes RGB unless *four_colours* are accepted, too.
    A drawing (SVG) gets two pixels for each of its own, a huge one fewer, so measure the original.

    Raises:
        BrokenPictureError: It cannot be decoded, or has too many pixels.
    """
    kind = sniff(item.data)
    width, height = size(item.data, item.name)
    if kind in accepted and (kind != "image/jpeg" or _is_plain(item, four_colours)):
        return item if kind == item.media_type else MediaItem.of(item.data, kind)
    if kind == "image/svg+xml":
        zoom = min(_SVG_ZOOM, (MAX_DRAWN / (width * height)) ** 0.5)
        return MediaItem.of(svg.rasterised(item.data, item.name, zoom=zoom), "image/png")
    if width * height > MAX_DECODED:
        reason = f"{width} × {height} pixels are too many for {kind}"
        raise BrokenPictureError(image=item.name, reason=reason)
    return _converted(item, "image/jpeg" in accepted)


def _is_plain(item: MediaItem, four_colours: bool) -> bool:
    """Tell whether the JPEG *item* is upright, and in colours that are accepted."""
    if orientation.of_jpeg(item.data) != 1:
        return False
    return four_colours or jpeg_colours(item.data, item.name) <= 3


def _converted(item: MediaItem, jpeg_is_accepted: bool) -> MediaItem:
    from PIL import ImageOps

    image = opened(item.data, item.name, decode=True)
    is_photograph = _is_photograph(item.data, image)
    image = _in_screen_colours(ImageOps.exif_transpose(image))
    if jpeg_is_accepted and is_photograph:
        return MediaItem.of(_saved(image, "JPEG", quality=_JPEG_QUALITY), "image/jpeg")
    return MediaItem.of(_saved(image, "PNG"), "image/png")


def _is_photograph(data: bytes, image: Image) -> bool:
    lossless = data[12:16] == b"VP8L"
    return (
        image.format in ("JPEG", "WEBP", "AVIF")
        and not lossless
        and not image.has_transparency_data
    )


def _in_screen_colours(image: Image) -> Image:
    """Return *image* in a mode that both PNG and screens know; CMYK becomes RGB."""
    if image.mode in _PNG_MODES:
        return image
    converted = image.convert("RGBA" if image.has_transparency_data else "RGB")
    # A profile belongs to the colours it was made for; after CMYK it would lie.
    converted.info.pop("icc_profile", None)
    return converted


def _saved(image: Image, form: str, **options: int) -> bytes:
    buffer = BytesIO()
    image.save(buffer, form, icc_profile=image.info.get("icc_profile"), **options)
    return buffer.getvalue()
