"""Western words and numbers in a line, and the distance Han keeps from them."""

from __future__ import annotations

import re

from bulletin_export.patterns import lazy_pattern
from bulletin_export.typesetting.classes import (
    KINDS,
    WORD_NO_END,
    WORD_NO_START,
    WORD_START_AFTER_BLANK,
    Kind,
    keeps_distance,
)
from bulletin_export.typesetting.draft import Draft
from bulletin_export.typesetting.marks import set_solidus
from bulletin_export.typesetting.measured import (
    BOUND,
    FREE,
    Elastic,
    Ending,
    Rank,
)

#: The gap between Han and Latin gives way to the one and grows to the other, in em.
_AUTOSPACE_LEAST, _AUTOSPACE_MOST = 0.125, 0.5
_URL = re.compile(r"(?:https?|ftp)://|www\.")
#: The places where an address may be broken (T25).
_URL_BREAK = re.compile(r"://|[/?&=\-_.]")
_SHORTEST_URL = 5
#: What stays with the number before it by ``keep_unit``.
_UNIT = lazy_pattern(
    " ?[多余]?(?:[百千万亿]+)?(?:平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米"
    "|公斤|千克|千瓦时|千瓦"
    "|公顷|小时|分钟|个百分点|百分点|个月|周年|月份|世纪|年代|人次|美元|欧元|日元|港元|人民币"
    "|[年月日号时分秒点天周岁元角个名位人户家件项条次场期届批辆台套座处所块米吨克升亩度倍种层级页字"
    "册本章节版集卷路楼室栋只头株张份篇股万亿％℃])"
)


def set_word(draft: Draft, start: int, end: int) -> None:
    """Keep a word or number whole (T23, T24); break an address where T25 says."""
    if end == start + 1 and draft.text[start] == "/" and _touches_han(draft.text, start):
        set_solidus(draft, start)
        return
    draft.unit(start, end)
    if draft.rules.no_start:
        _bind(draft, start, end)
    if draft.composition.keep_unit and draft.text[end - 1].isdigit():
        _keep_unit(draft, end)
    if end - start >= _SHORTEST_URL and (address := _URL.search(draft.text, start, end)):
        _open_address(draft, address.start(), end)
    keep_distance(draft, start, end)


def keep_distance(draft: Draft, start: int, end: int) -> None:
    """Put the gap between Han and the Western text from *start* to *end* (T11, T13).

    A raised or lowered word keeps no distance.
    """
    text = draft.text
    if start and KINDS[text[start - 1]] is Kind.HAN and keeps_distance(text[start]):
        _put_gap(draft, start)
    if end < len(text) and KINDS[text[end]] is Kind.HAN and keeps_distance(text[end - 1]):
        _put_gap(draft, end)


def autospace(draft: Draft, size: float) -> tuple[float, Elastic]:
    """Return the gap between Han and Latin at *size* points, and how it gives."""
    gap = draft.composition.autospace * size
    shrink = gap - min(gap, _AUTOSPACE_LEAST * size)
    return gap, Elastic(Rank.AUTOSPACE, shrink, max(0.0, _AUTOSPACE_MOST * size - gap))


def _put_gap(draft: Draft, index: int) -> None:
    before, after = draft.run_at(index - 1), draft.run_at(index)
    gap, elastic = autospace(draft, before.size)
    is_raised = draft.spans[before.span].rise != draft.spans[after.span].rise
    if index in draft.autospaces or not gap or is_raised:
        return
    draft.widths[index - 1] += gap
    draft.endings[index - 1] = Ending(gap)
    draft.autospaces[index] = gap
    draft.give(index, elastic)


def _bind(draft: Draft, start: int, end: int) -> None:
    """Bind ASCII stops to the text before, brackets to the text after."""
    text = draft.text
    first, last = text[start], text[end - 1]
    after_blank = start > 0 and KINDS[text[start - 1]] is Kind.BLANK
    starts = first == "-" and text[start + 1 : start + 2].isdigit()
    starts = starts or (after_blank and first in WORD_START_AFTER_BLANK)
    if first in WORD_NO_START and not starts:
        draft.glue[start] = BOUND
    if last in WORD_NO_END or (last == "/" and end < len(text) and KINDS[text[end]] is Kind.HAN):
        draft.glue[end] = BOUND


def _keep_unit(draft: Draft, start: int) -> None:
    """Keep the unit at *start*, and the blank before it, with the number that ends there."""
    if unit := _UNIT.match(draft.text, start):
        draft.glue[start : unit.end()] = bytes((BOUND,)) * (unit.end() - start)


def _open_address(draft: Draft, start: int, end: int) -> None:
    text, closed = draft.text, draft.rules.no_start
    for match in _URL_BREAK.finditer(text, start, end):
        after = match.end()
        if after >= end or text[after] in closed or text[after] == "/":
            continue
        if text[after] not in WORD_NO_START or not closed:
            draft.glue[after] = FREE


def _touches_han(text: str, index: int) -> bool:
    if index and KINDS[text[index - 1]] is Kind.HAN:
        return True
    return index + 1 < len(text) and KINDS[text[index + 1]] is Kind.HAN
