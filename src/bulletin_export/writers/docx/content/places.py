"""Places that links lead to: articles, sections, and headings inside an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

import msgspec

from bulletin_export.composition.links import (
    MOST_READ_TWICE,
    articles_by_page,
    fragments,
    heading_fragment,
    inner_place,
)
from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Heading, Link
from bulletin_export.model.publication import Publication
from bulletin_export.model.text import plain_text
from bulletin_export.model.walk import find


def bookmark_name(index: int) -> str:
    """Return the bookmark of the article with *index*; Word hides names that begin so."""
    return f"_Toc{index + 1:09d}"


def section_bookmark_name(index: int) -> str:
    """Return the bookmark of the section that begins with the article *index*."""
    return f"_Toc9{index + 1:08d}"


class InnerLinks(msgspec.Struct, frozen=True):
    """Where links between articles lead."""

    #: Articles by the addresses of their pages.
    articles: Mapping[str, int] = {}
    #: The bookmarks of places in articles that others lead to, by their names.
    places: Mapping[int, Mapping[str, str]] = {}
    #: Any article may be led to; else those in *places* alone.
    is_open: bool = False

    @classmethod
    def of(cls, publication: Publication) -> InnerLinks:
        """Return the links of *publication*; among very many articles none leads to a heading."""
        if publication.count < 2 or not (articles := articles_by_page(publication)):
            return cls()
        if publication.count > MOST_READ_TWICE:
            return cls(articles, is_open=True)
        found = fragments(publication, articles)
        if not found:
            return cls(articles)
        bookmarks = {
            index: places(article, bookmark_name(index), found[index])
            for index, article in enumerate(publication.articles())
            if index in found
        }
        return cls(articles, bookmarks)

    def bookmark(self, target: str) -> str:
        """Return the bookmark of the article that *target* leads to, or of a place in it."""
        place = inner_place(target, self.articles)
        if place is None:
            return ""
        known = self.places.get(place.article, {})
        return known.get(place.fragment) or bookmark_name(place.article)

    def leads_to(self, index: int) -> bool:
        """Tell whether a link may lead to the article with *index*."""
        return self.is_open or index in self.places


def places(article: Article, own: str, more: Iterable[str] = ()) -> Mapping[str, str]:
    """Return the bookmark for each fragment that links inside *article* lead to, and *more*.

    ``#`` and ``#top`` lead to *own*, the bookmark of the article; others to the heading
    with these words, blanks written as hyphens or as they are.
    """
    targets = (link.target for link in find(article, Link))
    wanted = {fragment(target) for target in targets if target.startswith("#")}.union(more)
    if not wanted:
        return {}
    found: dict[str, str] = {name: own for name in ("", "top") if name in wanted}
    for number, heading in enumerate(find(article, Heading), 1):
        text = plain_text(heading.children)
        for name in {text, heading_fragment(text)} & wanted:
            found.setdefault(name, f"{own}_{number}")
    return found


def fragment(target: str) -> str:
    """Return the name of the place that *target* (``#`` and a name) leads to."""
    return unquote(target.removeprefix("#"))
