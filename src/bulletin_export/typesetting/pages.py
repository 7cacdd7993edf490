"""A publication to pages: the way from articles to a layout, on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role, Template
from bulletin_export.typesetting import contents
from bulletin_export.typesetting.front_matter import FrontMatter, front_matter
from bulletin_export.typesetting.fronts import article_strips, separator, wide_strips
from bulletin_export.typesetting.furniture import RunningLines
from bulletin_export.typesetting.layout import Bookmark, Layout, Page
from bulletin_export.typesetting.moving import moved_page
from bulletin_export.typesetting.numbering import PageNumber, page_numbers
from bulletin_export.typesetting.outline import nested
from bulletin_export.typesetting.paging import fill
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.stamps import classification, watermark
from bulletin_export.typesetting.strips import Strip, changed


class _Chapter(msgspec.Struct, frozen=True):
    """An article that is set, and where it belongs; or the title of an empty section."""

    anchor: str
    title: str
    section: str
    strips: Sequence[Strip]
    bookmarks: tuple[Bookmark, ...]


def lay_out(publication: Publication, template: Template, fonts: FontBook) -> Layout:
    """Return *publication* as pages; nothing of it is left out.

    One article starts at once. Several are preceded by the publication's title, its
    date and, if it wants one, a list of contents on pages of its own.

    Raises:
        FontNotFoundError: A role has no face that can set Chinese.
    """
    publication = front.paged(publication, template.furniture)
    setting = Setting.of(publication, template, fonts)
    # Set last, and read first.
    before = setting.within("Div")
    chapters = list(_chapters(publication, setting))
    strips = [strip for chapter in chapters for strip in chapter.strips]
    matter = FrontMatter()
    if len(list(publication.articles())) > 1:
        head = []
        if template.furniture.cover == "masthead":
            head = contents.masthead(publication, before)
        if head and not publication.has_contents:
            head, strips = [], [*head, *_unbroken(strips)]
        sheets = fill(strips, setting.frame)
        matter = front_matter(publication, head, sheets, before)
    else:
        sheets = fill(strips, setting.frame)
    pages = _pages(matter, sheets, publication, chapters, setting)
    marks = tuple(_bookmarks(matter, chapters, setting))
    return Layout(pages, marks, tuple(setting.tags))


def _bookmarks(
    matter: FrontMatter, chapters: Iterable[_Chapter], setting: Setting
) -> Iterator[Bookmark]:
    if any(anchor.name == "contents" for sheet in matter.sheets for anchor in sheet.anchors):
        yield Bookmark(0, setting.template.composition.contents_title, "contents")
    for chapter in chapters:
        yield from chapter.bookmarks


def _chapters(publication: Publication, setting: Setting) -> Iterator[_Chapter]:
    index, template = 0, setting.template
    for number, section in enumerate(publication.sections, 1):
        level, name = (1 if section.title else 0), f"section-{number}"
        within = setting.within("Sect") if section.title else setting
        # Set before its articles, for it is read before them.
        head = _section(section.title, name, within) if section.title else []
        if section.title and not section.articles:
            yield _Chapter(name, "", section.title, head, (Bookmark(0, section.title, name),))
        for position, article in enumerate(section.articles):
            index += 1
            own = within.of_article(index, article.metadata.language)
            strips = article_strips(article, own)
            if index > 1 and template.composition.article_rule and not strips[0].breaks_before:
                strips = [separator(own), *strips]
            marks = [Bookmark(level, _name(article), own.prefix), *nested(own.headings, level + 1)]
            if section.title and not position:
                marks.insert(0, Bookmark(0, section.title, name))
                strips = head + _unbroken(strips)
            yield _Chapter(own.prefix, _name(article), section.title, strips, tuple(marks))


def _name(article: Article) -> str:
    return " ".join(article.headline.title.split()) or article.metadata.address or "—"


def _section(title: str, name: str, setting: Setting) -> list[Strip]:
    """Return a section's title; it takes over the page break of its first article."""
    strips = wide_strips(title, Role.SECTION_TITLE, setting)
    styles = (setting.look(role).style for role in (Role.SECTION_TITLE, Role.TITLE))
    breaks = any(style.page_break_before for style in styles)
    first = strips[0] if strips else Strip(height=0.0, keeps=True)
    return [changed(first, anchors=(name,), breaks_before=breaks), *strips[1:]]


def _unbroken(strips: list[Strip]) -> list[Strip]:
    return [changed(strips[0], breaks_before=False), *strips[1:]]


def _pages(
    matter: FrontMatter,
    body: Sequence[Sheet],
    publication: Publication,
    chapters: Sequence[_Chapter],
    setting: Setting,
) -> tuple[Page, ...]:
    running = RunningLines(setting)
    sheets = [*matter.sheets, *body]
    numbers = page_numbers(len(matter.sheets), len(body), setting.template.furniture.front_numbers)
    finish = _Finish(sheets, setting)
    facts = {"title": publication.title, "date": front.issue_date(publication)}
    pages = []
    for index, (number, (sheet, chapter)) in enumerate(
        zip(numbers, _with_chapters(sheets, chapters), strict=True)
    ):
        facts["article"] = chapter.title if chapter else ""
        facts["section"] = chapter.section if chapter else ""
        if index not in matter.bare:
            lines, rules = running.of_page(number, facts, is_first=not index)
            sheet.furniture += lines
            sheet.furniture_rules += rules
        elif sheet.lines:
            sheet.furniture += classification(setting)
        pages.append(finish.page(sheet, number))
    return tuple(pages)


def _with_chapters(
    sheets: Iterable[Sheet], chapters: Sequence[_Chapter]
) -> Iterator[tuple[Sheet, _Chapter | None]]:
    """Yield each sheet with the article that begins first on it, or goes on through it."""
    names = {chapter.anchor: chapter for chapter in chapters}
    going_on: _Chapter | None = None
    for sheet in sheets:
        begun = [names[anchor.name] for anchor in sheet.anchors if anchor.name in names]
        yield sheet, begun[0] if begun else going_on
        going_on = begun[-1] if begun else going_on


class _Finish:
    """Makes pages of sheets."""

    def __init__(self, sheets: Iterable[Sheet], setting: Setting) -> None:
        self._known = {f"#{anchor.name}" for sheet in sheets for anchor in sheet.anchors}
        self._style = style = setting.template.page
        #: Left and right margins change places on the backs of leaves.
        self._shift = (style.margins.right.pt - style.margins.left.pt) * style.mirrored
        self._background = watermark(setting)

    def page(self, sheet: Sheet, number: PageNumber) -> Page:
        """Return *sheet* as the page *number*."""
        page = Page(
            self._style.width.pt,
            self._style.height.pt,
            number.label,
            rules=tuple(sheet.rules),
            pictures=tuple(sheet.pictures),
            lines=tuple(sheet.lines),
            furniture=tuple(sheet.furniture),
            # A place inside the source page is no place in the publication.
            links=tuple(
                one for one in sheet.links if one.target[:1] != "#" or one.target in self._known
            ),
            anchors=tuple(sheet.anchors),
            repeated=tuple(sheet.repeated),
            furniture_rules=tuple(sheet.furniture_rules),
            is_turned=sheet.is_turned,
        )
        page = moved_page(page, self._shift) if number.is_even else page
        # A blank page stays blank.
        is_stamped = self._background and (page.lines or page.furniture)
        return replace(page, background=self._background) if is_stamped else page
