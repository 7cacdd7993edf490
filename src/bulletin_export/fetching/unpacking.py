"""Bodies as they are sent, unpacked no further than anybody wants (RFC 9110 §8.4.1)."""

from __future__ import annotations

import zlib

#: What we say we can unpack.
ACCEPTED = "gzip, deflate"
#: Nobody packs what is packed already, but for mischief or by accident.
_LAYERS = 3
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_BARE = -zlib.MAX_WBITS


class OversizeError(Exception):
    """There is more in it than the limit."""


class DamagedError(Exception):
    """It is not packed as it says."""


def unpacked(data: bytes, codings: str, limit: int) -> bytes:
    """Return the body *data* without its Content-Encoding *codings*.

    Raises:
        OversizeError: More than *limit* bytes are in it.
        DamagedError: It cannot be unpacked, or is packed in a way we did not accept.
    """
    names = [name.strip().lower() for name in codings.split(",")]
    names = [name for name in names if name not in ("", "identity")]
    if len(names) > _LAYERS:
        raise DamagedError(codings)
    for name in reversed(names):
        if name not in ("gzip", "x-gzip", "deflate"):
            raise DamagedError(name)
        data = _inflated(data, limit)
    return data


def _inflated(data: bytes, limit: int) -> bytes:
    if not data:
        return data
    try:
        return _members(data, limit, _GZIP_OR_ZLIB)
    except zlib.error:
        pass  # Some servers leave the wrapping out of «deflate».
    try:
        return _members(data, limit, _BARE)
    except zlib.error as error:
        raise DamagedError(str(error)) from None


def _members(data: bytes, limit: int, wrapping: int) -> bytes:
    made: list[bytes] = []
    room = limit
    while data:
        inflater = zlib.decompressobj(wrapping)
        made.append(inflater.decompress(data, room + 1))
        room -= len(made[-1])
        if room < 0:
            raise OversizeError
        if not inflater.eof:
            raise DamagedError
        # After a member of gzip there may be another, or zeros to fill a block.
        data = inflater.unused_data.lstrip(b"\0")
        if wrapping == _BARE or data[:2] != b"\x1f\x8b":
            break
    return b"".join(made)
