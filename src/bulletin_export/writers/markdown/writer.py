"""Compose one Markdown text from a publication."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.composition import front
from bulletin_export.composition.counting import counted
from bulletin_export.composition.links import external
from bulletin_export.composition.notice import Said
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.article import Article
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Composition, Role, Template
from bulletin_export.writers.base import WriteResult, refusing_endless_nesting
from bulletin_export.writers.markdown.blocks import blocks, heading, paragraph, prefixed
from bulletin_export.writers.markdown.escaping import destination, escaped
from bulletin_export.writers.markdown.inlines import Leaf


class MarkdownWriter:
    """Writes one text in UTF-8: titles as headings, notes as ``[^1]``, tables with pipes.

    A picture keeps the address that it has on its page, for a text cannot hold it;
    merged cells leave empty places behind, which is remarked.
    """

    @refusing_endless_nesting("md")
    def write(self, publication: Publication, template: Template, fonts: FontBook) -> WriteResult:  # noqa: ARG002
        """Return *publication* as Markdown; only the template's composition plays a part.

        Raises:
            UnwritablePublicationError: It nests too deeply.
        """
        publication = counted(publication, template.composition)
        diagnostics: list[Diagnostic] = []
        parts = list(_front_matter(publication, template.composition))
        first_note = 1
        for section, depth in zip(publication.sections, front.nesting(publication), strict=True):
            above = int(publication.has_contents) + depth
            if section.title:
                parts.append(heading(max(1, above), escaped(section.title)))
            for article in section.articles:
                leaf = Leaf(above=above, first_note=first_note)
                parts += _article(article, leaf, template.composition)
                diagnostics += _remarks(article, leaf)
                first_note += len(leaf.notes)
        parts += (paragraph(escaped(one.text)) for one in front.publication_tail(publication))
        text = "\n\n".join(filter(None, parts)) + "\n"
        # Half a surrogate pair cannot be written in UTF-8; a visible mark stands for it.
        return WriteResult(text.encode(errors="replace"), tuple(diagnostics))


def _front_matter(publication: Publication, composition: Composition) -> Iterator[str]:
    if not (publication.has_contents or publication.notice):
        return
    for role, text in front.publication_head(publication):
        is_title = role in (Role.PUBLICATION_TITLE, Role.ISSUER)
        yield heading(1, escaped(text)) if is_title else paragraph(escaped(text))
    if not publication.has_contents:
        return
    yield heading(2, escaped(composition.contents_title))
    yield "\n".join(_contents(publication))


def _contents(publication: Publication) -> Iterator[str]:
    """Yield the lines of the list of contents; titled sections have a list of their own."""
    for section, depth in zip(publication.sections, front.nesting(publication), strict=True):
        if section.title:
            yield f"{'  ' * (depth - 1)}- {paragraph(escaped(section.title))}"
        indent = "  " * depth
        titles = (article.headline.title for article in section.articles)
        yield from (f"{indent}- {paragraph(escaped(title))}" for title in titles if title.strip())


def _article(article: Article, leaf: Leaf, composition: Composition) -> Iterator[str]:
    for role, text in front.head(article, composition):
        yield _said(role, text, leaf)
    yield blocks(article.blocks, leaf)
    for part in front.tail(article):
        yield _said(*part, leaf) if isinstance(part, Said) else blocks(part, leaf)
    for one in front.credit_lines(article):
        yield _said(*one, leaf)
    yield _address(article, composition)
    for number, note in enumerate(leaf.notes, leaf.first_note):
        yield prefixed(blocks(note.blocks, leaf), f"[^{number}]: ", "    ")


def _said(role: Role, text: str, leaf: Leaf) -> str:
    words = escaped(text)
    match role:
        case Role.TITLE:
            return heading(leaf.above + 1, words)
        case Role.ANNEX_TITLE:
            return heading(leaf.above + 2, words)
        case _:
            return paragraph(words)


def _address(article: Article, composition: Composition) -> str:
    line = front.address_line(article, composition)
    address = article.metadata.address
    target = external(address) if line else ""
    if not target:
        return paragraph(escaped(line))
    label = escaped(line.removesuffix(address))
    return paragraph(f"{label}[{escaped(address)}]({destination(target)})")


def _remarks(article: Article, leaf: Leaf) -> Iterator[Diagnostic]:
    where = article.headline.title
    for target in leaf.dropped_links:
        facts: dict[str, str | int] = {"target": target[:100]}
        yield Diagnostic(code="link-dropped", severity=Severity.INFO, where=where, facts=facts)
    if leaf.flattened_tables:
        facts = {"count": leaf.flattened_tables, "format": "md"}
        yield Diagnostic(code="spans-flattened", severity=Severity.INFO, where=where, facts=facts)
