"""The documents of a book as trees of HTML, and the pictures they show."""

from __future__ import annotations

from html.entities import html5
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from lxml import etree

from bulletin_export.errors import UnreadableSourceError
from bulletin_export.extraction.encoding import decode
from bulletin_export.extraction.repair import parse
from bulletin_export.model.article import Article
from bulletin_export.ocf import Container, parser
from bulletin_export.patterns import lazy_pattern
from bulletin_export.sources import Fetch
from bulletin_export.transforms.base import Transformed
from bulletin_export.transforms.media import gather_media
from bulletin_export.wording import phrase

_ENTITY = lazy_pattern(r"&(?!amp;|lt;|gt;|quot;|apos;)(\w+;)")
_DECLARATION = lazy_pattern(r"\s*<\?xml[^>]*\?>")
_DOCTYPE = lazy_pattern(r"\s*<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>")


def body_of(data: bytes, name: str) -> tuple[Any, str]:
    """Return the ``body`` of the document *data*, HTML names without namespace, and its title.

    Raises:
        MalformedSourceError: Not even as HTML can it be read.
    """
    text = decode(data, "application/xhtml+xml", name).text
    root = _as_xml(text)
    if root is None:
        root = parse(text, name)
    title = " ".join((root.findtext(".//head/title") or "").split())
    etree.strip_elements(root, "script", "style", "head", with_tail=False)
    body = root.find(".//body")
    return (root if body is None else body), title


def with_pictures(article: Article, container: Container, path: str) -> Transformed:
    """Return *article*, from the document at *path*, with its pictures out of the book."""
    return gather_media(article, _fetch_from(container, path))


def _fetch_from(container: Container, path: str) -> Fetch:
    def fetch(address: str) -> bytes:
        part = normpath(join(dirname(path), unquote(address.partition("#")[0])))
        if part not in container.files:
            raise UnreadableSourceError(source=address, reason=phrase("not-in-container"))
        return container.read(part)

    return fetch


def _as_xml(text: str) -> Any:
    """Return the root of *text*, or None if it is no XML."""
    plain = _DOCTYPE.sub("", _DECLARATION.sub("", text, count=1), count=1)
    plain = _ENTITY.sub(lambda one: html5.get(one[1], one[0]), plain)
    try:
        root = etree.fromstring(plain.encode(), parser())
    except etree.XMLSyntaxError:
        return None
    for one in root.iter("{*}*"):
        one.tag = etree.QName(one).localname.lower()
    return root
