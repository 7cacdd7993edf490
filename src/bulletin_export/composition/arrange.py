"""The order of articles in a publication, and the sections they fall into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from bulletin_export.model.article import Article
from bulletin_export.model.publication import Section, chosen, heads
from bulletin_export.patterns import lazy_pattern

Order = Literal["input", "date", "source", "title"]
Grouping = Literal["section", "source", "date"]
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


def sections(articles: Sequence[Article], by: Grouping | None = None) -> tuple[Section, ...]:
    """Return *articles* in sections *by* that fact, in the order of first appearance."""
    if by is None:
        return (Section(articles),)
    groups: dict[str, list[int]] = {}
    for number, head in enumerate(heads(articles)):
        groups.setdefault(_title(head, by), []).append(number)
    groups[_OTHERS] = groups.pop(_OTHERS, [])
    return tuple(Section(chosen(articles, some), title) for title, some in groups.items() if some)


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
    "title": lambda article: article.headline.title,
}
