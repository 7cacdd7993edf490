"""Finished files reach the disk whole, or not at all."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from bulletin_export.errors import CannotWriteError
from bulletin_export.reasons import reason_of

_serial = count()


def atomic_write(path: Path, data: bytes) -> None:
    """Write *data* to *path*, replacing what was there in one step.

    The folder is made if need be. Whoever looks sees the old file or the new one.
    A device or pipe is written to as it is.

    Raises:
        CannotWriteError: The disk refuses; nothing half-written is left.
    """
    # In the same folder, so that it can be renamed; short, so that any name fits.
    temporary = path.parent / f".bulletin-{os.getpid()}-{next(_serial)}.part"
    try:
        if is_device(path):
            path.write_bytes(data)  # To replace it would take it from everybody else.
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, temporary, data)
    except (OSError, ValueError) as error:
        raise CannotWriteError(path=str(path), reason=reason_of(error)) from None


def is_device(path: Path) -> bool:
    """Tell whether *path* is there, but neither file nor folder: a device, a pipe."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _replace(path: Path, temporary: Path, data: bytes) -> None:
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
