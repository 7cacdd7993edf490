"""Which faces will set which words: what the check of coverage looks at before layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

import msgspec
from msgspec.structs import replace

from bulletin_export.composition import front
from bulletin_export.composition.notice import Said
from bulletin_export.composition.printed_links import printed_address
from bulletin_export.composition.stamps import FACES
from bulletin_export.fonts.book import FontBook, FontChain
from bulletin_export.fonts.coverage import Passage
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
    Text,
    ThematicBreak,
    Underline,
)
from bulletin_export.model.publication import Publication
from bulletin_export.model.walk import find
from bulletin_export.styling.template import Role, Template
from bulletin_export.typefaces import FontRole


class _Manner(msgspec.Struct, frozen=True):
    """In what role text is set, and what stress adds to it."""

    role: Role
    is_strong: bool = False
    is_stressed: bool = False


_Words = tuple[_Manner, str]


def passages(publication: Publication, template: Template, fonts: FontBook) -> Iterator[Passage]:
    """Yield all words of *publication* with the chain that *template* sets them in."""
    chains: dict[_Manner, FontChain] = {}
    for where, manner, text in _publication_words(publication, template):
        if manner not in chains:
            chains[manner] = _chain(manner, template, fonts)
        yield Passage(where, chains[manner], text)
    furniture = template.furniture
    for text in filter(None, (furniture.watermark, furniture.classification)):
        yield Passage(publication.title, fonts.chain(*FACES), text)


def _chain(manner: _Manner, template: Template, fonts: FontBook) -> FontChain:
    style = template.style(manner.role)
    # Chinese stresses by a change of face, never by a slant.
    font = FontRole.KAI if manner.is_stressed else style.font
    return fonts.chain(font, style.latin, bold=style.bold or manner.is_strong)


def _publication_words(
    publication: Publication, template: Template
) -> Iterator[tuple[str, _Manner, str]]:
    whole = publication.title
    around = (*front.publication_head(publication), *front.publication_tail(publication))
    yield from ((whole, _Manner(role), text) for role, text in around)
    if template.furniture.cover == "page":
        yield whole, _Manner(Role.PUBLICATION_DATE), publication.publisher
    if publication.has_contents:
        yield whole, _Manner(Role.CONTENTS_TITLE), template.composition.contents_title
        for role, text, _ in front.contents(publication):
            yield whole, _Manner(role), text
    for section in publication.sections:
        yield whole, _Manner(Role.SECTION_TITLE), section.title
        for article in section.articles:
            for manner, text in _article_words(article, template):
                yield article.headline.title, manner, text


def _article_words(article: Article, template: Template) -> Iterator[_Words]:
    composition = template.composition
    yield from ((_Manner(role), text) for role, text in front.head(article, composition))
    yield from _block_words(article.blocks, Role.BODY)
    if composition.print_links:
        yield from ((_Manner(Role.BODY), printed_address(one)) for one in find(article, Link))
    for part in front.tail(article):
        if isinstance(part, Said):
            yield _Manner(part.role), part.text
        else:
            yield from _block_words(part, Role.BODY)
    for role, text in front.credit_lines(article):
        yield _Manner(role), text
    yield _Manner(Role.ADDRESS), front.address_line(article, composition)


def _block_words(blocks: Iterable[Block], role: Role) -> Iterator[_Words]:
    for block in blocks:
        match block:
            case Paragraph(children):
                yield from _inline_words(children, _Manner(role))
            case Heading(level, children):
                yield from _inline_words(children, _Manner(Role.heading(level)))
            case BlockQuote(quoted):
                yield from _block_words(quoted, Role.QUOTE)
            case BulletList(items) | OrderedList(items=items):
                for item in items:
                    yield from _block_words(item.blocks, Role.LIST)
            case CodeBlock(value):
                yield _Manner(Role.CODE), value
            case ThematicBreak():
                pass
            case Table():
                yield from _table_words(block)
            case Figure(images, caption):
                yield from _inline_words((*images, *caption), _Manner(Role.CAPTION))
            case _:
                assert_never(block)


def _table_words(table: Table) -> Iterator[_Words]:
    yield from _inline_words(table.caption, _Manner(Role.CAPTION))
    for row in table.rows:
        for cell in row.cells:
            role = Role.TABLE_HEADER if cell.is_header else Role.TABLE
            yield from _block_words(cell.blocks, role)


def _inline_words(inlines: Iterable[Inline], manner: _Manner) -> Iterator[_Words]:
    for inline in inlines:
        match inline:
            case Text(value):
                yield manner, value
            case Code(value):
                yield _Manner(Role.CODE), value
            case Ruby(base, reading):
                yield manner, base + reading
            case Emphasis(children):
                yield from _inline_words(children, replace(manner, is_stressed=True))
            case Strong(children):
                yield from _inline_words(children, replace(manner, is_strong=True))
            case (
                Underline(children)
                | Strikethrough(children)
                | Superscript(children)
                | Subscript(children)
                | Link(children=children)
            ):
                yield from _inline_words(children, manner)
            case Note(blocks):
                yield from _block_words(blocks, Role.NOTE)
            case Image(media=media, alt=alt):
                if not media:
                    yield _Manner(Role.MISSING), alt
            case LineBreak():
                pass
            case _:
                assert_never(inline)
