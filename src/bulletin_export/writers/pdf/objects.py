"""PDF objects that we spell out ourselves, numbered and filed by reportlab.

reportlab's own stream leaves out the line end before ``endstream`` (ISO 19005-2, 6.1.7.1)
and deflates at one level only. libdeflate gives the same bytes on every processor.
An object is filed as soon as it is complete, and then only its bytes are kept: streams
as they are, all others packed together (ISO 32000-1, 7.5.7 and 7.5.8).
"""

from __future__ import annotations

import struct
from io import BytesIO
from itertools import accumulate
from typing import Any

import deflate
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject

#: Measured on 150 kB of glyphs: level 6 takes 1.8 times as long and saves 6 %; zlib's level 1
#: takes 2.5 times as long and costs 3 %.
_LEVEL = 1
#: Dictionaries repeat themselves: here a better search costs little and saves a quarter.
_PACKED_LEVEL = 6

_VERSION = (1, 7)
#: Four bytes above 127 say that the file is not text (ISO 19005-2, 6.1.2).
_HEAD = b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % _VERSION
#: Objects packed together; a reader unpacks all of them for one.
_PACK = 200

_IN_FILE, _IN_PACK = 1, 2
_ROW = struct.Struct(">BIH")


class Raw(PDFObject):
    """An object in its final bytes; without a *body* it gets one later, by `Objects.fill`."""

    __RefOnly__ = 1

    def __init__(self, body: bytes = b"", *, is_stream: bool = False) -> None:
        self.body = body
        self.is_stream = is_stream
        #: Set when it is added.
        self.number = 0

    @property
    def reference(self) -> bytes:
        """What leads to it, once it has a number."""
        return b"%d 0 R" % self.number

    def format(self, document: object) -> bytes:  # noqa: ARG002 — reportlab's protocol
        """Return the bytes, or the reference once it has a number."""
        return self.reference if self.number else self.body


