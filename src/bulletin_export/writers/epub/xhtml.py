"""An article, a block, an inline as strict XHTML (EPUB 3.3, 6.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import inf
from typing import assert_never

from bulletin_export.composition import front
from bulletin_export.composition.links import external
from bulletin_export.composition.notice import Said
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
    ListItem,
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
from bulletin_export.model.text import plain_text
from bulletin_export.model.walk import walk
from bulletin_export.styling.template import Composition, Role
from bulletin_export.writers.epub import tables
from bulletin_export.writers.epub.chapter import Chapter
from bulletin_export.writers.epub.markup import attributes, escape, image, words_of
from bulletin_export.writers.epub.titles import is_right_to_left, says_something

_BLANK = re.compile(r"(\s+)")
_TITLES = frozenset({Role.KICKER, Role.SUBTITLE})
_ELEMENTS: dict[type[Inline], str] = {
    Emphasis: "em",
    Strong: "strong",
    Underline: "u",
    Strikethrough: "s",
    Superscript: "sup",
    Subscript: "sub",
}


def article(
    article: Article, chapter: Chapter, composition: Composition, most: int
) -> Iterator[str | tables.TablePiece]:
    """Yield *article* as flow content: its head, its blocks, what stands behind them.

    A table of more than *most* characters comes in pieces. Notes are not among all this: see
    `notes`.
    """
    yield _head(article, chapter, composition)
    names = (one.identifier for one in chapter.subheads)
    for node in article.blocks:
        if isinstance(node, Heading) and says_something(plain_text(node.children)):
            yield _heading(node.level, node.children, chapter, next(names, ""))
        elif isinstance(node, Table):
            yield from _table(node, chapter, most)
        else:
            yield block(node, chapter)
    for part in front.tail(article):
        yield _tail(part, chapter)
    yield "\n".join(_tail(one, chapter) for one in front.credit_lines(article))
    yield _address(article, composition)


def blocks(nodes: Iterable[Block], chapter: Chapter) -> str:
    """Return *nodes* one after the other; what holds nothing is left out."""
    return "\n".join(filter(None, [block(node, chapter) for node in nodes]))


def block(node: Block, chapter: Chapter) -> str:
    """Return *node* as an element of flow content."""
    match node:
        case Paragraph(children):
            return _paragraph(children, chapter)
        case Heading(level, children):
            return _heading(level, children, chapter)
        case BlockQuote(quoted):
            return f"<blockquote>\n{blocks(quoted, chapter)}\n</blockquote>"
        case BulletList(items):
            return _list("<ul>", items, "</ul>", chapter)
        case OrderedList(items, start):
            first = f' start="{start}"' if start != 1 else ""
            return _list(f"<ol{first}>", items, "</ol>", chapter)
        case CodeBlock(value):
            return f"<pre><code>{escape(value)}</code></pre>"
        case ThematicBreak():
            return "<hr/>"
        case Table():
            return next(_table(node, chapter)).markup
        case Figure(images, caption):
            return _figure(images, caption, chapter)
        case _:
            assert_never(node)


def _table(node: Table, chapter: Chapter, most: float = inf) -> Iterator[tables.TablePiece]:
    caption = inlines(node.caption, chapter)
    return tables.table_pieces(node, caption, lambda cell: content(cell.blocks, chapter), most)


def content(nodes: tuple[Block, ...], chapter: Chapter) -> str:
    """Return *nodes* for an item or a cell: a lone paragraph needs no element of its own."""
    match nodes:
        case (Paragraph(children),):
            return inlines(children, chapter)
        case _:
            return blocks(nodes, chapter)


def inlines(nodes: Iterable[Inline], chapter: Chapter) -> str:
    """Return *nodes* without any space between them."""
    return "".join([inline(node, chapter) for node in nodes])


def inline(node: Inline, chapter: Chapter) -> str:
    """Return *node* as phrasing content."""
    match node:
        case Text(value):
            return words_of(value, chapter.language)
        case (
            Emphasis(children)
            | Strong(children)
            | Underline(children)
            | Strikethrough(children)
            | Superscript(children)
            | Subscript(children)
        ):
            name = _ELEMENTS[type(node)]
            return f"<{name}>{inlines(children, chapter)}</{name}>"
        case LineBreak():
            return "<br/>"
        case Link():
            return _link(node, chapter)
        case Image():
            return _image(node, chapter)
        case Code(value):
            return f"<code>{escape(value)}</code>"
        case Note():
            return _note_mark(node, chapter)
        case Ruby(base, reading):
            return f"<ruby>{escape(base)}<rt>{escape(reading)}</rt></ruby>"
        case _:
            assert_never(node)


def _head(article: Article, chapter: Chapter, composition: Composition) -> str:
    lines = []
    for role, text in front.head(article, composition):
        if role is Role.TITLE and says_something(text):
            chapter.depth = 1
            way = ' dir="auto"' if is_right_to_left(text) else ""
            lines.append(f'<h1 class="title" id="headline"{way}>{_clauses(text)}</h1>')
        else:
            words = _clauses(text) if role in _TITLES else escape(text)
            lines.append(f'<p class="{role.value}">{words}</p>')
    return "<header>\n" + "\n".join(lines) + "\n</header>" if lines else ""


def _tail(part: Said | tuple[Block, ...], chapter: Chapter) -> str:
    if isinstance(part, Said):
        return f'<p class="{part.role.value}">{escape(part.text)}</p>'
    return blocks(part, chapter)


def _clauses(text: str) -> str:
    """Return a headline whose lines break at its blanks, if they can."""
    if not _BLANK.search(text):
        return escape(text)
    parts = _BLANK.split(text)
    return "".join(
        escape(part)
        if not part or part.isspace()
        else f'<span class="clause">{escape(part)}</span>'
        for part in parts
    )


def _address(article: Article, composition: Composition) -> str:
    line = front.address_line(article, composition)
    if not line:
        return ""
    address = article.metadata.address
    label = escape(line.removesuffix(address))
    target = external(address)
    words = f"<a{attributes(href=target)}>{escape(address)}</a>" if target else escape(address)
    return f'<p class="address">{label}{words}</p>'


def _paragraph(children: tuple[Inline, ...], chapter: Chapter) -> str:
    words = inlines(children, chapter)
    if not words:
        return ""
    kind = ' class="picture"' if "<" in words and _is_picture(children) else ""
    return f"<p{kind}>{words}</p>"


def _is_picture(children: tuple[Inline, ...]) -> bool:
    """Tell whether a paragraph shows pictures and says nothing."""
    has_image = any(isinstance(node, Image) for node in walk(children))
    return has_image and not plain_text(children).strip()


def _heading(
    level: int, children: tuple[Inline, ...], chapter: Chapter, identifier: str = ""
) -> str:
    if not says_something(plain_text(children)):
        return _paragraph(children, chapter)
    depth = chapter.heading_level(level)
    words = inlines(children, chapter)
    return f'<h{depth} class="heading-{level}"{attributes(id=identifier)}>{words}</h{depth}>'


def _list(start: str, items: tuple[ListItem, ...], end: str, chapter: Chapter) -> str:
    lines = [f"<li>{content(item.blocks, chapter)}</li>" for item in items]
    return "\n".join((start, *lines, end)) if lines else ""


def _figure(images: tuple[Image, ...], caption: tuple[Inline, ...], chapter: Chapter) -> str:
    pictures = "\n".join([_image(one, chapter) for one in images])
    words = inlines(caption, chapter)
    legend = f"\n<figcaption>{words}</figcaption>" if words else ""
    return f"<figure>\n{pictures}{legend}\n</figure>"


def _image(node: Image, chapter: Chapter) -> str:
    if name := chapter.picture(node):
        return image(name, node.description, node.title)
    return f'<span class="missing">{escape(node.note)}</span>'


def _link(node: Link, chapter: Chapter) -> str:
    target = "" if chapter.inside_link else chapter.destination(node.target)
    if not target:
        return inlines(node.children, chapter)
    chapter.inside_link = True
    words = inlines(node.children, chapter)
    chapter.inside_link = False
    marks = "".join(chapter.waiting)
    chapter.waiting.clear()
    if not words:
        return marks
    # A link that shows nothing to read still needs a name (WCAG 2.1, 2.4.4).
    label = "" if _speaks(node.children) else node.target
    return f"<a{attributes(href=target, title=node.title, aria_label=label)}>{words}</a>{marks}"


def _speaks(children: tuple[Inline, ...]) -> bool:
    if plain_text(children).strip():
        return True
    images = (node for node in walk(children) if isinstance(node, Image))
    return any(node.description for node in images)


def _note_mark(node: Note, chapter: Chapter) -> str:
    number = chapter.note_number(node)
    mark = (
        f'<sup><a epub:type="noteref" role="doc-noteref" id="noteref-{number}" '
        f'href="#note-{number}">{number}</a></sup>'
    )
    if not chapter.inside_link:
        return mark
    chapter.waiting.append(mark)
    return ""


def notes(chapter: Chapter, last: int | None = None) -> str:
    """Return the notes not yet printed, up to the *last*, and those that stand inside them."""
    asides, known = [], len(chapter.notes)
    for number, note in enumerate(chapter.notes, 1):  # It grows: notes may hold notes.
        if number in chapter.printed or (last is not None and last < number <= known):
            continue
        chapter.printed.add(number)
        asides.append(_note(number, note, chapter))
    return '<div class="notes">\n' + "\n".join(asides) + "\n</div>" if asides else ""


def _note(number: int, note: Note, chapter: Chapter) -> str:
    back = f'<a class="number" role="doc-backlink" href="#noteref-{number}">{number}</a>'
    match note.blocks:
        case (Paragraph(children), *others):
            first, rest = inlines(children, chapter), blocks(others, chapter)
        case others:
            first, rest = "", blocks(others, chapter)
    return (
        f'<aside epub:type="footnote" role="doc-footnote" id="note-{number}">\n'
        f"<p>{back}{first}</p>\n{rest}</aside>"
    )
