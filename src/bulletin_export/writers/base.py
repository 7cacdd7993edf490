"""What every writer promises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Template


@dataclass(frozen=True, slots=True)
class WriteResult:
    """One finished file, and what was noticed on the way."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


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
