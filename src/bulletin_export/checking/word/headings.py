"""Headings: no level is left out on the way down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.checking.word.document import Document
from bulletin_export.checking.word.namespaces import P_PR, P_STYLE, VAL, P, W, whole
from bulletin_export.checking.word.stories import Block
from bulletin_export.diagnostics import Diagnostic

_NO_HEADING = 9


class Headings:
    """Finds a heading that is more than one level below the one before (ISO 14289-1, 7.4)."""

    def __init__(self, document: Document) -> None:
        self._styles = document.styles
        self._main = document.package.main
        self._levels: dict[str, int | None] = {}
        self._last = 0  # An article without a title begins with level 2.

    def see(self, block: Block) -> Iterator[Diagnostic]:
        """Look at one block."""
        for paragraph in block.element.iter(P) if block.part == self._main else ():
            level = self._level(paragraph)
            if level is None:
                continue
            if level > self._last + 1:
                yield block.place(paragraph).found(
                    "heading-skipped", level=level + 1, before=self._last + 1
                )
            self._last = level

    def end(self) -> Iterator[Diagnostic]:
        """Say nothing more."""
        yield from ()

    def _level(self, paragraph: Any) -> int | None:
        properties = paragraph.find(P_PR)
        if properties is None:
            return None
        own = properties.find(f"{W}outlineLvl")
        if own is not None:
            level = whole(own.get(VAL))
            return level if level < _NO_HEADING else None
        named = properties.find(P_STYLE)
        style = "" if named is None else named.get(VAL, "")
        if style not in self._levels:
            self._levels[style] = self._styles.outline(style)
        return self._levels[style]
