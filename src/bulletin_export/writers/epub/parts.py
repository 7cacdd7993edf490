"""An article as the documents of a book: one, or several if it is so long that readers wait."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Block, Table
from bulletin_export.styling.template import Template
from bulletin_export.writers.epub import xhtml
from bulletin_export.writers.epub.chapter import Chapter
from bulletin_export.writers.epub.markup import attributes, one_line
from bulletin_export.writers.epub.tables import TablePiece
from bulletin_export.writers.epub.titles import says_something

#: Bytes; old reading systems take long for a document of 250 kB and more. The record of its
#: blocks takes up to half as much again.
LARGEST = 160_000
#: Of a document's size; what a table takes with its notes may be more.
LARGEST_TABLE = LARGEST // 2
_HEADING = re.compile(r' id="(s\d+)"')
_TAG = re.compile(r"(<[^>]*>)")
_HAN = "[\u3001-\u301f\u3400-\u9fff\uff01-\uff60]"
_NUMBER = re.compile(rf"(?<={_HAN})([0-9]{{1,2}})(?={_HAN})")
_LINK = re.compile(r' href="#(s\d+)"')


class Place(NamedTuple):
    """Before which block of an article something is, or before which row of it, if a table."""

    block: int
    row: int = 0


class Parts(NamedTuple):
    """The bodies of an article's documents by file name, and where its headings are."""

    bodies: dict[str, str]
    #: The file by the ``id`` of a heading; empty if there is one file.
    files: Mapping[str, str]
    #: From where to where in the article each document goes.
    places: tuple[tuple[Place, Place], ...]


def parts(article: Article, chapter: Chapter, template: Template, name: str) -> Parts:
    """Return *article* as documents, the first of them called *name*.

    They are divided between blocks, and long tables between rows; no other block is cut. Notes
    stand in the part that refers to them, and their numbers run on.
    """
    labelled = ' aria-labelledby="headline"' if says_something(article.headline.title) else ""
    pieces = xhtml.article(article, chapter, template.composition, LARGEST_TABLE)
    divided = list(_divided(pieces, chapter))
    flows, shown = [flow for flow, _ in divided], _shown(divided, len(article.blocks))
    if template.epub.writing == "vertical":
        flows = [_with_upright_numbers(one) for one in flows]
    if len(flows) == 1:
        return Parts({name: _section(labelled, flows[0])}, {}, shown)
    stem = name.removesuffix(".xhtml")
    names = [name, *(f"{stem}-{number}.xhtml" for number in range(2, len(flows) + 1))]
    spoken = attributes(aria_label=one_line(article.headline.title))
    sections = [_section(spoken if n else labelled, flow) for n, flow in enumerate(flows)]
    files = {
        heading: file
        for file, flow in zip(names, flows, strict=True)
        for heading in _HEADING.findall(flow)
    }
    led = (_LINK.sub(lambda link: f' href="{files[link[1]]}#{link[1]}"', one) for one in sections)
    return Parts(dict(zip(names, led, strict=True)), files, shown)


def _section(label: str, flow: str) -> str:
    begin = f'<section epub:type="chapter" role="doc-chapter"{label}>'
    return "\n".join(filter(None, (begin, flow, "</section>")))


def _shown(divided: Iterable[tuple[str, Place]], blocks: int) -> tuple[tuple[Place, Place], ...]:
    """Return from where to where each document goes; what follows the *blocks* is none of them."""
    ends = [end if end.block < blocks else Place(blocks) for _, end in divided]
    return tuple(pairwise((Place(0), *ends)))


def blocks_between(start: Place, end: Place, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return those of *blocks* from *start* to *end*, of a table that was cut the rows there."""
    found = list(blocks[start.block : end.block + (1 if end.row else 0)])
    if end.row and isinstance(last := found[-1], Table):
        found[-1] = replace(last, rows=last.rows[: end.row])
    if start.row and isinstance(first := found[0], Table):
        found[0] = Table(first.rows[start.row :])
    return tuple(found)


def _divided(pieces: Iterable[str | TablePiece], chapter: Chapter) -> Iterator[tuple[str, Place]]:
    """Yield each document, and where it ends; the first piece of all is the head."""
    held: list[str] = []
    size = met = 0
    place, passed = Place(0), Place(-1)
    for piece in pieces:
        markup = piece if isinstance(piece, str) else piece.markup
        length = len(markup.encode())
        if held and size + length > LARGEST:
            # The piece at hand has brought its notes already: they stay with it.
            yield "\n".join(filter(None, (*held, xhtml.notes(chapter, met)))), place
            held, size = [], 0
        if markup:
            held.append(markup)
        size += length
        passed = _behind(piece, passed)
        place = passed if passed.block >= 0 else Place(0)
        met = len(chapter.notes)
    yield "\n".join(filter(None, (*held, xhtml.notes(chapter)))), place


def _behind(piece: str | TablePiece, before: Place) -> Place:
    """Return the place behind *piece*."""
    if isinstance(piece, str) or piece.is_last:
        return Place(before.block + 1)
    return Place(before.block, piece.end)


def _with_upright_numbers(flow: str) -> str:
    """Return *flow* with numbers of one or two digits among Han turned upright (CLREQ 2.3.3)."""
    words = _TAG.split(flow)  # Words and tags by turns.
    words[::2] = (_NUMBER.sub(r'<span class="upright">\1</span>', one) for one in words[::2])
    return "".join(words)
