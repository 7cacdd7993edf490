"""Checks of finished files: what no validator sees and a reader would fall over."""

from __future__ import annotations

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import UncheckableFileError
from bulletin_export.sources import Source

#: Endings of the files that can be checked.
SUFFIXES = (".docx", ".epub")


def check(source: Source) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the finished file *source*; nothing if it is as it should be.

    Raises:
        UncheckableFileError: It is a file of another kind.
        MalformedSourceError: It is a Word document or a book that cannot be opened.
    """
    if source.name.lower().endswith(".epub") or _is_book(source.data):
        from bulletin_export.checking.epub import check_book

        return tuple(check_book(source))
    # Other ZIP archives are taken for Word documents until its contents say otherwise.
    if not source.data.startswith(b"PK") and not source.name.lower().endswith(SUFFIXES):
        raise UncheckableFileError(name=source.name, known=SUFFIXES)
    from bulletin_export.checking.word import check_word

    return tuple(check_word(source))


def _is_book(data: bytes) -> bool:
    """Tell whether *data* begins as EPUB 3.3, 4.3.3, wants it."""
    return data[30:58] == b"mimetypeapplication/epub+zip"
