"""Change one entry of a ZIP archive and keep the rest as it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from validators.gate import ImpossibleFaultError

#: (entry name, its bytes) to new bytes, or to None to drop the entry.
Change = Callable[[str, bytes], bytes | None]


def changed(data: bytes, change: Change) -> bytes:
    """Return the archive *data* with every entry as *change* returns it.

    Raises:
        ImpossibleFaultError: Nothing was changed.
    """
    before = zipfile.ZipFile(io.BytesIO(data))
    result = io.BytesIO()
    touched = False
    with zipfile.ZipFile(result, "w") as after:
        for info in before.infolist():
            old = before.read(info)
            new = change(info.filename, old)
            touched = touched or new != old
            if new is not None:
                after.writestr(info, new)
    if not touched:
        raise ImpossibleFaultError
    return result.getvalue()


def replaced_once(suffix: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Return a function that puts *new* for the last *old* in the first fitting entry."""

    def make(data: bytes) -> bytes:
        done = False

        def change(name: str, content: bytes) -> bytes:
            nonlocal done
            if done or not name.endswith(suffix) or old not in content:
                return content
            done = True
            head, _, tail = content.rpartition(old)
            return head + new + tail

        return changed(data, change)

    return make
