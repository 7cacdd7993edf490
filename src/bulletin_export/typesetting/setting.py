"""What all parts of a layout share: looks in points, faces, sizes of pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from bulletin_export import pictures
from bulletin_export.composition.links import articles_by_page
from bulletin_export.errors import BrokenPictureError
from bulletin_export.fonts.book import FontBook, FontChain
from bulletin_export.model.nodes import Note
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Align, PageStyle, Role, Template, TextStyle
from bulletin_export.typefaces import FontRole
from bulletin_export.typesetting.layout import UNTAGGED, Bookmark, Tag

#: A picture's pixel on paper: CSS says 96 to the inch.
PIXEL = 0.75

#: A line within half a point of the body's pitch stands on the body's grid.
_SAME_PITCH = 0.5


class Look(msgspec.Struct, frozen=True):
    """A `TextStyle` with every length in points and its faces found."""

    style: TextStyle
    chain: FontChain
    size: float
    pitch: float
    indent: float
    left: float
    right: float
    before: float
    after: float
    snaps: bool = False

    @property
    def align(self) -> Align:
        """How lines fill the measure."""
        return self.style.align


class Place(msgspec.Struct, frozen=True):
    """Where blocks are set: a stretch of the column, and as what."""

    left: float
    measure: float
    #: No block may be taller.
    depth: float
    #: Margins leave at least this much of the measure.
    least: float = 0.0
    role: Role = Role.BODY
    #: Type is set this much smaller than the template says (wide tables).
    scale: float = 1.0
    align: Align | None = None
    #: First lines are indented as their role says; not beside the mark of a list.
    is_indented: bool = True
    #: The tag that holds what is set here.
    tag: int = UNTAGGED

    def inset(self, left: float, right: float = 0.0) -> Place:
        """Return the place without a margin; some measure is always left."""
        left = min(left, max(self.measure - self.least, 0.0))
        right = min(right, max(self.measure - self.least - left, 0.0))
        return replace(self, left=self.left + left, measure=self.measure - left - right)


class Frame(msgspec.Struct, frozen=True):
    """The type area of a page: column edges from the left, depth from the top."""

    left: float
    top: float
    depth: float
    measure: float
    #: Left edges of the columns, from the page's edge.
    columns: tuple[float, ...]
    column_measure: float
    #: Distance of the grid's lines; 0 for no grid.
    pitch: float = 0.0
    #: Half the blank between two lines of the grid: so far the first line's strip stands
    #: above the type area, and the last line's below it.
    overhang: float = 0.0
    #: From the lower edge of the type area to the page's.
    below: float = 0.0

    has_column_rule: bool = False

    @property
    def turned(self) -> Frame:
        """The same type area seen from the right edge of the page: one wide, low column."""
        return Frame(self.below, self.left, self.measure, self.depth, (self.below,), self.depth)

    @classmethod
    def of(cls, page: PageStyle, body: TextStyle) -> Frame:
        """Return the frame of *page*; columns hold whole characters of *body*.

        On a grid the first line's em box touches the upper edge of the type area and
        the last line's the lower one (GB/T 9704-2012, 5.2.3). Columns are on a grid always:
        lines of neighbouring columns stand on common baselines.
        """
        left, top, depth = page.margins.left.pt, page.margins.top.pt, page.depth.pt
        pitch, lines = 0.0, page.grid.lines
        number, gap = max(1, page.columns), body.length(page.column_gap).pt
        width = (page.measure.pt - gap * (number - 1)) / number
        if number > 1:
            pitch = body.pitch.pt
            width = max(width // body.size.pt, 1) * body.size.pt
            gap = (page.measure.pt - width * number) / (number - 1)
        below = page.margins.bottom.pt
        edges = tuple(left + index * (width + gap) for index in range(number))
        size = grid_size(body.size.pt, width, page.grid.characters)
        if lines > 1:
            pitch = (depth - size) / (lines - 1)
        overhang = (pitch - size) / 2 if pitch else 0.0
        return cls(
            left,
            top,
            depth,
            page.measure.pt,
            edges,
            width,
            pitch,
            overhang,
            below,
            has_column_rule=page.column_rule,
        )


class Setting(msgspec.Struct, frozen=True):
    """The means of one layout, and what setting an article leaves behind."""

    template: Template
    fonts: FontBook
    frame: Frame
    #: The articles by their pages, for links between them.
    inner: Mapping[str, int] = msgspec.field(default_factory=dict)
    sizes: Mapping[str, tuple[float, float]] = msgspec.field(default_factory=dict)
    #: Begins the names of all anchors of the article.
    prefix: str = ""
    notes: list[Note] = msgspec.field(default_factory=list)
    headings: list[Bookmark] = msgspec.field(default_factory=list)
    #: The logical structure of the whole publication, as far as it is set.
    tags: list[Tag] = msgspec.field(default_factory=lambda: [Tag("Document")])
    #: The tag that holds what is set, and the language of its words (BCP 47).
    tag: int = 0
    language: str = "zh-CN"
    _looks: dict[tuple[Role, float], Look] = msgspec.field(default_factory=dict)

    @classmethod
    def of(cls, publication: Publication, template: Template, fonts: FontBook) -> Setting:
        """Return the setting of *publication*; pictures are measured, not decoded."""
        inner = articles_by_page(publication)
        frame = Frame.of(template.page, template.style(Role.BODY))
        sizes = {name: one for name, item in publication.media.items() if (one := _size(item.data))}
        return cls(template, fonts, frame, inner, sizes, language=publication.language)

    def of_article(self, index: int, language: str = "") -> Setting:
        """Return the same means for article *index*, counted from 1, with nothing left behind."""
        other = language if language not in ("", self.language) else ""
        return replace(
            self,
            prefix=f"article-{index}",
            notes=[],
            headings=[],
            tag=self.tagged("Art", language=other),
            language=other or self.language,
        )

    def within(self, kind: str, language: str = "") -> Setting:
        """Return the same means for what a new tag of *kind* holds."""
        return replace(self, tag=self.tagged(kind, language=language))

    def tagged(self, kind: str, parent: int = UNTAGGED, **facts: Any) -> int:
        """Add a tag after all others, below *parent* or in what is set; return its number."""
        self.tags.append(Tag(kind, self.tag if parent == UNTAGGED else parent, **facts))
        return len(self.tags) - 1

    def look(self, role: Role, scale: float = 1.0) -> Look:
        """The look of *role*, *scale* times as large."""
        look = self._looks.get((role, scale))
        if look is None:
            look = self._looks[role, scale] = self._resolved(self.template.style(role), scale)
        return look

    def chain(self, look: Look, font: FontRole | None = None, *, bold: bool) -> FontChain:
        """The faces of *look*, bold or in another *font*."""
        style = look.style
        if font in (None, style.font) and bold == style.bold:
            return look.chain
        return self.fonts.chain(font or style.font, style.latin, bold=bold)

    def _resolved(self, style: TextStyle, scale: float) -> Look:
        body, frame = self.template.style(Role.BODY), self.frame
        size, pitch, snaps = style.size.pt, style.pitch.pt, False
        characters = self.template.page.grid.characters
        if style.size == body.size:
            size = grid_size(size, frame.column_measure, characters)
        if frame.pitch and scale == 1.0 and abs(pitch - body.pitch.pt) < _SAME_PITCH:
            pitch, snaps = frame.pitch, True
        ratio = size / style.size.pt * scale

        def points(name: str) -> float:
            return style.length(getattr(style, name)).pt * ratio

        return Look(
            style=style,
            chain=self.fonts.chain(style.font, style.latin, bold=style.bold),
            size=size * scale,
            pitch=pitch * scale,
            indent=points("indent"),
            left=points("margin_left"),
            right=points("margin_right"),
            before=points("space_before"),
            after=points("space_after"),
            snaps=snaps,
        )


def grid_size(size: float, measure: float, characters: int) -> float:
    """Return *size*, or so much less that *characters* of it fill *measure* (三号 on 156 mm)."""
    return min(size, measure / characters - 1e-4) if characters else size


def _size(data: bytes) -> tuple[float, float] | None:
    """Return the natural size in points; none for a picture that cannot be used."""
    try:
        width, height = pictures.size(data)
    except BrokenPictureError:
        # The writer prepares every picture and reports the broken ones by name;
        # here its description takes its place.
        return None
    return width * PIXEL, height * PIXEL
