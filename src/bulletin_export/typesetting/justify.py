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
    ranked: dict[Rank, list[tuple[int, float]]] = {}
    for at, elastic in measured.elastic_between(start, end):
        if elastic.shrink:
            ranked.setdefault(elastic.rank, []).append((at, elastic.shrink))
    moves: list[tuple[int, float]] = []
    for rank in sorted(ranked):
        if need <= EPSILON:
            break
        blanks = ranked[rank]
        taken = _share([shrink for _, shrink in blanks], need)
        moves += [(at, -points) for (at, _), points in zip(blanks, taken, strict=True)]
        need -= sum(taken)
    return Fit(tuple(sorted(moves)))


def widen_line(measured: Measured, start: int, end: int, slack: float) -> Fit:
    """Add *slack* points to the line: word space, Han/Latin gap, then all gaps (T43)."""
    moves: list[tuple[int, float]] = []
    spaces = [item for item in measured.elastic_between(start, end) if item[1].stretch]
    if spaces:
        slack = _widen_spaces(spaces, slack, moves)
    if slack <= EPSILON:
        return Fit(tuple(moves))
    for widened in (OPEN, AVOIDED):
        count = measured.gaps.count(widened, start + 1, end)
        if count:
            return Fit(tuple(moves), slack / count, widened)
    return Fit(tuple(moves))


def _widen_spaces(
    spaces: Sequence[tuple[int, Elastic]], slack: float, moves: list[tuple[int, float]]
) -> float:
    """Widen *spaces* up to their caps; add to *moves*; return what is left over."""
    for rank in _WIDENED:
        if slack <= EPSILON:
            break
        blanks = [(at, one.stretch) for at, one in spaces if one.rank is rank]
        given = _share([stretch for _, stretch in blanks], slack)
        moves += [(at, points) for (at, _), points in zip(blanks, given, strict=True)]
        slack -= sum(given)
    moves.sort()
    return slack


def _share(caps: list[float], amount: float) -> list[float]:
    """Return equal shares of *amount*, none above its cap."""
    if sum(caps) <= amount:
        return caps
    equal = amount / len(caps)
    if equal <= min(caps):
        return [equal] * len(caps)
    shares = [0.0] * len(caps)
    order = sorted(range(len(caps)), key=caps.__getitem__)
    for place, index in enumerate(order):
        shares[index] = min(caps[index], amount / (len(caps) - place))
        amount -= shares[index]
    return shares
