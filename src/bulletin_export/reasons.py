"""Why the operating system or a parser refused, in words that can be translated."""

from __future__ import annotations

import errno
import re
from tomllib import TOMLDecodeError

from bulletin_export.wording import Phrase, phrase

_CODES = {
    errno.ENOENT: "no-such-file",
    errno.EACCES: "permission-denied",
    errno.EPERM: "permission-denied",
    errno.EISDIR: "is-a-folder",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "not-a-folder",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "read-only-disk",
    errno.ENAMETOOLONG: "name-too-long",
}


def reason_of(error: OSError | ValueError) -> Phrase | str:
    """Return why *error* happened; a path with a NUL in it is no file."""
    if isinstance(error, UnicodeError):
        return phrase("name-not-encodable")
    if not isinstance(error, OSError):
        return phrase("no-such-file")
    code = _CODES.get(error.errno or 0)
    return phrase(code) if code else (error.strerror or str(error))


def toml_reason(error: TOMLDecodeError, text: str) -> Phrase:
    """Return what is wrong with *text*, and in which line."""
    detail, _, place = str(error).partition(" (at ")
    line = re.search(r"line (\d+)", place)
    # tomllib says "at end of document" when something was never closed.
    number = int(line[1]) if line else len(text.splitlines())
    return phrase("bad-toml", line=number, detail=detail)
