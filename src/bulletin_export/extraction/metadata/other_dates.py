"""Dates on a page that are not the day of its publication: of a visit, a meeting, a law."""

from __future__ import annotations

from bulletin_export.patterns import lazy_pattern

_WEEKDAY = lazy_pattern(
    r"星期[一二三四五六日天]|周[一二三四五六日]|今天|今日|现在是|農曆|农历|欢迎"
)
_ENACTED = lazy_pattern(
    r"日.{0,40}(?:通过|修订|修正|修改|批准)[）)》\s　，]|日起(?:施行|实施|执行)|令第?\s*\d+\s*号"
)
_EVENT = lazy_pattern(r"[一1]?[、.]?\s*(?:会议|活动)?(?:时|日)\s*[间期]\s*[:：]")
_EVENT_PLACE = lazy_pattern(
    r"[二2]?[、.]?\s*(?:会议|活动)?(?:地\s*[点址]|主\s*持|出席|参[加会]|列席|对象|人员|议题|主题|内容)"
)


def tells_today(text: str) -> bool:
    """Whether *text* has words that stand beside the date of a visit: a weekday, a welcome."""
    return _WEEKDAY.search(text) is not None


def tells_enactment(text: str) -> bool:
    """Whether *text* says when a law was passed and from when on it holds."""
    return ("日" in text or "令" in text) and _ENACTED.search(text) is not None


def tells_event(text: str, below: str = "") -> bool:
    """Whether *text* is the time of a meeting, whose place or people stand *below*."""
    return _EVENT.match(text) is not None and _EVENT_PLACE.match(below) is not None
