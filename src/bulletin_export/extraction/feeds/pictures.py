"""Pictures, sound and films that an entry names beside its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.addresses import link_target
from bulletin_export.model.nodes import Block, Figure, Image, Link, Paragraph, Text
from bulletin_export.patterns import lazy_pattern

_PICTURE = lazy_pattern(
    r"\.(?:jpe?g|jpe|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#!@:]|$)", re.IGNORECASE
)
_SOUND = lazy_pattern(r"\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac|wma)(?:[?#]|$)", re.IGNORECASE)
_FILM = lazy_pattern(
    r"\.(?:mp4|m4v|mov|avi|webm|mkv|flv|wmv|mpe?g|3gp|m3u8)(?:[?#]|$)", re.IGNORECASE
)
#: Faces of those who write stand in many feeds as if they were pictures of the text.
_FACE = lazy_pattern(r"gravatar\.com/avatar|/avatars?/", re.IGNORECASE)
_SIZE = lazy_pattern(r"-\d{2,4}x\d{2,4}(?=\.\w+$)|[!@_]\w*$")


#: Addresses times characters: nobody waits for so many comparisons.
_TOO_MUCH = 10**9


class Enclosure(msgspec.Struct, frozen=True):
    """Something beside the text: its address, what kind it is said to be, and its words."""

    address: str
    #: A media type, or the first half of one.
    kind: str = ""
    title: str = ""
    caption: str = ""
    #: A small form of another picture; worth showing only where there is no other.
    is_preview: bool = False

    @property
    def medium(self) -> str:
        """``image``, ``audio``, ``video`` or ``file``: what is said, else what the ending tells."""
        said = self.kind.lower().partition("/")[0].strip()
        if said in ("image", "audio", "video"):
            return said
        for medium, pattern in (("image", _PICTURE), ("audio", _SOUND), ("video", _FILM)):
            if pattern.search(self.address):
                return medium
        return "image" if self.is_preview and not said else "file"


def beside_text(
    enclosures: Iterable[Enclosure], content: str, has_picture: bool, where: str
) -> tuple[list[Block], list[Block], list[Diagnostic]]:
    """Return what *enclosures* add before and after a text, and remarks.

    *content* is the text as the feed has it: what it shows already is not added again.
    """
    unique = list({one.address: one for one in reversed(list(enclosures))}.values())[::-1]
    if len(unique) * len(content) > _TOO_MUCH:
        content = ""
    above: list[Block] = list(_figures(unique, content, has_picture))
    below: list[Block] = []
    remarks: list[Diagnostic] = []
    for one in unique:
        if one.medium == "image" or one.address in content:
            continue
        target = link_target(one.address, "")
        facts: dict[str, str | int] = {"kind": one.medium, "address": one.address[:200]}
        code = "media-linked" if target else "media-dropped"
        remarks.append(Diagnostic(code=code, severity=Severity.INFO, where=where, facts=facts))
        if target:
            below.append(Paragraph((Link(target, (Text(one.title or target),)),)))
    return above, below, remarks


def _figures(enclosures: list[Enclosure], content: str, has_picture: bool) -> Iterator[Figure]:
    pictures = [
        one for one in enclosures if one.medium == "image" and not _FACE.search(one.address)
    ]
    full = [one for one in pictures if not one.is_preview]
    if not full and not has_picture:
        full = pictures[:1]
    shown: set[str] = set()
    for one in full:
        name = _file_name(one.address)
        if name in shown or _shows(content, name, one.address):
            continue
        shown.add(name)
        caption = (Text(one.caption),) if one.caption else ()
        yield Figure((Image(one.address, one.title),), caption)


def _file_name(address: str) -> str:
    """Return what tells a picture from others, whatever size of it is meant."""
    name = re.split(r"[?#]", address, maxsplit=1)[0].rpartition("/")[2]
    return _SIZE.sub("", name) or address


def _shows(content: str, name: str, address: str) -> bool:
    stem = name.rpartition(".")[0] or name
    return address in content or (len(stem) >= 5 and stem in content)
