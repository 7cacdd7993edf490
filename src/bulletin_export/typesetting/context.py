"""What a mark is by its neighbours."""

from __future__ import annotations

from bulletin_export.typesetting.classes import AMBIGUOUS, CHINESE, KINDS, Kind

_PARTNERS = dict(zip("“‘”’", "”’“‘", strict=True))


def is_chinese(text: str, index: int) -> bool:
    """Tell whether the ambiguous mark at *index* belongs to Chinese text (typography, 3.3).

    It does when Han or a Chinese mark stands beside it, other ambiguous marks skipped;
    when nothing Western does; or when its partner does.
    """
    sides = _sides(text, index)
    if sides[0] in CHINESE or sides[1] in CHINESE:
        return True
    if Kind.WORD not in sides:
        return True
    partner = _partner(text, index)
    return partner >= 0 and any(side in CHINESE for side in _sides(text, partner))


def _sides(text: str, index: int) -> tuple[Kind, Kind]:
    """Return the kinds left and right of *index*, ambiguous marks skipped."""
    left, right, length = index - 1, index + 1, len(text)
    while left >= 0 and text[left] in AMBIGUOUS:
        left -= 1
    while right < length and text[right] in AMBIGUOUS:
        right += 1
    before = KINDS[text[left]] if left >= 0 else Kind.BLANK
    return before, KINDS[text[right]] if right < length else Kind.BLANK


def _partner(text: str, index: int) -> int:
    mark = text[index]
    partner = _PARTNERS.get(mark)
    if partner is None:
        return -1
    if mark in "“‘":
        return text.find(partner, index + 1)
    return text.rfind(partner, 0, index)


def pairs_up(text: str, index: int) -> bool:
    """Tell whether the stop at *index* is one of two ``？！`` that share 1 em (T08)."""
    if text[index] not in "？！":
        return False
    first = index
    while first and text[first - 1] in "？！":
        first -= 1
    return (index - first) % 2 == 1 or text[index + 1 : index + 2] in ("？", "！")
