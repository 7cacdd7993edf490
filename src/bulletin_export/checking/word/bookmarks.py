"""Bookmarks: each begun and ended once, and there where a link leads to one."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.checking.word.document import Document
from bulletin_export.checking.word.fields import bookmark_in, instructions
from bulletin_export.checking.word.namespaces import R, W
from bulletin_export.checking.word.stories import Block, Place
from bulletin_export.diagnostics import Diagnostic, Severity

_START, _END, _LINK = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}hyperlink"
#: The head of the document, in every document.
_GIVEN = frozenset({"_top"})


class Bookmarks:
    """Finds bookmarks that have no end or no beginning, and names and ids used twice (§17.13.6)."""

    def __init__(self, document: Document) -> None:
        del document
        self._open: dict[str, tuple[str, Place]] = {}
        self._ids: set[str] = set()
        self._names: set[str] = set()

    def see(self, block: Block) -> Iterator[Diagnostic]:
        """Look at one block."""
        for mark in block.element.iter(_START, _END):
            identifier = mark.get(f"{W}id", "")
            if mark.tag == _END:
                if self._open.pop(identifier, None) is None:
                    yield block.place(mark).found(
                        "bookmark-unclosed", Severity.ERROR, name=identifier
                    )
                continue
            name = mark.get(f"{W}name", "")
            if identifier in self._ids or name.lower() in self._names:
                yield block.place(mark).found("bookmark-twice", Severity.ERROR, name=name)
            self._ids.add(identifier)
            self._names.add(name.lower())
            self._open[identifier] = (name, block.place(mark))

    def end(self) -> Iterator[Diagnostic]:
        """Say which have no end."""
        for name, place in self._open.values():
            yield place.found("bookmark-unclosed", Severity.ERROR, name=name)


class InnerLinks:
    """Finds links, and fields like PAGEREF, that lead to a bookmark that is not there."""

    def __init__(self, document: Document) -> None:
        self._package = document.package
        self._names: set[str] = set(_GIVEN)
        #: The first place that leads to each name.
        self._wanted: dict[str, Place] = {}

    def see(self, block: Block) -> Iterator[Diagnostic]:
        """Look at one block."""
        self._names.update(one.get(f"{W}name", "").lower() for one in block.element.iter(_START))
        for link in block.element.iter(_LINK):
            self._want(self._target(link.get(f"{R}id"), link.get(f"{W}anchor"), block), block, link)
        for element, instruction in instructions(block.element):
            self._want(bookmark_in(instruction), block, element)
        yield from ()

    def end(self) -> Iterator[Diagnostic]:
        """Say which are not there."""
        for name, place in self._wanted.items():
            if name.lower() not in self._names:
                yield place.found("link-without-target", Severity.ERROR, name=name)

    def _want(self, name: str, block: Block, element: object) -> None:
        if name and name not in self._wanted:
            self._wanted[name] = block.place(element)

    def _target(self, relationship: str | None, anchor: str | None, block: Block) -> str:
        """Return the bookmark in this document that a link leads to, or nothing."""
        if not relationship:
            return anchor or ""
        one = self._package.relationships(block.part).get(relationship)
        return one.target[1:] if one and one.target.startswith("#") else ""
