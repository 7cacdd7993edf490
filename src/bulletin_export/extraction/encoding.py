"""Bytes into characters: what the bytes are beats what the page says they are."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import InvalidOptionError, MalformedSourceError
from bulletin_export.extraction.charsets.decoding import decoded
from bulletin_export.extraction.charsets.doubling import beyond_ascii, remarks_on, telling
from bulletin_export.extraction.charsets.labels import codec_of, page_codec
from bulletin_export.patterns import lazy_pattern
from bulletin_export.wording import phrase

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: A tag in UTF-16 without a mark; the group tells that the lower byte comes first.
_WIDE_START = lazy_pattern(rb"(?:\s\0)*(<\0[!?a-zA-Z]\0)|(?:\0\s)*\0<\0[!?a-zA-Z]")
#: In UTF-8, as many bytes beyond ASCII do not follow each other by chance.
_CERTAINLY_UTF8 = 30
#: Of this many characters beyond ASCII one may be broken, and the encoding is still sure.
_SOUND = 5
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_ASCII = bytes(range(0x80))
#: So many damaged characters are too few to judge by.
_A_FEW = 20

_XML_LABEL = lazy_pattern(rb"""<\?xml\b[^<>]*?\bencoding\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_META_LABEL = lazy_pattern(rb"""<meta\b[^<>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_COMMENT = lazy_pattern(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_MEDIA_TYPE_LABEL = lazy_pattern(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CONTROLS = frozenset(map(chr, (*range(9), 0x0B, *range(0x0E, 0x20), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF)))
_CONTROL = lazy_pattern(f"[{''.join(map(re.escape, sorted(_CONTROLS)))}]")
_WITHOUT_CONTROLS = dict.fromkeys(map(ord, _CONTROLS))

_OF_EAST_ASIA = frozenset(("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949"))
#: Labels that are compared with the text: the next country's, and what editors write unasked.
_OFTEN_WRONG = _OF_EAST_ASIA | {"cp1252", "iso8859-15", "mac-roman"}

#: How far into the page a label is looked for: browsers stop at 1,024, pages do not.
_HEAD = 65_536


class Decoded(msgspec.Struct, frozen=True):
    """The characters of a source, the encoding that gave them, and remarks."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, media_type: str = "", name: str = "", told: str = "") -> Decoded:
    """Return the characters of *data*, free of control characters.

    *told* is what a person says the encoding is, and is believed. Else the order is: byte
    order mark (UTF-8's only before UTF-8: editors set it before anything), UTF-16 that begins
    with a tag, UTF-8, UTF-8 with parts in something older, the declared name widened
    (``gb2312`` is read as GB18030), whatever fits best. Old encodings are read as WHATWG
    Encoding has them.

    Raises:
        MalformedSourceError: So many bytes stand for nothing that it cannot be text.
        InvalidOptionError: Nobody knows the encoding *told*.
    """
    mark, marked = next(((m, e) for m, e in _BOMS if data.startswith(m)), (b"", ""))
    if told:
        encoding = _as_told(told, marked)
        return _finished(decoded(data[len(mark) :], encoding), encoding, name)
    data = data[len(mark) :]
    if marked and marked != "utf-8":
        return _finished(data.decode(marked, "replace"), marked, name)
    wide = None if marked else _WIDE_START.match(data)
    if wide:
        encoding = "utf-16-le" if wide[1] else "utf-16-be"
        return _finished(data.decode(encoding, "replace"), encoding, name)
    data = data.replace(b"\0", b"")
    with suppress(UnicodeDecodeError):
        return _finished(data.decode("utf-8"), "utf-8", name, is_exact=True)
    text, encoding = _as_utf8(data) or _as_older(data, media_type)
    return _finished(text, encoding, name)


def _as_told(told: str, marked: str) -> str:
    encoding = codec_of(told)
    if not encoding:
        advice = phrase("known-encodings")
        raise InvalidOptionError(option="encoding", value=told, advice=advice)
    # The mark knows better which byte comes first.
    return (
        marked if encoding[:6] in ("utf-16", "utf-32") and marked[:6] == encoding[:6] else encoding
    )


def declared_encodings(data: bytes, media_type: str = "") -> Iterator[str]:
    """Yield the Python names of the encodings the source claims, widened, the surest first."""
    from_header = _MEDIA_TYPE_LABEL.search(media_type)
    labels = [from_header[1]] if from_header else []
    head = _COMMENT.sub(b"", data[:_HEAD])
    found = (*_XML_LABEL.findall(head[:1024]), *_META_LABEL.findall(head))
    inside = [label.decode("ascii", "replace") for label in found]
    for codec in map(page_codec, labels):
        if codec:
            yield codec
    for codec in map(page_codec, inside):
        if codec:  # whoever could read the label was not reading UTF-16
            yield "utf-8" if codec.startswith("utf-16") else codec


def _as_utf8(data: bytes) -> tuple[str, str] | None:
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8"), "utf-8"
    try:
        # Some programs write half a pair, or both halves, as if they were characters (CESU-8).
        halves = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    whole = halves.encode("utf-16-le", "surrogatepass")
    return whole.decode("utf-16-le", "replace"), "utf-8"


def _as_older(data: bytes, media_type: str) -> tuple[str, str]:
    labels = [
        codec for codec in dict.fromkeys(declared_encodings(data, media_type)) if codec != "utf-8"
    ]
    return _as_mixture(data, labels) or _nearly_utf8(data) or _fitting(data, labels)


def _as_mixture(data: bytes, labels: list[str]) -> tuple[str, str] | None:
    """Return the text if some of its elements are UTF-8 and others in something older.

    Sites paste parts of one encoding into pages of another. ``<`` is ``<`` in all of them.
    """
    parts = data.split(b"<")
    beyond = [len(part) - len(part.translate(None, _BEYOND_ASCII)) for part in parts]
    certain = sum(
        count for count, part in zip(beyond, parts, strict=True)
        if count >= _CERTAINLY_UTF8 and _as_utf8(part)
    )  # fmt: skip
    if certain * 10 < sum(beyond) or not certain:
        return None
    older = next((label for label in labels if label in _OF_EAST_ASIA), "gb18030")
    read = (
        (_as_utf8(part) or _nearly_utf8(part) or (decoded(part, older), older))[0] for part in parts
    )
    return "<".join(read), "utf-8"


def _nearly_utf8(data: bytes) -> tuple[str, str] | None:
    """Return the text if hardly any of it is broken, as when a program cut it by bytes."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return (text, "utf-8") if broken * _SOUND <= beyond - broken else None


def _fitting(data: bytes, labels: list[str]) -> tuple[str, str]:
    """Return the text in the encoding that is declared, or in another if that is far likelier."""
    from bulletin_export.extraction.charsets.guessing import best_guess, rival

    for label in labels:
        codec = rival(data, label) if label in _OFTEN_WRONG else label
        text = decoded(data, codec)
        # A label that spoils more than one character in fifty is a wrong label.
        if codec in _OFTEN_WRONG or text.count("\ufffd") * 50 <= len(text):
            return text, codec
    codec = best_guess(data)
    return decoded(data, codec), codec


def _finished(text: str, encoding: str, name: str, *, is_exact: bool = False) -> Decoded:
    beyond = beyond_ascii(text)
    damaged, size = beyond.count("\ufffd"), len(text)
    if _CONTROL.search(beyond):
        text = text.translate(_WITHOUT_CONTROLS)
    strange = damaged + size - len(text)
    if strange * 20 > size and strange > _A_FEW:
        raise MalformedSourceError(source=name, reason=phrase("not-text-at-all"))
    remarks = remarks_on(text, telling(beyond), name)
    if damaged:
        facts: dict[str, str | int] = {"count": damaged, "encoding": encoding}
        code = "characters-lost" if is_exact else "bytes-unreadable"
        remarks = (Diagnostic(code=code, where=name, facts=facts), *remarks)
    return Decoded(text, encoding, remarks)
