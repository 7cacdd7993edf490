"""SVG: its size, and its pixels, without ever following a reference out of the file."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from bulletin_export.errors import BrokenPictureError
from bulletin_export.patterns import lazy_pattern
from bulletin_export.pictures.drawing import StoppedError, drawn, drawn_apart
from bulletin_export.wording import phrase

if TYPE_CHECKING:
    from lxml.etree import _Element

#: More markup than this is no illustration.
MAX_BYTES = 4_000_000

#: What makes an element be painted more than once, or through many pixels.
_MULTIPLIERS = lazy_pattern("<use|<pattern|<mask|<marker|<filter|<style|opacity|clip-path|blend")
_MULTIPLIED = 20
#: Elements times pixels that are painted in a fraction of a second, come what may.
_CERTAIN = 400_000_000

_LENGTH = lazy_pattern(r"\s*(\d*\.?\d+(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|ex)?\s*")
#: CSS pixels in a unit (CSS Values 4, 6.2); em and ex as with the initial font size.
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0,
           "em": 16.0, "ex": 8.0}  # fmt: skip
#: What a browser takes when nothing is said (CSS 2, 10.3.2).
_DEFAULT = (300.0, 150.0)
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")


def size(data: bytes, name: str = "") -> tuple[int, int]:
    """Return width and height in CSS pixels: from the attributes, else the view box.

    Raises:
        BrokenPictureError: It is not well-formed, or larger than we read.
    """
    width, height = _extent(_root(data, name))
    return max(1, round(width)), max(1, round(height))


def rasterised(data: bytes, name: str, *, zoom: float) -> bytes:
    """Return the drawing as PNG, *zoom* pixels for each of its CSS pixels.

    Only pictures inside the file (``data:``) are drawn; no font is looked for.

    Raises:
        BrokenPictureError: It cannot be drawn.
    """
    from lxml import etree

    root = _root(data, name)
    width, height = _extent(root)
    _cut_references(root, name)
    text = etree.tostring(root, encoding="unicode", with_tail=False)
    pixels = max(1, round(width * zoom)), max(1, round(height * zoom))
    draw = drawn_apart if _is_doubtful(text, pixels) else drawn
    try:
        return draw(text, *pixels)
    except ValueError as error:
        raise BrokenPictureError(image=name, reason=phrase("drawing-invalid")) from error
    except StoppedError as error:
        raise BrokenPictureError(image=name, reason=phrase("drawing-costly")) from error


def _is_doubtful(text: str, pixels: tuple[int, int]) -> bool:
    """Tell whether so much may have to be painted that drawing must be stoppable."""
    if "data:" in text:  # Another drawing may hide in there.
        return True
    elements = text.count("<")
    if _MULTIPLIERS.search(text):
        elements *= _MULTIPLIED
    return elements * pixels[0] * pixels[1] > _CERTAIN


def _root(data: bytes, name: str) -> _Element:
    from lxml import etree

    if len(data) > MAX_BYTES:
        raise BrokenPictureError(image=name, reason=phrase("drawing-too-long", limit=MAX_BYTES))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BrokenPictureError(image=name, reason=phrase("drawing-malformed")) from error


def _extent(root: _Element) -> tuple[float, float]:
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = [float(part) for part in re.findall(r"[-+]?\d*\.?\d+", root.get("viewBox") or "")]
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        return width or _DEFAULT[0], height or _DEFAULT[1]
    if width and height:
        return width, height
    if width:
        return width, width * box[3] / box[2]
    if height:
        return height * box[2] / box[3], height
    return box[2], box[3]


def _length(text: str | None) -> float | None:
    match = _LENGTH.fullmatch(text or "")
    return float(match[1]) * _PIXELS[match[2] or "px"] if match else None


def _cut_references(root: _Element, name: str) -> None:
    from lxml import etree

    for entity in list(root.iter(etree.Entity)):
        parent = entity.getparent()
        if parent is not None:
            parent.remove(entity)
    for element in root.iter("{*}image", "{*}feImage"):
        for attribute in _HREFS:
            target = element.get(attribute, "").strip()
            if target and not target.startswith("#") and not _is_safe_data(target, name):
                del element.attrib[attribute]


def _is_safe_data(target: str, name: str) -> bool:
    """Tell whether *target* is a picture inside the file; a bomb in it raises."""
    from bulletin_export.pictures import sizing

    head, _, body = target.partition(",")
    if not head.lower().startswith("data:image/"):
        return False
    try:
        data = b64decode(body) if head.lower().endswith(";base64") else unquote_to_bytes(body)
        sizing.size(data, name)
    except binascii.Error:
        return False
    return True
