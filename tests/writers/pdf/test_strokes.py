"""Strokes of a line: one below all sizes, dots round."""

from __future__ import annotations

import pytest

from bulletin_export.typesetting.layout import Run
from bulletin_export.writers.pdf.strokes import disc, strokes
from metric import MetricFace


def run(x: float, size: float, **looks) -> Run:
    return Run(x, "中", MetricFace(), size, width=size, **looks)


def numbers(operator: bytes) -> list[float]:
    return [float(one) for one in operator.split() if one[-1:].isdigit()]


def test_a_stroke_below_several_sizes_is_one():
    runs = [
        run(0, 10, underline=True),
        run(10, 6, underline=True, rise=4),
        run(16, 10, underline=True),
    ]
    ((colour, operator),) = strokes(runs, 50, 700)
    assert colour == "#000000"
    assert numbers(operator) == pytest.approx([50, 698.55, 26, 0.5])


def test_strokes_of_two_colours_are_two():
    runs = [run(0, 10, strike=True), run(10, 10, strike=True, colour="#FF0000")]
    assert [colour for colour, _ in strokes(runs, 0, 0)] == ["#000000", "#FF0000"]


def test_strokes_do_not_cross_what_stands_between():
    runs = [run(0, 10, underline=True), run(10, 10), run(20, 10, underline=True)]
    assert [numbers(one)[::2] for _, one in strokes(runs, 0, 0)] == [[0, 10], [20, 10]]


def test_a_dot_hangs_below_the_character():
    ((_, operator),) = strokes([run(0, 10, dots=(5.0,))], 0, 100)
    xs, ys = numbers(operator)[::2], numbers(operator)[1::2]
    assert (min(xs) + max(xs)) / 2 == pytest.approx(5)
    assert max(ys) < 100 - 0.12 * 10


def test_a_disc_is_round():
    points = numbers(disc(0, 0, 1))
    ends = [points[:2], *(points[at + 4 : at + 6] for at in range(2, len(points), 6))]
    assert ends == [[1, 0], [0, 1], [-1, 0], [0, -1], [1, 0]]
