"""A publication as a Word document."""

from __future__ import annotations

from functools import partial

from bulletin_export.archives import ArchiveTooLargeError
from bulletin_export.composition.xml_characters import without_forbidden
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.base import WriteResult
from bulletin_export.writers.docx.body import document_xml
from bulletin_export.writers.docx.content.drawings import PictureParts
from bulletin_export.writers.docx.content.place import Place
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.parts import package
from bulletin_export.writers.docx.parts.derived_styles import DerivedStyles
from bulletin_export.writers.docx.parts.footnotes import footnotes_xml
from bulletin_export.writers.docx.parts.furniture import furniture_xml
from bulletin_export.writers.docx.parts.numbering import Numbering
from bulletin_export.writers.docx.parts.properties import core_xml
from bulletin_export.writers.docx.parts.styles import styles_xml


class DocxWriter:
    """Writes Word documents (ISO/IEC 29500 transitional, as Word 2013 and later write them).

    Word finds the typefaces itself, by name; those at hand only measure the pages of a list of
    contents.
    """

    def write(
        self,
        publication: Publication,
        template: Template,
        fonts: FontBook,
    ) -> WriteResult:
        """Return *publication* as one ``.docx`` file.

        Raises:
            UnwritablePublicationError: It nests too deeply, or is larger than a package may be.
        """
        try:
            publication, lost = without_forbidden(publication)
            document = _document(publication, template, fonts)
            story = Story(document)
            body = document_xml(publication, document, story)
            rest = partial(_rest, publication, story)
            data = package.packed(template, core_xml(publication), body, rest)
        except RecursionError as error:
            reason = "lists, quotes or tables nest too deeply"
            raise UnwritablePublicationError(format="docx", reason=reason) from error
        except ArchiveTooLargeError as error:
            raise UnwritablePublicationError(format="docx", reason=str(error)) from error
        return WriteResult(data, (*lost, *document.diagnostics))


def _document(publication: Publication, template: Template, fonts: FontBook) -> Document:
    pictures = PictureParts(publication.media, template)
    styles, numbering = DerivedStyles(template), Numbering(template)
    return Document(template, pictures, fonts, styles, numbering, language=publication.language)


def _rest(publication: Publication, story: Story) -> package.Rest:
    """Return what else differs from document to document, when the *story* has been told."""
    document = story.document
    template = document.template
    notes = Story(document, holds_notes=False)
    parts: dict[str, str] = {}
    if document.notes:
        place = Place(text_place(template).width, Role.NOTE)
        parts[package.FOOTNOTES] = footnotes_xml(document, notes, place)
    parts[package.NUMBERING] = document.numbering.xml()
    if document.styles:
        parts[package.STYLES] = styles_xml(template, document.styles.xml())
    if template.furniture.header:
        parts[package.HEADER] = furniture_xml(Role.HEADER, template, publication)
    if template.furniture.footer:
        parts[package.FOOTER] = furniture_xml(Role.FOOTER, template, publication)
    if story.relationships:
        own = package.relationships_of(template, parts)
        parts[package.RELATIONSHIPS] = story.relationships.added_to(own)
    if notes.relationships:
        parts[package.FOOTNOTE_RELATIONSHIPS] = notes.relationships.xml()
    return package.Rest(parts, document.pictures.items())
