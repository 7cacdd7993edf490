"""Making a line as wide as the measure: reduce first, then expand (T41 to T44)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bulletin_export.typesetting.breaks import EPSILON
from bulletin_export.typesetting.measured import AVOIDED, OPEN, Elastic, Measured, Rank

#: The classes that are widened first, in this order (T43).
_WIDENED = (Rank.WORD_SPACE, Rank.AUTOSPACE)


class Fit(NamedTuple):
    """How a line differs from its natural setting."""

    #: Moves of single characters and all after them: (index, points), by index.
    moves: tuple[tuple[int, float], ...] = ()
    #: Widening of every gap, in points.
    tracking: float = 0.0
    #: Which value of ``Measured.gaps`` marks the gaps that are widened.
    widened: int = OPEN


NATURAL = Fit()


def squeeze_line(measured: Measured, start: int, end: int, need: float) -> Fit:
    """Take *need* points from the line: bracket, comma, gap, full stop in turn (T42)."""
    elastic = measured.elastic_between(start, end)
    moves: list[tuple[int, float]] = []
    for rank in Rank:
        if need <= EPSILON:
            break
        blanks = [one for one in elastic if one.rank is rank and one.shrink > EPSILON]
        taken = _share([one.shrink for one in blanks], need)
        moves += [(one.index, -points) for one, points in zip(blanks, taken, strict=True)]
        need -= sum(taken)
    return Fit(tuple(sorted(moves)))


def widen_line(measured: Measured, start: int, end: int, slack: float) -> Fit:
    """Add *slack* points to the line: word space, Han/Latin gap, then all gaps (T43)."""
    moves: list[tuple[int, float]] = []
    elastic = measured.elastic_between(start, end)
    if any(one.stretch for one in elastic):
        slack = _widen_spaces(elastic, slack, moves)
    if slack <= EPSILON:
        return Fit(tuple(sorted(moves)))
    for widened in (OPEN, AVOIDED):
        count = measured.gaps.count(widened, start + 1, end)
        if count:
            return Fit(tuple(sorted(moves)), slack / count, widened)
    return Fit(tuple(sorted(moves)))


def _widen_spaces(
    elastic: Sequence[Elastic], slack: float, moves: list[tuple[int, float]]
) -> float:
    """Widen spaces up to their caps; return what is left over."""
    for rank in _WIDENED:
        blanks = [one for one in elastic if one.rank is rank and one.stretch > EPSILON]
        given = _share([one.stretch for one in blanks], slack)
        moves += [(one.index, points) for one, points in zip(blanks, given, strict=True)]
        slack -= sum(given)
    return slack


def _share(caps: list[float], amount: float) -> list[float]:
    """Return equal shares of *amount*, none above its cap."""
    if sum(caps) <= amount:
        return caps
    shares = [0.0] * len(caps)
    order = sorted(range(len(caps)), key=caps.__getitem__)
    for place, index in enumerate(order):
        shares[index] = min(caps[index], amount / (len(caps) - place))
        amount -= shares[index]
    return shares
