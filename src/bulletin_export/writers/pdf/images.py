"""Pictures as XObjects: JPEG and plain PNG go in as they are, without decoding.

ISO 32000-1, 7.4.4.4 (PNG predictors), 7.4.8 (DCT), 8.9.5.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from struct import error as damaged
from struct import unpack_from
from typing import NamedTuple

from bulletin_export.errors import BrokenPictureError
from bulletin_export.model.media import MediaItem
from bulletin_export.pictures import prepared
from bulletin_export.wording import phrase
from bulletin_export.writers.pdf.objects import Objects, literal, stream

#: Kinds that need no conversion.
ACCEPTED = frozenset({"image/jpeg", "image/png"})

_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB"}
_QUALITY = 90
_GREY, _RGB, _PALETTE = 0, 2, 3
_BAND = 256
_FRAMES = frozenset(
    (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
)
#: Baseline, extended, progressive: those that every reader of PDF decodes.
_USUAL = frozenset((0xC0, 0xC1, 0xC2))


class Picture(NamedTuple):
    """A picture in the form it has in a PDF; ``entries`` go into its dictionary."""

    width: int
    height: int
    bits: int
    space: bytes
    data: bytes
    entries: bytes = b""
    mask: Picture | None = None

    def add_to(self, objects: Objects) -> bytes:
        """Add the picture to *objects*; return the reference to it."""
        entries = (
            b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent %d"
            b" /ColorSpace %s %s" % (self.width, self.height, self.bits, self.space, self.entries)
        )
        if self.mask:
            entries += b" /SMask " + self.mask.add_to(objects)
        return objects.add(stream(self.data, entries, is_deflated=bool(self.entries)))


def picture(item: MediaItem, *, is_grey: bool = False) -> Picture:
    """Return *item* as it goes into a PDF, without its colours if *is_grey*.

    Raises:
        BrokenPictureError: Its bytes cannot be read as a picture.
    """
    ready = prepared(item, ACCEPTED)
    try:
        if ready.data[:2] == b"\xff\xd8":
            found = _jpeg(ready.data, is_grey=is_grey)
        else:
            found = _plain_png(ready.data, is_grey=is_grey) or _decoded(ready.data, is_grey=is_grey)
    except (damaged, OSError, SyntaxError, ValueError, zlib.error):
        found = None
    if found is None:
        raise BrokenPictureError(image=item.name, reason=phrase("picture-damaged"))
    return found


def _jpeg(data: bytes, *, is_grey: bool) -> Picture | None:
    at = 2
    while data[at : at + 1] == b"\xff":
        marker, length = unpack_from(">BH", data, at + 1)
        if marker in _FRAMES:
            bits, height, width, colours = unpack_from(">BHHB", data, at + 4)
            if marker not in _USUAL or colours not in _SPACES or (is_grey and colours > 1):
                return _jpeg(_encoded(data, is_grey=is_grey), is_grey=is_grey)
            return Picture(width, height, bits, _SPACES[colours], data, b"/Filter /DCTDecode")
        at += 2 + length
    return None


def _encoded(data: bytes, *, is_grey: bool) -> bytes:
    """Return a JPEG whose colours an output intent of screens explains: inks become light.

    ISO 19005-2, 6.2.4.3, allows DeviceCMYK only where inks are intended.
    """
    from PIL import Image

    buffer = BytesIO()
    image = Image.open(BytesIO(data))
    image.convert("L" if is_grey else "RGB").save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def _plain_png(png: bytes, *, is_grey: bool) -> Picture | None:
    """Return a PNG without transparency and interlacing: its data is a PDF stream already."""
    width, height, bits, kind, _, _, interlaced = unpack_from(">IIBBBBB", png, 16)
    chunks = _chunks(png)
    kinds = (_GREY,) if is_grey else (_GREY, _RGB, _PALETTE)
    if kind not in kinds or interlaced or b"tRNS" in chunks:
        return None
    colours = 3 if kind == _RGB else 1
    data = chunks[b"IDAT"]
    expected = height * (1 + (width * colours * bits + 7) // 8)
    if len(zlib.decompressobj().decompress(data, expected + 1)) != expected:
        raise ValueError(expected)
    space = _SPACES[colours]
    if kind == _PALETTE:
        palette = chunks[b"PLTE"]
        space = b"[/Indexed /DeviceRGB %d %s]" % (len(palette) // 3 - 1, literal(palette))
    entries = (
        b"/Filter /FlateDecode /DecodeParms"
        b" << /Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d >>" % (colours, bits, width)
    )
    return Picture(width, height, bits, space, data, entries)


def _chunks(png: bytes) -> dict[bytes, bytes]:
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at + 8 <= len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        kind = png[at + 4 : at + 8]
        chunks[kind] = chunks.get(kind, b"") + png[at + 8 : at + 8 + length]
        at += 12 + length
    return chunks


def _decoded(data: bytes, *, is_grey: bool) -> Picture:
    """Return a picture whose transparency has to be taken apart, or its lines put in order."""
    from PIL import Image

    read = Image.open(BytesIO(data))
    image = read if read.mode == "RGBA" else read.convert("RGBA")
    width, height = image.size
    colours, alphas = zlib.compressobj(), zlib.compressobj()
    packed, mask = [], []
    # Band by band: a large picture needs its memory once, not four times.
    for top in range(0, height, _BAND):
        band = image.crop((0, top, width, min(top + _BAND, height)))
        packed.append(colours.compress(band.convert("L" if is_grey else "RGB").tobytes()))
        mask.append(alphas.compress(band.getchannel("A").tobytes()))
    entries = b"/Filter /FlateDecode"
    inner = Picture(width, height, 8, _SPACES[1], b"".join((*mask, alphas.flush())), entries)
    data = b"".join((*packed, colours.flush()))
    return Picture(width, height, 8, _SPACES[1 if is_grey else 3], data, entries, inner)
