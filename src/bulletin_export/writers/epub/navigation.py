"""The ways into a book: the tree of its contents, navigation document, title page, sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bulletin_export.composition import front
from bulletin_export.composition.notice import Said
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication, heads
from bulletin_export.styling.template import Composition, Role
from bulletin_export.writers.epub.markup import (
    attributes,
    document,
    escape,
    language_tag,
    long_document,
    one_line,
)
from bulletin_export.writers.epub.titles import is_right_to_left, says_something, short

COVER_PAGE = "cover.xhtml"
TITLE_PAGE = "title.xhtml"
CONTENTS_PAGE = "contents.xhtml"
IMPRINT_PAGE = "imprint.xhtml"
NAVIGATION = "nav.xhtml"

_UNTITLED = {"zh": "无题", "en": "Untitled"}
_CONTENTS = {"zh": "目录", "en": "Contents"}
_COVER = {"zh": "封面", "en": "Cover"}
_TITLE_PAGE = {"zh": "扉页", "en": "Title page"}
_BODY = {"zh": "正文", "en": "Start of text"}
_IMPRINT = {"zh": "报尾", "en": "Imprint"}
_LANDMARKS = {"zh": "导览", "en": "Landmarks"}


class Entry(msgspec.Struct, frozen=True):
    """One line of the navigation, and those below it."""

    title: str
    href: str
    #: Source and date, for the contents page.
    facts: str = ""
    children: tuple[Entry, ...] = ()


def article_file(index: int, numbers: Sequence[int] = ()) -> str:
    """Return the file name of the article with *index*, counted from 0, which may have a number."""
    return f"article-{numbers[index] if numbers else index + 1:04}.xhtml"


def section_file(index: int, numbers: Sequence[int] = ()) -> str:
    """Return the file name of the page that opens the section with *index*."""
    return f"section-{numbers[index] if numbers else index + 1:02}.xhtml"


def is_section(entry: Entry) -> bool:
    """Tell whether *entry* is a section, not an article or part of one."""
    return entry.href.startswith("section-")


def spoken(words: dict[str, str], language: str) -> str:
    """Return our own word in the *language* of the book: Chinese, else English."""
    return words["zh" if language.startswith("zh") else "en"]


def title_of(article: Article, language: str) -> str:
    """Return what *article* is called in lists: never empty."""
    candidates = map(one_line, (article.headline.title, article.headline.kicker))
    return next(filter(says_something, candidates), "") or spoken(_UNTITLED, language)


def entries(
    publication: Publication, depth: int = 2, below: Sequence[tuple[Entry, ...]] = ()
) -> tuple[Entry, ...]:
    """Return the tree of sections and articles; a section without title adds no level.

    With a *depth* of 1 the articles of sections are left out. *below* holds what stands under
    each article, if that is known.
    """
    tree: list[Entry] = []
    #: The open sections, outermost first, with what is found in them so far.
    opened: list[tuple[Entry, list[Entry]]] = []
    index = 0
    nesting = front.nesting(publication)
    for number, (section, level) in enumerate(zip(publication.sections, nesting, strict=True)):
        _close(opened, tree, max(0, level - 1))
        if level:
            href = section_file(number, publication.section_numbers)
            opened.append((Entry(one_line(section.title), href), []))
        found = opened[-1][1] if opened else tree
        for article in heads(section.articles):
            if depth > 1 or not level:
                under = below[index] if below else ()
                href = article_file(index, publication.numbers)
                found.append(_entry(article, href, publication.language, under))
            index += 1
    _close(opened, tree, 0)
    return tuple(tree)


def _close(opened: list[tuple[Entry, list[Entry]]], tree: list[Entry], level: int) -> None:
    """Put every section deeper than *level* into that around it, the innermost first."""
    while len(opened) > level:
        entry, found = opened.pop()
        above = opened[-1][1] if opened else tree
        above.append(msgspec.structs.replace(entry, children=tuple(found)))


def navigation(
    tree: tuple[Entry, ...],
    publication: Publication,
    composition: Composition,
    *,
    head: str = "",
    has_cover: bool = False,
) -> bytes:
    """Return the navigation document (EPUB 3.3, 7): contents and landmarks."""
    language = language_tag(publication.language)
    title = contents_title(composition, language)
    return long_document(title, language, _navigation(tree, title, publication, has_cover), head)


def _navigation(
    tree: tuple[Entry, ...], title: str, publication: Publication, has_cover: bool
) -> Iterator[str]:
    yield f'<nav epub:type="toc" role="doc-toc" id="toc">\n<h1>{escape(title)}</h1>\n'
    yield from _tree(tree)
    yield (
        '</nav>\n<nav epub:type="landmarks" hidden="hidden" id="landmarks" '
        f'aria-label="{spoken(_LANDMARKS, publication.language)}">\n<ol>\n'
    )
    if has_cover:
        yield _landmark("cover", COVER_PAGE, spoken(_COVER, publication.language)) + "\n"
    yield "\n".join(_landmarks(tree, title, publication))
    yield "\n</ol>\n</nav>"


def title_page(publication: Publication) -> bytes:
    """Return the first page of a bundle: its title, its date, its publisher."""
    language = language_tag(publication.language)
    title = escape(publication_title(publication))
    lines = [f'<h1 class="publication-title" id="headline">{title}</h1>']
    facts = (front.issue_line(publication), publication.publisher)
    lines += [f'<p class="publication-date">{escape(fact)}</p>' for fact in facts if fact]
    if publication.notice:
        lines = list(map(_said, front.publication_head(publication)))
    body = '<section epub:type="titlepage" aria-labelledby="headline">\n{}\n</section>'
    return document(publication_title(publication), language, body.format("\n".join(lines)))


def imprint_page(publication: Publication) -> bytes:
    """Return the last page of a bulletin: whom it goes to, and how often it is printed (报尾)."""
    title = spoken(_IMPRINT, publication.language)
    lines = "\n".join(map(_said, front.publication_tail(publication)))
    named = attributes(aria_label=title)
    body = f'<section epub:type="colophon" role="doc-colophon"{named}>\n{lines}\n</section>'
    return document(title, language_tag(publication.language), body)


def _said(said: Said) -> str:
    """Return a line of 报头 or 报尾; the name of the bulletin is the heading of its page."""
    if said.role is Role.ISSUER:
        return f'<h1 class="{said.role.value}" id="headline">{escape(said.text)}</h1>'
    return f'<p class="{said.role.value}">{escape(said.text)}</p>'


def section_page(title: str, publication: Publication) -> bytes:
    """Return the page that opens the section called *title*."""
    body = (
        '<section epub:type="part" role="doc-part" aria-labelledby="headline">\n'
        f'<h1 class="section-title" id="headline">{escape(title)}</h1>\n</section>'
    )
    return document(one_line(title), language_tag(publication.language), body)


def publication_title(publication: Publication) -> str:
    """Return what the book is called: its title, else its first article's."""
    first = next(publication.articles())
    return one_line(publication.title) or title_of(first, publication.language)


