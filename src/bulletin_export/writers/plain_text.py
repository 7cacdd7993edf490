"""Plain text: the words, one paragraph a line, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

import msgspec

from bulletin_export.composition import front
from bulletin_export.composition.counting import counted
from bulletin_export.composition.notice import Said
from bulletin_export.composition.table_grid import grid, has_spans
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.fonts.book import FontBook
from bulletin_export.model.article import Article
from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    Note,
    OrderedList,
    Paragraph,
    Ruby,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Table,
    TableCell,
    Text,
    ThematicBreak,
    Underline,
)
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Composition, Template
from bulletin_export.writers.base import WriteResult, refusing_endless_nesting

_BETWEEN_ARTICLES = "\n\n\n"


class PlainTextWriter:
    """Writes what a diff, a search or a mail wants: words in reading order, in UTF-8.

    A paragraph is a line, blocks stand apart by an empty line, a row of a table is a
    line of cells with tabs between them. Notes follow their article, numbered as
    their marks ``[1]``; pictures leave their description.
    """

    @refusing_endless_nesting("txt")
    def write(self, publication: Publication, template: Template, fonts: FontBook) -> WriteResult:  # noqa: ARG002
        """Return *publication* as text; only the template's composition plays a part.

        Raises:
            UnwritablePublicationError: It nests too deeply.
        """
        publication = counted(publication, template.composition)
        diagnostics: list[Diagnostic] = []
        parts = list(_front_matter(publication, template.composition))
        for section in publication.sections:
            parts += (section.title,) if section.title else ()
            for article in section.articles:
                leaf = _Leaf()
                parts.append("\n\n".join(_article(article, leaf, template.composition)))
                diagnostics += leaf.remarks(article.headline.title)
        parts.append("\n\n".join(one.text for one in front.publication_tail(publication)))
        text = _BETWEEN_ARTICLES.join(filter(None, parts)) + "\n"
        # Half a surrogate pair cannot be written in UTF-8; a visible mark stands for it.
        return WriteResult(text.encode(errors="replace"), tuple(diagnostics))


class _Leaf(msgspec.Struct):
    """What comes up while one article is written."""

    notes: list[Note] = msgspec.field(default_factory=list)
    flattened: int = 0

    def remarks(self, where: str) -> Iterator[Diagnostic]:
        if self.flattened:
            facts: dict[str, str | int] = {"count": self.flattened, "format": "txt"}
            yield Diagnostic(
                code="spans-flattened", severity=Severity.INFO, where=where, facts=facts
            )


def _front_matter(publication: Publication, composition: Composition) -> Iterator[str]:
    if publication.has_contents or publication.notice:
        yield "\n\n".join(_line(one.text) for one in front.publication_head(publication))
    if publication.has_contents:
        entries = (text for _, text, _ in front.contents(publication))
        yield "\n".join((composition.contents_title, *entries))


def _article(article: Article, leaf: _Leaf, composition: Composition) -> Iterator[str]:
    for _, text in front.head(article, composition):
        yield _line(text)
    yield from _blocks(article.blocks, leaf)
    for part in front.tail(article):
        yield from (_line(part.text),) if isinstance(part, Said) else _blocks(part, leaf)
    yield from (one.text for one in front.credit_lines(article))
    yield from filter(None, (front.address_line(article, composition),))
    for number, note in enumerate(leaf.notes, 1):
        yield f"[{number}] " + "\n\n".join(_blocks(note.blocks, leaf))


def _blocks(blocks: Iterable[Block], leaf: _Leaf) -> Iterator[str]:
    for block in blocks:
        yield from (text for text in _block(block, leaf) if text.strip())


def _block(block: Block, leaf: _Leaf) -> Iterator[str]:
    match block:
        case Paragraph(children) | Heading(children=children):
            yield _inlines(children, leaf)
        case BlockQuote(blocks):
            yield from _blocks(blocks, leaf)
        case BulletList(items) | OrderedList(items=items):
            for item in items:
                yield from _blocks(item.blocks, leaf)
        case CodeBlock(value):
            yield value.rstrip("\n")
        case Table():
            yield _inlines(block.caption, leaf)
            yield _table(block, leaf)
        case Figure(images, caption):
            yield from (_picture(image) for image in images)
            yield _inlines(caption, leaf)
        case ThematicBreak():
            pass
        case _:
            assert_never(block)


def _table(table: Table, leaf: _Leaf) -> str:
    leaf.flattened += has_spans(table)
    rows = ("\t".join(_cell(cell, leaf) for cell in row) for row in grid(table))
    return "\n".join(row.rstrip("\t") for row in rows if row.strip())


def _cell(cell: TableCell | None, leaf: _Leaf) -> str:
    words = " ".join(_blocks(cell.blocks, leaf)) if cell else ""
    return words.replace("\n", " ").replace("\t", " ")


def _inlines(inlines: Iterable[Inline], leaf: _Leaf) -> str:
    return "".join([_inline(inline, leaf) for inline in inlines])


def _inline(inline: Inline, leaf: _Leaf) -> str:
    match inline:
        case Text(value) | Code(value):
            return _line(value)
        case LineBreak():
            return "\n"
        case Ruby(base=base):
            return base
        case Image():
            return _picture(inline)
        case Note():
            leaf.notes.append(inline)
            return f"[{len(leaf.notes)}]"
        case (
            Emphasis(children)
            | Strong(children)
            | Underline(children)
            | Strikethrough(children)
            | Superscript(children)
            | Subscript(children)
            | Link(children=children)
        ):
            return _inlines(children, leaf)
        case _:
            assert_never(inline)


def _picture(image: Image) -> str:
    return image.note


def _line(text: str) -> str:
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
