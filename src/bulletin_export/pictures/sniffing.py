"""The media type of a picture by its first bytes (WHATWG MIME Sniffing, 6.1)."""

from __future__ import annotations

from bulletin_export.patterns import lazy_pattern

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"BM", "image/bmp"),
)
_BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"mif1": "image/heif",
}
#: How far a prologue, comments and a DTD may push the root element.
_SVG_REACH = 4096
_SVG = lazy_pattern(rb"(?:\xef\xbb\xbf)?\s*<(?:[?!][\s\S]*?<)*(?:\w+:)?svg[\s>/]")


def sniff(data: bytes) -> str | None:
    """Return the media type of the picture *data*, or None if it is no picture we know."""
    for magic, media_type in _MAGIC:
        if data.startswith(magic):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12])
    return "image/svg+xml" if _SVG.match(_start_of_text(data)) else None


def _start_of_text(data: bytes) -> bytes:
    start = data[:_SVG_REACH]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return start.decode("utf-16", "replace").encode()
    return start
