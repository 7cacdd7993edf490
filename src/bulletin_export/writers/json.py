"""The article model itself, in its public JSON form."""

from __future__ import annotations

from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.interchange import to_json
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Template
from bulletin_export.writers.base import WriteResult


class JsonWriter:
    """Writes what ``docs/schema/publication.schema.json`` describes; nothing is lost."""

    def write(self, publication: Publication, template: Template, fonts: FontBook) -> WriteResult:  # noqa: ARG002
        """Return *publication* as JSON in UTF-8; template and fonts play no part.

        Raises:
            UnwritablePublicationError: A text holds half a surrogate pair.
        """
        try:
            return WriteResult(to_json(publication) + b"\n")
        except UnicodeEncodeError as error:
            raise UnwritablePublicationError(
                format="JSON", reason=f"U+{ord(error.object[error.start]):04X} is no character"
            ) from error
