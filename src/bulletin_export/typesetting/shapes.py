"""What shapes of titles cost: trapezoids and diamonds nothing, hourglasses much."""

from __future__ import annotations

from typing import NamedTuple

#: What a further line costs; in the measure of `phrases.break_costs`.
LINE = 6.0
#: Lines whose widths differ by this much make a shape, and by that much a ragged one, in em.
_STEP, _RAGGED = 0.5, 4.0
_EQUAL, _HOURGLASS = 0.6, 4.0
#: What lines of one character, two, … cost that a break of ours makes.
_SHORT = (120.0, 120.0, 80.0, 8.0, 3.0, 1.0)


class Step(NamedTuple):
    """What it costs to go from one line to the next, and whether lines get shorter now."""

    cost: float
    falls: bool


def line_cost(count: int, *, is_whole: bool) -> float:
    """Return what a line of *count* characters costs; nothing if it *is* a *whole* clause."""
    return _SHORT[count] if count < len(_SHORT) and not is_whole else 0.0


def step_cost(before: float, width: float, *, falls: bool) -> Step:
    """Return the cost of a line *width* em wide below one of *before* em.

    Widths that rise, fall, or rise and then fall are the shapes of GB/T 9704-2012 7.3.1;
    lines as wide as each other, and above all a waist, are not.
    """
    difference = width - before
    cost = max(0.0, abs(difference) - _RAGGED) ** 2 * 0.15
    if abs(difference) < _STEP:
        return Step(cost + _EQUAL, falls)
    if difference < 0:
        return Step(cost, falls=True)
    if falls:
        cost += _HOURGLASS + difference
    return Step(cost, falls)
