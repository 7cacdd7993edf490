"""A house's document made ready: everything that is the same for all publications, done once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from bulletin_export.archives import ArchiveEntry
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import InvalidPlaceholderError
from bulletin_export.styling.house_document import HouseDocument
from bulletin_export.styling.template import PageStyle
from bulletin_export.wording import phrase
from bulletin_export.writers.docx.house import merging, placeholders
from bulletin_export.writers.docx.house.finding import TARGET, Story, marked
from bulletin_export.writers.docx.house.house_styles import HouseStyles, house_styles
from bulletin_export.writers.docx.house.opening import (
    Package,
    W,
    opened,
    parent,
    refuse,
    relationships_name,
    relationships_of,
)
from bulletin_export.writers.docx.house.properties import kept_properties
from bulletin_export.writers.docx.house.sections import page_of
from bulletin_export.writers.docx.house.splicing import Pattern, pattern, text_of
from bulletin_export.writers.docx.house.spots import part_phrase
from bulletin_export.writers.docx.parts.note_numbers import note_settings
from bulletin_export.writers.docx.roles import ENDNOTES, FOOTNOTES, NoteKind

#: Parts with words in them, as the main part refers to them.
_STORIES = ("header", "footer", "footnotes", "endnotes")
_IDENTIFIER = re.compile(rb'<wp:docPr\b[^>]*?\bid="(\d{1,9})"')
_BOOKMARK = re.compile(rb'<w:bookmarkStart\b[^>]*?w:id="(\d{1,9})"')
_KINDS = (FOOTNOTES, ENDNOTES)
#: In the settings (§17.15.1.78) notes stand before these.
_AFTER_NOTES = frozenset(f"{W}{name}" for name in (
    "compat", "docVars", "rsids", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade",
    "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags",
    "decimalSymbol", "listSeparator"))  # fmt: skip
#: The list of contents where something has to be, an empty line at least.
CONTENTS_OR_LINE = "contents_or_line"


class House(NamedTuple):
    """What a house's document gives to every publication."""

    package: Package
    #: The parts with placeholders, and the main part, by name.
    patterns: Mapping[str, Pattern]
    #: What is said in the text itself, and what in any part.
    said: frozenset[str]
    names: frozenset[str]
    page: PageStyle
    styles: HouseStyles
    numbering: merging.Numbering | None
    #: Footnotes and endnotes, those it has.
    notes: Mapping[NoteKind, merging.Notes]
    #: Name of the settings, and their text with the separators of notes of a kind added.
    settings: tuple[str, Mapping[NoteKind, str]]
    #: The highest numbers of drawings and bookmarks.
    drawings: int
    bookmarks: int
    #: Names of ours that the house may have given already, and what we call ours then.
    renamed: tuple[tuple[str, str], ...]
    #: Properties that a publication may keep, by name.
    properties: Mapping[str, str]
    #: All parts, packed.
    entries: Mapping[str, ArchiveEntry]
    diagnostics: tuple[Diagnostic, ...]


@lru_cache(maxsize=8)
def prepared(document: HouseDocument) -> House:
    """Return *document* ready to be filled.

    Raises:
        UnusableDocumentError: It is no document that can be filled.
        InvalidPlaceholderError: A placeholder is unknown, or where it cannot be.
    """
    package = opened(document)
    stories = _stories(package)
    main = stories[package.main]
    body = main.blocks.get(placeholders.BODY)
    page = page_of(main.root, body)
    styles = house_styles(package, body)
    _place_blocks(main, is_letterhead=not any(s.slots or s.blocks for s in stories.values()))
    patterns = {
        name: pattern(story) for name, story in stories.items() if story.slots or story is main
    }
    said = patterns[package.main].names | frozenset(main.blocks)
    return House(
        package=package,
        patterns=patterns,
        said=said,
        names=said.union(*(one.names for one in patterns.values())),
        page=page,
        styles=styles,
        numbering=merging.numbering(package),
        notes={
            kind: found for kind in _KINDS if (found := merging.notes(package, kind.name + "s"))
        },
        settings=_settings(package),
        drawings=_highest(package, _IDENTIFIER),
        bookmarks=_highest(package, _BOOKMARK),
        renamed=tuple(_renamed(package)),
        properties=kept_properties(package),
        entries={name: ArchiveEntry.deflated(name, data) for name, data in package.parts.items()},
        diagnostics=tuple(_remarks(package)),
    )


def _stories(package: Package) -> dict[str, Story]:
    """Return the parts that hold text, by name, what can be filled in them marked."""
    stories = {package.main: _story(package, package.main, "text")}
    for word in _STORIES:
        for part in package.targets(word):
            stories[part] = _story(package, part, word)
    return stories


