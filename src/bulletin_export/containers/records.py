"""Where the records of a WARC file lie: in gzip members of their own, or one after the other."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import msgspec

from bulletin_export.limits import Budget
from bulletin_export.patterns import lazy_pattern

_GZIP = b"\x1f\x8b\x08"
_START = lazy_pattern(rb"^WARC/\d", re.MULTILINE)
_LENGTH = lazy_pattern(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
#: Bytes; where a record's own headers end, and those of the answer in it.
LONGEST_HEAD = 65_536
_FIRST_CHUNK, _CHUNK = 1 << 12, 1 << 20


class Span(msgspec.Struct, frozen=True):
    """A stretch of the file; ``size`` is that of the record in it.

    Where ``is_packed``, the stretch is a gzip member.
    """

    start: int
    end: int
    size: int
    is_packed: bool = False


def spans(data: bytes, budget: Budget) -> Iterator[Span | int]:
    """Yield where the records in *data* lie; a number is the place of a broken one.

    Raises:
        ReadError: More comes out than *budget* allows.
    """
    yield from _members(data, budget) if data.startswith(_GZIP) else _plain(data)


def record(data: bytes, span: Span, limit: int) -> bytes:
    """Return the bytes of the record at *span*, the first *limit* of them."""
    if not span.is_packed:
        return data[span.start : min(span.end, span.start + limit)]
    return zlib.decompressobj(wbits=31).decompress(data[span.start : span.end], limit)


def _plain(data: bytes) -> Iterator[Span | int]:
    """Follow the lengths that records state; where one lies, look for the next beginning."""
    at = 0
    while at < len(data):
        head = data[at : at + LONGEST_HEAD]
        ends = [end for end in (head.find(b"\r\n\r\n"), head.find(b"\n\n")) if end >= 0]
        length = _LENGTH.search(head, 0, min(ends)) if ends else None
        is_record = head.startswith(b"WARC/") and length is not None
        if length is not None and is_record:
            size = 4 if head[min(ends)] == 13 else 2
            end = at + min(ends) + size + int(length[1])
            gap = data[end : end + 8].lstrip(b"\r\n")
            if end <= len(data) and (not gap or gap.startswith(b"WARC/"[: len(gap)])):
                yield Span(at, end, end - at)
                at = end + len(data[end : end + 8]) - len(gap)
                continue
        yield at
        following = _START.search(data, at + 5)
        at = following.start() if following else len(data)


def _members(data: bytes, budget: Budget) -> Iterator[Span | int]:
    """Go from gzip member to gzip member (RFC 1952); after a broken one, look for the next."""
    at = 0
    while at < len(data):
        end, size = _member(data, at, budget)
        if end:
            yield Span(at, end, size, is_packed=True)
            at = end
            continue
        yield at
        at = data.find(_GZIP, at + 1)
        if at < 0:
            return


def _member(data: bytes, start: int, budget: Budget) -> tuple[int, int]:
    """Return where the gzip member at *start* ends (0 if it is broken), and its size unpacked."""
    unpacker = zlib.decompressobj(wbits=31)
    # Most members are small, and what is read beyond their end is copied.
    at, size, waiting, chunk = start, 0, b"", _FIRST_CHUNK
    try:
        while not unpacker.eof:
            if not waiting:
                waiting = data[at : at + chunk]
                at, chunk = at + len(waiting), min(2 * chunk, _CHUNK)
                if not waiting:
                    return 0, size
            size += len(unpacker.decompress(waiting, _CHUNK))
            waiting = unpacker.unconsumed_tail
            budget.watch(size, at - start - len(waiting))
    except zlib.error:
        return 0, size
    end = at - len(unpacker.unused_data) - len(waiting)
    budget.take(size, end - start)
    return end, size
