"""Pictures as DrawingML, in line with the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bulletin_export import pictures
from bulletin_export.errors import BrokenPictureError
from bulletin_export.model.media import MediaItem
from bulletin_export.writers.docx.markup import escaped, run

_ACCEPTED = frozenset({"image/png", "image/jpeg", "image/gif"})
#: A pixel of a web page is 1/96 inch (CSS Values 4 §6.2); 914,400 EMU are an inch.
_EMU_PER_PIXEL = 9525
_EMU_PER_TWIP = 635
_TWIPS_PER_PIXEL = _EMU_PER_PIXEL // _EMU_PER_TWIP
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


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


class PictureParts:
    """The pictures a document uses, each prepared and kept once."""

    def __init__(self, media: Mapping[str, MediaItem]) -> None:
        self._media = media
        self._found: dict[str, Picture | BrokenPictureError] = {}

    def picture(self, name: str) -> Picture:
        """Return the picture called *name*.

        Raises:
            KeyError: The publication has none of this name.
            BrokenPictureError: Its bytes cannot be used.
        """
        if name not in self._found:
            self._found[name] = _prepared(self._media[name])
        found = self._found[name]
        if isinstance(found, BrokenPictureError):
            raise found
        return found

    def items(self) -> list[MediaItem]:
        """Return what has to be in the package, in order of first use."""
        used = (found.item for found in self._found.values() if isinstance(found, Picture))
        return list({item.name: item for item in used}.values())


def _prepared(original: MediaItem) -> Picture | BrokenPictureError:
    try:
        width, height = pictures.size(original.data, original.name)
        return Picture(pictures.prepared(original, _ACCEPTED), width, height)
    except BrokenPictureError as error:
        return error


def picture_run(
    picture: Picture, relationship: str, number: int, alt: str, frame: tuple[int, int]
) -> str:
    """Return a run with *picture* in line, no larger than *frame* (twips), its shape kept.

    ISO/IEC 29500-1 §20.4.2.8; *alt* goes into ``descr``, which screen readers read.
    """
    width, height = picture.width * _EMU_PER_PIXEL, picture.height * _EMU_PER_PIXEL
    scale = min(1, frame[0] * _EMU_PER_TWIP / width, frame[1] * _EMU_PER_TWIP / height)
    extent = f'cx="{max(1, int(width * scale))}" cy="{max(1, int(height * scale))}"'
    named = f'id="{number}" name="Picture {number}" descr="{escaped(alt)}"'
    return run(
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {named}/><wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
