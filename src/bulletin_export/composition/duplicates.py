"""The same article once more: from the same page, with the same text, or with nearly the same.

Resemblance is that of Broder ("On the resemblance and containment of documents", 1997): of all
runs of four characters in two texts, the share that stands in both, told from the smallest
hashes of each.
"""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from typing import NamedTuple
from unicodedata import normalize
from zlib import crc32

from bulletin_export.composition.links import page_of
from bulletin_export.model.article import Article
from bulletin_export.model.text import paragraphs
from bulletin_export.patterns import lazy_pattern

#: Articles that share so much of their text are the same to a reader.
SIMILAR = 0.8
_RUN, _SKETCH = 4, 96
#: Characters; less than that says too little: a picture's title, a greeting.
_LEAST = 60
_NO_WORD = lazy_pattern(r"[\W_]+")


class Twin(NamedTuple):
    """An article that was there before, and how much of the text it shares (0 to 1)."""

    title: str
    share: float
    #: It comes from the same page.
    is_same_page: bool = False

    @property
    def is_same(self) -> bool:
        """Whether it is the same article, not only one like it."""
        return self.is_same_page or self.share == 1


class Known:
    """The articles that were met so far."""

    def __init__(self) -> None:
        self._titles: list[str] = []
        self._pages: dict[str, int] = {}
        self._texts: dict[str, int] = {}
        self._sketches: list[frozenset[int]] = []
        #: The articles whose sketches hold a value.
        self._holders: dict[int, list[int]] = {}

    def add(self, article: Article) -> None:
        """Remember *article*."""
        number = len(self._titles)
        text = _text(article)
        self._titles.append(article.headline.title)
        if page := _page(article):
            self._pages.setdefault(page, number)
        self._texts.setdefault(_whole(article, text), number)
        sketch = _sketch(text)
        self._sketches.append(sketch)
        for value in sketch:
            self._holders.setdefault(value, []).append(number)

    def twin(self, article: Article) -> Twin | None:
        """Return the article met before that *article* is, or is like."""
        if (number := self._pages.get(_page(article))) is not None:
            return Twin(self._titles[number], 1, is_same_page=True)
        text = _text(article)
        if (number := self._texts.get(_whole(article, text))) is not None:
            return Twin(self._titles[number], 1)
        return self._like(_sketch(text))

    def _like(self, sketch: frozenset[int]) -> Twin | None:
        shared = Counter(number for value in sketch for number in self._holders.get(value, ()))
        for number, count in shared.most_common(3):
            if count < len(sketch) / 2:
                break
            share = _resemblance(sketch, self._sketches[number])
            if share >= SIMILAR:
                return Twin(self._titles[number], min(share, 0.99))
        return None


def _page(article: Article) -> str:
    """Return what stands for the place on the web that *article* has, or nothing."""
    page, fragment = page_of(article.metadata.address)
    return f"{page}#{fragment}" if page and fragment else page


def _text(article: Article) -> str:
    """Return the letters and digits of *article*'s blocks."""
    words = normalize("NFKC", "".join(paragraphs(article.blocks)))
    return _NO_WORD.sub("", words).casefold()


def _whole(article: Article, text: str) -> str:
    """Return what only the same article has; a short text needs the same title, too."""
    from hashlib import blake2b

    title = "" if len(text) >= _LEAST else article.headline.title
    return blake2b(f"{title}\n{text}".encode("utf-8", "replace"), digest_size=16).hexdigest()


def _sketch(text: str) -> frozenset[int]:
    if len(text) < _LEAST:
        return frozenset()
    raw = text.encode("utf-32-le", "replace")
    size = 4 * _RUN
    hashes = {crc32(raw[start : start + size]) for start in range(0, len(raw) - size + 1, 4)}
    return frozenset(nsmallest(_SKETCH, hashes))


def _resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    smallest = nsmallest(_SKETCH, one | other)
    return sum(value in one and value in other for value in smallest) / len(smallest)
