"""The order of articles in a publication, and the sections they fall into."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, get_args

from bulletin_export.model.article import Article
from bulletin_export.model.publication import Section, chosen, heads
from bulletin_export.patterns import lazy_pattern

Order = Literal["input", "date", "source", "title"]
#: ``column`` (栏目) is another word for ``section``.
Grouping = Literal["section", "source", "date", "column"]
ORDERS: tuple[Order, ...] = get_args(Order)
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

#: Where articles go that do not say what they are grouped by.
_OTHERS = "其他"
_DAY = lazy_pattern(r"(\d{4})-(\d{2})-(\d{2})")


def ordered(articles: Sequence[Article], by: Order = "input") -> Sequence[Article]:
    """Return *articles* in the order *by*; equals stay as they were given.

    Dates ascend; words follow GB 18030, which puts common characters by pinyin.
    Articles without the fact come last.
    """
    if by == "input":
        return articles
    facts = [_FACTS[by](one) for one in heads(articles)]
    numbers = range(len(facts))
    return chosen(articles, sorted(numbers, key=lambda n: (not facts[n], _collated(facts[n]))))


def sections(
    articles: Sequence[Article], by: Grouping | Sequence[Grouping] | None = None
) -> tuple[Section, ...]:
    """Return *articles* in sections *by* that fact, in the order of first appearance.

    By several facts they are nested: a section for each value of the first, in it one for
    each value of the second, and so on; only the innermost hold articles.
    """
    if not by:
        return (Section(articles),)
    facts = (by,) if isinstance(by, str) else tuple(by)
    known = heads(articles)
    return tuple(_nested(articles, known, range(len(known)), facts, 1))


def _nested(
    articles: Sequence[Article],
    known: Sequence[Article],
    numbers: Iterable[int],
    by: tuple[Grouping, ...],
    level: int,
) -> Iterator[Section]:
    first, *others = by
    for title, some in _groups(known, numbers, first):
        yield Section(() if others else chosen(articles, some), title, level)
        if others:
            yield from _nested(articles, known, some, tuple(others), level + 1)


def _groups(
    known: Sequence[Article], numbers: Iterable[int], by: Grouping
) -> Iterator[tuple[str, list[int]]]:
    groups: dict[str, list[int]] = {}
    for number in numbers:
        groups.setdefault(_title(known[number], by), []).append(number)
    groups[_OTHERS] = groups.pop(_OTHERS, [])
    return ((title, some) for title, some in groups.items() if some)


def date_of(article: Article) -> str:
    """Return the date of *article* as far as the minute, or an empty string."""
    return article.metadata.date.value if article.metadata.date else ""


def _title(article: Article, by: Grouping) -> str:
    fact = _FACTS[by](article)
    day = _DAY.match(fact) if by == "date" else None
    if day:
        return f"{day[1]}年{int(day[2])}月{int(day[3])}日"
    return fact or _OTHERS


def _collated(text: str) -> bytes:
    return text.encode("gb18030", errors="replace")


_FACTS: dict[str, Callable[[Article], str]] = {
    "date": date_of,
    "source": lambda article: article.metadata.source,
    "section": lambda article: article.metadata.section,
    "column": lambda article: article.metadata.section,
    "title": lambda article: article.headline.title,
}
