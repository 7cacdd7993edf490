"""Titles: clauses first, then balance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.styling.template import Align, Composition
from bulletin_export.typesetting.layout import Line, Span
from bulletin_export.typesetting.title import set_title
from metric import MetricChain


def title(text: str, measure: float = 20, align: Align = Align.CENTRE) -> tuple[Line, ...]:
    return set_title(
        [Span(text, MetricChain(), 1.0)], measure=measure, align=align, composition=Composition()
    )


def texts(text: str, measure: float = 20) -> list[str]:
    return [line.text for line in title(text, measure)]


def test_a_title_that_fits_stays_on_one_line():
    assert texts("市政府召开常务会议 部署防汛工作") == ["市政府召开常务会议 部署防汛工作"]


def test_a_title_too_long_is_parted_at_its_blanks():
    assert texts("市政府召开常务会议强调 严防死守做好防汛工作") == [
        "市政府召开常务会议强调",
        "严防死守做好防汛工作",
    ]


def test_a_clause_too_long_is_parted_evenly():
    first, second = title("关于进一步加强全市夏季防汛抗旱和安全生产工作的通知", 20)
    assert abs(first.width - second.width) <= 1


def test_a_centred_line_stands_in_the_middle():
    (line,) = title("防汛工作")
    assert line.runs[0].x == 8


def test_words_of_a_western_title_are_not_clauses():
    assert len(texts("The Quick Brown Fox Jumps Over the Lazy Dog Again", 16)) == 2


def test_a_short_clause_keeps_company():
    assert texts("全力以赴做好全市夏季防汛抗旱工作 通知", 18) == [
        "全力以赴做好全市夏",
        "季防汛抗旱工作 通知",
    ]


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_title_of_nothing_has_no_line(text):
    assert title(text) == ()


@given(
    st.lists(st.text("天地人和风雨同舟", min_size=3, max_size=30), min_size=1, max_size=4),
    st.integers(8, 24),
)
@settings(max_examples=150, deadline=None)
def test_no_line_of_a_title_holds_one_or_two_characters(clauses, measure):
    lines = title(" ".join(clauses), measure)
    assert all(len(line.text) > 2 for line in lines)
    assert all(line.width <= measure for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == "".join(clauses)
