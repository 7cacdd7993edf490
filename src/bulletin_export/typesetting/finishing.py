"""Finished pages: sheets with running head and foot, margins in place, stamped."""

from __future__ import annotations

from collections.abc import Container, Sequence

import msgspec
from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.model.publication import Publication
from bulletin_export.typesetting.furniture import RunningLines
from bulletin_export.typesetting.layout import LinkArea, Page, PlacedLine, Rule
from bulletin_export.typesetting.moving import moved_page
from bulletin_export.typesetting.numbering import PageNumber
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.stamps import classification, watermark


class Told(msgspec.Struct, frozen=True, gc=False):
    """What the running head and foot of a page tell, but for the number of all pages."""

    number: PageNumber
    article: str = ""
    section: str = ""
    is_front: bool = False
    #: The first page of all.
    is_first: bool = False
    #: Nothing of it: a cover, a blank page.
    is_bare: bool = False


class Finish:
    """Makes pages of sheets."""

    def __init__(self, publication: Publication, setting: Setting) -> None:
        self._facts = {"title": publication.title, "date": front.issue_date(publication)}
        self._running = RunningLines(setting)
        self._classification = classification(setting)
        self._style = style = setting.template.page
        #: Left and right margins change places on the backs of leaves.
        self._shift = (style.margins.right.pt - style.margins.left.pt) * style.mirrored
        self._background = watermark(setting)

    def has_late_feet(self, told: Told) -> bool:
        """Tell whether running head and foot need the number of all pages."""
        return self._running.tell_total and not told.is_bare

    def page(self, sheet: Sheet, told: Told, known: Container[str]) -> Page:
        """Return *sheet* as a page; links into the document lead to *known* places only.

        Running head and foot that tell the number of all pages are left to `feet`.
        """
        page = Page(
            self._style.width.pt,
            self._style.height.pt,
            told.number.label,
            rules=tuple(sheet.rules),
            pictures=tuple(sheet.pictures),
            lines=tuple(sheet.lines),
            # A place inside the source page is no place in the publication.
            links=_leading(sheet.links, known),
            anchors=tuple(sheet.anchors),
            repeated=tuple(sheet.repeated),
            is_turned=sheet.is_turned,
        )
        is_late = self.has_late_feet(told)
        if not is_late:
            lines, rules = self._furniture(told, "", has_text=bool(sheet.lines))
            page = replace(page, furniture=tuple(lines), furniture_rules=tuple(rules))
        page = moved_page(page, self._shift) if told.number.is_even else page
        # A blank page stays blank.
        is_stamped = self._background and (page.lines or page.furniture or is_late)
        return replace(page, background=self._background) if is_stamped else page

    def feet(self, told: Told, of: str) -> Page:
        """Return running head and foot of a page *of* so many, and nothing else of it."""
        lines, rules = self._furniture(told, of, has_text=True)
        page = Page(
            self._style.width.pt,
            self._style.height.pt,
            told.number.label,
            furniture=tuple(lines),
            furniture_rules=tuple(rules),
        )
        return moved_page(page, self._shift) if told.number.is_even else page

    def _furniture(
        self, told: Told, of: str, *, has_text: bool
    ) -> tuple[Sequence[PlacedLine], Sequence[Rule]]:
        if told.is_bare:
            return (self._classification if has_text else ()), ()
        facts = {**self._facts, "article": told.article, "section": told.section}
        return self._running.of_page(told.number, of, facts, is_first=told.is_first)


def _leading(links: Sequence[LinkArea], known: Container[str]) -> tuple[LinkArea, ...]:
    return tuple(one for one in links if one.target[:1] != "#" or one.target[1:] in known)
