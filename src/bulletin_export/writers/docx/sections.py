"""The sections of a document: which pages are numbered, headed and divided alike.

Cover and contents stand in sections of their own before the body. The body is divided where
the notes begin anew, where the number of columns changes and where the page is turned: the head
of an article stands over all columns, then comes its text. A section is described at its end,
where Word looks for it: in its last paragraph, or after the last of all.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Template

Beginning = Literal["nextPage", "oddPage", "continuous"]


class Pages(StrEnum):
    """Which pages have the same heads and feet."""

    BODY = "body"
    TURNED = "turned"
    FRONT = "front"
    COVER = "cover"

    @property
    def is_front(self) -> bool:
        """Whether they stand before the articles."""
        return self in (Pages.FRONT, Pages.COVER)


class Section(msgspec.Struct, frozen=True):
    """What Word is told of a section."""

    pages: Pages
    begins: Beginning = "nextPage"
    columns: int = 1
    #: The attributes of ``w:pgNumType``.
    numbers: str = ""
    #: A bookmark at the end, for those who count pages.
    mark: str = ""
    #: Its first page is the first of all, and has another head or foot (``w:titlePg``).
    is_titled: bool = False
    #: Its notes are counted from 1, not on from those before.
    begins_notes: bool = False
    #: It says that its notes are counted on from those before.
    counts_notes_on: bool = False
    #: Its notes stand not at its end, but at that of a later section (``w:noEndnote``).
    hands_notes_on: bool = False


class Plan(msgspec.Struct, frozen=True):
    """Which sections a document has, and how pages are counted in them."""

    has_cover: bool
    has_contents: bool
    #: They stand on pages of their own.
    has_contents_apart: bool
    #: The publication's title stands above contents or body.
    has_masthead: bool
    columns: int
    #: Notes stand after the article.
    has_end_notes: bool
    #: Each article counts its notes from 1.
    parts_notes: bool
    #: Leaves are printed on both sides: parts begin on the front of one.
    is_duplex: bool
    manner: Literal["roman", "continue", "none"]
    #: The first page of all has another head or foot.
    has_first_page: bool
    #: Heads or feet say how many pages there are.
    counts_pages: bool = True
    #: Sections may be added where something needs more room than a column.
    has_rooms: bool = True

    @classmethod
    def of(cls, publication: Publication, template: Template) -> Plan:
        """Return the plan for *publication*, whose contents are asked for already."""
        furniture = template.furniture
        is_bundle = publication.has_contents or publication.count > 1 or bool(publication.notice)
        has_cover = is_bundle and furniture.cover == "page"
        is_first_bare = bool(
            (furniture.header and not furniture.first_page_header)
            or (furniture.footer and not furniture.first_page_footer)
        )
        return cls(
            has_cover=has_cover,
            has_contents=publication.has_contents,
            has_contents_apart=publication.has_contents and furniture.contents_apart,
            has_masthead=is_bundle and furniture.cover == "masthead",
            columns=template.page.columns,
            has_end_notes=template.composition.notes == "end",
            parts_notes=publication.count > 1,
            is_duplex=furniture.mirrored or template.page.mirrored,
            manner=furniture.front_numbers,
            has_first_page=is_first_bare and not has_cover,
            counts_pages=any(
                "{pages}" in text
                for line in (furniture.header, furniture.footer)
                for text in (line.left, line.centre, line.right)
            ),
        )

    @property
    def has_front(self) -> bool:
        """Whether pages stand before the first article."""
        return self.has_cover or self.has_contents_apart

    @property
    def counts_notes(self) -> bool:
        """Whether sections say how their notes are counted."""
        return self.parts_notes or self.has_end_notes

    @property
    def restarts(self) -> bool:
        """Whether the pages of the body are counted anew."""
        return self.has_front and self.manner != "continue"

    @property
    def kinds(self) -> tuple[Pages, ...]:
        """The pages there are, upright ones of the body first."""
        there = {
            Pages.BODY: True,
            Pages.FRONT: self.has_contents_apart,
            Pages.COVER: self.has_cover,
        }
        return tuple(pages for pages, is_there in there.items() if is_there)

    def total(self, pages: Pages) -> str:
        """Return the field that says how many pages there are, as PDF counts them."""
        if not self.restarts:
            return "NUMPAGES"
        if not pages.is_front:
            # Nobody knows before it is written whether it is one section.
            return f"PAGEREF {_mark(Pages.BODY)}"
        return f"PAGEREF {_mark(pages)}" if self.has_cover else r"SECTIONPAGES \* roman"

    def cover(self) -> Section:
        """Return the section of the cover."""
        return Section(Pages.COVER, numbers=self._roman(is_first=True))

    def contents(self) -> Section:
        """Return the section of masthead and contents."""
        begins: Beginning = "oddPage" if self.is_duplex and self.has_cover else "nextPage"
        numbers = self._roman(is_first=not self.has_cover)
        is_titled = self.has_first_page and not self.has_cover
        mark = self._end(Pages.FRONT)
        return Section(Pages.FRONT, begins, numbers=numbers, mark=mark, is_titled=is_titled)

    def body(
        self,
        *,
        opens: bool,
        columns: int = 1,
        begins: Beginning = "nextPage",
        ends: bool = True,
        is_turned: bool = False,
    ) -> Section:
        """Return a section of the body; the one that *opens* it comes after all front matter."""
        if opens and self.has_front:
            begins = "oddPage" if self.is_duplex and self.restarts else "nextPage"
        numbers = 'w:start="1"' if opens and self.restarts else ""
        mark = self._end(Pages.BODY) if ends else ""
        is_titled = self.has_first_page and opens and not self.has_front
        pages = Pages.TURNED if is_turned else Pages.BODY
        return Section(pages, begins, columns, numbers, mark, is_titled)

    def _roman(self, *, is_first: bool) -> str:
        if self.manner == "continue":
            return ""
        return 'w:fmt="lowerRoman" w:start="1"' if is_first else 'w:fmt="lowerRoman"'

    def _end(self, pages: Pages) -> str:
        is_asked = self.counts_pages and self.total(pages).startswith("PAGEREF")
        return _mark(pages) if is_asked else ""


def _mark(pages: Pages) -> str:
    """Return the bookmark at the end of *pages*; Word hides names that begin so."""
    return f"_EndOf{pages.title()}"
