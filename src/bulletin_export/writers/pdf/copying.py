"""What copying a line gives, and where glyphs alone would give something else.

Readers guess spaces from gaps. ActualText (ISO 32000-1, 14.9.4) tells them the words,
but pdfium drops characters above U+FFFF from it, so these stay outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from bulletin_export.typesetting.layout import Run

#: Private characters are not among them: these must have an ActualText (ISO 19005-2, 6.2.11.7).
_RARE = re.compile("[\U00010000-\U000effff]")

#: The hyphen of a cut word: drawn, and no part of it (ISO 32000-1, 14.8.2.2.3).
SOFT_HYPHEN = "\u00ad"
#: Glyphs that stand for several characters.
STANDS_FOR = {"\u2e3a": "——", "\u2e3b": "———"}


def has_rare(text: str) -> bool:
    """Tell whether *text* has characters above U+FFFF."""
    return _RARE.search(text) is not None


def copied_parts(text: str, runs: Sequence[Run]) -> Iterator[tuple[str | None, Sequence[Run]]]:
    """Yield *runs* in parts, with what copying gives of *text*; None: the glyphs tell it."""
    texts = _RARE.split(text)
    between: list[list[Run]] = [[]]
    rare: list[Run] = []
    for piece in (piece for run in runs for piece in _pieces(run)):
        if _RARE.match(piece.text):
            rare.append(piece)
            between.append([])
        else:
            between[-1].append(piece)
    if not rare or len(texts) != len(between):
        yield text, runs
        return
    for index, pieces in enumerate(between):
        if pieces:
            yield texts[index], pieces
        if index < len(rare):
            yield None, [rare[index]]


def without_blanks(text: str, runs: list[Run]) -> tuple[str, list[Run], str]:
    """Return *runs* without the blanks that *text* begins and ends with, and these."""
    core = text.strip(" ")
    if not core or not runs:
        return "", runs, ""
    before, _, after = text.partition(core)
    if before and runs[0].text.startswith(before):
        runs = [_part(runs[0], len(before), len(runs[0].text)), *runs[1:]]
    if after and runs[-1].text.endswith(after):
        runs = [*runs[:-1], _part(runs[-1], 0, len(runs[-1].text) - len(after))]
    return before, runs, after


def _pieces(run: Run) -> Iterator[Run]:
    """Cut *run* before and after each character above U+FFFF."""
    cuts = {edge for rare in _RARE.finditer(run.text) for edge in rare.span()}
    if not cuts:
        yield run
        return
    for start, end in pairwise(sorted({0, len(run.text), *cuts})):
        yield _part(run, start, end)


def _part(run: Run, start: int, end: int) -> Run:
    advances = sum(map(run.face.advance, run.text[:start])) * run.size
    shifted = sum(points for index, points in run.shifts if index <= start)
    inner = ((index - start, points) for index, points in run.shifts if start < index < end)
    return replace(
        run,
        x=run.x + advances + shifted + run.tracking * start,
        text=run.text[start:end],
        shifts=tuple(inner),
    )
