"""Bytes into characters: what the bytes are beats what the page says they are."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from bulletin_export.diagnostics import Diagnostic

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

_LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_MEDIA_TYPE_LABEL = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_COMMON_HAN = re.compile("[的一是不了在有人这中大来上国和说为以会发時會這個來]")
_ODD = re.compile("[\ufffd\ue000-\uf8ff\uff61-\uff9f]")

#: How far into the page a label is looked for.
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a source, the encoding that gave them, and remarks."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, media_type: str = "", name: str = "") -> Decoded:
    """Return the characters of *data*, free of control characters.

    The order is: byte order mark, strict UTF-8, the declared name widened
    (``gb2312`` is read as GB18030), then whatever fits best.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _finished(data[len(mark) :].decode(encoding, "replace"), encoding, name)
    text, encoding = _as_utf8(data) or _by_label(data, media_type) or _best_guess(data)
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
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return None


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
    if _CONTROLS.search(text):
        text = _CONTROLS.sub("", text)
    if not damaged:
        return Decoded(text, encoding)
    facts: dict[str, str | int] = {"count": damaged, "encoding": encoding}
    return Decoded(text, encoding, (Diagnostic(code="bytes-unreadable", where=name, facts=facts),))
