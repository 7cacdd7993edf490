"""An article as the documents of a book: one, or several if it is so long that readers wait."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from bulletin_export.model.article import Article
from bulletin_export.styling.template import Template
from bulletin_export.writers.epub import xhtml
from bulletin_export.writers.epub.chapter import Chapter
from bulletin_export.writers.epub.markup import attributes, one_line
from bulletin_export.writers.epub.titles import says_something

#: Bytes; old reading systems take long for a document of 250 kB and more. The record of its
#: blocks takes up to half as much again.
LARGEST = 160_000
_HEADING = re.compile(r' id="(s\d+)"')
_TAG = re.compile(r"(<[^>]*>)")
_HAN = "[\u3001-\u301f\u3400-\u9fff\uff01-\uff60]"
_NUMBER = re.compile(rf"(?<={_HAN})([0-9]{{1,2}})(?={_HAN})")
_LINK = re.compile(r' href="#(s\d+)"')


class Parts(NamedTuple):
    """The bodies of an article's documents by file name, and where its headings are."""

    bodies: dict[str, str]
    #: The file by the ``id`` of a heading; empty if there is one file.
    files: Mapping[str, str]
    #: The blocks that each document shows: of the article's the first, and the one behind the last.
    blocks: tuple[tuple[int, int], ...]


def parts(article: Article, chapter: Chapter, template: Template, name: str) -> Parts:
    """Return *article* as documents, the first of them called *name*.

    They are divided between blocks; a single block is never cut. Notes stand in the part that
    refers to them, and their numbers run on.
    """
    labelled = ' aria-labelledby="headline"' if says_something(article.headline.title) else ""
    pieces = xhtml.article(article, chapter, template.composition)
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


def _shown(divided: Iterable[tuple[str, int]], blocks: int) -> tuple[tuple[int, int], ...]:
    """Return which blocks stand in each document: the first piece of all is the head."""
    ends = [min(max(end - 1, 0), blocks) for _, end in divided]
    return tuple(pairwise((0, *ends)))


def _divided(pieces: Iterable[str], chapter: Chapter) -> Iterator[tuple[str, int]]:
    """Yield each document, and how many pieces have passed by at its end."""
    held: list[str] = []
    size = met = 0
    count = 0
    for piece in pieces:
        length = len(piece.encode())
        if held and size + length > LARGEST:
            # The piece at hand has brought its notes already: they stay with it.
            yield "\n".join(filter(None, (*held, xhtml.notes(chapter, met)))), count
            held, size = [], 0
        if piece:
            held.append(piece)
        size += length
        count += 1
        met = len(chapter.notes)
    yield "\n".join(filter(None, (*held, xhtml.notes(chapter)))), count


def _with_upright_numbers(flow: str) -> str:
    """Return *flow* with numbers of one or two digits among Han turned upright (CLREQ 2.3.3)."""
    words = _TAG.split(flow)  # Words and tags by turns.
    words[::2] = (_NUMBER.sub(r'<span class="upright">\1</span>', one) for one in words[::2])
    return "".join(words)
