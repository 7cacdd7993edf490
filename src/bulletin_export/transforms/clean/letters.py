"""Rules about single characters: line ends, invisible ones, composition, widths."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.clean.protection import Spans

Edits = list[tuple[int, int, str]]

_LINE_ENDS = lazy_pattern("\r\n|[\r\u2028\u2029\u0085\x0b\x0c]")
LINE_ENDS = frozenset("\r\u2028\u2029\u0085\x0b\x0c")
_INVISIBLE = lazy_pattern(
    "[\ufeff\u200b\u2060\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffc"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
)
INVISIBLE = frozenset(
    character
    for character in map(chr, (*range(0x2100), 0xFEFF, 0xFFFC))
    if _INVISIBLE.match(character)
)
_RADICALS = lazy_pattern("[\u2f00-\u2fd5]")
RADICALS = frozenset(map(chr, range(0x2F00, 0x2FD6)))
_WIDE_LETTERS = lazy_pattern("[０-９Ａ-Ｚａ-ｚ]+")
WIDE_LETTERS = frozenset(
    "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
)
_NARROWED = {ord(wide): ord(wide) - 0xFEE0 for wide in WIDE_LETTERS}
#: Characters that stand for lost or private ones, as a class body.
DOUBTFUL = "\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff"
_DOUBTFUL = lazy_pattern(f"[{DOUBTFUL}]")


def line_ends(text: str, _: Spans) -> Edits:
    """S1: every line end becomes U+000A."""
    return [(*match.span(), "\n") for match in _LINE_ENDS.finditer(text)]


def invisible(text: str, _: Spans) -> Edits:
    """S2: what no reader sees goes; joiners and variation selectors stay."""
    return [(*match.span(), "") for match in _INVISIBLE.finditer(text)]


def composed(text: str, _: Spans) -> Edits:
    """S3: NFC, never NFKC, which would damage ①, ㎡ and …."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return []
    starts = [i for i, one in enumerate(text) if not unicodedata.combining(one)]
    bounds = sorted({0, *starts, len(text)})
    edits = []
    for start, end in pairwise(bounds):
        new = unicodedata.normalize("NFC", text[start:end])
        if new != text[start:end]:
            edits.append((start, end, new))
    result = "".join(unicodedata.normalize("NFC", text[a:b]) for a, b in pairwise(bounds))
    if unicodedata.is_normalized("NFC", result):
        return edits
    # Starters that compose with one another (Hangul letters): the text as a whole.
    return [(0, len(text), unicodedata.normalize("NFC", text))]


def radicals(text: str, _: Spans) -> Edits:
    """S4: Kangxi radicals, which PDF copies are full of, become the Han they look like."""
    return [
        (*match.span(), unicodedata.normalize("NFKC", match[0]))
        for match in _RADICALS.finditer(text)
    ]


def wide_letters(text: str, _: Spans) -> Edits:
    """S7: full-width digits and Latin letters become ASCII; ％＋－＝／～ stay."""
    return [
        (*match.span(), match[0].translate(_NARROWED)) for match in _WIDE_LETTERS.finditer(text)
    ]


def doubtful(characters: Iterable[str]) -> list[str]:
    """Return those of *characters* that stand for lost or private ones, sorted."""
    return sorted(one for one in characters if one > "\ud7ff" and _DOUBTFUL.match(one))
