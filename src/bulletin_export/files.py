"""Finished files reach the disk whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bulletin_export.errors import CannotWriteError
from bulletin_export.reasons import reason_of

if TYPE_CHECKING:
    from bulletin_export.scratch import Scratch

_serial = count()


def atomic_write(path: Path, data: bytes | Scratch) -> None:
    """Write *data* to *path*, as `atomic_write_all` does."""
    atomic_write_all({path: data})


def atomic_write_all(files: Mapping[Path, bytes | Scratch]) -> None:
    """Write all *files*, replacing what was there, each in one step, or none of them.

    The folder is made if need be. Whoever looks sees the old file or the new one, also
    when the program dies half-way. Whether the file outlives a power failure is left to
    the disk: to wait for it took a third of a run of a hundred pages, which can be done again.
    A device or pipe is written to as it is.

    Raises:
        CannotWriteError: The disk refuses; nothing half-written is left.
    """
    written: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            if is_device(path):
                _write(path, data, "wb")  # To replace it would take it from everybody else.
            else:
                written[path] = _beside(path)
                _write(written[path], data)
        for path in list(written):
            written[path].replace(path)
            del written[path]
    except (OSError, ValueError) as error:
        raise CannotWriteError(path=str(path), reason=reason_of(error)) from None
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """Make the folder of *path*; return a new name there, short, so that any name fits."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.parent / f".bulletin-{os.getpid()}-{next(_serial)}.part"


def _write(path: Path, data: bytes | Scratch, mode: Literal["xb", "wb"] = "xb") -> None:
    with path.open(mode) as file:
        file.writelines((data,) if isinstance(data, bytes) else data.pieces())


def is_device(path: Path) -> bool:
    """Tell whether *path* is there, but neither file nor folder: a device, a pipe."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
