"""Compose a book from a publication."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.composition.counting import counted
from bulletin_export.composition.xml_characters import without_forbidden
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.article import Article
from bulletin_export.model.media import MediaItem
from bulletin_export.model.publication import Publication
from bulletin_export.model.record import Body
from bulletin_export.scratch import Scratch
from bulletin_export.styling.template import Composition, Template
from bulletin_export.wording import phrase
from bulletin_export.writers.base import WriteResult, refusing_endless_nesting
from bulletin_export.writers.epub import metadata, navigation
from bulletin_export.writers.epub.chapter import Chapter
from bulletin_export.writers.epub.destinations import Destinations
from bulletin_export.writers.epub.markup import document, language_tag
from bulletin_export.writers.epub.ncx import ncx
from bulletin_export.writers.epub.package import GrowingBook, Package
from bulletin_export.writers.epub.parts import Parts, blocks_between, parts
from bulletin_export.writers.epub.pictures import Pictures
from bulletin_export.writers.epub.profile import PROFILES
from bulletin_export.writers.epub.stylesheet import StyleSheet, stylesheet
from bulletin_export.writers.epub.subheads import entries as entries_below
from bulletin_export.writers.epub.subheads import subheads
from bulletin_export.writers.epub.used_characters import UsedCharacters

#: A pair of articles needs no way on from one to the other.
LEAST_WITH_NEIGHBOURS = 3


class EpubWriter:
    """Writes EPUB 3.3 that every EPUBCheck since 4.2 accepts."""

    @refusing_endless_nesting("epub")
    def write(self, publication: Publication, template: Template, fonts: FontBook) -> WriteResult:
        """Return *publication* as a book: one document an article, a drawn cover.

        Raises:
            UnwritablePublicationError: It holds no article, or nests too deeply.
        """
        if not publication.count:
            raise UnwritablePublicationError(format="epub", reason=phrase("no-articles"))
        original, diagnostics = without_forbidden(publication)
        diagnostics += tuple(metadata.language_remarks(original))
        publication = replace(original, language=language_tag(original.language))
        publication = counted(publication, template.composition)
        pictures = Pictures(publication.media, PROFILES[template.epub.profile])
        used = UsedCharacters(template) if template.embed_fonts and fonts else None
        book = GrowingBook(used.note) if used else GrowingBook()
        identity = metadata.Identity(publication)
        image, spoken = _put_cover(publication, template, fonts, book)
        below, remarks = _written(publication, original, template, pictures, book, identity)
        urn, head = publication.identifier or identity.urn, metadata.frame(original)
        ways = _ways(publication, template, below, urn, head, has_cover=image is not None)
        del below
        style = _style(template, used, fonts)
        package = Package(
            identifier=urn,
            title=navigation.publication_title(publication),
            language=publication.language,
            modified=metadata.modified(publication),
            statements=tuple(metadata.statements(publication, pictures)),
            navigation=ways[0],
            ncx=ways[1],
            style=style,
            is_vertical=template.epub.writing == "vertical",
            pictures=pictures,
            cover=image,
        )
        content = book.finish(package).content
        remarks += [*pictures.diagnostics, *style.diagnostics, *_too_large(content, template)]
        return WriteResult(content, (*diagnostics, *spoken, *remarks))


def _style(template: Template, used: UsedCharacters | None, fonts: FontBook | None) -> StyleSheet:
    """Return the style sheet, with the faces for what is *used*, if they are to come along."""
    css = stylesheet(template)
    if used is None or fonts is None:
        return StyleSheet(css)
    from bulletin_export.writers.epub.embedded_fonts import embedded_fonts

    return embedded_fonts(css, used.by_font, fonts, is_vertical=template.epub.writing == "vertical")


def _too_large(content: bytes | Scratch, template: Template) -> Iterator[Diagnostic]:
    """Remark on a book that the reading system it is for may refuse."""
    most = PROFILES[template.epub.profile].book
    if most and len(content) > most:
        facts: dict[str, str | int] = {
            "size": -(-len(content) // 1_000_000),
            "limit": most // 1_000_000,
            "profile": template.epub.profile,
        }
        yield Diagnostic(code="book-large", facts=facts)


#: What stands below each article in the navigation.
_Below = list[tuple[navigation.Entry, ...]]


def _written(
    publication: Publication,
    original: Publication,
    template: Template,
    pictures: Pictures,
    book: GrowingBook,
    identity: metadata.Identity,
) -> tuple[_Below, list[Diagnostic]]:
    """Put all documents into *book*, in reading order, with records of the *original*."""
    _put_front(publication, template.composition, book)
    below: _Below = []
    remarks: list[Diagnostic] = []
    links = Destinations.of(publication)
    feet = _feet(publication, template)
    recorded = _originals(publication, original)
    for index, article in _articles(publication, book, identity):
        heads = subheads(article.blocks)
        chapter = Chapter(
            where=article.headline.title,
            language=language_tag(article.metadata.language, publication.language),
            pictures=pictures,
            destinations=links.of_article(index, heads),
            subheads=heads,
        )
        name = navigation.article_file(index, publication.numbers)
        found = parts(article, chapter, template, name)
        as_it_was = recorded(article)
        for file, data in _documents(article, as_it_was, chapter, found, feet(index)):
            book.add(file, data)
        below.append(entries_below(heads, name, template.epub.depth - 2, found.files))
        remarks += chapter.diagnostics
    if any(front.publication_tail(publication)):
        book.add(navigation.IMPRINT_PAGE, navigation.imprint_page(publication))
    return below, remarks


def _put_cover(
    publication: Publication, template: Template, fonts: FontBook | None, book: GrowingBook
) -> tuple[MediaItem | None, tuple[Diagnostic, ...]]:
    """Put the page of the cover first into *book*; return the picture, or why there is none."""
    is_drawn = fonts is not None and publication.has_contents and template.epub.cover == "drawn"
    if not (is_drawn or template.cover):
        return None, ()
    from bulletin_export.writers.epub.cover import cover, cover_page, given_cover

    made = cover(publication, template, fonts) if is_drawn and fonts else given_cover(template)
    if isinstance(made, Diagnostic):
        return None, (made,)
    book.add(navigation.COVER_PAGE, cover_page(publication, made))
    return made, ()


def _ways(
    publication: Publication,
    template: Template,
    below: _Below,
    urn: str,
    head: str,
    *,
    has_cover: bool,
) -> tuple[bytes, bytes]:
    """Return the navigation document and the NCX; the tree both show is gone then."""
    tree = navigation.entries(publication, template.epub.depth, below)
    title, language = navigation.publication_title(publication), publication.language
    has_ncx = template.epub.ncx or PROFILES[template.epub.profile].needs_ncx
    older = ncx(tree, urn, title, language) if has_ncx else b""
    newer = navigation.navigation(
        tree, publication, template.composition, head=head, has_cover=has_cover
    )
    return newer, older


def _articles(
    publication: Publication, book: GrowingBook, identity: metadata.Identity
) -> Iterator[tuple[int, Article]]:
    """Yield every article and its number; the page that opens its section stands in *book*."""
    numbers = count()
    for number, section in enumerate(publication.sections):
        identity.begin(section)
        if section.title.strip():
            page = navigation.section_page(section.title, publication)
            book.add(navigation.section_file(number, publication.section_numbers), page)
        for article in section.articles:
            identity.add(article)
            yield next(numbers), article


def _put_front(publication: Publication, composition: Composition, book: GrowingBook) -> None:
    """Put the documents before the first section into *book*."""
    if publication.has_contents or publication.notice:
        book.add(navigation.TITLE_PAGE, navigation.title_page(publication))
    if publication.has_contents:
        from bulletin_export.writers.epub.contents import contents_page

        tree = navigation.entries(publication)
        book.add(navigation.CONTENTS_PAGE, contents_page(tree, publication, composition))


def _feet(publication: Publication, template: Template) -> Callable[[int], str]:
    """Return what gives the foot of each article."""
    if not template.epub.neighbours or publication.count < LEAST_WITH_NEIGHBOURS:
        return lambda _: ""
    from bulletin_export.writers.epub.neighbours import Neighbours

    return Neighbours(publication, template.composition).links


def _originals(publication: Publication, original: Publication) -> Callable[[Article], Article]:
    """Return what gives each article in turn as it was before it was made ready to be printed."""
    if publication.sections is original.sections:
        return lambda article: article
    articles = original.articles()
    return lambda _: next(articles)


def _documents(
    article: Article, original: Article, chapter: Chapter, found: Parts, foot: str
) -> Iterator[tuple[str, bytes]]:
    """Yield the documents of *article* with their file names; the last has the *foot*."""
    title = navigation.title_of(article, chapter.language)
    head = metadata.of_document(article)
    pictures = chapter.pictures.shown(original)
    first, last = next(iter(found.bodies)), next(reversed(found.bodies))
    for (name, body), (start, end) in zip(found.bodies.items(), found.places, strict=True):
        blocks = blocks_between(start, end, original.blocks)
        shown = Body(blocks, pictures if name == first else {}, is_cut=start.row > 0)
        record = metadata.record_of(original, shown, body, is_first=name == first)
        whole = f"{body}\n{foot}" if foot and name == last else body
        yield name, document(title, chapter.language, whole, head + record)
