"""Western words, numbers and addresses between Han."""

from __future__ import annotations

import pytest

from bulletin_export.styling.template import Composition
from typesetting.setting import glyph_places, set_text


def texts(text: str, measure: float, **options) -> list[str]:
    return [line.text for line in set_text(text, measure, 0, Composition(**options))]


@pytest.mark.parametrize("gap", [0, 0.125, 0.25])
def test_a_typed_blank_and_none_are_the_same_gap(gap):
    option = Composition(autospace=gap)
    (typed,) = set_text("用 Word 写", 20, 0, option)
    (plain,) = set_text("用Word写", 20, 0, option)
    assert glyph_places(typed) == glyph_places(plain)
    assert (typed.text, plain.text) == ("用 Word 写", "用Word写")
    assert dict(glyph_places(plain))["写"] == 1 + gap + 2 + gap


def test_there_is_no_gap_beside_chinese_marks_or_at_line_edges():
    (line,) = set_text("升，A股（B股）", 20)
    assert dict(glyph_places(line))["A"] == 2
    lines = set_text("一二三四五六七八A股份", 8)
    assert [(line.text, line.runs[0].x) for line in lines] == [
        ("一二三四五六七八", 0),
        ("A股份", 0),
    ]
    assert lines[0].runs[0].tracking == 0


def test_an_address_breaks_only_at_its_joints():
    address = "https://www.example.org/news/2020-02/a_b.html?id=7&page=3"
    for measure in range(6, 30):
        lines = texts("见" + address + "。", measure)
        assert all(line[-1] in "/?&=-_.。见" for line in lines)
        assert not any(line.endswith(("https:", "https:/")) for line in lines)


def test_a_word_keeps_its_stops_and_brackets():
    assert texts("一二三四五(abc)六七", 5.5)[1].startswith("(abc)")
    assert texts("一二三四五,六七", 5) == ["一二三四", "五,六七"]


def test_a_sum_stays_with_its_sign_after_han():
    assert texts("一二三四五-3.5℃六", 5) == ["一二三四五", "-3.5℃六"]


def test_word_spaces_widen_before_anything_else():
    (line, _) = set_text("ab cd 一二三四五六七八九", 8)
    assert dict(glyph_places(line))["c"] == pytest.approx(1.5)


@pytest.mark.parametrize(
    "text",
    [
        "2020年",
        "5月",
        "12日",
        "30分",
        "3.6亿元",
        "500万",
        "1,280公里",
        "8.9个百分点",
        "12 时",
        "20余人",
    ],
)
def test_a_number_keeps_its_unit_by_option(text):
    for han in range(2, 9):
        lines = set_text("春" * han + text + "夏秋冬", 9, composition=Composition(keep_unit=True))
        assert any(text in line.text for line in lines)
    parted = [set_text("春" * han + text + "夏秋冬", 9) for han in range(2, 9)]
    assert not all(any(text in line.text for line in lines) for lines in parted)


def test_a_number_keeps_nothing_but_units():
    lines = set_text("春夏秋冬春夏2020春夏", 8.25, composition=Composition(keep_unit=True))
    assert [line.text for line in lines] == ["春夏秋冬春夏2020", "春夏"]