def _highest(package: Package, number: re.Pattern[bytes]) -> int:
    found = (one for data in package.parts.values() for one in number.findall(data))
    return max(map(int, found), default=0)


def _story(package: Package, part: str, word: str) -> Story:
    root = package.tree(part)
    if part == package.main and body_of(root) is root:
        refuse(package.name, phrase("no-word-document"))
    return marked(root, package.name, part_phrase(word, part))


def _place_blocks(story: Story, *, is_letterhead: bool) -> None:
    """Put marks where the articles and the list of contents go.

    A letterhead, without any placeholder, gets the articles at its end.
    """
    for name, paragraph in story.blocks.items():
        _replace(paragraph, name)
    if placeholders.BODY in story.blocks:
        return
    if not is_letterhead:
        raise InvalidPlaceholderError(
            document=story.document,
            placeholder="{{body}}",
            place=story.part,
            reason=phrase("no-body"),
            advice=phrase("add-body"),
        )
    body = body_of(story.root)
    last = body[-1] if len(body) and body[-1].tag == f"{W}sectPr" else None
    end = len(body) - (last is not None)
    before = body[end - 1] if end else None
    if before is not None and _is_empty(before):
        _replace(before, placeholders.BODY)
    else:
        body.insert(end, etree.ProcessingInstruction(TARGET, f"block {placeholders.BODY}"))


def body_of(root: etree._Element) -> etree._Element:
    """Return the body of the document *root*, or that itself if it has none."""
    found = root.find(f"{W}body")
    return root if found is None else found


def _is_empty(block: etree._Element) -> bool:
    return block.tag == f"{W}p" and all(one.tag == f"{W}pPr" for one in block)


def _replace(paragraph: etree._Element, name: str) -> None:
    """Put the mark of block *name* in place of *paragraph*; a section that ends there stays."""
    if name == placeholders.CONTENTS and parent(paragraph).tag != f"{W}body":
        name = CONTENTS_OR_LINE
    paragraph.addprevious(etree.ProcessingInstruction(TARGET, f"block {name}"))
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    if section is None:
        parent(paragraph).remove(paragraph)
        return
    # It needs a paragraph to stand in: one that takes no room.
    for child in list(paragraph):
        paragraph.remove(child)
    own = etree.SubElement(paragraph, f"{W}pPr")
    spacing = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
    etree.SubElement(own, f"{W}spacing", {f"{W}{key}": value for key, value in spacing.items()})
    own.append(section)


def _settings(package: Package) -> tuple[str, dict[NoteKind, str]]:
    parts = package.targets("settings")
    if not parts:
        return "", {}
    return parts[0], {kind: _with_notes(package.tree(parts[0]), kind) for kind in _KINDS}


def _with_notes(root: etree._Element, kind: NoteKind) -> str:
    """Return the settings with the separators of notes of *kind* in them, if they had none."""
    if root.find(f"{W}{kind.name}Pr") is not None:
        return "".join(text_of(root, {}))
    follows = _AFTER_NOTES if kind is ENDNOTES else _AFTER_NOTES | {f"{W}endnotePr"}
    later = (place for place, one in enumerate(root) if _is_one_of(one, follows))
    first, last = text_of(root, {"notes": next(later, len(root))})
    return first + note_settings(kind) + last


def _is_one_of(element: etree._Element, tags: frozenset[str]) -> bool:
    return element.tag in tags or not str(element.tag).startswith(W)


def _renamed(package: Package) -> Iterator[tuple[str, str]]:
    """Yield what our bookmarks and relationships may not begin with, and what else they can."""
    relationships = [data for part, data in package.parts.items() if part.endswith(".rels")]
    for ours, parts in (("_Toc", [package.parts[package.main]]), ("rX", relationships)):
        free = ours
        while any(f'"{free}'.encode() in data for data in parts):
            free += "b"
        if free != ours and ours == "rX":
            yield f'="{ours}', f'="{free}'
        elif free != ours:
            yield ours, free


def _remarks(package: Package) -> list[Diagnostic]:
    """Say what the document takes from outside when it is opened, and what was left out."""
    found = []
    if package.is_signed:
        facts = {"document": package.name}
        found.append(Diagnostic(code="document-unsigned", severity=Severity.INFO, facts=facts))
    owners = [part for part in package.parts if relationships_name(part) in package.parts]
    for part in owners:
        for one in relationships_of(package, part):
            is_local = one.is_a("attachedTemplate") and not one.target.lower().startswith("http")
            if one.is_external and not one.is_a("hyperlink") and not is_local:
                facts = {"document": package.name, "target": one.target}
                found.append(Diagnostic(code="document-leads-outside", facts=facts))
    return found
