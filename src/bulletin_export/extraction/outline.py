"""The page as lines of text with their weight, in one pass over the tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
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
#: What a character weighs in a line without punctuation, and in such a cell of a table.
_LABEL, _CELL = 0.3, 0.6
_LONGEST_IMPRINT = 300
#: So many elements may hold what stands below the title in its own heading.
_MOST_AFTER = 8
#: A share of the words of a page that makes a box the page itself.
_MOST = 0.5
#: Stands where two elements meet in a line; a date is not set apart, nor words in long text.
_SEAM = "\ue6ff"
_SEAMS = lazy_pattern(f"(?<=\\w){_SEAM}(?=\\w)(?!(?<=[\\d年月日時时分].)[\\d年月日時时分])")
_SHORT = 160
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ASIDE_TAGS = {"nav": 0.1, "aside": 0.1, "footer": 0.1, "header": 0.5, "li": 0.6}
_MARKS = lazy_pattern("[，。、；：？！,;?!]")
#: Lines about the site itself, which stand at the foot of a page and look like prose.
_IMPRINT = lazy_pattern(
    r"^[\s【\[（(]*(?:\d{1,2}[.、]\s*)?(?:凡本[网站]|本[网站]转载|版[权權]|copyright|©|\(c\)|.{0,12}(?:ICP备|ICP证|公网安备)|网站标识码|违法和不良信息"
    r"|(?:联系|单位)?(?:地址|电话|邮编|传真|邮箱|热线)[:：]|(?:主办|承办|协办)(?:单位)?[:：]|技术支持)",
    re.IGNORECASE,
)


class Line(msgspec.Struct, gc=False):
    """One line of text as the page shows it; ``linked`` counts its characters in links.

    ``weight`` is what it adds to the running text of the part that holds it, ``anchors``
    are the elements of its links.
    """

    text: str
    linked: int
    tag: str
    name: str
    is_furniture: bool
    weight: float = 0.0
    anchors: tuple[Any, ...] = ()

    @property
    def is_linked(self) -> bool:
        """Whether most of it leads elsewhere, as in a menu."""
        return self.linked * 2 > len(self.text)


class Part(msgspec.Struct):
    """A block element: its lines, its pictures outside of links, its parts.

    ``factor`` says how much its name and tag let us expect running text in it.
    """

    element: Any
    name: str = ""
    factor: float = 1.0
    images: int = 0
    first_line: int = 0
    last_line: int = 0
    parts: list[Part] = msgspec.field(default_factory=list)

    def every(self) -> Iterator[Part]:
        """Yield this part and all inside, in the order of the page."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.parts))


class Outline(msgspec.Struct):
    """All lines of a page, the tree of its block elements, and these in the order of the page."""

    lines: list[Line]
    root: Part
    parts: list[Part]


def outline(body: Any, is_apart: Callable[[str], bool] = lambda _: False) -> Outline:
    """Return the lines and weights of *body*, an lxml element.

    A break inside a heading ends the line only where the words behind it are *is_apart* from it.
    """
    return _Outliner(body, is_apart).run()


