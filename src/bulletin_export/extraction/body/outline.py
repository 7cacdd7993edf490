"""The page as lines of text with their weight, in one pass over the tree."""

from __future__ import annotations

from typing import Any

import msgspec
from lxml import etree

from bulletin_export.extraction.naming import is_hidden, is_named_furniture, name_of, words_of
from bulletin_export.patterns import lazy_pattern

#: Elements that are never text.
UNSEEN = words_of("""
    script style noscript template head select textarea button svg math canvas object embed
    iframe video audio input title link meta
""")
#: Elements that stand inside a line.
INLINE = words_of("""
    a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark q rb rp
    rt ruby s samp small span strike strong sub sup time tt u var wbr
""")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ASIDE_TAGS = {"nav": 0.1, "aside": 0.1, "footer": 0.1, "header": 0.5, "li": 0.6}
_MARKS = lazy_pattern("[，。、；：？！,;?!]")


class Line(msgspec.Struct):
    """One line of text as the page shows it; ``linked`` counts its characters in links."""

    text: str
    linked: int
    tag: str
    name: str
    is_furniture: bool

    @property
    def is_linked(self) -> bool:
        """Whether most of it leads elsewhere, as in a menu."""
        return self.linked * 2 > len(self.text)


class Part(msgspec.Struct):
    """A block element: the weight of the running text in it, its lines, its parts."""

    element: Any
    name: str = ""
    factor: float = 1.0
    weight: float = 0.0
    first_line: int = 0
    last_line: int = 0
    parts: list[Part] = msgspec.field(default_factory=list)


class Outline(msgspec.Struct):
    """All lines of a page and the tree of its block elements."""

    lines: list[Line]
    root: Part


def outline(body: Any) -> Outline:
    """Return the lines and weights of *body*, an lxml element."""
    return _Outliner(body).run()


class _Outliner:
    def __init__(self, body: Any) -> None:
        self._body = body
        self._lines: list[Line] = []
        self._open = [Part(body, name_of(body))]
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._heading = 0

    def run(self) -> Outline:
        body = self._body
        walker = etree.iterwalk(body, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            is_start = event == "start"
            if tag in INLINE:
                if tag == "a":
                    self._links += 1 if is_start else -1
            elif tag in UNSEEN:
                if is_start:
                    walker.skip_subtree()
                    continue
            elif is_start:
                self._enter(element, tag)
            elif tag != "br" and element is not body:
                self._leave(tag)
            if element is body and not is_start:
                break
            text = element.text if is_start else element.tail
            if text and (self._pieces or not text.isspace()):  # no line starts with a blank
                self._add(text)
        self._break()
        root = self._open[0]
        root.last_line = len(self._lines)
        return Outline(self._lines, root)

    def _enter(self, element: Any, tag: str) -> None:
        if tag == "br" and self._heading:
            self._pieces.append(" ")
            return
        if self._pieces:
            self._break()
        if tag == "br" or element is self._body:
            return
        if tag in _HEADINGS:
            self._heading += 1
        above = self._open[-1]
        factor = above.factor
        if tag in _ASIDE_TAGS:
            factor *= _ASIDE_TAGS[tag]
        name = ""
        if element.keys():
            name = name_of(element)
            if is_named_furniture(name) or is_hidden(element):
                factor *= 0.1
        part = Part(element, name, factor, first_line=len(self._lines))
        above.parts.append(part)
        self._open.append(part)

    def _leave(self, tag: str) -> None:
        if self._pieces:
            self._break()
        if tag in _HEADINGS:
            self._heading -= 1
        part = self._open.pop()
        part.last_line = len(self._lines)
        self._open[-1].weight += part.weight

    def _add(self, text: str) -> None:
        if "\n" in text and self._open[-1].element.tag == "pre":
            for line in text.split("\n"):
                self._pieces.append(line)
                self._break()
            return
        self._pieces.append(text)
        if self._links:
            self._linked += len(text.strip())

    def _break(self) -> None:
        pieces = self._pieces
        if not pieces:
            return
        text = " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())
        pieces.clear()
        linked, self._linked = self._linked, 0
        if not text:
            return
        part = self._open[-1]
        line = Line(text, linked, part.element.tag, part.name, part.factor < 0.5)
        self._lines.append(line)
        part.weight += _weight(line) * part.factor


def _weight(line: Line) -> float:
    size = len(line.text) - line.linked
    if line.is_linked:
        return 0.0
    if _MARKS.search(line.text) is None:
        return size * 0.3
    return float(size)
