"""Headings count as offices count them: 一、 （一） 1. （1）."""

import pytest

import builders as b
from bulletin_export.composition.heading_numbers import (
    FORMS,
    Outline,
    chinese,
    numbered,
    without_start,
)
from bulletin_export.model.text import plain_text
from bulletin_export.styling.template import Composition

TYPED, ALL = Composition(heading_numbers="typed"), Composition(heading_numbers="all")


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (34, "三十四"), (103, "一百零三"),
     (110, "一百一十"), (1005, "一千零五")],
)  # fmt: skip
def test_numbers_are_said_in_chinese(number, said):
    assert chinese(number) == said


def test_each_level_has_a_form_of_its_own():
    marks = [form.mark(2) for form in FORMS]
    assert marks == ["二、", "（二）", "2.", "（2）", "2）", "B."]
    assert FORMS[-1].mark(28) == "BB."


def counts(manner, *headings):
    outline = Outline(manner)
    found = [outline.number(outline.depth(level), text) for level, text in headings]
    return [one and (one.number, one.typed) for one in found]


def test_a_typed_mark_counts_if_it_is_the_next_one():
    headings = [(1, "一、甲"), (2, "（一）乙"), (2, "（二）丙"), (1, "二、丁"), (2, "（一）戊")]
    assert counts(TYPED, *headings) == [(1, 2), (1, 3), (2, 3), (2, 2), (1, 3)]


@pytest.mark.parametrize("text", ["二、甲", "（一）甲", "一、", "甲", "1.甲"])
def test_a_typed_mark_that_does_not_fit_is_text(text):
    assert counts(TYPED, (1, "一、先"), (1, text)) == [(1, 2), (2, 2) if text == "二、甲" else None]


def test_a_heading_with_another_mark_keeps_that_where_all_are_numbered():
    headings = [(1, "甲"), (1, "第三章 乙"), (1, "二、丙"), (1, "2020年的工作")]
    assert counts(ALL, *headings) == [(1, 0), None, (2, 2), (3, 0)]


def test_nothing_is_numbered_by_default():
    assert counts(Composition(), (1, "一、甲")) == [None]


def test_other_formats_print_the_numbers():
    article = b.article(b.h(2, "甲"), b.h(5, "乙"), b.h(2, "二、丙"))
    whole = b.publication(article, article)
    for found in numbered(whole, ALL).articles():
        assert [plain_text(one.children) for one in found.blocks] == [
            "一、甲",
            "（一）乙",
            "二、丙",
        ]
    assert numbered(whole, TYPED) is whole


def test_what_is_typed_is_taken_away_wherever_it_stands():
    words = b.p(b.strong("一"), b.em("、甲"), "乙").children
    assert plain_text(without_start(words, 2)) == "甲乙"
    assert plain_text(without_start(words, 0)) == "一、甲乙"
