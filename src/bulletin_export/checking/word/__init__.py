"""Word documents: every check is a small function or class, and stands in one of three tuples.

Validators see whether the XML keeps to its schema. These see what they do not: that pictures
are described, fields and bookmarks closed, links lead somewhere, the looks come from styles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from msgspec.structs import replace

from bulletin_export.checking.word import (
    bookmarks,
    fields,
    formatting,
    headings,
    languages,
    pictures,
    references,
    settings,
    tables,
)
from bulletin_export.checking.word.document import Document
from bulletin_export.checking.word.package import Package
from bulletin_export.checking.word.stories import Block, blocks, stories
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.sources import Source


class FollowingCheck(Protocol):
    """A check that remembers what it saw from block to block, through the whole document."""

    def see(self, block: Block) -> Iterator[Diagnostic]:
        """Yield what is wrong in the next block."""

    def end(self) -> Iterator[Diagnostic]:
        """Yield what only the end can tell."""


#: Ask nothing but the package.
_OF_DOCUMENTS: tuple[Callable[[Document], Iterator[Diagnostic]], ...] = (
    settings.title, settings.leftovers, settings.macros, settings.outside_parts,
    settings.languages, settings.faces, settings.prompts, references.style_names, references.parts,
)  # fmt: skip
#: Look at each block for itself.
_OF_BLOCKS: tuple[Callable[[Block, Document], Iterator[Diagnostic]], ...] = (
    pictures.alternative_texts, pictures.outside_pictures, tables.header_rows, tables.widths,
    formatting.direct_formatting, formatting.themed_runs, references.relationships,
    references.styles, references.lists_and_notes,
)  # fmt: skip
#: Follow the text from its beginning to its end.
_OF_STORIES: tuple[Callable[[Document], FollowingCheck], ...] = (
    pictures.PictureWidths, tables.TableWidths, languages.Languages, fields.Fields,
    bookmarks.Bookmarks, bookmarks.InnerLinks, headings.Headings, formatting.EmptyParagraphs,
)  # fmt: skip


def check_word(source: Source) -> Iterator[Diagnostic]:
    """Yield what is wrong with the Word document *source*.

    Raises:
        MalformedSourceError: It cannot be opened.
        UncheckableFileError: It is a package of another kind.
    """
    document = Document(Package(source))
    for found in _found(document):
        yield replace(found, where=source.name)


def _found(document: Document) -> Iterator[Diagnostic]:
    for check in _OF_DOCUMENTS:
        yield from check(document)
    following = [make(document) for make in _OF_STORIES]
    for part in stories(document.package):
        for block in blocks(document.package, part):
            for of_block in _OF_BLOCKS:
                yield from of_block(block, document)
            for one in following:
                yield from one.see(block)
    for one in following:
        yield from one.end()
