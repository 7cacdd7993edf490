"""Pieces of HTML that other formats carry: the content of a feed's entry, of a news message."""

from __future__ import annotations

from typing import Any

from lxml import etree

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.extraction.blocks.builder import BlockBuilder
from bulletin_export.extraction.blocks.subheadings import with_headings
from bulletin_export.extraction.repair import parse
from bulletin_export.model.nodes import Block


def blocks_of_html(
    html: str, *, base: str = "", where: str = ""
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of the HTML fragment *html*, all of it, and remarks.

    *base* makes links and pictures absolute; *where* is what remarks call it.

    Raises:
        MalformedSourceError: It has more tags than anybody waits for.
    """
    if not html.strip():
        return (), ()
    return blocks_of_element(fragment(html, where), base=base, where=where)


def fragment(html: str, where: str = "") -> Any:
    """Return the element that holds the HTML fragment *html*, without its scripts.

    Raises:
        MalformedSourceError: It has more tags than anybody waits for.
    """
    root = parse(f"<body>{html}</body>", where)
    etree.strip_elements(root, "script", "title", with_tail=False)
    body = root.find("body")
    return root if body is None else body


def blocks_of_element(
    element: Any, *, base: str = "", where: str = ""
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of an lxml *element* with HTML names (no namespace), and remarks."""
    builder = BlockBuilder(base, where)
    blocks = with_headings(builder.build(element))
    return blocks, tuple(builder.diagnostics)
