"""The article model itself, in its public JSON form."""

from __future__ import annotations

from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.interchange import to_json
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Template
from bulletin_export.wording import phrase
from bulletin_export.writers.base import WriteResult, refusing_endless_nesting


class JsonWriter:
    """Writes what ``docs/schema/publication.schema.json`` describes; nothing is lost."""

    @refusing_endless_nesting("json")
    def write(self, publication: Publication, template: Template, fonts: FontBook) -> WriteResult:  # noqa: ARG002
        """Return *publication* as JSON in UTF-8; template and fonts play no part.

        Raises:
            UnwritablePublicationError: A text holds half a surrogate pair, or it
                nests too deeply.
        """
        try:
            return WriteResult(to_json(publication) + b"\n")
        except UnicodeEncodeError as error:
            reason = phrase("no-character", character=f"U+{ord(error.object[error.start]):04X}")
            raise UnwritablePublicationError(format="json", reason=reason) from error
