"""One publication as several: by date, by section, or in halves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

from msgspec.structs import replace

from bulletin_export.composition.arrange import date_of
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication, Section, chosen

Division = Literal["date", "month", "year", "section"]
DIVISIONS: tuple[Division, ...] = get_args(Division)
#: Characters of an ISO 8601 date.
_LENGTHS = {"date": 10, "month": 7, "year": 4}
_UNDATED = "undated"


def divided(publication: Publication, by: Division) -> Iterator[tuple[str, Publication]]:
    """Yield a publication for each day, month, year or outermost section, and what it is called.

    In the order of first appearance; articles without a date come together, last.
    """
    groups: dict[str, list[int]] = {}
    for index, (label, article) in enumerate(_labelled(publication)):
        name = label if by == "section" else date_of(article)[: _LENGTHS[by]] or _UNDATED
        groups.setdefault(name, []).append(index)
    for name in sorted(groups, key=lambda one: one == _UNDATED):
        yield name, part(publication, groups[name], name)


def part(publication: Publication, numbers: Iterable[int], name: str) -> Publication:
    """Return the articles with these *numbers*, in their sections; the title tells the *name*.

    It belongs to a collection: that of *publication*, or one called like it.
    """
    wanted = sorted(numbers)
    sections, start = [], 0
    for one in publication.sections:
        end = start + len(one.articles)
        inside = [number - start for number in wanted if start <= number < end]
        sections.append(replace(one, articles=chosen(one.articles, inside)))
        start = end
    kept = tuple(_peopled(sections))
    whole = replace(publication, sections=kept, numbers=(), section_numbers=(), identifier="")
    dates = [date_of(one)[:10] for one in whole.heads()]
    return replace(
        whole,
        title=f"{publication.title}（{name}）" if publication.title else name,
        collection=publication.collection or publication.title,
        date=max(dates, default="") or publication.date,
        has_contents=whole.count > 1,
    )


def runs(numbers: Sequence[int], count: int) -> list[Sequence[int]]:
    """Return *numbers* in at most *count* runs of nearly the same length."""
    length = -(-len(numbers) // count)
    return [numbers[start : start + length] for start in range(0, len(numbers), length)]


def _labelled(publication: Publication) -> Iterator[tuple[str, Article]]:
    """Yield every head, and the title of the outermost section it stands in."""
    outer = ""
    for one in publication.sections:
        if one.level == 1:
            outer = one.title.strip()
        for article in replace(publication, sections=(one,)).heads():
            yield outer, article


def _peopled(sections: list[Section]) -> Iterator[Section]:
    """Yield those of *sections* that hold articles, or others that do."""
    for index, one in enumerate(sections):
        below = []
        for other in sections[index + 1 :]:
            if other.level <= one.level:
                break
            below.append(other)
        if len(one.articles) or any(len(other.articles) for other in below):
            yield one
