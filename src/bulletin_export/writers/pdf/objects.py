"""PDF objects that we spell out ourselves, numbered and filed by reportlab.

reportlab's own stream leaves out the line end before ``endstream`` (ISO 19005-2, 6.1.7.1)
and deflates at one level only. libdeflate gives the same bytes on every processor.
"""

from __future__ import annotations

from typing import Any

import deflate
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

#: Measured on 150 kB of glyphs: level 6 takes 1.8 times as long and saves 6 %; zlib's level 1
#: takes 2.5 times as long and costs 3 %.
_LEVEL = 1

_VERSION = (1, 7)


class Raw(PDFObject):
    """An object in its final bytes; ``body`` may be filled in until the file is closed."""

    __RefOnly__ = 1

    def __init__(self, body: bytes = b"null") -> None:
        self.body = body

    def format(self, document: object) -> bytes:  # noqa: ARG002 — reportlab's protocol
        """Return the bytes."""
        return self.body


class Objects:
    """Gives numbers to the objects of one file and writes them out."""

    def __init__(self) -> None:
        # reportlab is untyped; nobody else here touches its document.
        self._document: Any = PDFDocument(invariant=1, pdfVersion=_VERSION)
        self.set_catalogue(Outlines=None)

    def add(self, target: Raw) -> bytes:
        """Give *target* a number if it has none; return the reference to it."""
        written: bytes = self._document.Reference(target).format(self._document)
        return written

    def add_page(self, page: Raw) -> bytes:
        """Add *page* after the others; return the reference to it."""
        self._document.addPage(page)
        return self.add(page)

    @property
    def page_tree(self) -> bytes:
        """The reference to the parent of all pages."""
        written: bytes = self._document.Reference(self._document.Pages).format(self._document)
        return written

    def set_catalogue(self, **entries: bytes | Raw | None) -> None:
        """Set *entries* of the catalogue (ISO 32000-1, 7.7.2)."""
        for key, value in entries.items():
            setattr(self._document.Catalog, key, value)

    def sign(self, data: bytes) -> None:
        """Let *data* have a say in the identifier of the file (ISO 32000-1, 14.4)."""
        self._document.updateSignature(data)

    def written(self, information: Raw) -> bytes:
        """Return the whole file; *information* is its information dictionary."""
        self._document.info = information
        data: bytes = self._document.format()
        return data


def stream(data: bytes, entries: bytes = b"", *, is_deflated: bool = False) -> Raw:
    """Return *data* as a stream object with *entries* in its dictionary.

    ``is_deflated``: *entries* name the filter already.
    """
    if not is_deflated:
        data = bytes(deflate.zlib_compress(data, _LEVEL))
        entries += b" /Filter /FlateDecode"
    return Raw(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data))


def literal(data: bytes) -> bytes:
    """Return the literal string object of *data*."""
    data = data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"(" + data.replace(b"\r", b"\\r") + b")"


def text_string(text: str) -> bytes:
    """Return *text* as a text string: ASCII as it is, else UTF-16BE with its mark."""
    if text.isascii():
        return literal(text.encode("ascii"))
    return literal(b"\xfe\xff" + text.encode("utf-16-be", "replace"))


def name(text: str) -> bytes:
    """Return *text* as a name object; what a name may not hold is written as ``#xx``."""
    plain = (chr(byte) if chr(byte).isalnum() or byte in b"-_.+" else f"#{byte:02X}"
             for byte in text.encode("utf-8"))  # fmt: skip
    return ("/" + "".join(plain)).encode("ascii")
