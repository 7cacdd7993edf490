"""A publication as a Word document."""

from __future__ import annotations

from bulletin_export.archives import ArchiveTooLargeError
from bulletin_export.composition import front
from bulletin_export.composition.xml_characters import without_forbidden
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.base import WriteResult
from bulletin_export.writers.docx.body import document_xml
from bulletin_export.writers.docx.content.blocks import Place
from bulletin_export.writers.docx.content.drawings import PictureParts
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.languages import Languages
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.parts import package
from bulletin_export.writers.docx.parts.footnotes import footnotes_xml
from bulletin_export.writers.docx.parts.furniture import Furniture
from bulletin_export.writers.docx.parts.properties import app_xml, core_xml
from bulletin_export.writers.docx.sections import Plan


class DocxWriter:
    """Writes Word documents (ISO/IEC 29500 transitional, as Word 2013 and later write them).

    Word finds the typefaces itself, by name; the fonts at hand are not asked.
    """

    def write(
        self,
        publication: Publication,
        template: Template,
        fonts: FontBook,  # noqa: ARG002
    ) -> WriteResult:
        """Return *publication* as one ``.docx`` file.

        Raises:
            UnwritablePublicationError: It nests too deeply, or is larger than a package may be.
        """
        try:
            publication, lost = without_forbidden(publication)
            document = Document(template, PictureParts(publication.media))
            publication = front.paged(publication, template.furniture)
            languages = Languages.of(publication.language, template.composition.region)
            parts = _parts(publication, document, languages)
            data = package.packed(template, languages, parts, document.pictures.items())
        except RecursionError as error:
            reason = "lists, quotes or tables nest too deeply"
            raise UnwritablePublicationError(format="docx", reason=reason) from error
        except ArchiveTooLargeError as error:
            raise UnwritablePublicationError(format="docx", reason=str(error)) from error
        return WriteResult(data, (*lost, *document.diagnostics))


def _parts(
    publication: Publication, document: Document, languages: Languages
) -> dict[str, package.Content]:
    """Return the parts that differ from document to document, by name.

    The body goes first, and into the compressor as it is written: the others hold what it
    refers to.
    """
    template = document.template
    story, notes = Story(document), Story(document, holds_notes=False)
    plan = Plan.of(publication, template)
    furniture = Furniture(publication, template, plan)
    body = package.streamed(package.DOCUMENT, document_xml(publication, story, plan, furniture))
    parts: dict[str, package.Content] = {package.DOCUMENT: body}
    if document.notes:
        place = Place(text_place(template).width, Role.NOTE)
        texts = footnotes_xml(document, notes, place)
        parts[package.FOOTNOTES] = package.streamed(package.FOOTNOTES, texts)
    if document.numbering:
        parts[package.NUMBERING] = document.numbering.xml(template.style(Role.LIST).size.twips)
    parts |= furniture.parts
    parts[package.CORE], parts[package.APP] = core_xml(publication), app_xml(publication)
    if story.relationships:
        own = package.relationships_of(template, languages, parts)
        parts[package.RELATIONSHIPS] = story.relationships.added_to(own)
    if notes.relationships:
        parts[package.FOOTNOTE_RELATIONSHIPS] = notes.relationships.xml()
    return parts
