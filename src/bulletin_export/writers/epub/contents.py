"""The list of contents that readers see, with source and date of each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Composition
from bulletin_export.writers.epub.markup import escape, language_tag, long_document
from bulletin_export.writers.epub.navigation import Entry, anchor, contents_title, is_section


def contents_page(
    tree: tuple[Entry, ...], publication: Publication, composition: Composition
) -> bytes:
    """Return the sections and articles of *tree*, with whole titles, as lists in lists."""
    language = language_tag(publication.language)
    title = contents_title(composition, language)
    return long_document(title, language, _contents(tree, title))


def _contents(tree: tuple[Entry, ...], title: str) -> Iterator[str]:
    yield '<section role="doc-toc" aria-labelledby="headline">\n'
    yield f'<h1 class="contents-title" id="headline">{escape(title)}</h1>\n'
    yield from _listed(tree)
    yield "</section>"


def _listed(tree: Iterable[Entry]) -> Iterator[str]:
    yield '<ol class="contents">\n'
    for entry in tree:
        if is_section(entry):
            yield f'<li><p class="contents-section">{anchor(entry, entry.title)}</p>'
            yield from _listed(entry.children) if entry.children else ()
            yield "</li>\n"
        else:
            yield f"<li>{_article(entry)}</li>\n"
    yield "</ol>\n"


def _article(entry: Entry) -> str:
    facts = f'<span class="contents-facts">{escape(entry.facts)}</span>' if entry.facts else ""
    return f'<p class="contents-entry">{anchor(entry, entry.title)}{facts}</p>'
