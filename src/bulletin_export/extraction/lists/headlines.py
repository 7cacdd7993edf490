"""Headlines on a page, and the runs that they make.

A headline is a line that leads elsewhere and is long enough for one; headlines with
little between them make a run, and what stands between belongs to them: dates,
summaries.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.extraction.outline import Line
from bulletin_export.patterns import lazy_pattern

#: Fewer headlines are no list.
FEWEST = 4
_SHORTEST = 8
#: Lines and characters that may stand between two headlines of a run.
GAP_LINES = 5
_GAP_SIZE = 420
_SENTENCE = 15
_DATE_LIKE = lazy_pattern(
    r"[\[【(（]?\s*(?:(?:19|20)?\d{2}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s*[\]】)）]?"
)
_BUTTON = lazy_pattern(
    r"^[\s\[【(（<>»·]*(?:更多|详[细情]|[阅閱][读讀](?:全文|更多|原文)|查看(?:全文|详情|更多)|点击|[首上下末尾][一1]?[页頁]|返回|全文|more|read)",
    0,
)
_EDGES = " ·•[]【】()（）|-"


class Run(msgspec.Struct, frozen=True):
    """Headlines that follow each other: the indices of their lines, and where the run ends."""

    heads: tuple[int, ...]
    end: int


def heads_in(lines: list[Line]) -> list[int]:
    """Return which of *lines* are headlines; those of menus only where there are few others."""
    heads = [n for n, line in enumerate(lines) if line.linked and is_headline(line)]
    told = [n for n in heads if not lines[n].is_furniture]
    return told if len(told) >= FEWEST else heads


def runs_in(lines: list[Line], heads: list[int], title: Title) -> tuple[Run, ...]:
    """Return the runs of at least `FEWEST` of the *heads* in *lines*, none across the *title*."""
    runs: list[Run] = []
    own: list[int] = heads[:1]
    for one, two in pairwise(heads):
        if not _is_near(lines, one, two, title):
            runs.append(_run(lines, own, title))
            own = []
        own.append(two)
    if own:
        runs.append(_run(lines, own, title))
    return tuple(run for run in runs if len(run.heads) >= FEWEST)


def _is_near(lines: list[Line], one: int, two: int, title: Title) -> bool:
    between = lines[one + 1 : two]
    holds_title = one < title.first_line < two
    is_small = len(between) <= GAP_LINES and sum(len(o.text) for o in between) <= _GAP_SIZE
    return is_small and not holds_title


def _run(lines: list[Line], heads: list[int], title: Title) -> Run:
    """Return the run of *heads*; the last has as many lines to it as the others at most."""
    gap = max((two - one for one, two in pairwise(heads)), default=1)
    end = min(heads[-1] + gap, len(lines))
    if heads[-1] < title.first_line < end:
        end = title.first_line
    return Run(tuple(heads), end)


def is_headline(line: Line) -> bool:
    """Whether *line* leads to another page and is long enough, or dated, to name it."""
    text = line.text
    if not line.linked or "://" in text or "www." in text:
        return False
    may_be_dated = "-" in text or "月" in text or "/" in text or "." in text
    whole = text.strip(_EDGES)
    bare = _DATE_LIKE.sub("", text).strip(_EDGES) if may_be_dated else whole
    is_dated = len(bare) < len(whole)
    if _BUTTON.match(bare):
        return False
    if is_dated:
        return len(bare) > 1 and line.linked * 2 > len(bare)
    shortest = _SHORTEST * (3 if bare.isascii() else 1)
    return line.is_linked and len(bare) >= shortest and not _is_menu(line, shortest)


def _is_menu(line: Line, shortest: int) -> bool:
    """Whether *line* is a row of links of which none is long enough for a headline."""
    if len(line.anchors) < 2:
        return False
    return all(len("".join(one.itertext()).strip()) < shortest for one in line.anchors)


def lines_of(lines: list[Line], run: Run) -> Iterator[int]:
    """Yield the lines of *run*; prose only where the headline before or after has some too."""
    ends = (*run.heads[1:], run.end)
    gaps = [range(one + 1, end) for one, end in zip(run.heads, ends, strict=True)]
    told = [any(prose(lines[n]) for n in gap) for gap in gaps]
    yield from run.heads
    for index, gap in enumerate(gaps):
        is_summary = any(told[max(index - 1, 0) : index]) or any(told[index + 1 : index + 2])
        yield from (n for n in gap if is_summary or not prose(lines[n]))


def prose(line: Line) -> float:
    """Return the running text in *line*, if it is a sentence at least."""
    return line.weight if line.weight > _SENTENCE and not line.is_furniture else 0.0
