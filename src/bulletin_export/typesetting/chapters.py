"""The articles of a publication, set one after the other, and the titles of their sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bulletin_export.composition.front import nesting
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.fronts import article_strips, separator, wide_strips
from bulletin_export.typesetting.layout import Bookmark
from bulletin_export.typesetting.outline import nested
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.strips import Strip, changed


class Chapter(msgspec.Struct, frozen=True):
    """An article that is set, and where it belongs; or the title of an empty section."""

    anchor: str
    title: str
    section: str
    strips: Sequence[Strip]
    bookmarks: tuple[Bookmark, ...]
    #: The tags of the article, the first holding the others.
    tags: range = range(0)


def chapters(publication: Publication, setting: Setting) -> Iterator[Chapter]:
    """Yield all articles of *publication*, each set when it is asked for."""
    index, template = 0, setting.template
    levels = [*nesting(publication), 0]
    # Titles of sections that hold nothing but sections stand above the first of those.
    above: list[Strip] = []
    opened: list[Bookmark] = []
    for number, section in enumerate(publication.sections, 1):
        level, name = levels[number - 1], f"section-{number}"
        within = setting.within("Sect") if section.title else setting
        # Set before its articles, for it is read before them.
        head = _section(section.title, name, within) if section.title else []
        if section.title:
            opened.append(Bookmark(level - 1, section.title, name))
            head = above + unbroken(head) if above else head
        above = head if not section.articles and levels[number] > level else []
        if section.title and not section.articles and not above:
            yield Chapter(name, "", section.title, head, tuple(opened))
            opened = []
        for position, article in enumerate(section.articles):
            index += 1
            own = within.of_article(index, article.metadata.language)
            strips = article_strips(article, own)
            if index > 1 and template.composition.article_rule and not strips[0].breaks_before:
                strips = [separator(own), *strips]
            marks = [Bookmark(level, _name(article), own.prefix), *nested(own.headings, level + 1)]
            if section.title and not position:
                marks = opened + marks
                opened = []
                strips = head + unbroken(strips)
            tags = range(own.tag, len(setting.tags))
            yield Chapter(own.prefix, _name(article), section.title, strips, tuple(marks), tags)


def places(strips: Iterable[Strip]) -> Iterator[str]:
    """Yield the names of all anchors in *strips* and their notes."""
    for strip in strips:
        yield from strip.anchors
        for note in strip.notes:
            yield from places(note)


def unbroken(strips: Sequence[Strip]) -> list[Strip]:
    """Return *strips* without the page break before them."""
    return [changed(strips[0], breaks_before=False), *strips[1:]]


def _name(article: Article) -> str:
    return " ".join(article.headline.title.split()) or article.metadata.address or "—"


def _section(title: str, name: str, setting: Setting) -> list[Strip]:
    """Return a section's title; it takes over the page break of its first article."""
    strips = wide_strips(title, Role.SECTION_TITLE, setting)
    styles = (setting.look(role).style for role in (Role.SECTION_TITLE, Role.TITLE))
    breaks = any(style.page_break_before for style in styles)
    first = strips[0] if strips else Strip(height=0.0, keeps=True)
    return [changed(first, anchors=(name,), breaks_before=breaks), *strips[1:]]
