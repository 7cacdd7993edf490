"""The pages before the first article: cover, and the list of contents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from bulletin_export.model.publication import Publication
from bulletin_export.typesetting import contents
from bulletin_export.typesetting.paging import fill, filled
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.strips import Strip


class FrontSheet(NamedTuple):
    """A sheet before the first article; a bare one has no head and foot."""

    sheet: Sheet
    is_bare: bool = False


class FrontMatter:
    """Cover and contents of a publication, read before the first article.

    Titles are set at once, for ranks of headings go by them; contents when the articles have
    their pages. Where leaves are printed on both sides, contents and first article begin on
    the front of one, where odd numbers belong.
    """

    def __init__(self, publication: Publication, setting: Setting) -> None:
        template, furniture = setting.template, setting.template.furniture
        self._publication = publication
        self._setting = setting
        self._is_duplex = (
            furniture.mirrored or template.page.mirrored or template.pdf.impose == "booklet"
        )
        self._covers: list[FrontSheet] = []
        #: Title and date, if they stand above the contents; without contents, above the body.
        self.head: Sequence[Strip] = ()
        if furniture.cover == "masthead":
            self.head = contents.masthead(publication, setting)
        elif furniture.cover == "page":
            from bulletin_export.typesetting.cover import cover

            self._covers.append(FrontSheet(cover(publication, setting), is_bare=True))
            if self._is_duplex:
                self._covers.append(FrontSheet(Sheet(), is_bare=True))

    def __bool__(self) -> bool:
        return bool(self._covers) or self._has_sheets

    @property
    def _has_sheets(self) -> bool:
        """Whether the contents stand on sheets of their own."""
        furniture = self._setting.template.furniture
        return self._publication.has_contents and furniture.contents_apart

    def opening(self, page_of: Mapping[str, str]) -> Iterator[Strip]:
        """Yield what stands above the first article on its page."""
        if not self._has_sheets:
            yield from self.head
            yield from self._numbered(page_of)

    @cached_property
    def length(self) -> int:
        """How many sheets these are; it does not hang on the numbers in the contents."""
        strips = (strip for entry in self._entries for strip in entry.strips)
        sheets = fill(chain(self.head, strips), self._setting.frame) if self._entries else ()
        return len(self._covers) + len(sheets)

    @cached_property
    def _entries(self) -> Sequence[contents.Entry]:
        if not self._has_sheets:
            return []
        return list(contents.entries(self._publication, self._setting))

    def sheets(self, page_of: Mapping[str, str]) -> Iterator[FrontSheet]:
        """Yield all sheets; *page_of* are the numbers of the pages that articles begin on."""
        number = 0
        for one in chain(self._covers, self._contents(page_of)):
            number += 1
            yield one
        continues = self._setting.template.furniture.front_numbers == "continue"
        if self._is_duplex and not continues and number % 2:
            yield FrontSheet(Sheet(), is_bare=True)

    def _contents(self, page_of: Mapping[str, str]) -> Iterator[FrontSheet]:
        if self._has_sheets:
            strips = chain(self.head, self._numbered(page_of))
            yield from map(FrontSheet, filled(strips, self._setting.frame))

    def _numbered(self, page_of: Mapping[str, str]) -> Iterator[Strip]:
        """Yield the list of contents, if one is wanted."""
        for entry in self._list() if self._publication.has_contents else ():
            page = page_of.get(f"article-{entry.article}", "")
            yield from contents.numbered(entry, page, self._setting)

    def _list(self) -> Iterator[contents.Entry]:
        """Yield the entries as they are set, unless they are there to be counted."""
        if "_entries" in self.__dict__:
            return iter(self._entries)
        return contents.entries(self._publication, self._setting)
