"""Fetch an article's pictures through a function that was given."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as BadBase64
from itertools import filterfalse
from urllib.parse import unquote_to_bytes

import msgspec

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import (
    BrokenPictureError,
    FetchError,
    NetworkRefusedError,
    ReadError,
)
from bulletin_export.model.article import Article
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import (
    Block,
    Emphasis,
    Image,
    Inline,
    Link,
    Paragraph,
    Strong,
    Text,
)
from bulletin_export.model.walk import map_inlines, walk
from bulletin_export.patterns import lazy_pattern
from bulletin_export.sources import Fetch, Web, is_address, is_remote, seen_from
from bulletin_export.transforms.base import Transformed
from bulletin_export.wording import phrase

_DATA = lazy_pattern(r"data:(?P<type>[\w.+/-]*)[^,]*?(?P<base64>;base64)?,", re.IGNORECASE)


def gather_media(article: Article, fetch: Fetch, web: Web | None = None) -> Transformed:
    """Return *article* with the bytes of its pictures beside it, each once.

    What is written into the page itself (``data:``, RFC 2397) is decoded here; every
    other address is asked of *fetch*, or of *web* if it leads there. A picture that
    cannot be had or is none stays in the tree without bytes, for a writer to print
    its description, and is named in a diagnostic.
    """
    wanted = _wanted(article)
    if not wanted:
        return Transformed(article)
    if web is not None:
        fetch = _asked_at_once(wanted, article.metadata.address, fetch, web)
    gathering = _Gathering(article, fetch)
    article = map_inlines(article, gathering.inline)
    media = {item.name: item for item in (*article.media, *gathering.items.values())}
    article = msgspec.structs.replace(article, media=tuple(media.values()))
    return Transformed(article, diagnostics=tuple(gathering.diagnostics))


def _wanted(article: Article) -> tuple[str, ...]:
    """Return the addresses of all pictures that have no bytes yet, each once."""
    rich = filterfalse(_is_plain, article.blocks)
    images = (node for node in walk(rich) if isinstance(node, Image))
    return tuple(dict.fromkeys(one.address for one in images if not one.media))


def _asked_at_once(wanted: tuple[str, ...], base: str, fetch: Fetch, web: Web) -> Fetch:
    """Return what gives the pictures *wanted*: all that *fetch* has not are asked of *web* now.

    Those of a saved page that are not beside it may lie where the page came from, its *base*.
    """
    beside: dict[str, bytes] = {}
    places: dict[str, str] = {}
    for address in wanted:
        if _DATA.match(address):
            continue
        try:
            beside[address] = fetch(address)
        except ReadError:
            if is_remote(address) or is_address(base):
                places[address] = seen_from(base, address)
    found = web.pictures(tuple(places.values()), base)

    def answer(address: str) -> bytes:
        if address not in places:
            return beside[address] if address in beside else fetch(address)
        result = found[places[address]]
        if isinstance(result, FetchError):
            raise result
        return result

    return answer


def _is_plain(block: Block) -> bool:
    """Whether *block* is a paragraph of mere words, as most are: no need to walk it."""
    return isinstance(block, Paragraph) and all(map(_is_words, block.children))


def _is_words(inline: Inline) -> bool:
    match inline:
        case Text():
            return True
        case Strong(children) | Link(children=children) | Emphasis(children):
            return all(type(one) is Text for one in children)
        case _:
            return False


class _Gathering:
    """Asks for each address once and remembers the answer."""

    def __init__(self, article: Article, fetch: Fetch) -> None:
        self._where = article.headline.title
        self._fetch = fetch
        self.items: dict[str, MediaItem] = {}
        self._missing: set[str] = set()
        self.diagnostics: list[Diagnostic] = []

    def inline(self, inline: Inline) -> Inline:
        if not isinstance(inline, Image) or inline.media:
            return inline
        item = self._item(inline.address)
        return msgspec.structs.replace(
            inline, address=_short(inline.address), media=item.name if item else ""
        )

    def _item(self, address: str) -> MediaItem | None:
        if address not in self.items and address not in self._missing:
            try:
                self.items[address] = _checked(_bytes(address, self._fetch), _short(address))
            except BrokenPictureError as error:
                self._remark(address, "image-broken", reason=error.facts["reason"])
            except NetworkRefusedError:
                self._remark(address, "image-missing")
            except FetchError as error:
                self._remark(address, "image-not-fetched", reason=error.why())
            except ReadError:
                self._remark(address, "image-missing")
        return self.items.get(address)

    def _remark(self, address: str, code: str, **facts: object) -> None:
        self._missing.add(address)
        facts["image"] = _short(address)
        self.diagnostics.append(
            Diagnostic(code=code, severity=Severity.WARNING, where=self._where, facts=facts)
        )


def _bytes(address: str, fetch: Fetch) -> bytes:
    match = _DATA.match(address)
    if not match:
        return fetch(address)
    written = unquote_to_bytes(address[match.end() :])
    if not match["base64"]:
        return written
    try:
        return b64decode(b"".join(written.split()) + b"==")
    except BadBase64:
        raise BrokenPictureError(image=_short(address), reason=phrase("not-base64")) from None


def _checked(data: bytes, name: str) -> MediaItem:
    """Return *data* as a media item named after what its bytes say it is."""
    from bulletin_export.pictures import size, sniff

    kind = sniff(data)
    if kind is None:
        raise BrokenPictureError(image=name, reason=phrase("picture-kind"))
    size(data, name)  # Broken headers and picture bombs are found out before anybody draws them.
    return MediaItem.of(data, kind)


def _short(address: str) -> str:
    match = _DATA.match(address)
    return f"data:{match['type']}" if match else address