class _Outliner:
    def __init__(self, body: Any, is_apart: Callable[[str], bool]) -> None:
        self._body = body
        self._is_apart = is_apart
        self._lines: list[Line] = []
        self._open = [Part(body, name_of(body))]
        self._parts = list(self._open)
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        #: Links in the open line, and the last one that was opened and not closed.
        self._anchors: list[Any] = []
        self._anchor: Any = None
        #: Whether an element has just ended in the open line, and another begun, nothing between.
        self._joint = ""
        self._heading = 0
        self._tables = 0

    def run(self) -> Outline:
        body = self._body
        walker = etree.iterwalk(body, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            is_start = event == "start"
            if tag in INLINE:
                if self._joint or not is_start:
                    self._join(element, is_start=is_start)
                if tag == "a":
                    self._link(element, is_start=is_start)
                elif tag == "img" and is_start and not self._links:
                    self._open[-1].images += 1
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
        return Outline(self._lines, root, self._parts)

    def _join(self, element: Any, *, is_start: bool) -> None:
        """Notice where two named elements meet: style sheets set them apart."""
        if not is_start:
            self._joint = "named" if element.keys() else "ended"
        elif self._joint == "named" or (self._joint and element.keys()):
            self._joint = "meets"

    def _link(self, element: Any, *, is_start: bool) -> None:
        self._links += 1 if is_start else -1
        if is_start:
            self._anchors.append(element)
        self._anchor = element if is_start else None

    def _enter(self, element: Any, tag: str) -> None:
        if tag == "br" and self._heading and not self._is_apart(_after(element)):
            self._pieces.append(" ")
            return
        if self._pieces:
            self._break()
        if tag == "br" or element is self._body:
            return
        if tag in _HEADINGS:
            self._heading += 1
        elif tag == "table":
            self._tables += 1
        above = self._open[-1]
        factor = above.factor
        if tag in _ASIDE_TAGS:
            factor *= _ASIDE_TAGS[tag]
        name = ""
        if element.keys():
            name = name_of(element)
            is_furniture = is_named_furniture(name) and not self._is_page(element, factor)
            if is_furniture or is_hidden(element):
                factor *= 0.1
        part = Part(element, name, factor, first_line=len(self._lines))
        above.parts.append(part)
        self._parts.append(part)
        self._open.append(part)

    def _is_page(self, element: Any, factor: float) -> bool:
        """Whether *element*, whatever it is called, holds the main heading and most words."""
        if factor < 0.5 or element.find(".//h1") is None:
            return False
        return _size(element) > _MOST * _size(self._body)

    def _leave(self, tag: str) -> None:
        if self._pieces:
            self._break()
        if tag in _HEADINGS:
            self._heading -= 1
        elif tag == "table":
            self._tables -= 1
        part = self._open.pop()
        part.last_line = len(self._lines)
        self._open[-1].images += part.images

    def _add(self, text: str) -> None:
        if "\n" in text and self._open[-1].element.tag == "pre":
            for line in text.split("\n"):
                self._pieces.append(line)
                self._break()
            return
        if self._joint:
            if self._joint == "meets" and not self._heading and self._pieces:
                self._pieces.append(_SEAM)
            self._joint = ""
        self._pieces.append(text)
        if self._links:
            self._linked += len(text.strip())

    def _break(self) -> None:
        pieces = self._pieces
        if not pieces:
            return
        text = pieces[0] if len(pieces) == 1 else _joined(pieces)
        text = " ".join(text.split())
        pieces.clear()
        self._joint = ""
        linked, self._linked = self._linked, 0
        anchors, self._anchors = self._anchors, []
        if self._links and self._anchor is not None:
            self._anchors.append(self._anchor)
        if not text:
            return
        part = self._open[-1]
        line = Line(text, linked, part.element.tag, part.name, part.factor < 0.5)
        if linked:
            line.anchors = tuple(anchors)
        line.weight = _weight(line, _CELL if self._tables else _LABEL) * part.factor
        self._lines.append(line)


def _after(element: Any) -> str:
    """Return the words that follow *element* inside the one that holds it."""
    words = [element.tail or ""]
    for other in islice(element.itersiblings(), _MOST_AFTER):
        words += (*other.itertext(), other.tail or "") if isinstance(other.tag, str) else ()
    return " ".join("".join(words).split())


def _joined(pieces: list[str]) -> str:
    """Return *pieces* as one text; in a short one a blank tells apart what elements hold."""
    text = "".join(pieces)
    if _SEAM not in text:
        return text
    return _SEAMS.sub(" " if len(text) < _SHORT else "", text).replace(_SEAM, "")


def _size(element: Any) -> int:
    return sum(map(len, element.itertext()))


def _weight(line: Line, unmarked: float) -> float:
    size = len(line.text) - line.linked
    if line.is_linked or (size < _LONGEST_IMPRINT and _IMPRINT.match(line.text)):
        return 0.0
    if _MARKS.search(line.text) is None:
        return size * unmarked
    return float(size)
