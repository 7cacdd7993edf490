"""Titles: broken at their own blanks first, then between phrases, in lines of good shape (T65)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin_export.styling.template import Align, Composition
from bulletin_export.typesetting.breaks import EPSILON, Stretch, break_lines
from bulletin_export.typesetting.classes import BLANK_CHARACTERS, KINDS, Kind
from bulletin_export.typesetting.layout import Line, Span
from bulletin_export.typesetting.measured import FREE, Measured
from bulletin_export.typesetting.measuring import measure_text
from bulletin_export.typesetting.paragraph import forced_lines, set_lines
from bulletin_export.typesetting.phrases import NEVER, TORN, WEAK, break_costs
from bulletin_export.typesetting.shapes import LINE, Step, line_cost, step_cost

#: A line of a title holds more characters than this, if that can be had.
_TOO_SHORT = 2
#: Breaks that cost more are looked at only if those below give no lines, or bad ones.
_LIMITS = (WEAK + 0.5, TORN + 3.0, float("inf"))
_TRADITIONAL = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")


def set_title(
    spans: Sequence[Span],
    *,
    measure: float,
    align: Align = Align.CENTRE,
    composition: Composition,
    language: str = "",
) -> tuple[Line, ...]:
    """Break the title *spans* into lines of at most *measure* points.

    A title that fits stays on one line. Else each of its clauses, parted by blanks
    between Han, begins a new line; a clause longer than the measure is broken where
    phrases meet, so that the lines form a trapezoid or a diamond and none begins or
    ends with a word that belongs to the other. Clauses of one or two characters keep
    company. GB/T 9704-2012 7.3.1. Lines are not justified; *align* justify sets them left.
    """
    if align is Align.JUSTIFY:
        align = Align.LEFT
    lines: list[Line] = []
    for measured, stretches in _broken_parts(spans, measure, composition, language):
        lines += set_lines(measured, stretches, measure=measure, indent=0.0, align=align)
    return tuple(lines)


def title_lines(
    spans: Sequence[Span], *, measure: float, composition: Composition, language: str = ""
) -> list[str]:
    """Return the lines of `set_title` as texts, without the blanks at which they are broken."""
    return [
        measured.text[start:end].strip(BLANK_CHARACTERS)
        for measured, stretches in _broken_parts(spans, measure, composition, language)
        for start, end in stretches
    ]


def _broken_parts(
    spans: Sequence[Span], measure: float, composition: Composition, language: str
) -> Iterator[tuple[Measured, list[Stretch]]]:
    """Yield what stands between forced breaks, measured, and its lines."""
    traditional = language.lower().startswith(_TRADITIONAL) or (
        language in ("", "zh") and composition.region in ("TW", "HK")
    )
    is_first = True
    for part in forced_lines(spans):
        if not any(span.text.strip(BLANK_CHARACTERS) for span in part):
            continue
        measured = measure_text(part, composition, is_first=is_first)
        is_first = False
        yield measured, _stretches(measured, measure, traditional)


def _stretches(measured: Measured, measure: float, traditional: bool) -> list[Stretch]:
    """Return the lines of a title without forced breaks."""
    whole = Stretch(0, len(measured.text))
    if measured.width(*whole) <= measure + EPSILON:
        return [whole]
    costs = break_costs(measured.text, traditional=traditional)
    clauses = list(_clauses(measured))
    best: _Choice | None = None
    for limit in _LIMITS:
        last = _Lines(measured, measure, costs, clauses, limit).best()
        if last is not None and (best is None or last.cost < best.cost):
            best = last
        if best is not None and best.cost < NEVER:
            break
    if best is not None:
        return best.lines()
    return [line for clause in clauses for line in _broken(measured, clause, measure)]


def _clauses(measured: Measured) -> Iterator[Stretch]:
    """Yield the clauses of a title; one of one or two characters stays with its neighbour."""
    text, start, held = measured.text, 0, None
    for end in [*_blank_breaks(measured), len(text)]:
        if len(text[start:end].strip(BLANK_CHARACTERS)) <= _TOO_SHORT and end < len(text):
            continue
        if held is None:
            held = Stretch(start, end)
        elif len(text[start:end].strip(BLANK_CHARACTERS)) <= _TOO_SHORT:
            held = Stretch(held.start, end)
        else:
            yield held
            held = Stretch(start, end)
        start = end
    if held is not None:
        yield held


def _blank_breaks(measured: Measured) -> Iterator[int]:
    """Yield where a new clause begins after blanks that Han stands before or after."""
    text = measured.text
    for index in range(1, len(text)):
        if text[index - 1] not in BLANK_CHARACTERS or measured.glue[index] != FREE:
            continue
        before = text[:index].rstrip(BLANK_CHARACTERS)[-1:]
        if before and not (KINDS[before] is KINDS[text[index]] is Kind.WORD):
            yield index


def _broken(measured: Measured, clause: Stretch, measure: float) -> list[Stretch]:
    """Return the lines of a clause that no break of a title saves: filled one by one."""
    start, end = clause
    return break_lines(measured, measure=measure, indent=0.0, push_in=False, start=start, end=end)


class _Choice(NamedTuple):
    """The cheapest way to a line, and that line."""

    cost: float
    line: Stretch
    width: float
    #: The lines before it have begun to get shorter.
    falls: bool
    before: _Choice | None

    def lines(self) -> list[Stretch]:
        """Return all lines on the way."""
        before = self.before.lines() if self.before is not None else []
        return [*before, self.line]


class _Lines:
    """The search for the best lines of one title: dynamic programming over its breaks."""

    def __init__(
        self,
        measured: Measured,
        measure: float,
        costs: Sequence[float],
        clauses: Sequence[Stretch],
        limit: float,
    ) -> None:
        self._measured, self._measure, self._costs = measured, measure, costs
        self._em = measured.spans[0].size
        self._clauses, self._limit = clauses, limit

    def best(self) -> _Choice | None:
        """Return the way to the last line that costs least, if there is one below the limit."""
        choices: list[_Choice] = []
        for clause in self._clauses:
            choices = self._clause(clause, choices)
            if not choices:
                return None
        return min(choices, key=_cost_of)

    def _clause(self, clause: Stretch, before: list[_Choice]) -> list[_Choice]:
        """Return the ways to set *clause* after the ways *before*, by their last line."""
        ends = self._breaks(clause)
        ways: dict[int, list[_Choice]] = {clause.start: before}
        for place, start in enumerate(ends[:-1]):
            here = ways.pop(start, [])
            if not here and start != clause.start:
                continue
            for end in ends[place + 1 :]:
                line = Stretch(start, end)
                width = self._measured.width(start, end)
                if width > self._measure + EPSILON:
                    break
                ways.setdefault(end, []).extend(self._onward(here, line, width, clause))
        return ways.get(clause.end, [])

    def _breaks(self, clause: Stretch) -> list[int]:
        """Return where lines of *clause* may begin and end; only its ends if it fits."""
        start, end = clause
        inner: list[int] = []
        if self._measured.width(start, end) > self._measure + EPSILON:
            glue, costs, limit = self._measured.glue, self._costs, self._limit
            inner = [i for i in range(start + 1, end) if glue[i] == FREE and costs[i] <= limit]
        return [start, *inner, end]

    def _onward(
        self, before: list[_Choice], line: Stretch, width: float, clause: Stretch
    ) -> list[_Choice]:
        """Return the cheapest ways to *line*: still widening, and getting shorter."""
        cost = line_cost(self._count(line), is_whole=line == clause)
        if line.start > clause.start:
            cost += LINE + self._costs[line.start]
        ems = width / self._em
        if not before:
            return [_Choice(cost, line, ems, falls=False, before=None)]
        best: dict[bool, _Choice] = {}
        for choice in before:
            step: Step = step_cost(choice.width, ems, falls=choice.falls)
            total = choice.cost + cost + step.cost
            known = best.get(step.falls)
            if known is None or total < known.cost:
                best[step.falls] = _Choice(total, line, ems, step.falls, choice)
        return list(best.values())

    def _count(self, line: Stretch) -> int:
        """Return how many characters the line shows."""
        return len(self._measured.text[line.start : line.end].strip(BLANK_CHARACTERS))


def _cost_of(choice: _Choice) -> float:
    return choice.cost
