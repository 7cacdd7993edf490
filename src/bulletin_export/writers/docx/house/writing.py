"""A publication in the document of a house: its text in place of the placeholders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec.structs import replace

from bulletin_export.archives import ArchiveEntry, StreamedEntry, archive
from bulletin_export.composition import front
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.media import MediaItem
from bulletin_export.model.publication import Publication
from bulletin_export.styling.house_document import HouseDocument
from bulletin_export.styling.looks import Looks
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.base import WriteResult
from bulletin_export.writers.docx.body import content_xml, contents_of
from bulletin_export.writers.docx.content.faces import Faces
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.house import placeholders
from bulletin_export.writers.docx.house.additions import Additions
from bulletin_export.writers.docx.house.looks import HouseLook, house_look
from bulletin_export.writers.docx.house.merging import References
from bulletin_export.writers.docx.house.opening import ROOT
from bulletin_export.writers.docx.house.parts import CORE, relationship_to, relationships_xml
from bulletin_export.writers.docx.house.prepared import CONTENTS_OR_LINE, House
from bulletin_export.writers.docx.house.properties import properties_xml
from bulletin_export.writers.docx.languages import Languages
from bulletin_export.writers.docx.markup import escaped
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.parts.notes import notes_xml
from bulletin_export.writers.docx.parts.package import styles as package_styles
from bulletin_export.writers.docx.parts.standing import Place
from bulletin_export.writers.docx.roles import STYLE_NAMES
from bulletin_export.writers.docx.sections import Plan


def filled(
    publication: Publication, template: Template, own: HouseDocument, fonts: FontBook
) -> WriteResult:
    """Return *publication* in the house's *own* document, in the looks of *template*.

    Raises:
        UnusableDocumentError: The document cannot be filled.
        InvalidPlaceholderError: A placeholder is unknown, or where it cannot be.
    """
    languages = Languages.of(publication.language, template.composition.region)
    look = house_look(Looks(template), own, languages)
    document = Document.of(publication, look.template, fonts)
    document.drawings, document.bookmarks = look.house.drawings, look.house.bookmarks
    if publication.count == 1:
        composition = placeholders.composition_left(look.template.composition, look.house.said)
        document.template = replace(look.template, composition=composition)
    data = archive(_entries(publication, document, look))
    # Of an article whose title the house prints, the writer knows none.
    title = publication.title
    remarks = [one if one.where else replace(one, where=title) for one in document.diagnostics]
    return WriteResult(data, (*look.house.diagnostics, *remarks))


def _entries(
    publication: Publication, document: Document, look: HouseLook
) -> Iterator[ArchiveEntry | StreamedEntry]:
    """Yield the package: facts, the text, packed as it comes, then what follows from it."""
    house = look.house
    package = house.package
    core = properties_xml(publication, house.properties)
    first = {ROOT: house.entries[ROOT]}
    if not package.core:
        root = relationships_xml([*package.root, relationship_to(CORE, "rBulCore")])
        first[ROOT] = _entry(ROOT, root)
    first[package.core or CORE] = _entry(package.core or CORE, core)
    yield from first.values()
    values = placeholders.values(house.names, publication, look.template)
    references = _references(look)
    story = Story(document)
    blocks = _blocks(publication, story, house)
    faces = Faces(
        document.template,
        package_styles(look.template, look.languages),
        document.character_styles,
        document.styles.bases,
    )

    def settle(pieces: Iterable[str]) -> Iterator[str]:
        return _settled(map(faces.dressed, pieces), references, look)

    settled = {name: settle(pieces) for name, pieces in blocks.items()}
    text = house.patterns[package.main].parts(values, settled)
    yield StreamedEntry(package.main, map(str.encode, text))
    parts, media = _rest(values, settle, references, story, look)
    for name, entry in house.entries.items():
        if name not in (*first, package.main, *parts):
            yield entry
    yield from (_repeated_entry(name, xml) for name, xml in parts.items())
    for name, item in media.items():
        if name not in house.entries:
            yield ArchiveEntry.stored(name, item.data)


# Styles, lists and furniture are the same in one document after the other, as a rule.
@lru_cache(maxsize=32)
def _repeated_entry(name: str, xml: str) -> ArchiveEntry:
    return _entry(name, xml)


def _entry(name: str, xml: str) -> ArchiveEntry:
    return ArchiveEntry.deflated(name, xml.encode())


def _references(look: HouseLook) -> References:
    house = look.house
    raised = {f"{kind.name}Reference": notes.highest for kind, notes in house.notes.items()}
    raised["numId"] = house.numbering.number if house.numbering else 0
    return References(look.styles.identifiers, house.styles.by_id, raised)


def _rest(
    values: Mapping[str, str],
    settle: Callable[[Iterable[str]], Iterator[str]],
    references: References,
    story: Story,
    look: HouseLook,
) -> tuple[dict[str, str], dict[str, MediaItem]]:
    """Return the parts that are not as the house has them, and the pictures by their part."""
    house, document = look.house, story.document
    parts = {
        name: "".join(pattern.parts(values))
        for name, pattern in house.patterns.items()
        if name != house.package.main
    }
    new = Additions(house, parts)
    if document.notes:
        notes = Story(document, holds_notes=False)
        place = Place(text_place(document.template).width, Role.NOTE)
        new.notes("".join(settle(notes_xml(document, notes, place))), notes)
    made = document.styles.xml() + document.character_styles.xml()
    styles = look.styles.xml(references, made)
    new.styles(styles)
    if references.has_lists or "<w:numId" in styles.removeprefix(look.styles.before):
        new.numbering(document.numbering.xml())
    folder = house.package.folder
    media = {f"{folder}media/{item.name}": item for item in document.pictures.items()}
    new.lists(story, media)
    return parts, media


def _blocks(publication: Publication, story: Story, house: House) -> dict[str, Iterable[str]]:
    """Return the articles and, if the house wants it elsewhere, the list of contents."""
    document = story.document
    left = front.paged(placeholders.left_over(publication, house.said), document.template.furniture)
    apart = placeholders.CONTENTS in house.said
    # One column: the sections are the house's, whatever it has in them.
    plan = Plan.of(left, document.template)
    plan = replace(plan, columns=1, has_rooms=False, has_contents=left.has_contents and not apart)
    contents: Iterable[str] = ()
    if apart and left.has_contents:
        contents = list(contents_of(left, document))
    return {
        placeholders.BODY: content_xml(left, story, plan, is_listed=left.has_contents),
        placeholders.CONTENTS: contents,
        CONTENTS_OR_LINE: contents or ("<w:p/>",),
    }


def _settled(pieces: Iterable[str], references: References, look: HouseLook) -> Iterator[str]:
    """Yield *pieces* of XML with ids and names as the house's document has them."""
    section = STYLE_NAMES[Role.SECTION_TITLE]
    name = look.styles.names.get(section.identifier, section.name)
    ours, theirs = (escaped(f'"{one},2"') for one in (section.name, name))
    for piece in pieces:
        text = references.in_text(piece)
        if name != section.name:
            text = text.replace(ours, theirs)
        for before, after in look.house.renamed:
            text = text.replace(before, after)
        yield text