class Objects:
    """Gives numbers to the objects of one file and writes them out."""

    def __init__(self) -> None:
        # reportlab is untyped; nobody else here touches its document.
        document: Any = PDFDocument(invariant=1, pdfVersion=_VERSION)
        self._document = document
        self._catalogue: Any = PDFDictionary({"Type": b"/Catalog"})
        self._file = BytesIO()
        self._file.write(_HEAD)
        #: Where object n lies, row n: its kind and two numbers (ISO 32000-1, table 18).
        self._places = bytearray(_ROW.pack(0, 0, 0xFFFF))
        #: Objects that have a number and no body yet.
        self._open: dict[int, Raw] = {}
        self._pack: list[tuple[int, bytes]] = []
        self._pages: list[bytes] = []
        self._page_tree = Raw()
        #: The reference to the parent of all pages.
        self.page_tree = self.add(self._page_tree)

    def add(self, target: Raw) -> bytes:
        """Give *target* a number if it has none, and file it if it is complete.

        Return the reference to it.
        """
        if not target.number:
            target.number = len(self._places) // _ROW.size
            self._places += bytes(_ROW.size)
            if not target.body:
                self._open[target.number] = target
            else:
                self._close(target)
        return target.reference

    def fill(self, target: Raw, body: bytes | Raw) -> None:
        """Give *target*, which was added without one, its *body*, and file it."""
        if isinstance(body, Raw):
            target.is_stream, body = body.is_stream, body.body
        target.body = body
        self._close(target)

    def add_page(self, page: Raw, place: int | None = None) -> bytes:
        """Add *page* after the others, or as number *place* from 0; return the reference to it."""
        reference = self.add(page)
        self._pages.insert(len(self._pages) if place is None else place, reference)
        return reference

    def set_catalogue(self, **entries: bytes | Raw) -> None:
        """Set *entries* of the catalogue (ISO 32000-1, 7.7.2)."""
        for key, value in entries.items():
            self._catalogue[key] = self.add(value) if isinstance(value, Raw) else value

    def sign(self, data: bytes) -> None:
        """Let *data* have a say in the identifier of the file (ISO 32000-1, 14.4)."""
        self._document.updateSignature(data)

    def written(self, information: bytes) -> bytes:
        """Return the whole file; *information* is its information dictionary."""
        kids = (len(self._pages), b" ".join(self._pages))
        self.fill(self._page_tree, b"<< /Type /Pages /Count %d /Kids [%s] >>" % kids)
        self.set_catalogue(Pages=self.page_tree)
        root = self.add(Raw(self._catalogue.format(self._document)))
        info = self.add(Raw(information))
        self.sign(information)
        while self._open:
            self._close(next(iter(self._open.values())))
        self._close_pack()
        self._close_file(b"/Root %s /Info %s" % (root, info))
        return self._file.getvalue()

    def _close(self, target: Raw) -> None:
        """File *target*, and keep no more of it than its bytes."""
        self._open.pop(target.number, None)
        body = target.body or b"null"
        target.body = b""
        if target.is_stream:
            self._write(target.number, body)
            return
        self._pack.append((target.number, body))
        if len(self._pack) == _PACK:
            self._close_pack()

    def _write(self, number: int, body: bytes) -> None:
        self._place(number, _IN_FILE, self._file.tell(), 0)
        self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _place(self, number: int, kind: int, first: int, second: int) -> None:
        _ROW.pack_into(self._places, number * _ROW.size, kind, first, second)

    def _close_pack(self) -> None:
        """File the objects that wait, as one stream (ISO 32000-1, 7.5.7)."""
        if not self._pack:
            return
        bodies = [body for _, body in self._pack]
        starts = accumulate((len(body) + 1 for body in bodies), initial=0)
        numbers = (number for number, _ in self._pack)
        index = b" ".join(map(b"%d %d".__mod__, zip(numbers, starts, strict=False)))
        data = b"%s\n%s" % (index, b"\n".join(bodies))
        entries = b"/Type /ObjStm /N %d /First %d" % (len(bodies), len(index) + 1)
        own = len(self._places) // _ROW.size
        for place, (number, _) in enumerate(self._pack):
            self._place(number, _IN_PACK, own, place)
        self._pack.clear()
        self.add(stream(data, entries, level=_PACKED_LEVEL))

    def _close_file(self, entries: bytes) -> None:
        """Write where everything lies (ISO 32000-1, 7.5.8), each row less the one above it."""
        number, start = len(self._places) // _ROW.size, self._file.tell()
        self._places += _ROW.pack(_IN_FILE, start, 0)
        identifier = self._document.signature.hexdigest().encode()
        entries = b"/Type /XRef /Size %d /W [1 4 2] %s /ID [<%s> <%s>] %s" % (
            number + 1,
            entries,
            identifier,
            identifier,
            b"/DecodeParms << /Predictor 12 /Columns %d >>" % _ROW.size,
        )
        table = stream(_lessened(self._places), entries, level=_PACKED_LEVEL)
        self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, table.body))
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % start)


def _lessened(rows: bytes | bytearray) -> bytes:
    """Return *rows*, each less the one above it, as PNG's second filter does."""
    above: bytes | bytearray = bytes(_ROW.size)
    less = bytearray()
    for at in range(0, len(rows), _ROW.size):
        row = rows[at : at + _ROW.size]
        less.append(2)
        less += bytes([(low - high) & 0xFF for low, high in zip(row, above, strict=True)])
        above = row
    return bytes(less)


def stream(
    data: bytes, entries: bytes = b"", *, is_deflated: bool = False, level: int = _LEVEL
) -> Raw:
    """Return *data* as a stream object with *entries* in its dictionary.

    ``is_deflated``: *data* goes in as it is; if it has a filter, *entries* name it already.
    """
    if not is_deflated:
        data = bytes(deflate.zlib_compress(data, level))
        entries += b" /Filter /FlateDecode"
    body = b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)
    return Raw(body, is_stream=True)


def literal(data: bytes) -> bytes:
    """Return the literal string object of *data*."""
    data = data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    # Readers take a bare CR for LF, and Ghostscript several LF for one.
    return b"(" + data.replace(b"\r", b"\\r").replace(b"\n", b"\\n") + b")"


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
