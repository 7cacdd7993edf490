"""The way on from the foot of an article: to the one before, the contents, the one after."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Composition
from bulletin_export.writers.epub.markup import attributes, escape
from bulletin_export.writers.epub.navigation import (
    CONTENTS_PAGE,
    article_file,
    contents_title,
    spoken,
    title_of,
)
from bulletin_export.writers.epub.titles import short

_BEFORE = {"zh": "上一篇", "en": "Previous"}
_AFTER = {"zh": "下一篇", "en": "Next"}
_COLON = {"zh": "：", "en": ": "}


class Neighbours:
    """Knows what stands beside each article of a publication."""

    def __init__(self, publication: Publication, composition: Composition) -> None:
        self._language, self._numbers = publication.language, publication.numbers
        titles = (title_of(one, self._language) for one in publication.heads())
        self._titles = tuple(map(short, titles))
        self._contents = (
            contents_title(composition, self._language) if publication.has_contents else ""
        )

    def links(self, index: int) -> str:
        """Return the links at the foot of the article with *index*."""
        return f'<p class="neighbours">{" ".join(self._links(index))}</p>'

    def _links(self, index: int) -> Iterator[str]:
        if index:
            yield self._link("prev", _BEFORE, index - 1)
        if self._contents:
            yield f'<a href="{CONTENTS_PAGE}">{escape(self._contents)}</a>'
        if index + 1 < len(self._titles):
            yield self._link("next", _AFTER, index + 1)

    def _link(self, relation: str, words: dict[str, str], index: int) -> str:
        word, language = spoken(words, self._language), self._language
        # The name begins with what is seen (WCAG 2.1, 2.5.3).
        name = attributes(aria_label=f"{word}{spoken(_COLON, language)}{self._titles[index]}")
        href = article_file(index, self._numbers)
        return f'<a rel="{relation}" href="{href}"{name}>{word}</a>'
