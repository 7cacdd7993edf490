"""Laid-out pages as data: everything has its place, painting decides nothing.

Lengths are points. On a page, x grows to the right from the left edge and y grows
downward from the top edge; inside a line, x is measured from the line's origin.

Nothing here can lead back to what holds it, so the garbage collector need not look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from bulletin_export.fonts.book import FontChain, FontFace
from bulletin_export.styling.template import Role

#: The tag of a line that leaves it to what holds it, and of what is no part of the text.
UNTAGGED = -1


class Tag(msgspec.Struct, frozen=True, gc=False):
    """A node of the logical structure: what a stretch of the pages is (ISO 32000-1, 14.8.4).

    Its index in ``Layout.tags`` is its number; the order of the numbers is the reading
    order. Layout never decides it.
    """

    #: A standard structure type: ``P``, ``TD``; ``H3`` for a heading of the third rank, however
    #: deep it stands: ranks that are skipped are closed up when the document is whole.
    kind: str
    #: The number of the tag that holds it; -1 for the root.
    parent: int = UNTAGGED
    #: BCP 47, where it differs from its parent's.
    language: str = ""
    #: What a picture shows.
    alt: str = ""
    #: Columns and rows that a cell covers.
    columns: int = 1
    rows: int = 1
    #: What a header cell heads: ``Column``, ``Row`` or ``Both``.
    scope: str = ""
    #: How a list is numbered: ``None``, ``Disc``, ``Decimal``.
    numbering: str = ""


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a paragraph before it is broken: text in one look.

    A newline in ``text`` is a forced line break; U+FFFC stands for an inline picture.
    """

    text: str
    chain: FontChain
    size: float
    colour: str = "#000000"
    #: Points above the baseline (superscript) or below it (negative).
    rise: float = 0.0
    underline: bool = False
    strike: bool = False
    #: Printed small above the text (ruby, 注音).
    reading: str = ""
    #: Target of a link: an address, or ``#name`` for a place in the document.
    link: str = ""
    #: Do not break or squeeze (code).
    verbatim: bool = False
    #: The tag of this stretch, if it has one of its own inside its paragraph's.
    tag: int = UNTAGGED
    #: BCP 47, if it is known; then words are hyphenated.
    language: str = ""
    #: A dot below each character (着重号).
    dotted: bool = False


class Run(msgspec.Struct, frozen=True, gc=False):
    """Characters of one span in one face.

    ``text`` is what is drawn, not what is read: blanks that are mere distances and
    characters that take no room are left out, and U+2E3A may stand for ``——`` where
    the face cannot join two of them. `Line.text` has the words; painting copies by
    it, or maps U+2E3A back to ``——``. The hyphen of a word cut at the end of a line is
    drawn, too, and not read.

    The n-th glyph stands where its predecessors' advances, ``tracking`` after each
    of them, and ``shifts`` leave it. A shift is (index, points): an extra move to
    the right, before the glyph with that index; negative moves left.
    """

    x: float
    text: str
    face: FontFace
    size: float
    tracking: float = 0.0
    shifts: tuple[tuple[int, float], ...] = ()
    rise: float = 0.0
    colour: str = "#000000"
    #: From x to the end of the ink that belongs to the run; for underlines and links.
    width: float = 0.0
    underline: bool = False
    strike: bool = False
    link: str = ""
    #: Where dots stand below characters (着重号): their middles, from x.
    dots: tuple[float, ...] = ()


class Part(msgspec.Struct, frozen=True, gc=False):
    """Neighbouring runs of a line under one tag; ``text`` is what they read."""

    text: str
    runs: int
    tag: int


class Line(msgspec.Struct, frozen=True, gc=False):
    """One broken line; ``text`` is what copying it should give, without its line end."""

    text: str
    runs: tuple[Run, ...]
    #: Natural or justified width from the origin to the last ink that counts.
    width: float
    #: The paragraph ends here or a line break was asked for.
    is_last: bool = False
    #: What the paragraph has between this line and the next, and no line draws: blanks.
    ending: str = ""
    #: Where stretches of it have tags of their own: all its runs, in order.
    parts: tuple[Part, ...] = ()


