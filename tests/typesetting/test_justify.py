"""In which order blanks give way and grow (T41 to T44)."""

from __future__ import annotations

import pytest

from bulletin_export.styling.template import Composition
from bulletin_export.typesetting.justify import squeeze_line, widen_line
from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.measured import Measured
from bulletin_export.typesetting.measuring import measure_text
from metric import MetricChain, MetricFace
from typesetting.setting import set_text

#: A blank of 0.35 em, that it can give 0.1 of.
_CHAIN = MetricChain((MetricFace(odd=((" ", 0.35),)),))


def measured(text: str, **options) -> Measured:
    return measure_text([Span(text, _CHAIN, 1.0)], Composition(**options))


def taken(text: str, need: float, **options) -> dict[str, float]:
    """Return what each blank of *text* gives, by the character before it."""
    found = measured(text, **options)
    moves = squeeze_line(found, 0, len(text), need).moves
    return {text[max(0, at - 1) : at + 1]: round(-points, 4) for at, points in moves if points}


def test_blanks_give_way_class_by_class():
    text = "天ab cd地（人）和，风。雨同舟共济"
    assert taken(text, 0.05) == {" c": 0.05}
    assert taken(text, 0.1 + 0.5) == {" c": 0.1, "地（": 0.25, "）和": 0.25}
    assert taken(text, 1.1 + 0.3) == {" c": 0.1, "地（": 0.5, "）和": 0.5, "，风": 0.3}
    assert taken(text, 1.6 + 0.2) == {
        " c": 0.1, "地（": 0.5, "）和": 0.5, "，风": 0.5, "天a": 0.1, "d地": 0.1,
    }  # fmt: skip
    assert taken(text, 1.85 + 0.4)["。雨"] == pytest.approx(0.4)
    assert sum(taken(text, 2.35).values()) == pytest.approx(2.35)


def test_full_stops_give_nothing_if_they_may_not():
    text = "天。地。人和，风"
    assert taken(text, 0.5, squeeze_full_stops=False) == {"，风": 0.5}
    assert measured(text, squeeze_full_stops=False).shrink_between(0, len(text)) == 0.5
    assert measured(text).shrink_between(0, len(text)) == 1.5
    lines = set_text(
        "一二三。四五六七八九，十一二三四", 10, composition=Composition(squeeze_full_stops=False)
    )
    assert lines[0].text == "一二三。四五六七八"


def test_the_mark_at_the_line_end_gives_first():
    lines = set_text(
        "一二，三四五六七八九，十一二", 10.5, composition=Composition(trim_end="allow")
    )
    assert lines[0].text == "一二，三四五六七八九，"
    assert lines[0].runs[0].shifts == ()


def widened(text: str, slack: float) -> tuple[dict[str, float], float]:
    fit = widen_line(measured(text), 0, len(text), slack)
    moves = {text[max(0, at - 1) : at + 1]: round(points, 4) for at, points in fit.moves if points}
    return moves, round(fit.tracking, 4)


def test_word_spaces_grow_first_then_gaps_beside_latin_then_all():
    text = "天ab cd地人和"
    assert widened(text, 0.1) == ({" c": 0.1}, 0)
    assert widened(text, 0.15 + 0.2) == ({" c": 0.15, "天a": 0.1, "d地": 0.1}, 0)
    # Beside Latin twice, after the blank, and between Han twice.
    assert widened(text, 0.65 + 0.5) == ({" c": 0.15, "天a": 0.25, "d地": 0.25}, 0.1)


@pytest.mark.parametrize("unit", ["——", "……", "2020", "Word", "12.5%", "10:30", "a/b"])
def test_units_are_never_widened_inside(unit):
    text = f"天地{unit}人和"
    found = measured(text)
    assert found.gaps[3 : 2 + len(unit)] == bytes(len(unit) - 1)


@pytest.mark.parametrize("sign", ["—", "～", "–", "／", "/"])
def test_gaps_beside_connectors_and_solidi_are_widened_only_for_want_of_others(sign):
    (line, *_) = set_text(f"北京{sign}上海风和雨internationalization", 8)
    assert line.text == f"北京{sign}上海风和雨"
    found = measured(f"北{sign}上")
    assert widen_line(found, 0, 3, 0.5).tracking == 0.25
    moved = measured(f"北京{sign}上海")
    assert moved.gaps.count(1, 1, 5) == 2
