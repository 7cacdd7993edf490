"""Which characters have to be set in another face, and which in none.

Asked before layout, so that a name with a rare character is noticed before it is printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.fonts.chain import FontChain
from bulletin_export.fonts.face import FontFace


class Passage(NamedTuple):
    """Text that one chain sets; ``where`` names its article."""

    where: str
    chain: FontChain
    text: str


def check_coverage(passages: Iterable[Passage]) -> tuple[Diagnostic, ...]:
    """Return a remark for every character that its role's own face does not have.

    One for each character, face and article, with the number of times it occurs;
    Latin letters in the chain's Latin face are as they should be.
    """
    remarks: dict[tuple[object, ...], Counter[str]] = {}
    for where, chain, text in _together(passages):
        for character, face in _elsewhere(chain, frozenset(text)):
            key = (where, face.name if face else "", chain.own.name)
            remarks.setdefault(key, Counter())[character] += text.count(character)
    return tuple(
        _remark(character, count, *map(str, key))
        for key, counts in remarks.items()
        for character, count in counts.items()
    )


def _together(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the text that one chain sets in one article at once; no more articles are kept."""
    for where, some in groupby(passages, attrgetter("where")):
        texts: dict[FontChain, list[str]] = {}
        for passage in some:
            texts.setdefault(passage.chain, []).append(passage.text)
        for chain, parts in texts.items():
            yield Passage(where, chain, "".join(parts))


def _elsewhere(
    chain: FontChain, characters: frozenset[str]
) -> Iterator[tuple[str, FontFace | None]]:
    """Yield, in order of code point, what neither own nor Latin face sets, and which does."""
    for character in sorted(characters - chain.unremarkable):
        face = chain.face(character)
        if not face.has(character):
            yield character, None
        elif face is not chain.latin and not chain.own.has(character):
            yield character, face
        else:
            chain.unremarkable.add(character)


def _remark(character: str, count: int, where: str, face: str, wanted: str) -> Diagnostic:
    facts: dict[str, str | int] = {
        "character": character,
        "code": f"U+{ord(character):04X}",
        "count": count,
    }
    if not face:
        return Diagnostic(
            code="character-missing", severity=Severity.ERROR, where=where, facts=facts
        )
    return Diagnostic(
        code="character-substituted",
        severity=Severity.WARNING,
        where=where,
        facts={**facts, "face": face, "wanted": wanted},
    )
