"""The navigation once more, as EPUB 2 had it (OPF 2.0.1, 2.4.1; DAISY NCX 2005-1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count

from bulletin_export.writers.epub.markup import attributes, escape, joined
from bulletin_export.writers.epub.navigation import Entry
from bulletin_export.writers.epub.titles import short

NCX = "toc.ncx"

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}">
<head>
<meta name="dtb:uid"{identifier}/>
<meta name="dtb:depth" content="{depth}"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text>{title}</text></docTitle>
<navMap>
"""
_END = "</navMap>\n</ncx>\n"


def ncx(tree: tuple[Entry, ...], identifier: str, title: str, language: str) -> bytes:
    """Return the tree of the navigation as an NCX of the book with this *identifier*."""
    head = _HEAD.format(
        language=language,
        identifier=attributes(content=identifier),
        depth=_depth(tree),
        title=escape(title),
    )
    return joined(chain((head,), _points(tree, count(1)), (_END,)))


def _points(tree: Iterable[Entry], order: Iterator[int]) -> Iterator[str]:
    for entry in tree:
        number = next(order)
        yield (
            f'<navPoint id="point-{number}" playOrder="{number}">'
            f"<navLabel><text>{escape(short(entry.title))}</text></navLabel>"
            f'<content src="{entry.href}"/>'
        )
        yield from _points(entry.children, order)
        yield "</navPoint>\n"


def _depth(tree: Iterable[Entry]) -> int:
    return 1 + max((_depth(entry.children) for entry in tree if entry.children), default=0)
