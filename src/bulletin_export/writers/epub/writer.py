"""Compose a book from a publication."""

from __future__ import annotations

from bulletin_export.composition.counting import counted
from bulletin_export.composition.links import articles_by_page
from bulletin_export.composition.xml_characters import without_forbidden
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Composition, Template
from bulletin_export.wording import phrase
from bulletin_export.writers.base import WriteResult, refusing_endless_nesting
from bulletin_export.writers.epub import metadata, navigation, xhtml
from bulletin_export.writers.epub.chapter import Chapter
from bulletin_export.writers.epub.markup import document, language_tag
from bulletin_export.writers.epub.package import Package, packed
from bulletin_export.writers.epub.pictures import Pictures
from bulletin_export.writers.epub.stylesheet import stylesheet


class EpubWriter:
    """Writes EPUB 3.3 that every EPUBCheck since 4.2 accepts."""

    @refusing_endless_nesting("epub")
    def write(self, publication: Publication, template: Template, fonts: FontBook) -> WriteResult:  # noqa: ARG002
        """Return *publication* as a book: one document an article; fonts are the reader's.

        Raises:
            UnwritablePublicationError: It holds no article, or nests too deeply.
        """
        if not publication.count:
            raise UnwritablePublicationError(format="epub", reason=phrase("no-articles"))
        publication, diagnostics = without_forbidden(publication)
        publication = counted(publication, template.composition)
        pictures = Pictures(publication.media)
        tree = navigation.entries(publication)
        documents, remarks = _documents(publication, template.composition, pictures, tree)
        package = Package(
            identifier=metadata.identifier(publication),
            title=navigation.publication_title(publication),
            language=language_tag(publication.language),
            modified=metadata.modified(publication),
            statements=tuple(metadata.statements(publication, pictures)),
            documents=documents,
            navigation=navigation.navigation(tree, publication, template.composition),
            tree=tree,
            stylesheet=stylesheet(template),
            pictures=pictures,
        )
        return WriteResult(packed(package), (*diagnostics, *remarks))


def _documents(
    publication: Publication,
    composition: Composition,
    pictures: Pictures,
    tree: tuple[navigation.Entry, ...],
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return the documents in reading order by file name, and remarks on them."""
    documents: dict[str, bytes] = {}
    remarks: list[Diagnostic] = []
    if publication.has_contents:
        contents = navigation.contents_page(tree, publication, composition)
        documents[navigation.TITLE_PAGE] = navigation.title_page(publication)
        documents[navigation.CONTENTS_PAGE] = contents
    neighbours = articles_by_page(publication)
    index = 0
    for number, section in enumerate(publication.sections):
        if section.title.strip():
            page = navigation.section_page(section.title, publication)
            documents[navigation.section_file(number)] = page
        for article in section.articles:
            name = navigation.article_file(index)
            chapter = Chapter(
                where=article.headline.title,
                pictures=pictures,
                neighbours=neighbours,
            )
            documents[name] = _document(article, chapter, publication, composition)
            remarks += chapter.diagnostics
            index += 1
    return documents, remarks


def _document(
    article: Article, chapter: Chapter, publication: Publication, composition: Composition
) -> bytes:
    title = navigation.title_of(article, publication.language)
    language = language_tag(article.metadata.language, publication.language)
    return document(title, language, xhtml.article(article, chapter, composition))
