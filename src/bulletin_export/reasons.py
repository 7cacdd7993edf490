"""Why the operating system refused, in words that can be translated."""

from __future__ import annotations

import errno

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
