"""What reading systems take, as their makers say; the manual names the sources."""

from __future__ import annotations

import msgspec

from bulletin_export.pictures.fitting import Limits

_MB = 1_000_000
_PRINTED = frozenset({"image/png", "image/jpeg"})


class Profile(msgspec.Struct, frozen=True):
    """The limits of one kind of reading system."""

    #: Media types of pictures that need not be converted.
    accepted: frozenset[str]
    limits: Limits = Limits()
    #: Bytes of a book; 0 for any number.
    book: int = 0
    #: It needs the older form of the contents, whatever the template says.
    needs_ncx: bool = False


PROFILES = {
    # Core media types (EPUB 3.3, 3.2). WebP is left out, for EPUB 3.2 did not know it;
    # SVG, because its scripts and remote parts would have to be declared or removed.
    "plain": Profile(accepted=_PRINTED | {"image/gif"}),
    "kindle": Profile(
        accepted=_PRINTED | {"image/gif"},
        limits=Limits(pixels=2560 * 1600, bytes=5 * _MB, opaque=True, still=True),
        book=50 * _MB,
        needs_ncx=True,
    ),
    "apple": Profile(
        accepted=_PRINTED, limits=Limits(pixels=4_000_000, still=True), book=2000 * _MB
    ),
    "kobo": Profile(
        accepted=_PRINTED,
        limits=Limits(pixels=3_800_000, bytes=5 * _MB, opaque=True, still=True),
        book=1000 * _MB,
        needs_ncx=True,
    ),
}
