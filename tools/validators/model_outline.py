"""What publications hold, for the gates that read Word files back: `python model_outline.py FILE…`.

Runs in the product's environment, for only that knows the JSON form; prints a JSON object a line.
An outline is what any reader of Word documents can tell: headings with their level, paragraphs,
entries of lists with mark and depth, quotes, code, tables with the spans of their cells; and the
notes, links and descriptions of pictures, each in its order.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from bulletin_export import pictures
from bulletin_export.composition import front
from bulletin_export.composition.alternative_text import alternative_text
from bulletin_export.composition.heading_numbers import Outline
from bulletin_export.composition.links import articles_by_page, external, inner_place
from bulletin_export.composition.notice import Said
from bulletin_export.errors import BrokenPictureError
from bulletin_export.model.article import Article
from bulletin_export.model.interchange import from_json
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
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
    Table,
    Text,
    ThematicBreak,
)
from bulletin_export.model.publication import Publication
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import map_inlines, walk
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Composition, Role

#: Word knows no more levels of lists.
_DEEPEST = 9
#: As many characters in the head of a table make it too high to be repeated.
_LONG_HEAD = 100

Entry = dict[str, Any]


class _Where(NamedTuple):
    #: The headings so far; levels that an article leaves out are closed up.
    headings: Outline
    depth: int = 0
    in_quote: bool = False
    in_cell: bool = False

    def level(self, level: int) -> int:
        """Return the level in Word, where 1 is the article, of a heading of *level* here."""
        is_inner = self.depth or self.in_quote or self.in_cell
        find = self.headings.inner_depth if is_inner else self.headings.depth
        return 1 + find(level)


def main(files: Iterable[str]) -> None:
    """Print the outline of each file."""
    for file in files:
        print(json.dumps({"file": file, **outline(from_json(Path(file).read_bytes()))}))


def outline(publication: Publication) -> dict[str, Any]:
    """Return what *publication* holds."""
    articles = [_with_shown_pictures(one) for one in publication.articles()]
    blocks = [block for one in articles for block in _blocks_of(one)]
    notes = [note for note in walk(tuple(blocks)) if isinstance(note, Note)]
    return {
        "entries": [entry for one in articles for entry in _article(one)],
        "notes": [_noted(note) for note in _outer(notes)],
        "links": list(_links(tuple(blocks), _neighbours(publication))),
        "pictures": [alt for one in articles for alt in _pictures(one)],
        "beside": [text for one in articles for text in _beside(one)]
        + [publication.title, front.issue_line(publication), *_contents(publication)]
        + [one.text for one in front.publication_head(publication)]
        + [one.text for one in front.publication_tail(publication)],
    }


def _with_shown_pictures(article: Article) -> Article:
    """Return *article* with its broken pictures as lost ones, which is how Word shows them."""
    shown = {item.name for item in article.media if _can_be_shown(item)}

    def change(inline: Inline) -> Inline:
        is_lost = isinstance(inline, Image) and inline.media not in shown
        return replace(inline, media="") if is_lost else inline

    return map_inlines(article, change)


def _can_be_shown(item: MediaItem) -> bool:
    try:
        return bool(pictures.size(item.data, item.name))
    except BrokenPictureError:
        return False


def _blocks_of(article: Article) -> Iterator[Block]:
    yield from article.blocks
    for part in front.tail(article):
        if not isinstance(part, Said):
            yield from part


def _contents(publication: Publication) -> Iterator[str]:
    yield load_template("plain").composition.contents_title
    for _, text, _ in front.contents(publication):
        yield text


def _beside(article: Article) -> Iterator[str]:
    composition = load_template("plain").composition
    for _, text in front.head(article, composition):
        yield text
    for part in front.tail(article):
        if isinstance(part, Said):
            yield part.text
    yield from (one.text for one in front.credit_lines(article))
    yield front.address_line(article, composition)
    for node in walk(article.blocks):
        match node:
            case Image():
                yield node.note
            case Ruby(base, reading):
                yield base + reading
            case Note(blocks):
                yield from paragraphs(blocks)


def _article(article: Article) -> Iterator[Entry]:
    for role, text in front.headline(article):
        if role is Role.TITLE:
            yield {"kind": "heading", "level": 1, "text": text}
        else:
            yield {"kind": "paragraph", "text": text}
    where = _Where(Outline(Composition()))
    for block in _blocks_of(article):
        yield from _block(block, where)


def _block(block: Block, where: _Where) -> Iterator[Entry]:
    match block:
        case Paragraph(children):
            # In a list a quote is a matter of looks: its place in the list comes first.
            kind = "any" if where.in_quote and where.depth else "paragraph"
            kind = "quote" if where.in_quote and not where.depth else kind
            yield {"kind": kind, "text": _words(children)}
        case Heading(level, children):
            yield {"kind": "heading", "level": where.level(level), "text": _words(children)}
        case BlockQuote(blocks):
            for one in blocks:
                yield from _block(one, where._replace(in_quote=True))
        case BulletList(items) | OrderedList(items):
            for number, item in enumerate(items):
                yield from _item(block, number, item.blocks, where)
        case CodeBlock(value):
            yield {"kind": "code", "text": value}
        case Table():
            yield from _table(block, where)
        case Figure(images, caption):
            yield from (
                {"kind": "paragraph", "text": image.note} for image in images if not image.media
            )
            yield {"kind": "caption", "text": _words(caption)}
        case ThematicBreak():
            yield {"kind": "rule", "text": ""}


def _item(
    block: BulletList | OrderedList, number: int, blocks: tuple[Block, ...], where: _Where
) -> Iterator[Entry]:
    mark = number + max(block.start, 0) if isinstance(block, OrderedList) else None
    inner = where._replace(depth=where.depth + 1)
    first, rest = "", blocks
    if blocks and isinstance(blocks[0], Paragraph):
        first, rest = _words(blocks[0].children), blocks[1:]
    depth = min(inner.depth, _DEEPEST)
    yield {"kind": "item", "mark": mark, "depth": depth, "text": first}
    for one in rest:
        yield from _block(one, inner)


def _table(table: Table, where: _Where) -> Iterator[Entry]:
    yield {"kind": "caption", "text": _words(table.caption)}
    height = len(table.rows)
    cells: list[list[Any]] = [
        [
            "".join(_cell(cell.blocks, where)),
            min(max(cell.row_span, 1), height - row),
            max(cell.column_span, 1),
        ]
        for row, one in enumerate(table.rows)
        for cell in one.cells
    ]
    yield {
        "kind": "table",
        "text": "".join(str(cell[0]) for cell in cells),
        "cells": cells,
        "head": _head(table),
    }


def _head(table: Table) -> int | None:
    """Return how many rows the head of *table* has; None where that is all, which Word ignores.

    A cell that begins in the head takes the rows it covers along. A head with a picture or
    much text may be too high to be repeated on each page, and then it is none for Word.
    """
    head, height = min(table.header_rows, len(table.rows)), len(table.rows)
    row = 0
    while row < head:
        reach = (row + cell.row_span for cell in table.rows[row].cells)
        head = min(max((head, *reach)), height)
        row += 1
    cells = [cell for row in table.rows[:head] for cell in row.cells]
    words = sum(map(len, (text for cell in cells for text in paragraphs(cell.blocks))))
    is_high = words > _LONG_HEAD or any(
        isinstance(one, Image) for cell in cells for one in walk(cell.blocks)
    )
    return head if head < height and not is_high else None


def _cell(blocks: tuple[Block, ...], where: _Where) -> Iterator[str]:
    for block in blocks:
        for entry in _block(block, where._replace(in_cell=True)):
            yield entry["text"]


def _words(inlines: Iterable[Inline], *, in_note: bool = False) -> str:
    """Return the words of *inlines* as Word shows them; what readers leave out is left out."""
    return "".join(_word(one, in_note) for one in inlines)


def _word(inline: Inline, in_note: bool) -> str:
    match inline:
        case Text(value) | Code(value):
            return value
        case LineBreak():
            return "\n"
        case Ruby():
            return ""  # pandoc and mammoth pass over w:ruby, base and all
        case Image():
            return "" if inline.media else inline.note
        case Note(blocks):
            return f"（{'　'.join(paragraphs(blocks))}）" if in_note else ""
        case _:
            return _words(inline.children, in_note=in_note)


def _outer(notes: list[Note]) -> list[Note]:
    """Return the notes that have a mark: those in other notes stand in these."""
    inner = {
        id(one)
        for note in notes
        for one in walk(note.blocks)
        if isinstance(one, Note)
    }  # fmt: skip
    return [note for note in notes if id(note) not in inner]


def _noted(note: Note) -> str:
    return "".join(entry["text"] for block in note.blocks for entry in _in_note(block))


def _in_note(block: Block) -> Iterator[Entry]:
    match block:
        case Paragraph(children) | Heading(_, children):
            yield {"text": _words(children, in_note=True)}
        case _:
            yield from _block(block, _Where(Outline(Composition())))


def _neighbours(publication: Publication) -> Mapping[str, int]:
    """Return the articles that others lead to, inside the file, by their pages."""
    return articles_by_page(publication) if publication.count > 1 else {}


def _links(blocks: tuple[Block, ...], neighbours: Mapping[str, int]) -> Iterator[list[str]]:
    """Yield target and words of the outermost links that lead out; those of notes are apart."""
    inside: set[int] = set()
    for node in walk(blocks):
        if isinstance(node, Note):
            inside.update(id(one) for one in walk(node.blocks))
        if not isinstance(node, Link):
            continue
        is_inner = id(node) in inside
        inside.update(id(one) for one in walk(node.children))
        target = external(node.target)
        if target and not is_inner and inner_place(node.target, neighbours) is None:
            yield [target, _words(node.children)]


def _pictures(article: Article) -> Iterator[str]:
    """Yield what is said of each picture that is shown, those of notes left out."""
    captions: dict[int, tuple[Inline, ...]] = {}
    inside: set[int] = set()
    for node in walk(tuple(_blocks_of(article))):
        if isinstance(node, Note):
            inside.update(id(one) for one in walk(node.blocks))
        if isinstance(node, Figure):
            captions.update((id(image), node.caption) for image in node.images)
        if isinstance(node, Image) and node.media and id(node) not in inside:
            yield alternative_text(node, captions.get(id(node), ()))


if __name__ == "__main__":
    main(sys.argv[1:])
