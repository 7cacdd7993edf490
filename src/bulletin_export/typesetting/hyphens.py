"""Where words of a known language may be cut at a line's end, by the patterns of pyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.measured import HYPHEN, SOLID, Ending, Measured
from bulletin_export.typesetting.widths import advances

if TYPE_CHECKING:
    from pyphen import Pyphen

#: Letters of a word that stay before the cut and go behind it, at least.
_BEFORE, _BEHIND = 2, 3
#: Languages without words to cut; asking for their patterns would load all others.
_WITHOUT = ("zh", "ja", "ko")
#: What stands between blanks, Han and Chinese marks; and that of it which is nothing but a word.
_CLUSTER = re.compile("[!-~\u00a1-\u024f’]+")
_WORD = re.compile("[\"'(\\[{‘“]*([A-Za-z\u00c0-\u024f]{5,})[\"')\\]}.,;:!?’”]*")


def is_hyphenable(measured: Measured) -> bool:
    """Tell whether any stretch of *measured* says which language it is in, and has patterns."""
    return any(_patterns(span.language) for span in measured.spans)


def with_hyphens(measured: Measured) -> Measured:
    """Return *measured* with breaks inside words where spelling allows.

    A line that ends there draws a hyphen and has room for it; `Line.text` does not hold
    it, and joined with the next line's gives the word again. Addresses, names with
    capitals inside or throughout, compounds and verbatim text stay in one.
    """
    glue, endings = bytearray(measured.glue), dict(measured.endings)
    hyphens = dict(measured.hyphens)
    for index, span in _cuts(measured):
        face = span.chain.face("-")
        if glue[index] != SOLID or index - 1 in endings or not face.has("-"):
            continue
        advance = advances(face, span.size)["-"]
        glue[index], hyphens[index] = HYPHEN, advance
        endings[index - 1] = Ending(-advance)
    return replace(measured, glue=glue, endings=endings, hyphens=hyphens)


def _cuts(measured: Measured) -> Iterator[tuple[int, Span]]:
    """Yield each index before which a word may be cut, and the span that holds it."""
    after = 0
    for span in measured.spans:
        before, after = after, after + len(span.text)
        patterns = None if span.verbatim or span.reading else _patterns(span.language)
        if not patterns:
            continue
        for cluster in _CLUSTER.finditer(measured.text, before, after):
            word = _WORD.fullmatch(cluster[0])
            if word and word[1][1:].islower():
                at = cluster.start() + word.start(1)
                for position in patterns.positions(word[1]):
                    # A cut that changes the spelling (Schiffahrt) would change the words.
                    if position.data is None:
                        yield at + position, span


@cache
def _patterns(language: str) -> Pyphen | None:
    if not language or language[:2].lower() in _WITHOUT:
        return None
    from pyphen import Pyphen, language_fallback

    known = language_fallback(language)
    return Pyphen(lang=known, left=_BEFORE, right=_BEHIND) if known else None
