"""Style sheets (EPUB 3.3, 6.3): whole rules, no direction of text, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from bulletin_export.checking.epub.container import fault
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.ocf import Package

_CSS = "text/css"
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_TEXT = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'")
_ADDRESS = re.compile(
    r"url\(\s*[\"']?([^\"')]*)[\"']?\s*\)|@import\s+[\"']([^\"']*)[\"']", re.IGNORECASE
)
#: The package and the document say it (EPUB 3.3, 6.3.1.2).
_DIRECTION = re.compile(r"[{;\s](direction|unicode-bidi)\s*:", re.IGNORECASE)


def faults(book: Package) -> Iterator[Diagnostic]:
    """Find what is wrong with the style sheets of *book*."""
    for item in book.items:
        if item.media_type == _CSS and item.path in book.container.files:
            css = _REMARK.sub("", book.container.read(item.path).decode("utf-8", "replace"))
            yield from _faults(book, item.path, css)


def _faults(book: Package, path: str, css: str) -> Iterator[Diagnostic]:
    bare = _TEXT.sub("", css)
    if bare.count("{") != bare.count("}"):
        yield fault("book-markup-broken", path, reason="{ }")
    for name in dict.fromkeys(_DIRECTION.findall(bare)):
        yield fault("book-attribute", path, name=name, element="css")
    for address in map("".join, _ADDRESS.findall(css)):
        if address.startswith(("http:", "https:", "//")):
            yield fault("book-remote", path, target=address)
        elif not address.startswith(("data:", "#")):
            target = normpath(join(dirname(path), unquote(address.partition("#")[0])))
            if target not in book.by_path:
                yield fault("book-link-dead", path, target=address)
