"""A publication that grows: what is new gets new numbers, what was there keeps its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from bulletin_export.composition.duplicates import Known
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication, Section
from bulletin_export.model.record import article_numbers, as_numbers, section_numbers


def fresh(
    articles: Iterable[Article], book: Publication, remarks: list[Diagnostic]
) -> Iterator[Article]:
    """Yield those of *articles* that *book* does not have, each once; *remarks* tell the others.

    What is only like an article of the book is kept, and named.
    """
    known = Known()
    for one in book.articles():
        known.add(one)
    for one in articles:
        twin = known.twin(one)
        title = one.headline.title
        if twin and twin.is_same:
            code = "article-same-page" if twin.is_same_page else "article-same-text"
            facts: dict[str, str | int] = {"other": twin.title}
            remarks.append(Diagnostic(code=code, severity=Severity.INFO, where=title, facts=facts))
            continue
        if twin:
            facts = {"other": twin.title, "percent": round(twin.share * 100)}
            remarks.append(Diagnostic(code="article-similar", where=title, facts=facts))
        known.add(one)
        yield one


def grown(book: Publication, more: Publication) -> Publication:
    """Return *book* with the articles of *more* at the end of their sections.

    A section that the book lacks comes after the last one beside it. Title, publisher,
    language, collection and identifier stay those of the book.
    """
    growing = _Growing(book)
    for path, section in zip(_paths(more.sections), more.sections, strict=True):
        growing.add(path, section)
    whole = growing.publication(book)
    return replace(
        whole,
        date=max(book.date, more.date),
        modified=max(book.modified, more.modified),
        issue=more.issue or book.issue,
        has_contents=book.has_contents or whole.count > 1,
    )


class _Part(msgspec.Struct):
    path: tuple[str, ...]
    section: Section
    number: int
    numbers: list[int]
    added: list[Article]


class _Growing:
    """The sections of a book, with their numbers."""

    def __init__(self, book: Publication) -> None:
        numbers = iter(article_numbers(book))
        own = section_numbers(book)
        self._next = max(article_numbers(book), default=0) + 1
        self._next_section = max(own, default=0) + 1
        self._parts = [
            _Part(path, section, number, [next(numbers) for _ in section.articles], [])
            for path, section, number in zip(_paths(book.sections), book.sections, own, strict=True)
        ]

    def add(self, path: tuple[str, ...], section: Section) -> None:
        """Put the articles of *section*, which stands at *path*, behind those there."""
        part = self._part(path, section)
        part.added += section.articles
        part.numbers += range(self._next, self._next + len(section.articles))
        self._next += len(section.articles)

    def _part(self, path: tuple[str, ...], section: Section) -> _Part:
        if path[-1]:
            found = next((one for one in self._parts if one.path == path), None)
        else:  # What has no title goes to the end, not into another section.
            last = self._parts[-1]
            found = None if last.path[-1] else last
        if found:
            return found
        new = _Part(path, replace(section, articles=()), self._next_section, [], [])
        self._next_section += 1
        self._parts.insert(self._place(path[:-1]), new)
        return new

    def _place(self, above: tuple[str, ...]) -> int:
        """Return where a section that belongs into that at *above* comes: behind all in there."""
        inside = (n for n, one in enumerate(self._parts, 1) if one.path[: len(above)] == above)
        return max(inside, default=len(self._parts))

    def publication(self, book: Publication) -> Publication:
        """Return *book* with the sections as they are now."""
        sections = tuple(
            replace(one.section, articles=_together(one.section.articles, one.added))
            for one in self._parts
        )
        numbers = tuple(number for one in self._parts for number in one.numbers)
        own = tuple(one.number for one in self._parts)
        return replace(
            book,
            sections=sections,
            numbers=as_numbers(numbers),
            section_numbers=as_numbers(own),
        )


def _together(old: Sequence[Article], added: Sequence[Article]) -> Sequence[Article]:
    return (*old, *added) if added else old


def _paths(sections: Iterable[Section]) -> Iterator[tuple[str, ...]]:
    """Yield the titles that each of *sections* stands under, and its own."""
    above: list[tuple[int, str]] = []
    for one in sections:
        while above and above[-1][0] >= one.level:
            above.pop()
        yield (*(title for _, title in above), one.title.strip())
        above.append((one.level, one.title.strip()))
