"""Bytes that wait for their turn: in memory, and in a nameless file when they are many."""

from __future__ import annotations

import sys
import weakref
from io import BytesIO
from typing import IO

#: Bytes that may wait in memory.
_ROOM = 8 << 20


class Scratch:
    """Bytes one after the other, to be read again from any place; gone when nobody holds it."""

    def __init__(self) -> None:
        self._file: IO[bytes] = BytesIO()
        self._size, self._room = 0, _ROOM

    def __len__(self) -> int:
        return self._size

    def add(self, data: bytes) -> int:
        """Put *data* behind what is there; return where it begins."""
        start = self._size
        if start > self._room:
            self._move()
        self._file.seek(start)
        self._file.write(data)
        self._size += len(data)
        return start

    def read(self, start: int, size: int) -> bytes:
        """Return *size* bytes from *start*."""
        self._file.seek(start)
        return self._file.read(size)

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
