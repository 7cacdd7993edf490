"""Pictures of news messages: the best of several renditions, with caption and credit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec
from lxml import etree

from bulletin_export.extraction.news.elements import children, line, value, words
from bulletin_export.patterns import lazy_pattern

_SMALL = lazy_pattern(r"thumb|icon|squared|teaser|low.?res|quicklook", re.IGNORECASE)
_FULL = lazy_pattern(r"high.?res|main|full|base|original|hires", re.IGNORECASE)
_PICTURE = lazy_pattern(r"image|photo|picture|graphic|drawing|cartoon|jpe?g|png|gif", re.IGNORECASE)
_PICTURE_ENDING = lazy_pattern(
    r"\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|avif)(?:[?#]|$)", re.IGNORECASE
)


class Rendition(msgspec.Struct, frozen=True):
    """One form in which a picture (or film, or sound) is offered; ``width`` in pixels, or 0."""

    address: str
    kind: str = ""
    label: str = ""
    width: int = 0

    @property
    def is_picture(self) -> bool:
        """Whether paper can show it."""
        return (
            bool(_PICTURE.search(self.kind))
            if self.kind
            else bool(_PICTURE_ENDING.search(self.address))
        )


def number(text: str) -> int:
    """Return the number that *text* is, in pixels, or 0."""
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def best(renditions: Iterable[Rendition]) -> Rendition | None:
    """Return the rendition to print: no thumbnail, the widest, the one meant for print."""
    offered = [one for one in renditions if one.address]
    return max(offered, key=_worth, default=None)


def _worth(one: Rendition) -> tuple[bool, bool, int, bool]:
    label = one.label or one.address
    return one.is_picture, not _SMALL.search(label), one.width, bool(_FULL.search(label))


def picture(media: Any) -> Any:
    """Return NITF's ``<media>`` as an HTML figure: picture, caption, producer."""
    kind = value(media, "media-type")
    offered = [
        Rendition(
            value(one, "source") or value(one, "href"),
            value(one, "mime-type") or kind,
            " ".join((value(one, "name"), value(one, "data-location"))),
            number(value(one, "width")),
        )
        for one in children(media, "media-reference")
    ]
    named = next(children(media, "media-reference"), None)
    captions = [words(one) for one in children(media, "media-caption")]
    producers = [line(one) for one in children(media, "media-producer")]
    alternative = value(named, "alternate-text") or value(named, "name")
    return figure(best(offered), [*captions, *producers], alternative)


def figure(rendition: Rendition | None, captions: Iterable[str], alternative: str = "") -> Any:
    """Return an HTML figure of *rendition* with its *captions*; a film becomes what links to it."""
    root = etree.Element("figure")
    if rendition and rendition.is_picture:
        etree.SubElement(root, "img", src=_clean(rendition.address), alt=_clean(alternative))
    elif rendition:
        sound = "audio" if "audio" in rendition.kind else "video"
        etree.SubElement(root, sound, src=_clean(rendition.address))
    caption = " ".join(dict.fromkeys(filter(None, captions)))
    if caption:
        etree.SubElement(root, "figcaption").text = caption
    return root


def _clean(text: str) -> str:
    return "".join(one for one in text if one >= " ")
