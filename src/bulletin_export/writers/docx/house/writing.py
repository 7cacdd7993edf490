"""A publication in the document of a house: its text in place of the placeholders."""

from __future__ import annotations

from msgspec.structs import replace

from bulletin_export.archives import ArchiveEntry, archive
from bulletin_export.composition import front
from bulletin_export.model.media import MediaItem
from bulletin_export.model.publication import Publication
from bulletin_export.styling.house_document import HouseDocument
from bulletin_export.styling.looks import Looks
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.base import WriteResult
from bulletin_export.writers.docx.body import content_xml
from bulletin_export.writers.docx.content.blocks import Place
from bulletin_export.writers.docx.content.drawings import PictureParts
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.contents import contents_xml
from bulletin_export.writers.docx.house import placeholders
from bulletin_export.writers.docx.house.additions import Additions
from bulletin_export.writers.docx.house.looks import HouseLook, house_look
from bulletin_export.writers.docx.house.merging import References
from bulletin_export.writers.docx.house.opening import CONTENT_TYPES
from bulletin_export.writers.docx.house.parts import CORE
from bulletin_export.writers.docx.house.prepared import CONTENTS_OR_LINE, House
from bulletin_export.writers.docx.house.properties import kept_properties, properties_xml
from bulletin_export.writers.docx.markup import escaped
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.parts.footnotes import footnotes_xml
from bulletin_export.writers.docx.roles import STYLE_NAMES


def filled(publication: Publication, template: Template, own: HouseDocument) -> WriteResult:
    """Return *publication* in the house's *own* document, in the looks of *template*.

    Raises:
        UnusableDocumentError: The document cannot be filled.
        InvalidPlaceholderError: A placeholder is unknown, or where it cannot be.
    """
    look = house_look(Looks(template), own)
    document = Document(look.template, PictureParts(publication.media))
    document.drawings, document.bookmarks = look.house.drawings, look.house.bookmarks
    parts, media = _parts(publication, document, look)
    entries = dict(look.house.entries)
    entries |= {name: ArchiveEntry.deflated(name, xml.encode()) for name, xml in parts.items()}
    entries |= {
        name: ArchiveEntry.stored(name, item.data)
        for name, item in media.items()
        if name not in entries
    }
    # The list of types stands first, where those who read a stream look for it.
    first = entries.pop(CONTENT_TYPES)
    title = publication.title
    remarks = [one if one.where else replace(one, where=title) for one in document.diagnostics]
    return WriteResult(archive([first, *entries.values()]), (*look.house.diagnostics, *remarks))


def _parts(
    publication: Publication, document: Document, look: HouseLook
) -> tuple[dict[str, str], dict[str, MediaItem]]:
    """Return the parts that are not as the house has them, and the pictures by their part."""
    house = look.house
    values = placeholders.values(house.names, publication, look.template)
    if len(list(publication.articles())) == 1:
        composition = placeholders.composition_left(look.template.composition, house.said)
        document.template = replace(look.template, composition=composition)
    raised = {
        "numId": house.numbering.number if house.numbering else 0,
        "footnoteReference": house.notes.highest if house.notes else 0,
    }
    references = References(look.styles.identifiers, raised)
    story, notes = Story(document), Story(document, holds_notes=False)
    blocks = _blocks(publication, document, story, house)
    values |= {name: _settled(xml, references, look) for name, xml in blocks.items()}
    parts = {name: "".join(pattern.parts(values)) for name, pattern in house.patterns.items()}
    new = Additions(house, parts)
    if document.notes:
        place = Place(text_place(document.template).width, Role.NOTE)
        text = _settled(footnotes_xml(document, notes, place), references, look)
        new.notes(text, notes)
    if document.numbering:
        text = document.numbering.xml(look.template.style(Role.LIST).size.twips)
        new.numbering(_settled(text, references, look))
    new.styles(look.styles.xml(references.used))
    parts[house.package.core or CORE] = properties_xml(publication, kept_properties(house.package))
    folder = house.package.folder
    media = {f"{folder}media/{item.name}": item for item in document.pictures.items()}
    new.lists(story, media)
    return parts, media


def _blocks(
    publication: Publication, document: Document, story: Story, house: House
) -> dict[str, str]:
    """Return the articles and, if the house wants it elsewhere, the list of contents."""
    left = front.paged(placeholders.left_over(publication, house.said), document.template.furniture)
    apart = placeholders.CONTENTS in house.said
    body = content_xml(left, document, story, prints_contents=not apart)
    contents = contents_xml(left, document.template) if apart and left.has_contents else ""
    return {
        placeholders.BODY: body,
        placeholders.CONTENTS: contents,
        CONTENTS_OR_LINE: contents or "<w:p/>",
    }


def _settled(xml: str, references: References, look: HouseLook) -> str:
    """Return *xml* with ids and names as the house's document has them."""
    text = references.in_text(xml)
    section = STYLE_NAMES[Role.SECTION_TITLE]
    name = look.styles.names.get(section.identifier, section.name)
    if name != section.name:
        ours, theirs = (escaped(f'"{one},2"') for one in (section.name, name))
        text = text.replace(ours, theirs)
    if look.house.has_contents:
        text = text.replace("_Toc", "_Bul")
    return text