def contents_title(composition: Composition, language: str) -> str:
    """Return the heading of the list of contents."""
    return one_line(composition.contents_title) or spoken(_CONTENTS, language)


def anchor(entry: Entry, title: str) -> str:
    """Return a link to *entry* that reads *title*, in the direction of its script."""
    direction = ' dir="auto"' if is_right_to_left(title) else ""
    return f'<a href="{entry.href}"{direction}>{escape(title)}</a>'


def _entry(article: Article, href: str, language: str, below: tuple[Entry, ...]) -> Entry:
    date = article.metadata.date
    facts = (article.metadata.source, date.value.partition("T")[0] if date else "")
    line = one_line("\u3000".join(filter(None, facts)))
    return Entry(title_of(article, language), href, line, below)


def _tree(tree: Iterable[Entry]) -> Iterator[str]:
    yield "<ol>\n"
    for entry in tree:
        yield f"<li>{anchor(entry, short(entry.title))}"
        if entry.children:
            yield from _tree(entry.children)
        yield "</li>\n"
    yield "</ol>\n"


def _landmarks(tree: tuple[Entry, ...], contents: str, publication: Publication) -> Iterator[str]:
    language = publication.language
    if publication.has_contents or publication.notice:
        yield _landmark("titlepage", TITLE_PAGE, spoken(_TITLE_PAGE, language))
    if publication.has_contents:
        yield _landmark("toc", CONTENTS_PAGE, contents)
    yield _landmark("bodymatter", tree[0].href, spoken(_BODY, language))


def _landmark(kind: str, href: str, title: str) -> str:
    return f'<li><a epub:type="{kind}" href="{href}">{escape(title)}</a></li>'
