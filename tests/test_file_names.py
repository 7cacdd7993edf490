"""File names: in the words of the article, safe on every disk."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import article
from bulletin_export.errors import InvalidOptionError
from bulletin_export.file_names import FileNames, safe

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


def name(title="标题", template="{date}_{title}", date="2020-02-06T17:30", **more):
    return FileNames(template).name(
        article("正文", title=title, date=date, **more), number=7, source_name="in/页面.html"
    )


@pytest.mark.parametrize(
    ("template", "date", "expected"),
    [
        ("{date}_{title}", "2020-02-06", "2020-02-06_标题"),
        ("{date}_{title}", "", "标题"),
        ("{title}_{date}", "", "标题"),
        ("{source}_{date}_{title}", "", "标题"),
        ("{title} - {date} - {name}", "", "标题 - 页面"),
        ("{number}-{name}", "", "007-页面"),
        ("第{number}篇 {title}", "", "第007篇 标题"),
        ("{source}", "", "页面"),
    ],
)
def test_fields_are_filled_and_empty_ones_leave_no_gap(template, date, expected):
    assert name(template=template, date=date) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("../../etc/passwd", "／..／etc／passwd"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1", "_com1"),
        ("甲\n乙\t丙", "甲 乙 丙"),
        ("问：“为什么?”", "问：“为什么？”"),
        ("稿件. . .", "稿件"),
        (".hidden", "hidden"),
        ("a\u202ecod.exe", "acod.exe"),
        ("…", "…"),
        ("...", "页面"),
        ("   ", "页面"),
        ("🎉喜讯🎉", "🎉喜讯🎉"),
        ("e\u0301", "é"),
    ],
)
def test_hostile_titles_become_plain_names(title, expected):
    assert name(title, date="") == expected


def test_a_long_title_is_cut_at_a_character_within_120_bytes():
    assert name("长" * 300, date="") == "长" * 40
    assert name("a" + "长" * 300, date="") == "a" + "长" * 39


def test_clashes_are_numbered_in_order_whatever_the_case():
    names = FileNames("{title}")
    titles = ["Abc", "abc", "ABC", "abc (2)", "别的"]
    given_names = [names.name(article(title=t), number=1, source_name="-") for t in titles]
    assert given_names == ["Abc", "abc (2)", "ABC (3)", "abc (2) (2)", "别的"]


@pytest.mark.parametrize("template", ["{tilte}", "{title", "{}", "{title!r}", "{title:>30}"])
def test_an_unknown_field_in_a_template_is_an_error_that_lists_the_known(template):
    with pytest.raises(InvalidOptionError) as caught:
        FileNames(template)
    assert "{title}" in caught.value.hint("en")


@settings(max_examples=200)
@given(st.text(max_size=200), st.text(max_size=30), st.text(max_size=30))
def test_no_title_breaks_a_disk(title, source, section):
    result = name(title, "{source}_{section}_{title}", source=source + section)
    assert result
    assert len(result.encode()) <= 240
    assert not FORBIDDEN.search(result)
    assert result == result.strip(" .")
    assert safe(result) == result
