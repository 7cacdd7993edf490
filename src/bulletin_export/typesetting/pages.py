"""A publication to pages: the way from articles to a layout, on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bulletin_export.composition import front
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role, Template
from bulletin_export.typesetting import contents
from bulletin_export.typesetting.fronts import article_strips, wide_strips
from bulletin_export.typesetting.furniture import RunningLines
from bulletin_export.typesetting.layout import Bookmark, Layout, Page
from bulletin_export.typesetting.outline import nested
from bulletin_export.typesetting.paging import Sheet, fill
from bulletin_export.typesetting.setting import Setting
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
    setting = Setting.of(publication, template, fonts)
    is_one = len(list(publication.articles())) <= 1
    # Tagged first, for it is read first.
    head = [] if is_one else contents.masthead(publication, setting)
    listing = setting.within("Sect") if publication.has_contents and not is_one else setting
    chapters = list(_chapters(publication, setting))
    strips = [strip for chapter in chapters for strip in chapter.strips]
    first: list[Sheet] = []
    if is_one:
        sheets = fill(strips, setting.frame)
    elif publication.has_contents:
        sheets = fill(strips, setting.frame)
        first = _first_part(publication, head, sheets, listing)
    else:
        sheets = fill([*head, *_unbroken(strips)], setting.frame)
    pages = _pages([*first, *sheets], publication, chapters, setting)
    front = [Bookmark(0, setting.template.composition.contents_title, "contents")] if first else []
    marks = (*front, *(mark for chapter in chapters for mark in chapter.bookmarks))
    return Layout(pages, marks, tuple(setting.tags))


def _chapters(publication: Publication, setting: Setting) -> Iterator[_Chapter]:
    index = 0
    for number, section in enumerate(publication.sections, 1):
        level, name = (1 if section.title else 0), f"section-{number}"
        within = setting.within("Sect") if section.title else setting
        if section.title and not section.articles:
            strips = _section(section.title, name, within)
            yield _Chapter(name, "", section.title, strips, (Bookmark(0, section.title, name),))
        for position, article in enumerate(section.articles):
            index += 1
            own = within.of_article(index, article.metadata.language)
            strips = article_strips(article, own)
            marks = [Bookmark(level, _name(article), own.prefix), *nested(own.headings, level + 1)]
            if section.title and not position:
                marks.insert(0, Bookmark(0, section.title, name))
                strips = _section(section.title, name, own) + _unbroken(strips)
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


def _first_part(
    publication: Publication, head: list[Strip], sheets: Sequence[Sheet], setting: Setting
) -> list[Sheet]:
    """Return masthead and contents; how many sheets they take does not hang on the numbers."""
    entries = contents.entries(publication, setting)
    unnumbered = [strip for entry in entries for strip in entry.strips]
    before = len(fill([*head, *unnumbered], setting.frame))
    page_of = {
        anchor.name: before + number
        for number, sheet in enumerate(sheets, 1)
        for anchor in sheet.anchors
    }
    strips = [
        strip
        for entry in entries
        for strip in contents.numbered(entry, page_of.get(f"article-{entry.article}", 0), setting)
    ]
    return fill([*head, *strips], setting.frame)


def _pages(
    sheets: Sequence[Sheet],
    publication: Publication,
    chapters: Sequence[_Chapter],
    setting: Setting,
) -> tuple[Page, ...]:
    running = RunningLines(setting)
    furniture = setting.template.furniture
    known = {f"#{anchor.name}" for sheet in sheets for anchor in sheet.anchors}
    pages = []
    for number, (sheet, chapter) in enumerate(_with_chapters(sheets, chapters), 1):
        facts = {
            "page": str(number),
            "pages": str(len(sheets)),
            "title": publication.title,
            "date": front.issue_date(publication),
            "article": chapter.title if chapter else "",
            "section": chapter.section if chapter else "",
        }
        if number > 1 or furniture.first_page_header:
            _add(sheet, running.header(facts))
        _add(sheet, running.footer(facts))
        pages.append(_page(sheet, str(number), known, setting))
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


def _add(sheet: Sheet, running: tuple[list, list]) -> None:  # type: ignore[type-arg]
    lines, rules = running
    sheet.furniture += lines
    sheet.rules += rules


def _page(sheet: Sheet, label: str, known: set[str], setting: Setting) -> Page:
    page = setting.template.page
    return Page(
        page.width.pt,
        page.height.pt,
        label,
        tuple(sheet.rules),
        tuple(sheet.pictures),
        tuple(sheet.lines),
        tuple(sheet.furniture),
        # A place inside the source page is no place in the publication.
        tuple(one for one in sheet.links if one.target[:1] != "#" or one.target in known),
        tuple(sheet.anchors),
    )
