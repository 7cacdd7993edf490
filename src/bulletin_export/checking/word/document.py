"""What all checks of one document may ask."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from bulletin_export.checking.word.namespaces import DC, VAL, W
from bulletin_export.checking.word.package import Package
from bulletin_export.checking.word.styles import Styles


class Document:
    """One Word document: its package, and the parts that the others name things of."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(self.related("styles"))

    def related(self, kind: str) -> Any:
        """Return the root of the part that the main one refers to by *kind*, or None."""
        return self.package.tree(self.package.first_of(self.package.main, kind))

    @cached_property
    def core(self) -> Any:
        """The core properties (ISO/IEC 29500-2 §11), or None."""
        return self.package.tree(self.package.first_of("", "core-properties"))

    @cached_property
    def language(self) -> str:
        """The language that the core properties name, or nothing."""
        return "" if self.core is None else (self.core.findtext(f"{DC}language") or "").strip()

    @cached_property
    def lists(self) -> frozenset[str]:
        """The ids of lists (``w:numId``) whose definition is there."""
        root = self.related("numbering")
        if root is None:
            return frozenset()
        abstract = {one.get(f"{W}abstractNumId") for one in root.iter(f"{W}abstractNum")}
        return frozenset(
            one.get(f"{W}numId", "")
            for one in root.iter(f"{W}num")
            if (named := one.find(f"{W}abstractNumId")) is not None and named.get(VAL) in abstract
        )

    @cached_property
    def notes(self) -> Mapping[str, frozenset[str]]:
        """The ids of footnotes, endnotes and comments that are there."""
        found = {}
        for kind in ("footnote", "endnote", "comment"):
            root = self.related(f"{kind}s")
            ids = () if root is None else (one.get(f"{W}id", "") for one in root.iter(W + kind))
            found[kind] = frozenset(ids)
        return found
