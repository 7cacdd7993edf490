"""What comes up while one article is written, and must be known further down."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from bulletin_export.composition.links import external
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.model.nodes import Image, Note
from bulletin_export.writers.epub.destinations import ArticleLinks
from bulletin_export.writers.epub.pictures import Pictures
from bulletin_export.writers.epub.subheads import Subhead


class Chapter(msgspec.Struct):
    """The state of one XHTML document in the making."""

    #: The article's title, for remarks.
    where: str

    pictures: Pictures
    #: Where links to this book lead.
    destinations: ArticleLinks
    #: Its headings, as links lead to them.
    subheads: Sequence[Subhead] = ()
    #: BCP 47, that of its words where nothing else is said.
    language: str = "zh-CN"
    #: Notes met so far; they are printed at the end.
    notes: list[Note] = msgspec.field(default_factory=list)
    #: The numbers of those that are printed already.
    printed: set[int] = msgspec.field(default_factory=set)
    #: Marks of notes met inside a link: they are links too, and wait for its end.
    waiting: list[str] = msgspec.field(default_factory=list)
    inside_link: bool = False
    #: The level of the last heading.
    depth: int = 0
    diagnostics: list[Diagnostic] = msgspec.field(default_factory=list)

    def heading_level(self, level: int) -> int:
        """Return the level (1 to 6) of a heading so that none is skipped on the way down."""
        self.depth = max(1, min(level + 1, self.depth + 1, 6))
        return self.depth

    def note_number(self, note: Note) -> int:
        """Keep *note* for the end, and return its number."""
        self.notes.append(note)
        return len(self.notes)

    def destination(self, target: str) -> str:
        """Return where a link to *target* leads, or nothing if it cannot be kept."""
        address = external(target)
        local = self.destinations.local(target)
        if not (address or local):
            facts: dict[str, str | int] = {"target": target[:100]}
            self.diagnostics.append(
                Diagnostic(
                    code="link-dropped", severity=Severity.INFO, where=self.where, facts=facts
                )
            )
        return local or address

    def picture(self, image: Image) -> str:
        """Return the file name of *image*, or nothing after a remark."""
        found = self.pictures.find(image, self.where)
        if isinstance(found, Diagnostic):
            self.diagnostics.append(found)
            return ""
        return found
