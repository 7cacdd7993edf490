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
        return bool(self._covers) or self._publication.has_contents

    @cached_property
    def length(self) -> int:
        """How many sheets these are; it does not hang on the numbers in the contents."""
        strips = (strip for entry in self._entries for strip in entry.strips)
        sheets = fill(chain(self.head, strips), self._setting.frame) if self._entries else ()
        return len(self._covers) + len(sheets)

    @cached_property
    def _entries(self) -> Sequence[contents.Entry]:
        has_contents = self._publication.has_contents
        return list(contents.entries(self._publication, self._setting)) if has_contents else []

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
        if not self._publication.has_contents:
            return
        strips = (
            strip
            for entry in self._list()
            for strip in contents.numbered(
                entry, page_of.get(f"article-{entry.article}", ""), self._setting
            )
        )
        yield from map(FrontSheet, filled(chain(self.head, strips), self._setting.frame))

    def _list(self) -> Iterator[contents.Entry]:
        """Yield the entries as they are set, unless they are there to be counted."""
        if "_entries" in self.__dict__:
            return iter(self._entries)
        return contents.entries(self._publication, self._setting)
