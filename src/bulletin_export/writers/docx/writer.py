"""A publication as a Word document."""

from __future__ import annotations

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
from bulletin_export.writers.docx.content.used_characters import UsedCharacters
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.parts import package
from bulletin_export.writers.docx.parts.character_styles import CharacterStyles
from bulletin_export.writers.docx.parts.embedded_fonts import embedded_fonts
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
            styles = CharacterStyles(template)
            document = Document(template, PictureParts(publication.media), fonts, styles)
            parts = _parts(publication, document)
            data = package.packed(template, parts, document.pictures.items())
        except RecursionError as error:
            reason = "lists, quotes or tables nest too deeply"
            raise UnwritablePublicationError(format="docx", reason=reason) from error
        except ArchiveTooLargeError as error:
            raise UnwritablePublicationError(format="docx", reason=str(error)) from error
        return WriteResult(data, (*lost, *document.diagnostics))


def _parts(publication: Publication, document: Document) -> dict[str, package.Content]:
    """Return the parts that differ from document to document, by name.

    The body goes first, and into the compressor as it is written: the others hold what it
    refers to.
    """
    template = document.template
    story, notes = Story(document), Story(document, holds_notes=False)
    styles = package.styles(template)
    used = UsedCharacters() if template.embed_fonts else None
    faces = Faces(template.word_fonts, styles, document.character_styles, used)
    texts = map(faces.dressed, document_xml(publication, document, story))
    body = package.streamed(package.DOCUMENT, texts)
    parts: dict[str, package.Content] = {package.DOCUMENT: body}
    kind, kind_rels = package.NOTES[document.note_kind]
    if document.notes:
        place = Place(text_place(template).width, Role.NOTE)
        texts = map(faces.dressed, notes_xml(document, notes, place))
        parts[kind] = package.streamed(kind, texts)
    if document.numbering:
        parts[package.NUMBERING] = document.numbering.xml(template.style(Role.LIST).size.twips)
    if template.furniture.header:
        parts[package.HEADER] = faces.dressed(furniture_xml(Role.HEADER, template, publication))
    if template.furniture.footer:
        parts[package.FOOTER] = faces.dressed(furniture_xml(Role.FOOTER, template, publication))
    if document.character_styles:
        styles = styles.replace(STYLES_END, document.character_styles.xml() + STYLES_END)
        parts[package.STYLES] = styles
    if used is not None:
        embedded = embedded_fonts(used, styles, template, document.fonts)
        document.diagnostics += embedded.diagnostics
        parts |= embedded.parts(styles, template)
    parts[package.CORE] = core_xml(publication)
    if story.relationships:
        own = package.relationships_of(template, parts)
        parts[package.RELATIONSHIPS] = story.relationships.added_to(own)
    if notes.relationships:
        parts[kind_rels] = notes.relationships.xml()
    return parts
