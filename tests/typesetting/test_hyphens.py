"""Words cut at the end of a line: where, with what drawn, and what copying gives."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.styling.template import Align, Composition
from bulletin_export.typesetting.layout import Line, Span
from metric import MetricChain, MetricFace
from typesetting.setting import set_spans

_TEXT = (
    "The committee agreed unanimously that internationalization requires considerable "
    "understanding of extraordinary circumstances."
)
BREAKERS = pytest.mark.parametrize("breaker", ["optimal", "greedy"])


def set_words(text: str, measure: float, language: str = "en", align=Align.JUSTIFY, **options):
    span = Span(text, MetricChain(), 1.0, language=language)
    return set_spans([span], measure, 0, Composition(**options), align=align)


def is_hyphenated(line: Line) -> bool:
    return line.runs[-1].text.endswith("-") and not line.text.endswith("-")


@BREAKERS
def test_a_hyphen_is_drawn_inside_the_measure_and_not_read(breaker):
    lines = set_words(_TEXT, 14, breaker=breaker)
    assert any(is_hyphenated(line) for line in lines)
    for line in lines[:-1]:
        assert line.width == pytest.approx(14)
        run = line.runs[-1]
        assert run.x + run.width == pytest.approx(14)
    assert "".join(line.text for line in lines).replace(" ", "") == _TEXT.replace(" ", "")


def test_words_of_no_known_language_stay_whole():
    for language in ("", "zh-CN", "ja", "x-none"):
        words = {word for line in set_words(_TEXT, 14, language) for word in line.text.split()}
        assert words == set(_TEXT.split())


def test_words_stay_whole_by_option():
    assert not any(map(is_hyphenated, set_words(_TEXT, 14, hyphenate=False)))


def test_the_language_decides_where_a_word_is_cut():
    german, english = (
        set_words("会议通过Donaudampfschifffahrt的议案", 8, language) for language in ("de", "en")
    )
    assert german[0].text == "会议通过Donau"
    assert english[0].text != german[0].text


@pytest.mark.parametrize("breaker", ["optimal", "greedy"])
def test_lines_are_not_hyphenated_twice_running_if_others_do(breaker):
    lines = set_words(_TEXT, 16, breaker=breaker)
    assert not any(is_hyphenated(a) and is_hyphenated(b) for a, b in pairwise(lines))


@pytest.mark.parametrize(
    "word",
    ["https://international.example/understanding", "PostgreSQLInternational", "UNESCOINTERNATIONAL",
     "international-understanding", "understanding@example.org", "table"],
)  # fmt: skip
def test_addresses_names_compounds_and_short_words_are_not_hyphenated(word):
    for measure in range(6, 13):
        lines = set_words(f"会议通过的决议指出，{word}一词不当", measure)
        assert not any(map(is_hyphenated, lines))


def test_verbatim_text_is_not_hyphenated():
    span = Span("会议通过understanding", MetricChain(), 1.0, language="en", verbatim=True)
    assert not any(map(is_hyphenated, set_spans([span], 6)))


def test_a_face_without_a_hyphen_cuts_no_word_by_rule():
    chain = MetricChain((MetricFace(lacking="⸺-"),))
    spans = [Span("会议通过internationalization的决议", chain, 1.0, language="en")]
    assert not any(map(is_hyphenated, set_spans(spans, 10)))


@BREAKERS
def test_a_word_longer_than_the_line_is_cut_by_its_rules(breaker):
    lines = set_words("internationalization", 6, breaker=breaker)
    assert all(map(is_hyphenated, lines[:-1]))
    ragged = set_words("internationalization", 6, align=Align.LEFT, breaker=breaker)
    assert all(map(is_hyphenated, ragged[:-1]))


_WORDS = st.lists(
    st.sampled_from(["understanding", "the", "of", "会议", "extraordinary", "，", "Windows", "12.5%",
                     "circumstances", " ", " ", "（", "）", "www.example.org/understanding"]),
    min_size=4, max_size=20,
)  # fmt: skip


@given(_WORDS.map("".join), st.integers(6, 24), st.sampled_from(["optimal", "greedy"]))
@settings(max_examples=200, deadline=None)
def test_hyphens_stand_out_of_no_line_and_words_join_again(text, measure, breaker):
    lines = set_words(text, measure, breaker=breaker)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    for line, following in pairwise(lines):
        if is_hyphenated(line):
            run = line.runs[-1]
            assert run.x + run.width <= measure + 0.02
            before = line.text[-2:]
            assert before.isalpha()
            assert following.text[:3].isalpha()
