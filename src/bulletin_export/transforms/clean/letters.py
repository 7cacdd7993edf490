"""Rules about single characters: line ends, invisible ones, composition, widths."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.clean.protection import Protection
from bulletin_export.transforms.clean.radicals import SUPPLEMENT

Edits = list[tuple[int, int, str]]

_LINE_ENDS = lazy_pattern("\r\n|[\r\u2028\u2029\u0085\x0b\x0c]")
LINE_ENDS = frozenset("\r\u2028\u2029\u0085\x0b\x0c")
INVISIBLE = frozenset(
    map(chr, (
        *range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD, 0x200B,
        0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF, 0xFFFC,
    ))
)  # fmt: skip
_INVISIBLE = lazy_pattern(f"[{''.join(sorted(INVISIBLE))}]+")
_RADICALS = lazy_pattern("[\u2f00-\u2fd5]")
RADICALS = frozenset(map(chr, range(0x2F00, 0x2FD6)))
_MORE_RADICALS = lazy_pattern(f"[{''.join(SUPPLEMENT)}]")
MORE_RADICALS = frozenset(SUPPLEMENT)
_WIDE_LETTERS = lazy_pattern("[０-９Ａ-Ｚａ-ｚ]+")
WIDE_LETTERS = frozenset(
    "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
)
_NARROWED = {ord(wide): ord(wide) - 0xFEE0 for wide in WIDE_LETTERS}


def line_ends(text: str, _: Protection) -> Edits:
    """S1: every line end becomes U+000A."""
    return [(*match.span(), "\n") for match in _LINE_ENDS.finditer(text)]


def invisible(text: str, _: Protection) -> Edits:
    """S2: what no reader sees goes; joiners and variation selectors stay."""
    return [(*match.span(), "") for match in _INVISIBLE.finditer(text)]


def composed(text: str, _: Protection) -> Edits:
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


def radicals(text: str, _: Protection) -> Edits:
    """S4: Kangxi radicals, which PDF copies are full of, become the Han they look like."""
    return [
        (*match.span(), unicodedata.normalize("NFKC", match[0]))
        for match in _RADICALS.finditer(text)
    ]


def more_radicals(text: str, _: Protection) -> Edits:
    """S4: the radicals of Unicode's supplement, too; on request, for dictionaries print them."""
    return [(*match.span(), SUPPLEMENT[match[0]]) for match in _MORE_RADICALS.finditer(text)]


def wide_letters(text: str, _: Protection) -> Edits:
    """S7: full-width digits and Latin letters become ASCII; ％＋－＝／～ stay."""
    return [
        (*match.span(), match[0].translate(_NARROWED)) for match in _WIDE_LETTERS.finditer(text)
    ]


def doubtful(characters: Iterable[str]) -> list[str]:
    """Return those of *characters* that stand for lost or private ones, sorted."""
    return sorted(filter(_is_doubtful, characters))


def _is_doubtful(one: str) -> bool:
    return one == "\ufffd" or "\ue000" <= one <= "\uf8ff" or one >= "\U000f0000"
