"""Bytes into characters: what the bytes are beats what the page says they are."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import MalformedSourceError
from bulletin_export.patterns import lazy_pattern
from bulletin_export.wording import phrase

#: Labels on Chinese, Japanese and Korean pages name a subset of what the bytes hold
#: (WHATWG Encoding §4.2 widens them the same way).
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
}

#: Codecs of Python that no browser knows (WHATWG Encoding §4.2), and one that browsers refuse.
_NOT_FOR_PAGES = frozenset(
    ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7")
)

#: Encodings that nobody declares; the one that reads with the fewest oddities wins.
_GUESSES = ("gb18030", "big5hkscs", "cp932", "cp949")

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
_BEYOND_ASCII = bytes(range(0x80, 0x100))
#: So many damaged characters are too few to judge by.
_A_FEW = 20

_LABEL = lazy_pattern(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_MEDIA_TYPE_LABEL = lazy_pattern(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_CONTROLS = "".join(map(chr, (*range(9), 0x0B, *range(0x0E, 0x20), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF)))
_WITHOUT_CONTROLS = dict.fromkeys(map(ord, _CONTROLS))
_COMMON_HAN = lazy_pattern("[的一是不了在有人这中大来上国和说为以会发時會這個來]")
_ODD = lazy_pattern("[\ufffd\ue000-\uf8ff\uff61-\uff9f]")

#: How far into the page a label is looked for.
_HEAD = 4096


class Decoded(msgspec.Struct, frozen=True):
    """The characters of a source, the encoding that gave them, and remarks."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, media_type: str = "", name: str = "", told: str = "") -> Decoded:
    """Return the characters of *data*, free of control characters.

    *told* is what a person says the encoding is, and is believed. Else the order is: byte
    order mark, UTF-16 that begins with a tag, UTF-8, UTF-8 with parts in GB18030, the declared
    name widened (``gb2312`` is read as GB18030), whatever fits best.

    Raises:
        MalformedSourceError: So many bytes stand for nothing that it cannot be text.
    """
    if told:
        known = codecs.lookup(told).name
        encoding = _WIDER.get(known, known)
        return _finished(data.decode(encoding, "replace"), encoding, name)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _finished(data[len(mark) :].decode(encoding, "replace"), encoding, name)
    wide = _WIDE_START.match(data)
    if wide:
        encoding = "utf-16-le" if wide[1] else "utf-16-be"
        return _finished(data.decode(encoding, "replace"), encoding, name)
    data = data.replace(b"\0", b"")
    text, encoding = (
        _as_utf8(data) or _as_mixture(data) or _by_label(data, media_type) or _best_guess(data)
    )
    return _finished(text, encoding, name)


def declared_encoding(data: bytes, media_type: str = "") -> str:
    """Return the Python name of the encoding the source claims, widened, or nothing."""
    from_header = _MEDIA_TYPE_LABEL.search(media_type)
    labels = [from_header[1]] if from_header else []
    labels += [match[1].decode("ascii") for match in _LABEL.finditer(data[:_HEAD])]
    for label in labels:
        try:
            known = codecs.lookup(label).name
        except LookupError:
            continue
        if known not in _NOT_FOR_PAGES:
            return _WIDER.get(known, known)
    return ""


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


def _as_mixture(data: bytes) -> tuple[str, str] | None:
    """Return the text if some of its elements are UTF-8 and others GB18030.

    Sites paste parts of one encoding into pages of another. ``<`` is ``<`` in both.
    """
    parts = data.split(b"<")
    beyond = [len(part) - len(part.translate(None, _BEYOND_ASCII)) for part in parts]
    texts = [_as_utf8(part) for part in parts]
    certain = sum(
        count for count, text in zip(beyond, texts, strict=True)
        if text and count >= _CERTAINLY_UTF8
    )  # fmt: skip
    if certain * 10 < sum(beyond) or not certain:
        return None
    read = (
        text[0] if text else part.decode("gb18030", "replace")
        for part, text in zip(parts, texts, strict=True)
    )
    return "<".join(read), "utf-8"


def _by_label(data: bytes, media_type: str) -> tuple[str, str] | None:
    encoding = declared_encoding(data, media_type)
    if not encoding:
        return None
    try:
        text = data.decode(encoding, "replace")
    except LookupError:  # a codec that is not for text
        return None
    # A label that spoils more than one character in fifty is a wrong label.
    if encoding.startswith(("utf", "iso2022")) and text.count("\ufffd") * 50 > len(text):
        return None
    return text, encoding


def _best_guess(data: bytes) -> tuple[str, str]:
    sample = data[:200_000]
    utf8 = sample.decode("utf-8", "replace")
    if utf8.count("\ufffd") * 50 < len(utf8):
        return data.decode("utf-8", "replace"), "utf-8"
    best = max(_GUESSES, key=lambda encoding: _likeness(sample, encoding))
    return data.decode(best, "replace"), best


def _likeness(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    return len(_COMMON_HAN.findall(text)) - 10 * len(_ODD.findall(text))


def _finished(text: str, encoding: str, name: str) -> Decoded:
    damaged = text.count("\ufffd")
    # Most pages have none, and looking is much faster than translating.
    if any(map(text.__contains__, _CONTROLS)):
        text = text.translate(_WITHOUT_CONTROLS)
    if not damaged:
        return Decoded(text, encoding)
    if damaged * 20 > len(text) and damaged > _A_FEW:
        raise MalformedSourceError(source=name, reason=phrase("not-text-at-all"))
    facts: dict[str, str | int] = {"count": damaged, "encoding": encoding}
    return Decoded(text, encoding, (Diagnostic(code="bytes-unreadable", where=name, facts=facts),))
