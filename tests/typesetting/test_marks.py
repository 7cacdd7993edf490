"""Boxes of marks: ink is respected whatever the face says."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.styling.template import Composition
from metric import MetricChain, MetricFace
from typesetting.setting import glyph_places, set_text

NARROW = MetricFace(
    "Narrow quotes",
    odd=tuple((one, 0.35) for one in "“”‘’·"),
    odd_ink=tuple((one, (0.04, 0.31)) for one in "“”‘’·"),
)
CENTRED = MetricFace("Centred stops", odd_ink=(("。", (0.38, 0.62)), ("，", (0.38, 0.62))))
WIDE = MetricFace("Wide marks", odd_ink=tuple((one, (0.15, 0.75)) for one in "！？”“"))
MARKS = "“”‘’（）《》「」，。、；：！？"
SHORT_DASH = MetricFace("Short dash", odd=(("—", 0.89),), odd_ink=(("—", (0.04, 0.85)),))


def set_in(face: MetricFace, text: str, measure: float = 20, **options):
    return set_text(text, measure, 0, Composition(**options), chain=MetricChain((face,)))


def test_narrow_quotes_are_pushed_to_the_text_they_enclose():
    (line,) = set_in(NARROW, "说“好”的", trim_start="none")
    places = dict(glyph_places(line))
    assert places["好"] == 2
    assert places["的"] == 4
    assert places["“"] + 0.04 >= 1.5
    assert places["”"] + 0.31 <= 3.5


def test_a_narrow_interpunct_stands_in_the_middle_of_half_an_em():
    (line,) = set_in(NARROW, "安·娜")
    places = dict(glyph_places(line))
    assert places["娜"] == pytest.approx(1.5)
    assert places["·"] + 0.175 == pytest.approx(1.25, abs=0.03)


def test_ink_off_its_half_is_moved_there_before_blank_is_taken():
    (line,) = set_in(CENTRED, "一。”二")
    places = dict(glyph_places(line))
    assert places["。"] + 0.5 == pytest.approx(1.25)
    assert places["”"] == pytest.approx(1.5)
    first, _ = set_in(CENTRED, "一二三四五六七八九，一二三", 10)
    assert dict(glyph_places(first))["，"] + 0.5 == pytest.approx(9.75)


def test_no_more_blank_is_taken_than_the_ink_leaves():
    (line,) = set_in(WIDE, "一！”二")
    assert dict(glyph_places(line))["”"] == pytest.approx(2 - (1 - 0.75 - 0.03))


@pytest.mark.parametrize("region", ["TW", "HK"])
def test_stops_of_taiwan_and_hong_kong_stand_in_the_middle(region):
    (line,) = set_in(MetricFace(), "一，二。」三", region=region)
    places = dict(glyph_places(line))
    assert places["，"] + (0.05 + 0.4) / 2 == pytest.approx(1.5)
    assert places["」"] == pytest.approx(4)


def test_a_full_stop_of_japan_keeps_its_blank_inside_a_line():
    text = "一二三。四五六七八九，十一"
    assert (
        "|".join(line.text for line in set_in(MetricFace(), text, 10))
        == "一二三。四五六七八九，|十一"
    )
    assert (
        next(line.text for line in set_in(MetricFace(), text, 10, region="JP"))
        == "一二三。四五六七八"
    )


def test_a_middle_dot_of_japan_is_an_em_wide():
    (line,) = set_in(MetricFace(), "安・娜", region="JP")
    assert dict(glyph_places(line))["娜"] == 2


ODD = {
    "narrow quotes": NARROW,
    "centred stops": CENTRED,
    "wide marks": WIDE,
    "narrow box": MetricFace(
        "Half",
        odd=tuple((one, 0.5) for one in MARKS),
        odd_ink=tuple((one, (0.08, 0.42)) for one in MARKS),
    ),
    "ink at the wrong side": MetricFace(
        "Mirrored",
        odd_ink=(
            *((one, (0.1, 0.4)) for one in "“（《「"),
            *((one, (0.6, 0.9)) for one in "”）》」，。、！？"),
        ),
    ),
    "short dash": SHORT_DASH,
    "long dash": MetricFace("Long", odd=(("—", 1.25),), odd_ink=(("—", (0, 1.25)),)),
    "narrow dash": MetricFace("En", odd=(("—", 0.6),), odd_ink=(("—", (0.05, 0.55)),)),
}


def inks(line):
    """Return the edges of the ink of each glyph, from left to right."""
    run = line.runs[0]
    return [
        (glyph, x + run.face.ink(glyph)[0], x + run.face.ink(glyph)[1])
        for glyph, x in glyph_places(line)
    ]


@pytest.mark.parametrize("face", ODD.values(), ids=list(ODD))
@given(st.text("国中人“”（）《》「」，。、！？·", min_size=4, max_size=40), st.integers(6, 12))
@settings(max_examples=60, deadline=None)
def test_ink_never_meets_ink(face, text, measure):
    for line in set_in(face, text, measure):
        for (one, _, end), (other, start, _) in itertools.pairwise(inks(line)):
            assert start >= end - 1e-6, (line.text, one, other)


@pytest.mark.parametrize("face", ODD.values(), ids=list(ODD))
@pytest.mark.parametrize("count", [2, 4])
def test_a_dash_is_continuous_and_stays_in_its_ems(face, count):
    (line,) = set_in(face, "一" + "—" * count + "二")
    (_, _, _), *strokes, (_, after, _) = inks(line)
    assert after == pytest.approx(1 + count + 0.05)
    assert all(b[1] - a[2] <= 0.02 for a, b in itertools.pairwise(strokes))
    assert strokes[0][1] >= 0.99
    assert strokes[-1][2] <= 1.01 + count
    assert (strokes[0][1] + strokes[-1][2]) / 2 == pytest.approx(1 + count / 2)


@pytest.mark.parametrize("face", ODD.values(), ids=list(ODD))
def test_six_dots_stand_in_the_middle_of_two_em(face):
    (line,) = set_in(face, "一……二")
    (_, first, _), (_, _, last) = inks(line)[1:3]
    assert (first + last) / 2 == pytest.approx(2)
    assert inks(line)[3][1] == pytest.approx(3.05)


def test_a_dash_of_short_strokes_is_moved_together():
    (line,) = set_in(SHORT_DASH, "一——二")
    (_, _), (_, first), (_, second), (_, after) = glyph_places(line)
    assert second + 0.04 - (first + 0.85) == pytest.approx(0, abs=0.02)
    assert after == pytest.approx(3)


def test_a_dash_of_short_strokes_is_one_glyph_where_the_face_has_it():
    face = MetricFace("Short", lacking="", odd=SHORT_DASH.odd, odd_ink=SHORT_DASH.odd_ink)
    (line,) = set_in(face, "一——二")
    assert [(run.text, run.x) for run in line.runs] == [("一", 0), ("⸺", 1), ("二", 3)]
    assert line.text == "一——二"


def test_two_em_dashes_stand_in_the_middle_of_two_em_each():
    odd, ink = (("⸺", 1.7), ("—", 0.89)), (("⸺", (0.05, 1.65)), ("—", (0.04, 0.85)))
    (line,) = set_in(MetricFace("Short", lacking="", odd=odd, odd_ink=ink), "一————二")
    assert [run.text for run in line.runs] == ["一", "⸺", "⸺", "二"]
    assert [run.x for run in line.runs] == [0, pytest.approx(1.15), pytest.approx(3.15), 5]


@pytest.mark.parametrize(("region", "width"), [("GB", 5), ("TW", 6), ("HK", 6), ("JP", 5.5)])
def test_neighbouring_marks_close_up_by_region(region, width):
    (line,) = set_in(MetricFace(), "一，“二：”", region=region, trim_end="full")
    assert line.width == width


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("。”", 1.5), ("”，", 1.5), ("》、", 1.5), ("：“", 1.5), ("（〔", 1.5), ("》（", 1.5),
        ("“”", 2), ("？！", 1), ("？！！", 2), ("！！！！", 2), ("——", 2), ("……", 2), ("…………", 4),
    ],
)  # fmt: skip
def test_two_marks_take_an_em_and_a_half(text, width):
    (line,) = set_in(MetricFace(), f"一{text}二")
    assert dict(glyph_places(line))["二"] == 1 + width


def test_western_quotes_are_set_as_letters():
    (line,) = set_in(MetricFace(), "He said “yes” to Children’s Day")
    assert [run.text for run in line.runs] == ["He said “yes” to Children’s Day"]


def test_quotes_around_western_words_in_chinese_are_chinese():
    (line,) = set_in(MetricFace(), "“Hello”是问候", trim_start="none")
    assert glyph_places(line)[1] == ("H", 1)


@pytest.mark.parametrize(
    "text", ["12.5%", "-3.5℃", "￥1,234,567.89", "10:30", "2020-02-06", "3:1", "10–20"]
)
def test_numbers_are_never_broken(text):
    for before in range(8):
        lines = set_in(MetricFace(), "一" * before + text + "二三四五六七八", 8.0)
        assert any(text in line.text for line in lines)


@pytest.mark.parametrize(
    ("level", "first"),
    [("none", "一二三四五"), ("basic", "一二三四"), ("gb", "一二三四"), ("strict", "一二三四")],
)
def test_levels_forbid_more_and_more(level, first):
    options = {"level": level, "push_in": False, "trim_end": "full"}
    assert set_in(MetricFace(), "一二三四五，六七八", 5, **options)[0].text == first


def test_the_solidus_is_free_at_the_basic_level():
    assert set_in(MetricFace(), "一二三四五／六七八", 5, level="basic")[0].text == "一二三四五"
    assert set_in(MetricFace(), "一二三四五／六七八", 5, level="gb")[0].text == "一二三四"
