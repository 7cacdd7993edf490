"""Pictures as DrawingML, in line with the text or beside it."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple

from bulletin_export import pictures
from bulletin_export.errors import BrokenPictureError
from bulletin_export.model.media import MediaItem
from bulletin_export.styling.template import Template
from bulletin_export.writers.docx.markup import escaped, run

_PLAIN = frozenset({"image/png", "image/jpeg"})
#: A pixel of a web page is 1/96 inch (CSS Values 4 §6.2); 914,400 EMU are an inch.
_EMU_PER_INCH, _EMU_PER_PIXEL, _EMU_PER_TWIP = 914_400, 9525, 635
_TWIPS_PER_PIXEL = _EMU_PER_PIXEL // _EMU_PER_TWIP
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
#: Between a picture and the text beside it.
_DISTANCE = 180 * _EMU_PER_TWIP


class Picture(NamedTuple):
    """A picture in a form Word takes; width and height in pixels as it would be shown."""

    item: MediaItem
    width: int
    height: int

    @property
    def natural_size(self) -> tuple[int, int]:
        """Width and height on paper in twips."""
        return self.width * _TWIPS_PER_PIXEL, self.height * _TWIPS_PER_PIXEL

    @property
    def target(self) -> str:
        """Where it lies, as seen from the document part."""
        return f"media/{self.item.name}"

    def fitted(self, frame: tuple[int, int]) -> tuple[int, int]:
        """Return width and height in EMU: no larger than *frame* (twips), the shape kept."""
        width, height = self.width * _EMU_PER_PIXEL, self.height * _EMU_PER_PIXEL
        scale = min(1, frame[0] * _EMU_PER_TWIP / width, frame[1] * _EMU_PER_TWIP / height)
        return max(1, int(width * scale)), max(1, int(height * scale))


class PictureParts:
    """The pictures a document uses, each prepared and kept once."""

    def __init__(self, media: Mapping[str, MediaItem], template: Template) -> None:
        self._media = media
        self._dpi = template.word.dpi
        self._most = self._pixels(template.page.measure.twips * _EMU_PER_TWIP)
        self._found: dict[str, Picture | BrokenPictureError] = {}
        #: The largest width in EMU that a picture is printed with, by the name in the package.
        self._printed: dict[str, int] = {}

    def picture(self, name: str) -> Picture:
        """Return the picture called *name*.

        Raises:
            KeyError: The publication has none of this name.
            BrokenPictureError: Its bytes cannot be used.
        """
        if name not in self._found:
            self._found[name] = self._prepared(self._media[name])
        found = self._found[name]
        if isinstance(found, BrokenPictureError):
            raise found
        return found

    def printed(self, picture: Picture, width: int) -> None:
        """Note that *picture* is printed *width* EMU wide."""
        name = picture.item.name
        self._printed[name] = max(width, self._printed.get(name, 0))

    def add(self, picture: Picture) -> None:
        """Keep *picture*, which was made for this document and is never reduced."""
        self._found[picture.item.name] = picture

    def items(self) -> list[MediaItem]:
        """Return what has to be in the package, in order of first use."""
        used = (found.item for found in self._found.values() if isinstance(found, Picture))
        return [self._reduced(item) for item in {item.name: item for item in used}.values()]

    def _prepared(self, original: MediaItem) -> Picture | BrokenPictureError:
        try:
            width, height = pictures.size(original.data, original.name)
            # An animation is kept, but not one that has to be reduced.
            accepted = _PLAIN if width > self._most else _PLAIN | {"image/gif"}
            item = pictures.prepared(original, accepted, four_colours=False)
        except BrokenPictureError as error:
            return error
        return Picture(item, width, height)

    def _reduced(self, item: MediaItem) -> MediaItem:
        width = self._pixels(self._printed.get(item.name, 0))
        if not self._dpi or not width:
            return item
        try:
            return pictures.reduced(item, width)
        except BrokenPictureError:
            # Its head is sound, and Word shows of the rest what there is.
            return item

    def _pixels(self, width: int) -> int:
        return ceil(width * self._dpi / _EMU_PER_INCH) if self._dpi else pictures.MAX_PIXELS


class Drawing(NamedTuple):
    """One use of a picture."""

    picture: Picture
    #: The relationship that leads to it, and one that it leads to, or nothing.
    relationship: str
    link: str
    #: Tells it from all others in the document (§20.4.2.5).
    number: int
    #: Goes into ``descr``, which screen readers read.
    alt: str
    #: Width and height in EMU.
    size: tuple[int, int]

    @property
    def _extent(self) -> str:
        return f'cx="{self.size[0]}" cy="{self.size[1]}"'

    def inline(self) -> str:
        """Return a run with the picture in line with the text (§20.4.2.8)."""
        return run(
            '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {self._extent}/>{self._content()}</wp:inline></w:drawing>"
        )

    def beside(self) -> str:
        """Return a run with the picture at the right edge of its column (§20.4.2.3).

        The text of its paragraph and the next ones stands beside it.
        """
        return run(
            f'<w:drawing><wp:anchor distT="0" distB="{_DISTANCE // 2}" distL="{_DISTANCE}" '
            f'distR="0" simplePos="0" relativeHeight="{self.number}" behindDoc="0" locked="0" '
            'layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH>'
            '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset>'
            f'</wp:positionV><wp:extent {self._extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:wrapSquare wrapText="bothSides"/>{self._content()}</wp:anchor></w:drawing>'
        )

    def _content(self) -> str:
        """Return the properties and the graphic itself, the same for both places."""
        named = f'id="{self.number}" name="Picture {self.number}" descr="{escaped(self.alt)}"'
        link = f'<a:hlinkClick xmlns:a="{_A}" r:id="{self.link}"/>' if self.link else ""
        return (
            f"<wp:docPr {named}>{link}</wp:docPr><wp:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
            f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{self.relationship}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {self._extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic>"
        )
