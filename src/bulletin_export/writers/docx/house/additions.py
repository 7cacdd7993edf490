"""What is added to the package of a house: lists, notes, styles, and what names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count

from bulletin_export.model.media import MediaItem
from bulletin_export.writers.docx.content.story import Story
from bulletin_export.writers.docx.house.opening import (
    CONTENT_TYPES,
    Relationship,
    relationships_name,
    relationships_of,
)
from bulletin_export.writers.docx.house.parts import (
    CORE,
    content_types_xml,
    relationship_to,
    relationships_xml,
)
from bulletin_export.writers.docx.house.prepared import House

_END = "</Relationships>"


class Additions:
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
        """Add the notes of *ours*, and what they refer to."""
        kind, package = story.document.note_kind, self._house.package
        own = self._house.notes.get(kind)
        if own:
            part = own.name
            self._parts[part] = own.merged(self._parts.get(part, own.text), ours)
        else:
            part = self._add(f"{kind.name}s", ours)
            name, settings = self._house.settings
            if name:
                self._parts[name] = settings[kind]
        if story.relationships:
            before = relationships_of(package, part)
            self._parts[relationships_name(part)] = self._related(before, story)

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
        taken = {one.identifier for one in package.relationships}
        free = (name for n in count(1) if (name := f"rPart{n}") not in taken)
        new = [relationship_to(part, name) for part, name in zip(self._new, free, strict=False)]
        main = (*package.relationships, *new)
        self._parts[relationships_name(package.main)] = self._related(main, story)
        added = [*self._new]
        if not package.core:
            added.append(CORE)
        self._parts[CONTENT_TYPES] = content_types_xml(package, added, media)

    def _related(self, own: Iterable[Relationship], story: Story) -> str:
        """Return a part of the house's *own* relationships and those of *story*."""
        ours = story.relationships.added_to(_END)
        for before, after in self._house.renamed:
            ours = ours.replace(before, after)
        return relationships_xml(own).replace(_END, ours)

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
