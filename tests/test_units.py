"""Lengths carry their unit and come out right in every format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_export.units import SIZE_NAMES, Length, Measure


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("12pt", 12),
        ("25.4mm", 72),
        ("小四", 12),
        ("二号", 22),
        ("-3pt", -3),
        (" 1.5 mm ", 4.2519685),
    ],
)
def test_a_length_is_read_as_written(text, points):
    assert Length.parse(text).pt == pytest.approx(points)


@pytest.mark.parametrize("text", ["", "12", "12em", "2lines", "十二磅", "1e3pt", "12 px", "pt"])
def test_what_has_no_absolute_unit_is_no_length(text):
    with pytest.raises(ValueError, match=r"unit|length"):
        Length.parse(text)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [("2em", 2, "em"), ("1line", 1, "line"), ("0.5lines", 0.5, "line"), ("5mm", 5, "mm"),
     ("+1pt", 1, "pt")],
)  # fmt: skip
def test_a_measure_is_read_as_written(text, number, unit):
    assert Measure.parse(text) == Measure(number, unit)


@pytest.mark.parametrize("text", ["", "em", "2", "2 px", "two em", "2em 3em"])
def test_what_has_no_unit_is_no_measure(text):
    with pytest.raises(ValueError, match="is no length"):
        Measure.parse(text)


def test_a_measure_depends_on_size_and_pitch():
    size, pitch = Length(16), Length(28)
    found = [Measure.parse(t).length(size=size, pitch=pitch).pt for t in ("2em", "1line", "3pt")]
    assert found == [32, 28, 3]
    assert Measure(10, "mm").length(size=size, pitch=pitch).mm == pytest.approx(10)


def test_word_counts_in_twips_half_points_and_emu():
    assert (Length(10.5).twips, Length(10.5).half_points) == (210, 21)
    assert Length.of_mm(25.4).twips == 1440


@given(st.floats(-2000, 2000))
def test_millimetres_and_points_agree(mm):
    assert Length.of_mm(mm).mm == pytest.approx(mm)


def test_type_sizes_fall_from_first_to_last():
    sizes = list(SIZE_NAMES.values())
    assert sizes == sorted(sizes, reverse=True)
    assert len(SIZE_NAMES) == 16


def test_lengths_compare_by_what_they_measure():
    assert Length.parse("小四") == Length(12)
    assert Length(12) < Length.parse("三号")
