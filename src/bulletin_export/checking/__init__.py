"""Checks of finished files: what no validator sees and a reader would fall over."""

from __future__ import annotations

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import UncheckableFileError
from bulletin_export.sources import Source

#: Endings of the files that can be checked.
SUFFIXES = (".docx",)


def check(source: Source) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the finished file *source*; nothing if it is as it should be.

    Raises:
        UncheckableFileError: It is a file of another kind.
        MalformedSourceError: It is a Word document that cannot be opened.
    """
    # A ZIP archive is taken for a Word document until its contents say otherwise.
    if not source.data.startswith(b"PK") and not source.name.lower().endswith(SUFFIXES):
        raise UncheckableFileError(name=source.name, known=SUFFIXES)
    from bulletin_export.checking.word import check_word

    return tuple(check_word(source))
