"""Choosing where lines end: greedy with push-in (typography, 3.6)."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from bulletin_export.typesetting.classes import KINDS, Kind, prohibitions
from bulletin_export.typesetting.measured import BOUND, FREE, HYPHEN, OPEN, SOLID, Measured

#: Differences of floating point that are no difference, in points.
EPSILON = 1e-6
#: Gaps widened by more than this make a line loose, in em.
LOOSE_GAP = 0.1
_STRICT = prohibitions("strict", "GB")
_SPLIT_AFTER = frozenset("/?&=-_.,;:)")
_PREFIXES = frozenset("￥¥$€£№§+-−")
_TRAILING = (Kind.BLANK, Kind.NOTHING)
_WIDE = (Kind.HAN, Kind.SYMBOL)


class Stretch(NamedTuple):
    """A line: its first character and the one after its last."""

    start: int
    end: int


def break_lines(
    measured: Measured,
    *,
    measure: float,
    indent: float = 0.0,
    push_in: bool,
    start: int = 0,
    end: int | None = None,
) -> list[Stretch]:
    """Cut *measured*, or the part of it from *start* to *end*, into lines.

    No line is wider than *measure* points; the first is narrower by *indent*.
    """
    end = len(measured.text) if end is None else end
    lines: list[Stretch] = []
    room = measure - indent
    while start < end:
        stop = min(end, _line_end(measured, start, room, push_in=push_in))
        if measured.hyphens and stop < end:
            stop = _hyphenated(measured, start, stop, room)
        lines.append(Stretch(start, stop))
        start, room = stop, measure
    if len(lines) > 1 and is_orphan(measured, *lines[-1]):
        _adopt(measured, lines, measure - indent if len(lines) == 2 else measure, measure)
    return lines


def _line_end(measured: Measured, start: int, room: float, *, push_in: bool) -> int:
    """Return where the line that begins at *start* ends."""
    limit = _last_fitting(measured, start, room)
    best = measured.glue.rfind(FREE, start + 1, limit + 1)
    left_over = room - measured.width(start, best) if best > 0 else room
    if best == len(measured.text) or (best > 0 and left_over <= EPSILON):
        return best
    following = measured.glue.find(FREE, max(best, limit) + 1)
    need = measured.width(start, following) - room
    if best < 0:
        fits = push_in and need <= _available(measured, start, following) + EPSILON
        return following if fits else _split(measured, start, limit)
    if push_in and need <= _available(measured, start, following) + EPSILON:
        cluster = measured.glue.find(BOUND, best + 1, following)
        pushed_out = cluster >= 0 and measured.width(start, cluster) <= room + EPSILON
        if pushed_out or need <= left_over + EPSILON:
            return following
    if _is_oversized(measured, best, following, room) and limit > best + 2:
        return _split(measured, start, limit)
    return best


def is_loose(measured: Measured, start: int, end: int, room: float) -> bool:
    """Tell whether the line is widened by more than a tenth of an em a gap, or cut in a unit."""
    if measured.glue[end] != FREE:
        return True
    slack, tenth = room - measured.width(start, end), LOOSE_GAP * measured.spans[0].size
    return slack > tenth and slack > tenth * measured.gaps.count(OPEN, start + 1, end)


def _hyphenated(measured: Measured, start: int, end: int, room: float) -> int:
    """Return where the line ends if not at *end*: inside a word, not twice running, if loose."""
    is_free = measured.glue[end] == FREE
    if not is_loose(measured, start, end, room) or (is_free and start in measured.hyphens):
        return end
    lowest = end + 1 if is_free else start + 1
    cut = measured.glue.rfind(HYPHEN, lowest, _last_fitting(measured, start, room) + 1)
    while cut >= 0 and measured.width(start, cut) > room + EPSILON:
        cut = measured.glue.rfind(HYPHEN, lowest, cut)
    return cut if cut >= 0 else end


def _last_fitting(measured: Measured, start: int, room: float) -> int:
    """Return the last index up to which the text fits, breakable or not."""
    goal = measured.edges[start] + measured.headings.get(start, 0.0) + room + EPSILON
    limit = max(start, bisect_right(measured.edges, goal) - 1)
    while limit < len(measured.text) and measured.width(start, limit + 1) <= room + EPSILON:
        limit += 1
    while limit > start + 1 and measured.width(start, limit) > room + EPSILON:
        limit -= 1
    return limit


def _available(measured: Measured, start: int, end: int) -> float:
    return measured.shrink_between(start, measured.content_end(start, end))


def _is_oversized(measured: Measured, start: int, end: int, room: float) -> bool:
    """Tell whether a unit that no line can hold begins at *start*."""
    if measured.glue.find(SOLID, start + 1, end) != start + 1:
        return False
    return measured.width(start, end) > room + EPSILON


def _split(measured: Measured, start: int, limit: int) -> int:
    """Return where to cut a unit longer than the line: an emergency (T24, T25, T27)."""
    text, acceptable = measured.text, -1
    for end in range(limit, start, -1):
        content = max(start + 1, measured.content_end(start, end))
        if (
            end >= len(text)
            or end in measured.hyphens
            or not _may_part(text[content - 1], text[end])
        ):
            continue
        if text[end - 1] in _SPLIT_AFTER:
            return end
        if acceptable < 0:
            acceptable = end
        if limit - end > _LOOK_BACK:
            break
    return acceptable if acceptable > 0 else max(limit, start + 1)


#: How far back a good place to cut a long word is looked for, in characters.
_LOOK_BACK = 8


def _may_part(before: str, after: str) -> bool:
    """Tell whether a line may end with *before* and the next begin with *after*."""
    if after in _STRICT.no_start or before in _STRICT.no_end or before == after in "—…⋯─―":
        return False
    if before in _PREFIXES and after.isdigit():
        return False
    return KINDS[after] not in _TRAILING and not _is_combining(after)


def _is_combining(character: str) -> bool:
    return "\u0300" <= character <= "\u036f" or character in "\u200d\u3099\u309a"


def is_orphan(measured: Measured, start: int, end: int) -> bool:
    """Tell whether the line from *start* to *end* holds one character, or one and a mark (T30)."""
    text = measured.text[start:end]
    if len(text) > _LOOK_BACK:
        return False
    wide = sum(KINDS[character] in _WIDE for character in text)
    words = sum(KINDS[character] is Kind.WORD for character in text)
    return wide + words < 2 and wide + words > 0


def _adopt(measured: Measured, lines: list[Stretch], room: float, measure: float) -> None:
    """Pull the orphan into the line before, or move company down to it."""
    (start, middle), (_, end) = lines[-2:]
    need = measured.width(start, end) - room
    if need <= _available(measured, start, end) + EPSILON:
        lines[-2:] = [Stretch(start, end)]
        return
    earlier = measured.glue.rfind(FREE, start + 1, middle)
    if earlier < 0 or measured.width(start, earlier) < room / 2:
        return
    if measured.width(earlier, end) <= measure + EPSILON:
        lines[-2:] = [Stretch(start, earlier), Stretch(earlier, end)]
