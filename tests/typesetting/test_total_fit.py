"""Lines chosen together: never worse than greedy ones, and the best there are."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bulletin_export.styling.template import Align, Composition
from bulletin_export.typesetting.badness import Scale, Texture
from bulletin_export.typesetting.breaks import Stretch, break_lines
from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.measured import FREE, Measured
from bulletin_export.typesetting.measuring import measure_text
from bulletin_export.typesetting.total_fit import Room, choose_lines, loose_lines
from metric import MetricChain
from typesetting.setting import set_text
from typesetting.test_line_laws import TEXTS

GREEDY, OPTIMAL = Composition(breaker="greedy"), Composition(breaker="optimal")


def measured(text: str) -> Measured:
    return measure_text([Span(text, MetricChain(), 1.0)], Composition())


def weigh(text: Measured, lines: list[Stretch], room: Room) -> float:
    scale = Scale(text, push_in=room.push_in)
    return scale.paragraph(lines, measure=room.measure, indent=room.indent)


def both(text: Measured, room: Room) -> tuple[list[Stretch], list[Stretch]]:
    greedy = break_lines(text, **room._asdict())
    return greedy, choose_lines(text, greedy, loose_lines(text, greedy, room), room)


def every_way(text: Measured, room: Room, most: int, start: int = 0):
    """Yield all ways to break *text* into at most *most* lines that fit."""
    if start == len(text.text):
        yield []
    elif most:
        scale = Scale(text, push_in=room.push_in)
        for end in range(start + 1, len(text.text) + 1):
            line = Stretch(start, end)
            if text.glue[end] == FREE and scale.line(*line, room.at(start))[0] < float("inf"):
                for rest in every_way(text, room, most - 1, end):
                    yield [line, *rest]


@given(TEXTS.filter(bool), st.integers(6, 40), st.sampled_from([0.0, 2.0]), st.booleans())
@settings(max_examples=300, deadline=None)
def test_lines_chosen_together_are_never_worse_nor_more_than_greedy_ones(
    text, measure, indent, push_in
):
    room = Room(measure, indent, push_in)
    text = measured(text)
    greedy, chosen = both(text, room)
    assert [line.start for line in chosen] == [0, *(line.end for line in chosen[:-1])]
    assert chosen[-1].end == len(text.text)
    assert len(chosen) <= len(greedy)
    assert weigh(text, chosen, room) <= weigh(text, greedy, room)


_WORDS = st.sampled_from(
    ["COVID-19", "GDP", "2020-02-06", "12.5%", "，", "（", "）", "。", "“", "”"]
)
_SHORT = st.lists(
    st.one_of(st.text("天地人和", min_size=1, max_size=4), _WORDS), min_size=3, max_size=9
)


@given(_SHORT.map("".join), st.integers(6, 12))
@example("人人人人人人人人人，COVID-19”COVID-19", 7)
@example("天天人天人天2020-02-06”2020-02-06人地“", 12)
@settings(max_examples=150, deadline=None)
def test_no_other_lines_are_better(text, measure):
    text, room = measured(text), Room(measure, 0.0, True)
    greedy, chosen = both(text, room)
    ways = every_way(text, room, len(greedy))
    least = min((weigh(text, way, room) for way in ways), default=float("inf"))
    if loose_lines(text, greedy, room) and len(greedy) <= 4:
        # Where a line is loose beyond cure not all ways are tried: no more such lines, that is all.
        more = 5 if least < 10_000 else 10_000
        assert weigh(text, chosen, room) <= least + more + 1e-6


_NEWS = (
    "记者从市交通局获悉，新开的公交线路昨天起试运行，终点站设在International广场东侧，"
    "市民可以换乘地铁。"
)


def test_lines_before_a_loose_one_give_characters_to_it():
    greedy = [line.text for line in set_text(_NEWS, 9, composition=GREEDY)]
    chosen = [line.text for line in set_text(_NEWS, 9, composition=OPTIMAL)]
    rest = ["International广场", "东侧，市民可以换乘", "地铁。"]
    assert greedy == [
        "记者从市交通局获",
        "悉，新开的公交线路",
        "昨天起试运行，终点",
        "站设在",
        *rest,
    ]
    assert chosen == [
        "记者从市交通局",
        "获悉，新开的公",
        "交线路昨天起试",
        "运行，终点站设在",
        *rest,
    ]


def test_ragged_lines_stay_greedy():
    for align in (Align.LEFT, Align.CENTRE, Align.RIGHT):
        assert set_text(_NEWS, 9, composition=OPTIMAL, align=align) == set_text(
            _NEWS, 9, composition=GREEDY, align=align
        )


@pytest.mark.parametrize("slack", [0, 1, 2, 3])
def test_a_line_is_bad_by_the_cube_of_its_gaps(slack):
    text = measured("一二三四五六七八九十天地人")
    badness, _ = Scale(text, push_in=True).line(0, 10, 10.0 + slack)
    gap = slack / 9
    assert badness == pytest.approx(100 * (gap / 0.25) ** 3 + (100 if gap > 0.25 else 0))


def test_squeezed_lines_are_bad_by_what_they_take_and_worse_if_full_stops_give():
    text = measured("一二，三四。五六七八九十天地人和")
    scale = Scale(text, push_in=True)
    assert scale.line(0, 10, 9.75)[0] == pytest.approx(10 * (0.25 / 1.0) ** 3)
    assert scale.line(0, 10, 9.25)[0] == pytest.approx(10 * (0.75 / 1.0) ** 3 + 10)
    assert scale.line(0, 10, 8.75)[0] == float("inf")
    assert Scale(text, push_in=False).line(0, 10, 9.75)[0] == float("inf")


def test_neighbours_that_look_very_unlike_are_worse_than_alike_ones():
    scale = Scale(measured("一二三"), push_in=True)
    assert scale.between(Texture.TIGHT, Texture.SLACK, 0, 3) == 20
    assert scale.between(Texture.WIDE, Texture.EVEN, 0, 3) == 20
    assert scale.between(Texture.EVEN, Texture.SLACK, 0, 3) == 0
