"""Other people's books: a document is an article, unless the contents know better."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple
from urllib.parse import unquote

from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import ReadError
from bulletin_export.extraction.fragment import blocks_of_element
from bulletin_export.model.article import Article, Headline
from bulletin_export.model.nodes import Block, Heading, Image
from bulletin_export.model.publication import Section
from bulletin_export.model.text import paragraphs, plain_text
from bulletin_export.model.walk import walk
from bulletin_export.ocf import NCX, OPF, XHTML, Item, Package
from bulletin_export.readers.epub.documents import body_of, with_pictures
from bulletin_export.readers.epub.facts import Facts

_OPS = "{http://www.idpf.org/2007/ops}type"
_NCX_NAME = "{http://www.daisy.org/z3986/2005/ncx/}"
_DOCUMENTS = (XHTML, "text/x-oeb1-document", "text/html")
#: Pages that are made of the others.
_MADE = frozenset({"toc", "landmarks", "page-list", "cover"})


class Place(NamedTuple):
    """A line of the contents: the document it leads to, and the lines it stands below."""

    title: str
    path: str
    above: tuple[str, ...]


def spine(package: Package) -> Iterator[Item]:
    """Yield the documents of a book in reading order; those beside it (``linear="no"``) last."""
    refs = list(package.root.iter(f"{OPF}itemref"))
    for one in sorted(refs, key=lambda ref: ref.get("linear") == "no"):
        item = package.by_identifier.get(one.get("idref", ""))
        if item and item.media_type in _DOCUMENTS:
            yield item


def sections_of(
    package: Package, facts: Facts
) -> tuple[tuple[Section, ...], tuple[Diagnostic, ...]]:
    """Return the articles of a book in the sections of its contents, and remarks."""
    remarks: list[Diagnostic] = []
    places: dict[str, Place] = {}
    for place in contents(package):
        places.setdefault(place.path, place)
    found = list(_articles(package, facts, places, remarks))
    sections = []
    for above, those in groupby(found, key=lambda one: one[0]):
        articles = tuple(article for _, article in those)
        sections.append(Section(articles, above[-1] if above else "", max(1, len(above))))
    return tuple(sections), tuple(remarks)


def contents(package: Package) -> Iterator[Place]:
    """Yield the lines of the contents (EPUB 3.3, 7.4; OPF 2.0.1, 2.4.1), outer ones first."""
    files = package.container.files
    for item in package.items:
        if "nav" in item.properties and item.path in files:
            root = package.container.tree(item.path)
            for nav in root.iter("{*}nav"):
                if nav.get(_OPS, "").strip() == "toc":
                    yield from _lines(nav, dirname(item.path), ())
            return
    for item in package.items:
        if item.media_type == NCX and item.path in files:
            for points in package.container.tree(item.path).iter(f"{_NCX_NAME}navMap"):
                yield from _points(points, dirname(item.path), ())
            return


def _lines(parent: Any, folder: str, above: tuple[str, ...]) -> Iterator[Place]:
    for entry in parent.iterfind("{*}ol/{*}li"):
        link = next((one for one in entry if str(one.tag).endswith(("}a", "}span"))), None)
        title = "" if link is None else " ".join("".join(link.itertext()).split())
        href = "" if link is None else link.get("href", "")
        if href:
            yield Place(title, _path(folder, href), above)
        yield from _lines(entry, folder, (*above, title))


def _points(parent: Any, folder: str, above: tuple[str, ...]) -> Iterator[Place]:
    for point in parent.iterfind(f"{_NCX_NAME}navPoint"):
        title = " ".join((point.findtext(f"{_NCX_NAME}navLabel/{_NCX_NAME}text") or "").split())
        content = point.find(f"{_NCX_NAME}content")
        if content is not None:
            yield Place(title, _path(folder, content.get("src", "")), above)
        yield from _points(point, folder, (*above, title))


def _path(folder: str, href: str) -> str:
    return normpath(join(folder, unquote(href.partition("#")[0])))


def _articles(
    package: Package, facts: Facts, places: dict[str, Place], remarks: list[Diagnostic]
) -> Iterator[tuple[tuple[str, ...], Article]]:
    """Yield each article below the lines it stands under."""
    held: Article | None = None
    above: tuple[str, ...] = ()
    parents = {(*one.above, one.title) for one in places.values()} & {
        one.above for one in places.values()
    }
    for item in spine(package):
        if "nav" in item.properties:
            continue
        place = places.get(item.path)
        article = _article(package, item, place, facts, remarks)
        if article is None:
            continue
        if held and place is None and places and not _begins_with_heading(article.blocks):
            held = _joined(held, article)  # A chapter that was cut for its length.
            continue
        if held:
            yield above, held
        under = place.above if place else ()
        is_parent = place is not None and (*place.above, place.title) in parents
        above = (*under, place.title) if place and is_parent else under
        held = None if is_parent and not _says_more(article) else article
    if held:
        yield above, held


def _article(
    package: Package, item: Item, place: Place | None, facts: Facts, remarks: list[Diagnostic]
) -> Article | None:
    """Return the document *item* as an article; None if it shows nothing or was made of others."""
    try:
        body, named = body_of(package.container.read(item.path), item.path)
        if _MADE & {*_kinds(body)}:
            return None
        blocks, noticed = blocks_of_element(body, where=item.path)
    except ReadError as error:
        remarks.append(
            Diagnostic(code=error.code, severity=Severity.ERROR, where=item.path, facts=error.facts)
        )
        return None
    if not blocks:
        return None
    remarks += noticed
    title, blocks = _titled(blocks, place.title if place else "")
    headline = Headline(title or named or facts.title)
    article = Article(headline=headline, blocks=blocks, metadata=facts.metadata)
    done = with_pictures(article, package.container, item.path)
    remarks += done.diagnostics
    return done.article


def _kinds(body: Any) -> Iterator[str]:
    for one in (body, *body):
        yield from (one.get(_OPS) or one.get("epub:type") or "").split()


def _titled(blocks: tuple[Block, ...], title: str) -> tuple[str, tuple[Block, ...]]:
    """Return the title of an article, and its blocks without it."""
    for index, block in enumerate(blocks[:3]):
        if isinstance(block, Heading):
            words = " ".join(plain_text(block.children).split())
            if not title or _bare(words) == _bare(title):
                return words, blocks[:index] + blocks[index + 1 :]
            break
    if title and blocks and _bare(" ".join(paragraphs(blocks[:1]))) == _bare(title):
        return title, blocks[1:]
    return title, blocks


def _bare(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


def _begins_with_heading(blocks: tuple[Block, ...]) -> bool:
    return bool(blocks) and isinstance(blocks[0], Heading)


def _says_more(article: Article) -> bool:
    has_picture = any(isinstance(node, Image) for node in walk(article.blocks))
    return has_picture or any(one.strip() for one in paragraphs(article.blocks))


def _joined(first: Article, more: Article) -> Article:
    known = {item.name: item for item in (*first.media, *more.media)}
    return replace(first, blocks=first.blocks + more.blocks, media=tuple(known.values()))
