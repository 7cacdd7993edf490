"""Pictures into the article: from the page itself, or from whoever may fetch them."""

from __future__ import annotations

import binascii
from base64 import b64decode
from urllib.parse import unquote_to_bytes

from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import ReadError
from bulletin_export.model.article import Article
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import Block, Figure, Image, Inline
from bulletin_export.model.walk import find, map_blocks, map_inlines
from bulletin_export.pictures.sniff import sniff
from bulletin_export.sources import Fetch
from bulletin_export.transforms.base import Transformed

_DATA = "data:"


def gather_media(article: Article, fetch: Fetch) -> Transformed:
    """Return *article* with the bytes of its pictures as media items.

    ``data:`` addresses are decoded here and shortened to their media type; others go
    through *fetch*. A picture that cannot be had or is none keeps an empty ``media``,
    and a diagnostic says why.
    """
    gathering = _Gathering(fetch)
    for image in find(article, Image):
        if not image.media:
            gathering.gather(image)
    if not gathering.found:
        return Transformed(article)

    def filled_figure(block: Block) -> Block:
        if not isinstance(block, Figure):
            return block
        return replace(block, images=tuple(map(gathering.filled, block.images)))

    def filled_inline(inline: Inline) -> Inline:
        return gathering.filled(inline) if isinstance(inline, Image) else inline

    article = map_inlines(map_blocks(article, filled_figure), filled_inline)
    known = {item.name for item in article.media}
    items = {item.name: item for item in gathering.items if item.name not in known}
    media = (*article.media, *items.values())
    return Transformed(replace(article, media=media), (), tuple(gathering.diagnostics))


class _Gathering:
    """What was had for each address, each asked for once."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self.found: dict[str, str] = {}
        self.items: list[MediaItem] = []
        self.diagnostics: list[Diagnostic] = []

    def gather(self, image: Image) -> None:
        if image.address in self.found:
            return
        self.found[image.address] = ""
        data = self._bytes(image)
        if data is None:
            return
        media_type = sniff(data)
        if not media_type:
            self._remark("image-broken", image, reason="these bytes are no picture we know")
            return
        item = MediaItem.of(data, media_type)
        self.items.append(item)
        self.found[image.address] = item.name

    def filled(self, image: Image) -> Image:
        if image.media or image.address not in self.found:
            return image
        return replace(image, media=self.found[image.address], address=shown(image.address))

    def _bytes(self, image: Image) -> bytes | None:
        if image.address[:5].lower() == _DATA:
            try:
                return data_bytes(image.address)
            except ValueError as error:
                self._remark("image-broken", image, reason=str(error))
                return None
        try:
            return self._fetch(image.address)
        except ReadError:
            self._remark("image-missing", image)
            return None

    def _remark(self, code: str, image: Image, **facts: str | int) -> None:
        name = image.alt or shown(image.address)
        self.diagnostics.append(Diagnostic(code=code, facts={"image": name, **facts}))


def data_bytes(address: str) -> bytes:
    """Return the bytes that a ``data:`` address carries (RFC 2397).

    Raises:
        ValueError: There is no comma in it, or the base64 is broken.
    """
    head, comma, body = address.partition(",")
    if not comma:
        raise ValueError("the data: address has no comma")
    raw = unquote_to_bytes(body)
    if not head.rstrip().lower().endswith(";base64"):
        return raw
    raw = bytes(byte for byte in raw if byte not in b" \t\r\n")
    try:
        return b64decode(raw + b"=" * (-len(raw) % 4), validate=True)
    except binascii.Error as error:
        raise ValueError("the base64 in the data: address is broken") from error


def shown(address: str) -> str:
    """Return *address* fit for people: of a ``data:`` address only the media type."""
    if address[:5].lower() != _DATA:
        return address
    media_type = address[5:].partition(",")[0].partition(";")[0].strip().lower()
    return f"{_DATA}{media_type}"
