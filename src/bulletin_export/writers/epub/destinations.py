"""Where in the book a link leads: to an article, to one of its headings, or nowhere in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Self
from urllib.parse import unquote

import msgspec

from bulletin_export.composition.links import (
    MOST_READ_TWICE,
    articles_by_page,
    fragments,
    inner_place,
)
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication
from bulletin_export.writers.epub.navigation import article_file
from bulletin_export.writers.epub.subheads import Subhead, places, subheads

#: Bytes as JSON; the markup of a block takes less than four times the room.
_SURELY_WHOLE = 60_000
#: A heading's ``id`` by the fragments that mean it.
Places = Mapping[str, str]


class ArticleLinks(msgspec.Struct, frozen=True):
    """Where the links of one article lead."""

    index: int
    own: Places
    #: Articles by their pages; the places in them, where others lead to.
    articles: Mapping[str, int]
    places: Mapping[int, Places]
    numbers: Sequence[int] = ()

    def local(self, target: str) -> str:
        """Return the document of the book that *target* leads to, as near as is known."""
        if target.startswith("#"):
            name = unquote(target[1:])
            if name in ("", "top"):
                return article_file(self.index, self.numbers)
            return f"#{self.own[name]}" if name in self.own else ""
        inner = inner_place(target, self.articles)
        if inner is None:
            return ""
        known = self.own if inner.article == self.index else self.places.get(inner.article, {})
        heading = known.get(inner.fragment)
        return article_file(inner.article, self.numbers) + (f"#{heading}" if heading else "")


class Destinations(msgspec.Struct, frozen=True):
    """Where links between the articles of a book lead."""

    articles: Mapping[str, int]
    places: Mapping[int, Places] = {}
    numbers: Sequence[int] = ()

    @classmethod
    def of(cls, publication: Publication) -> Self:
        """Return those of *publication*; among very many articles none leads to a heading."""
        articles, numbers = articles_by_page(publication), publication.numbers
        if not 1 < publication.count <= MOST_READ_TWICE or not articles:
            return cls(articles, numbers=numbers)
        wanted = {index for index, names in fragments(publication, articles).items() if any(names)}
        if not wanted:
            return cls(articles, numbers=numbers)
        numbered = enumerate(publication.articles())
        known = {
            n: places(subheads(one.blocks))
            for n, one in numbered
            if n in wanted and not _may_be_divided(one)
        }
        return cls(articles, known, numbers)

    def of_article(self, index: int, heads: Iterable[Subhead]) -> ArticleLinks:
        """Return where the links of the article with this *index* and these *heads* lead."""
        return ArticleLinks(index, places(heads), self.articles, self.places, self.numbers)


def _may_be_divided(article: Article) -> bool:
    """Tell whether *article* may need several documents: which holds a heading is not known yet."""
    return len(msgspec.json.encode(article.blocks)) > _SURELY_WHOLE
