"""Our own books: what was recorded of the model, and what people changed since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from posixpath import basename, dirname, join
from typing import Any, NamedTuple

from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import ReadError
from bulletin_export.extraction.fragment import blocks_of_element
from bulletin_export.model.article import Article, Headline
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import Image, Inline, Table
from bulletin_export.model.publication import Publication, Section
from bulletin_export.model.record import (
    BODY_RECORD,
    FRAME_RECORD,
    HEAD_RECORD,
    Body,
    Frame,
    as_numbers,
    body_of,
    frame_of,
    head_of,
)
from bulletin_export.model.walk import map_inlines
from bulletin_export.ocf import Item, Package
from bulletin_export.patterns import lazy_pattern
from bulletin_export.pictures import sniff
from bulletin_export.readers.epub import documents, theirs
from bulletin_export.readers.epub.facts import publication_facts

_ARTICLE = lazy_pattern(r"article-(\d+)(?:-\d+)?\.xhtml")
#: Pages that are made anew whenever the publication is written.
_MADE = lazy_pattern(r"(?:cover|title|contents|imprint|nav|section-\d+)\.xhtml")
_NEIGHBOURS = b'\n<p class="neighbours">'
_CONTENT = lazy_pattern(rb'\bcontent="([^"]*)"')
#: What is printed around the blocks from what is known of the article.
_FURNITURE = ("address", "neighbours")


class _Read(NamedTuple):
    """An article, its number, and the documents it came from."""

    number: int
    article: Article


def frame_in(package: Package) -> Frame | None:
    """Return what the navigation of our own book says of it; None if it is not ours."""
    for item in package.items:
        if "nav" in item.properties and item.path in package.container.files:
            said = _said(package.container.read(item.path), FRAME_RECORD)
            try:
                return frame_of(said) if said else None
            except ValueError:
                return None
    return None


def publication_in(package: Package, frame: Frame) -> tuple[Publication, tuple[Diagnostic, ...]]:
    """Return the publication that *frame* begins, and remarks."""
    reading = _Reading(package)
    found: list[list[_Read]] = [[] for _ in frame.parts]
    place = 0
    homes = {
        number: index
        for index, part in enumerate(frame.parts)
        for first, last in part.runs
        for number in range(first, last + 1)
    }
    for read in reading.articles():
        place = homes.get(read.number, place)
        found[place].append(read)
    kept = [n for n, part in enumerate(frame.parts) if found[n] or not part.runs]
    sections = tuple(
        Section(tuple(one.article for one in found[n]), frame.parts[n].title, frame.parts[n].level)
        for n in kept
    )
    numbers = tuple(one.number for n in kept for one in found[n])
    own = tuple(frame.parts[n].number for n in kept)
    publication = replace(
        frame.publication,
        sections=sections,
        numbers=as_numbers(numbers),
        section_numbers=as_numbers(own),
    )
    return _renamed(publication, package), tuple(reading.remarks)


def _renamed(publication: Publication, package: Package) -> Publication:
    """Return *publication* with the title that the package has now, if somebody changed it."""
    title = publication_facts(package).title
    ours = " ".join(publication.title.split())
    return replace(publication, title=title) if ours and title not in ("", ours) else publication


class _Reading:
    """Goes through the spine of a book."""

    def __init__(self, package: Package) -> None:
        self.package, self.container = package, package.container
        self.remarks: list[Diagnostic] = []
        self._items: dict[str, MediaItem] = {}
        #: Whether the document read last begins with the rest of a table.
        self._is_cut = False
        self._next = 0

    def articles(self) -> Iterator[_Read]:
        """Yield every article in reading order; those of several documents are one again."""
        held: _Read | None = None
        for item in theirs.spine(self.package):
            match = _ARTICLE.fullmatch(basename(item.path))
            number = int(match[1]) if match else 0
            self._next = max(self._next, number)
            if match is None and _MADE.fullmatch(basename(item.path)):
                continue
            article = self._document(item)
            if article is None:
                continue
            if held and number == held.number:
                held = held._replace(article=_joined(held.article, article, is_cut=self._is_cut))
                continue
            if held:
                yield held
            held = _Read(number or self._foreign(), article)
        if held:
            yield held

    def _foreign(self) -> int:
        """Return a number for a document that somebody put into the book."""
        taken = (_ARTICLE.fullmatch(basename(one.path)) for one in self.package.items)
        most = max((int(one[1]) for one in taken if one), default=0)
        self._next = max(self._next, most) + 1
        return self._next

    def _document(self, item: Item) -> Article | None:
        """Return what *item* gives: its record, or its words if that is out of date."""
        try:
            data = self.container.read(item.path)
            head, record = _said(data, HEAD_RECORD), _said(data, BODY_RECORD)
            article = head_of(head) if head else Article(headline=Headline(""))
            body = body_of(record, _content(data)) if record else None
        except ValueError:
            body = None
        except ReadError as error:
            facts = error.facts
            self.remarks.append(
                Diagnostic(code=error.code, severity=Severity.ERROR, where=item.path, facts=facts)
            )
            return None
        self._is_cut = body is not None and body.is_cut
        if body is not None:
            return self._as_recorded(article, body, item)
        return self._as_it_stands(article if head else None, data, item)

    def _as_recorded(self, article: Article, body: Body, item: Item) -> Article:
        items = {
            name: self._picture(join(dirname(item.path), file))
            for name, file in body.pictures.items()
        }
        found = replace(article, blocks=body.blocks, media=tuple(items.values()))
        renamed = {name: one.name for name, one in items.items() if one.name != name}
        return map_inlines(found, lambda node: _shown_as(node, renamed)) if renamed else found

    def _picture(self, path: str) -> MediaItem:
        if path not in self._items:
            data = self.container.read(path)
            self._items[path] = MediaItem.of(data, sniff(data) or "application/octet-stream")
        return self._items[path]

    def _as_it_stands(self, head: Article | None, data: bytes, item: Item) -> Article | None:
        """Return the article that an edited document shows now."""
        body, _ = documents.body_of(data, item.path)
        title = body.find(".//h1[@id='headline']")
        words = "" if title is None else "".join(title.itertext()).strip()
        if head and head.notice:
            head = replace(head, notice=None)  # What it says stands among the words.
        else:
            _remove_furniture(body)
        blocks, remarks = blocks_of_element(body, where=item.path)
        facts: dict[str, str | int] = {"file": item.path}
        changed = Diagnostic(
            code="chapter-edited", severity=Severity.INFO, where=words, facts=facts
        )
        self.remarks += [*((changed,) if head else ()), *remarks]
        if head is None and not blocks:
            return None
        article = head or Article(headline=Headline(words))
        if words and words != article.headline.title:
            article = replace(article, headline=replace(article.headline, title=words))
        done = documents.with_pictures(replace(article, blocks=blocks), self.container, item.path)
        self.remarks += done.diagnostics
        return done.article


def _remove_furniture(body: Any) -> None:
    for one in [*body.iter("header"), *body.iter("p")]:
        if one.tag == "header" or one.get("class") in _FURNITURE:
            one.getparent().remove(one)


def _joined(first: Article, more: Article, *, is_cut: bool) -> Article:
    known = {item.name: item for item in (*first.media, *more.media)}
    before, after = first.blocks, more.blocks
    if is_cut and before and isinstance(top := before[-1], Table) and isinstance(after[0], Table):
        before, after = (*before[:-1], replace(top, rows=top.rows + after[0].rows)), after[1:]
    return replace(first, blocks=before + after, media=tuple(known.values()))


def _shown_as(node: Inline, renamed: Mapping[str, str]) -> tuple[Inline, ...]:
    if isinstance(node, Image) and node.media in renamed:
        return (replace(node, media=renamed[node.media]),)
    return (node,)


def _content(data: bytes) -> bytes:
    """Return the content of a document as it was recorded: without the way to its neighbours."""
    _, _, rest = data.partition(b"<body>\n")
    content, _, _ = rest.rpartition(b"\n</body>")
    before, mark, _ = content.rpartition(_NEIGHBOURS)
    return before if mark else content


def _said(data: bytes, name: str) -> str:
    """Return what the ``meta`` called *name* in a document says."""
    head, _, _ = data.partition(b"</head>")
    meta = re.search(rb'<meta\b[^>]*\bname="' + re.escape(name.encode()) + rb'"[^>]*>', head)
    content = _CONTENT.search(meta[0]) if meta else None
    return unescape(content[1].decode("utf-8", "replace")) if content else ""
