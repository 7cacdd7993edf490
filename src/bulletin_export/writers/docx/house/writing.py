"""A publication in the document of a house: its text in place of the placeholders."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_export.archives import ArchiveEntry, archive
from bulletin_export.composition import front
from bulletin_export.model.media import MediaItem
from bulletin_export.model.publication import Publication
from bulletin_export.styling.house_document import HouseDocument
from bulletin_export.styling.looks import Looks
from bulletin_export.styling.template import Furniture, Role, Template
from bulletin_export.units import Length
from bulletin_export.writers.base import WriteResult
from bulletin_export.writers.docx.body import content_xml
from bulletin_export.writers.docx.content.blocks import Place
from bulletin_export.writers.docx.content.drawings import PictureParts
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.contents import contents_xml
from bulletin_export.writers.docx.house import placeholders
from bulletin_export.writers.docx.house.merging import References
from bulletin_export.writers.docx.house.opening import (
    CONTENT_TYPES,
    ROOT,
    relationships_name,
)
from bulletin_export.writers.docx.house.parts import (
    CORE,
    content_types_xml,
    relationship_to,
    relationships_xml,
)
from bulletin_export.writers.docx.house.prepared import CONTENTS_OR_LINE, House, prepared
from bulletin_export.writers.docx.house.properties import kept_properties, properties_xml
from bulletin_export.writers.docx.house.styles import Matched, matched, size_of
from bulletin_export.writers.docx.markup import escaped
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.parts.footnotes import footnotes_xml
from bulletin_export.writers.docx.roles import STYLE_NAMES, style_id


class _Look(NamedTuple):
    """A template as it comes out in the document of a house."""

    house: House
    template: Template
    styles: Matched


def house_document(publication: Publication, template: Template) -> WriteResult:
    """Return *publication* in the document that *template* stands on.

    Raises:
        UnusableDocumentError: The document cannot be filled.
        InvalidPlaceholderError: A placeholder is unknown, or where it cannot be.
    """
    assert template.house is not None
    look = _look(Looks(template), template.house)
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


@lru_cache(maxsize=8)
def _look(looks: Looks, document: HouseDocument) -> _Look:
    """Return the template of *looks* with page, sizes and styles of the house's *document*."""
    house, template = prepared(document), looks.template
    styles = matched(template, house.styles)
    own = {role: template.style(role) for role in Role}
    for role, look in own.items():
        name = styles.identifiers.get(style_id(role), "")
        if name in house.styles.by_id:
            own[role] = replace(look, size=Length(size_of(name, house.styles) / 2))
    # Head, foot, cover and numbers are the house's affair.
    furniture = Furniture(
        footer=type(template.furniture.footer)(),
        front_numbers="continue",
        cover="none",
        contents=template.furniture.contents or placeholders.CONTENTS in house.said,
    )
    composition = replace(template.composition, heading_numbers="none")
    page = replace(house.page, column_rule=template.page.column_rule)
    effective = replace(
        template, house=None, page=page, styles=own, furniture=furniture, composition=composition
    )
    return _Look(house, effective, styles)


def _parts(
    publication: Publication, document: Document, look: _Look
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
    new = _Added(house, parts)
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


def _settled(xml: str, references: References, look: _Look) -> str:
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


class _Added:
    """What is added to the house's package, part by part."""

    def __init__(self, house: House, parts: dict[str, str]) -> None:
        self._house = house
        self._parts = parts
        self._new: list[str] = []

    def numbering(self, ours: str) -> None:
        """Add the lists of *ours*."""
        own = self._house.numbering
        if own:
            self._parts[own.name] = own.merged(ours)
        else:
            self._add("numbering", ours)

    def notes(self, ours: str, story: Story) -> None:
        """Add the footnotes of *ours*, and what they refer to."""
        own, package = self._house.notes, self._house.package
        if own:
            part = own.name
            self._parts[part] = own.merged(self._parts.get(part, own.text), ours)
        else:
            part = self._add("footnotes", ours)
            name, settings = self._house.settings
            if name:
                self._parts[name] = settings
        if story.relationships:
            name = relationships_name(part)
            before = package.parts.get(name, b"").decode()
            self._parts[name] = (
                story.relationships.added_to(before) if before else story.relationships.xml()
            )

    def styles(self, text: str) -> None:
        """Put the styles part *text* in place."""
        own = self._house.package.targets("styles")
        if own:
            self._parts[own[0]] = text
        else:
            self._add("styles", text)

    def lists(self, story: Story, media: Mapping[str, MediaItem]) -> None:
        """Write which parts there are, and what the main part refers to."""
        package = self._house.package
        main = [
            *package.relationships,
            *(relationship_to(part, f"rBul{n}") for n, part in enumerate(self._new, 1)),
        ]
        self._parts[relationships_name(package.main)] = story.relationships.added_to(
            relationships_xml(main)
        )
        added = [*self._new]
        if not package.core:
            added.append(CORE)
            self._parts[ROOT] = relationships_xml(
                [*package.root, relationship_to(CORE, "rBulCore")]
            )
        self._parts[CONTENT_TYPES] = content_types_xml(package, added, media)

    def _add(self, word: str, xml: str) -> str:
        """Add a part that the house does not have; return its name."""
        package = self._house.package
        number, part = 1, f"{package.folder}{word}.xml"
        while part in package.parts:
            number += 1
            part = f"{package.folder}{word}{number}.xml"
        self._parts[part] = xml
        self._new.append(part)
        return part