class PlacedLine(msgspec.Struct, frozen=True, gc=False):
    """A line on a page; ``y`` is its baseline."""

    x: float
    y: float
    line: Line
    role: Role
    tag: int = UNTAGGED
    #: Degrees by which it is turned about its origin, against the clock.
    angle: float = 0.0


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A filled rectangle: rules, borders, underlines, backgrounds."""

    x: float
    y: float
    width: float
    height: float
    colour: str = "#000000"


class PlacedPicture(msgspec.Struct, frozen=True, gc=False):
    """A picture; (x, y) is its top left corner, ``media`` its name in the media bag."""

    x: float
    y: float
    width: float
    height: float
    media: str
    alt: str
    tag: int = UNTAGGED
    #: Painted turned by 90° to the left, into this rectangle.
    is_turned: bool = False


class LinkArea(msgspec.Struct, frozen=True, gc=False):
    """A rectangle that leads somewhere: an address, or ``#name`` inside the document."""

    x: float
    y: float
    width: float
    height: float
    target: str
    #: The tag of the link, and what it leads to in words.
    tag: int = UNTAGGED
    title: str = ""


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """A named place on a page, for links and bookmarks."""

    name: str
    y: float


class Page(msgspec.Struct, frozen=True, gc=False):
    """One page, in painting order: background, rules, pictures, lines in reading order, furniture.

    If the page is turned, everything but background and furniture is given in the frame of a
    page whose width and height change places, and is painted turned by 90° to the left: the
    head of the text stands along the left edge (GB/T 9704-2012, 8).
    """

    width: float
    height: float
    #: What the page calls itself (``1``, ``ii``).
    label: str
    #: A watermark: no part of the text.
    background: tuple[PlacedLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    lines: tuple[PlacedLine, ...] = ()
    #: Running head and foot: painted like lines, but no part of the text.
    furniture: tuple[PlacedLine, ...] = ()
    links: tuple[LinkArea, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    #: Repeated heads of tables, leaders: among the lines, but no part of the text.
    repeated: tuple[PlacedLine, ...] = ()
    furniture_rules: tuple[Rule, ...] = ()
    is_turned: bool = False
    #: From where to where, across, stands what is read after all that lies on later pages.
    read_later: tuple[float, float] | None = None

    def upright(
        self, x: float, y: float, width: float, height: float
    ) -> tuple[float, float, float, float]:
        """Return where a rectangle of this page's frame is on the page that lies there."""
        return (y, self.height - x - width, height, width) if self.is_turned else (
            x, y, width, height,
        )  # fmt: skip


class Bookmark(msgspec.Struct, frozen=True, gc=False):
    """An entry of the outline: level 0 is outermost, ``anchor`` is a name on a page."""

    level: int
    title: str
    anchor: str


class Leaf(msgspec.Struct, frozen=True, gc=False):
    """A finished page as it leaves layout; nothing can touch it any more."""

    page: Page
    #: Stands before the first article, wherever it comes in the order of leaving.
    is_front: bool = False
    #: Tags of whole articles, the first holding the others, that stand on no later page.
    settled: tuple[range, ...] = ()
    #: Its running head and foot tell how many pages there are: they come when all have left.
    has_late_feet: bool = False


class Layout(msgspec.Struct, frozen=True, gc=False):
    """A whole laid-out publication."""

    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    #: The logical structure; a tag stands after its parent.
    tags: Sequence[Tag] = ()

    def leaves(self) -> Iterator[Leaf]:
        """Yield all pages, without links to places that are not there."""
        known = {f"#{anchor.name}" for page in self.pages for anchor in page.anchors}
        for page in self.pages:
            links = [one for one in page.links if one.target[:1] != "#" or one.target in known]
            yield Leaf(page if len(links) == len(page.links) else replace(page, links=(*links,)))

    def late_feet(self) -> Iterator[Page]:
        """Return what comes when all pages have left: here, nothing."""
        return iter(())
