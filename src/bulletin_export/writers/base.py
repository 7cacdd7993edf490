"""What every writer promises."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Template
from bulletin_export.wording import phrase

if TYPE_CHECKING:
    from bulletin_export.scratch import Scratch


class WriteResult(msgspec.Struct, frozen=True):
    """One finished file, and what was noticed on the way."""

    #: Its bytes; in scratch, if they are many.
    content: bytes | Scratch
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def data(self) -> bytes:
        """All bytes of the file."""
        return self.content if isinstance(self.content, bytes) else b"".join(self.content.pieces())


class Writer(Protocol):
    """Turns a publication into the bytes of one output format.

    The same publication, template and fonts give the same bytes, every time.
    A writer opens no path and asks no clock.
    """

    def write(self, publication: Publication, template: Template, fonts: FontBook) -> WriteResult:
        """Return *publication* as one finished file.

        Raises:
            WriteError: The format cannot hold this publication.
            FontError: No usable typeface for a role (PDF only).
        """


@contextmanager
def refusing_endless_nesting(name: str) -> Iterator[None]:
    """Turn the end of the stack into an error of the format called *name*; a decorator, too.

    Writers climb down a tree by calling themselves; no page that people wrote nests
    hundreds of levels deep.

    Raises:
        UnwritablePublicationError: What stands inside nests too deeply.
    """
    try:
        yield
    except RecursionError as error:
        reason = phrase("nested-too-deeply")
        raise UnwritablePublicationError(format=name, reason=reason) from error
