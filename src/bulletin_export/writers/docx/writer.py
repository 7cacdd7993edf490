"""A publication as a Word document."""

from __future__ import annotations

from functools import partial

from bulletin_export.archives import ArchiveTooLargeError
from bulletin_export.composition import front
from bulletin_export.composition.xml_characters import without_forbidden
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.base import WriteResult
from bulletin_export.writers.docx.body import document_xml
from bulletin_export.writers.docx.content.faces import Faces
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.languages import Languages
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.parts import package
from bulletin_export.writers.docx.parts.furniture import Furniture
from bulletin_export.writers.docx.parts.joining import RELATIONSHIPS
from bulletin_export.writers.docx.parts.properties import app_xml, core_xml
from bulletin_export.writers.docx.parts.standing import Place
from bulletin_export.writers.docx.parts.styles import STYLES_END
from bulletin_export.writers.docx.sections import Plan


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
            if template.house:
                from bulletin_export.writers.docx.house.writing import filled

                result = filled(publication, template, template.house, fonts)
            else:
                result = _written(publication, template, fonts)
        except RecursionError as error:
            reason = "lists, quotes or tables nest too deeply"
            raise UnwritablePublicationError(format="docx", reason=reason) from error
        except ArchiveTooLargeError as error:
            raise UnwritablePublicationError(format="docx", reason=str(error)) from error
        return WriteResult(result.data, (*lost, *result.diagnostics))


def _written(publication: Publication, template: Template, fonts: FontBook) -> WriteResult:
    """Return *publication* in a document of our own."""
    publication = front.paged(publication, template.furniture)
    template = front.first_page(publication, template)
    document = Document.of(publication, template, fonts)
    story = Story(document)
    plan = Plan.of(publication, template)
    furniture = Furniture(publication, template, plan)
    frame = package.Frame(
        template,
        Languages.of(publication.language, template.composition.region),
        core_xml(publication),
        app_xml(publication),
    )
    styles = package.styles(template, frame.languages)
    faces = Faces(template, styles, document.character_styles, document.styles.bases)
    body = map(faces.dressed, document_xml(publication, story, plan, furniture))
    data = package.packed(frame, body, partial(_rest, story, furniture, frame, faces))
    return WriteResult(data, tuple(document.diagnostics))


def _rest(story: Story, furniture: Furniture, frame: package.Frame, faces: Faces) -> package.Rest:
    """Return what else differs from document to document, when the *story* has been told."""
    document = story.document
    template = document.template
    notes = Story(document, holds_notes=False)
    parts: dict[str, str | bytes] = {}
    name, relationships = package.NOTES[document.note_kind]
    if document.notes:
        from bulletin_export.writers.docx.parts.notes import notes_xml

        place = Place(text_place(template).width, Role.NOTE)
        parts[name] = "".join(map(faces.dressed, notes_xml(document, notes, place)))
    parts[package.NUMBERING] = document.numbering.xml()
    parts |= {name: faces.dressed(xml) for name, xml in furniture.parts.items()}
    parts |= _faces(document, frame, faces)
    if story.relationships:
        own = package.relationships_of(template, frame.languages, parts)
        parts[RELATIONSHIPS] = story.relationships.added_to(own)
    if notes.relationships:
        parts[relationships] = notes.relationships.xml()
    return package.Rest(parts, document.pictures.items())


def _faces(document: Document, frame: package.Frame, faces: Faces) -> dict[str, str | bytes]:
    """Return the styles made for the occasion, and the faces that travel along."""
    template, made = document.template, document.styles.xml() + document.character_styles.xml()
    styles = package.styles(template, frame.languages).replace(STYLES_END, made + STYLES_END)
    parts: dict[str, str | bytes] = {package.STYLES: styles} if made else {}
    if faces.used is not None:
        from bulletin_export.writers.docx.parts.embedded_fonts import embedded_fonts

        embedded = embedded_fonts(faces.used, styles, template, document.fonts)
        document.diagnostics += embedded.diagnostics
        parts |= embedded.parts(styles, template)
    return parts
