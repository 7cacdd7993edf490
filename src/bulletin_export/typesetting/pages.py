"""A publication to pages: the way from articles to a layout, on one page."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Template
from bulletin_export.typesetting.chapters import Chapter, chapters, places, unbroken
from bulletin_export.typesetting.finishing import Finish, Told
from bulletin_export.typesetting.front_matter import FrontMatter
from bulletin_export.typesetting.fronts import column_place
from bulletin_export.typesetting.layout import Bookmark, Layout, Leaf, Page
from bulletin_export.typesetting.moving import joined
from bulletin_export.typesetting.numbering import body_numbers, front_numbers, totals
from bulletin_export.typesetting.paging import filled
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.strips import Strip
from bulletin_export.typesetting.tagging import with_tags


def lay_out(publication: Publication, template: Template, fonts: FontBook) -> Layout:
    """Return *publication* as pages, all at once; nothing of it is left out.

    Raises:
        FontNotFoundError: A role has no face that can set Chinese.
    """
    flow = Flow.of(publication, template, fonts)
    leaves = list(flow.leaves())
    feet = flow.late_feet()
    pages: dict[bool, list[Page]] = {True: [], False: []}
    for one in leaves:
        page = joined(one.page, next(feet)) if one.has_late_feet else one.page
        pages[one.is_front].append(page)
    return Layout((*pages[True], *pages[False]), tuple(flow.bookmarks), tuple(flow.tags))


def begin_pages(publication: Publication, template: Template, fonts: FontBook) -> Iterator[str]:
    """Yield the number printed on the page that each article begins on; the pages go nowhere.

    Raises:
        FontNotFoundError: A role has no face that can set Chinese.
    """
    flow = Flow(publication, template, fonts)
    for _ in flow.body():
        pass
    count = publication.count
    return (flow.page_of[f"article-{index}"] for index in range(1, count + 1))


class _Begun(NamedTuple):
    """An article that is set, without its strips."""

    anchor: str
    title: str
    section: str
    tags: range
    #: Where its own links may lead.
    places: frozenset[str]

    @classmethod
    def of(cls, one: Chapter) -> _Begun:
        return cls(one.anchor, one.title, one.section, one.tags, frozenset(places(one.strips)))


class Flow:
    """A publication while it is laid out: pages leave as soon as nothing can touch them.

    One article starts at once. Several are preceded by the publication's title, its date
    and, if it wants one, a list of contents on pages of its own; these pages leave last.
    Articles are set one by one, and no more is kept of them than later pages tell.
    """

    def __init__(
        self,
        publication: Publication,
        template: Template,
        fonts: FontBook,
        pages: Mapping[str, str] | None = None,
    ) -> None:
        self._pages = pages or {}
        self._publication = publication = front.paged(publication, template.furniture)
        template = front.first_page(publication, template)
        self._setting = setting = Setting.of(publication, template, fonts)
        number = publication.count
        # Set last, and read first.
        before = setting.within("Div")
        is_bulletin = number > 1 or publication.notice is not None
        self._matter = FrontMatter(publication, before) if is_bulletin else None
        self._finish = Finish(publication, setting)
        self._manner = template.furniture.front_numbers
        #: Where links may lead: to all articles, and inside those that are open.
        self._known = {f"article-{index}" for index in range(1, number + 1)}
        #: Articles that may still be on a later page, in order, by their anchors.
        self._open: dict[str, _Begun] = {}
        #: The numbers of the pages that articles begin on.
        self.page_of: dict[str, str] = {}
        self._late: deque[Told] = deque()
        self._front_count = self._body_count = 0
        self.bookmarks: list[Bookmark] = []
        #: The logical structure as far as it is set.
        self.tags = setting.tags

    @classmethod
    def of(cls, publication: Publication, template: Template, fonts: FontBook) -> Flow:
        """Return the flow of *publication*.

        Where the articles follow the contents on the same page, these are set a first time so
        that those can say where they begin: an entry takes the same room with its number.
        """
        if template.furniture.contents_apart or not publication.has_contents:
            return cls(publication, template, fonts)
        first = cls(publication, template, fonts)
        for _ in first.body():
            pass
        return cls(publication, template, fonts, first.page_of)

    def leaves(self) -> Iterator[Leaf]:
        """Yield all pages, those before the first article last."""
        yield from self.body()
        if self._matter:
            yield from self._front(self._matter)

    def late_feet(self) -> Iterator[Page]:
        """Yield running head and foot of each page that left without them."""
        of_front, of_body = totals(self._front_count, self._body_count, self._manner)
        while self._late:
            told = self._late.popleft()
            yield self._finish.feet(told, of_front if told.is_front else of_body)

    def _strips(self) -> Iterator[Strip]:
        """Yield the strips of one article after the other; keep what is told of it later."""
        head = [] if self._matter is None else list(self._matter.opening(self._pages))
        for chapter in chapters(self._publication, self._setting):
            self.bookmarks += chapter.bookmarks
            self._open[chapter.anchor] = begun = _Begun.of(chapter)
            self._known |= begun.places
            yield from (*head, *unbroken(chapter.strips)) if head else chapter.strips
            head = []
        yield from self._end()

    def _end(self) -> Iterator[Strip]:
        """Yield 报尾, at the foot of the last page."""
        notice = self._publication.notice
        if notice is None:
            return
        from bulletin_export.typesetting.notice.imprint import imprint_strips

        setting = self._setting.within("Div")
        place = replace(column_place(setting), measure=setting.frame.measure)
        for strip in imprint_strips(notice, place, setting):
            yield with_tags(strip, setting)

    def body(self) -> Iterator[Leaf]:
        """Yield the pages from the first article on."""
        is_counted_on = self._matter and self._manner == "continue"
        before = self._matter.length if self._matter and is_counted_on else 0
        numbers = body_numbers(before, self._manner)
        going_on: _Begun | None = None
        for sheet in filled(self._strips(), self._setting.frame):
            number = next(numbers)
            begun = [self._open[one.name] for one in sheet.anchors if one.name in self._open]
            self.page_of |= {one.anchor: number.label for one in begun}
            shown = begun[0] if begun else going_on
            going_on = begun[-1] if begun else going_on
            article, section = (shown.title, shown.section) if shown else ("", "")
            is_first = not (self._matter or self._body_count)
            self._body_count += 1
            told = Told(number, article, section, is_first=is_first)
            page = self._finish.page(sheet, told, self._known)
            yield self._leaf(page, told, self._settled(sheet, going_on))

    def _front(self, matter: FrontMatter) -> Iterator[Leaf]:
        numbers = front_numbers(self._manner)
        for sheet, is_bare in matter.sheets(self.page_of):
            is_first = not self._front_count
            self._front_count += 1
            if any(anchor.name == "contents" for anchor in sheet.anchors):
                title = self._setting.template.composition.contents_title
                self.bookmarks.insert(0, Bookmark(0, title, "contents"))
            told = Told(next(numbers), is_front=True, is_first=is_first, is_bare=is_bare)
            yield self._leaf(self._finish.page(sheet, told, self._known), told)

    def _leaf(self, page: Page, told: Told, settled: Iterable[range] = ()) -> Leaf:
        is_late = self._finish.has_late_feet(told)
        if is_late:
            self._late.append(told)
        return Leaf(page, told.is_front, tuple(settled), is_late)

    def _settled(self, sheet: Sheet, going_on: _Begun | None) -> Iterator[range]:
        """Forget the articles before the last that has begun; yield their tags."""
        if sheet.owes_notes or going_on is None:
            return
        while (first := next(iter(self._open))) != going_on.anchor:
            done = self._open.pop(first)
            self._known -= done.places - {done.anchor}
            if done.tags:
                yield done.tags
