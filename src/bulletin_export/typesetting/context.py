"""What a mark is by its neighbours."""

from __future__ import annotations

from bulletin_export.typesetting.classes import AMBIGUOUS, CHINESE, KINDS, Kind

_PARTNERS = dict(zip("“‘”’", "”’“‘", strict=True))
#: How far neighbours are looked for among marks, and partners among words; even.
_REACH, _FAR = 32, 1024


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
    before = text[max(0, index - _REACH) : index].rstrip(AMBIGUOUS)
    after = text[index + 1 : index + _REACH].lstrip(AMBIGUOUS)
    return (
        KINDS[before[-1]] if before else Kind.BLANK,
        KINDS[after[0]] if after else Kind.BLANK,
    )


def _partner(text: str, index: int) -> int:
    mark = text[index]
    partner = _PARTNERS.get(mark)
    if partner is None:
        return -1
    if mark in "“‘":
        return text.find(partner, index + 1, index + _FAR)
    return text.rfind(partner, max(0, index - _FAR), index)


def pairs_up(text: str, index: int) -> bool:
    """Tell whether the stop at *index* is one of two ``？！`` that share 1 em (T08)."""
    if text[index] not in "？！":
        return False
    before = text[max(0, index - _REACH) : index]
    count = len(before) - len(before.rstrip("？！"))
    return count % 2 == 1 or text[index + 1 : index + 2] in ("？", "！")
