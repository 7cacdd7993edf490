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
from bulletin_export.writers.docx.content.blocks import Place
from bulletin_export.writers.docx.content.drawings import PictureParts
from bulletin_export.writers.docx.content.faces import Faces
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.parts import package
from bulletin_export.writers.docx.parts.character_styles import CharacterStyles
from bulletin_export.writers.docx.parts.furniture import furniture_xml
from bulletin_export.writers.docx.parts.notes import notes_xml
from bulletin_export.writers.docx.parts.properties import core_xml
from bulletin_export.writers.docx.parts.styles import STYLES_END


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
            pictures = PictureParts(publication.media, template)
            styles = CharacterStyles(template)
            document = Document(template, pictures, fonts, styles, language=publication.language)
            story = Story(document)
            faces = Faces(template, package.styles(template), styles)
            body = map(faces.dressed, document_xml(publication, document, story))
            rest = partial(_rest, publication, story, faces)
            data = package.packed(template, core_xml(publication), body, rest)
        except RecursionError as error:
            reason = "lists, quotes or tables nest too deeply"
            raise UnwritablePublicationError(format="docx", reason=reason) from error
        except ArchiveTooLargeError as error:
            raise UnwritablePublicationError(format="docx", reason=str(error)) from error
        return WriteResult(data, (*lost, *document.diagnostics))


def _rest(publication: Publication, story: Story, faces: Faces) -> package.Rest:
    """Return what else differs from document to document, when the *story* has been told."""
    document = story.document
    template = document.template
    notes = Story(document, holds_notes=False)
    parts: dict[str, str | bytes] = {}
    name, relationships = package.NOTES[document.note_kind]
    if document.notes:
        place = Place(text_place(template).width, Role.NOTE)
        parts[name] = "".join(map(faces.dressed, notes_xml(document, notes, place)))
    if document.numbering:
        parts[package.NUMBERING] = document.numbering.xml(template.style(Role.LIST).size.twips)
    if template.furniture.header:
        parts[package.HEADER] = faces.dressed(furniture_xml(Role.HEADER, template, publication))
    if template.furniture.footer:
        parts[package.FOOTER] = faces.dressed(furniture_xml(Role.FOOTER, template, publication))
    parts |= _faces(document, faces)
    if story.relationships:
        own = package.relationships_of(template, parts)
        parts[package.RELATIONSHIPS] = story.relationships.added_to(own)
    if notes.relationships:
        parts[relationships] = notes.relationships.xml()
    return package.Rest(parts, document.pictures.items())


def _faces(document: Document, faces: Faces) -> dict[str, str | bytes]:
    """Return the styles made for the occasion, and the faces that travel along."""
    template, made = document.template, document.character_styles.xml()
    styles = package.styles(template).replace(STYLES_END, made + STYLES_END)
    parts: dict[str, str | bytes] = {package.STYLES: styles} if made else {}
    if faces.used is not None:
        from bulletin_export.writers.docx.parts.embedded_fonts import embedded_fonts

        embedded = embedded_fonts(faces.used, styles, template, document.fonts)
        document.diagnostics += embedded.diagnostics
        parts |= embedded.parts(styles, template)
    return parts
