"""Bytes that wait for their turn: in memory, and in a nameless file when they are many."""

from __future__ import annotations

import sys
import weakref
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO, Self

#: Bytes that may wait in memory.
_ROOM = 4 << 20
_PIECE = 1 << 20


class Scratch:
    """Bytes one after the other, to be read again from any place; gone when nobody holds it."""

    def __init__(self) -> None:
        self._file: IO[bytes] = BytesIO()
        self._size, self._room = 0, _ROOM
        self._place = 0

    def __len__(self) -> int:
        return self._size

    def add(self, data: bytes) -> int:
        """Put *data* behind what is there; return where it begins."""
        start = self.seek(self._size)
        self.write(data)
        return start

    def seek(self, place: int) -> int:
        """Go to *place*, where the next bytes are written; return it."""
        self._place = place
        return place

    def tell(self) -> int:
        """Return where the next bytes are written."""
        return self._place

    def write(self, data: bytes) -> int:
        """Write *data* here, over what is there, and go behind it; return its length."""
        if self._size > self._room:
            self._move()
        self._file.seek(self._place)
        self._file.write(data)
        self._place += len(data)
        self._size = max(self._size, self._place)
        return len(data)

    def writelines(self, pieces: Iterable[bytes]) -> None:
        """Write *pieces*, one behind the other."""
        self.write(b"".join(pieces))

    def read(self, start: int, size: int) -> bytes:
        """Return *size* bytes from *start*."""
        self._file.seek(start)
        return self._file.read(size)

    @property
    def content(self) -> bytes | Self:
        """All bytes if they are few, else what holds them."""
        return self if self._size > _ROOM else self.read(0, self._size)

    def pieces(self) -> Iterator[bytes]:
        """Yield all bytes, a megabyte at a time."""
        for start in range(0, self._size, _PIECE):
            yield self.read(start, _PIECE)

    def _move(self) -> None:
        """Go on in a nameless file; or in memory, if there is no place for one."""
        from tempfile import TemporaryFile

        self._room = sys.maxsize
        try:
            file = TemporaryFile()  # noqa: SIM115 — closed with us
        except OSError:
            return
        weakref.finalize(self, file.close)
        file.write(self.read(0, self._size))
        self._file = file
