"""A clean page as the scripts of the peers see it: what their users write for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Piece:
    """*kind* is ``p``, ``h2``, ``li``, ``caption``, ``img`` (a path) or ``table``."""

    kind: str
    text: str = ""
    runs: tuple[tuple[str, bool], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class CleanPage:
    """Title, line of facts, pieces."""

    title: str
    facts: str
    pieces: tuple[Piece, ...]


def read(path: Path) -> CleanPage:
    """Return the page at *path*."""
    from lxml import html

    body = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot().find("body")
    title, facts, *others = body
    pieces = (piece for element in others for piece in _pieces(element, path))
    return CleanPage(title.text_content(), facts.text_content(), tuple(pieces))


def _pieces(element, path: Path):
    match element.tag:
        case "table":
            rows = (tuple(c.text_content() for c in row) for row in element.iter("tr"))
            yield Piece("table", rows=tuple(rows))
        case "ul":
            yield from (Piece("li", item.text_content()) for item in element)
        case "p" if (picture := element.find("img")) is not None:
            yield Piece("img", str((path.parent / picture.get("src")).resolve()))
        case "p" if element.get("class") == "caption":
            yield Piece("caption", element.text_content())
        case "p":
            yield Piece("p", element.text_content(), tuple(_runs(element)))
        case tag:
            yield Piece(tag, element.text_content())


def _runs(element):
    yield element.text or "", False
    for child in element:
        yield child.text or "", True
        yield child.tail or "", False
