"""Patterns compiled at first use."""

import re

import pytest

from bulletin_export.patterns import lazy_pattern


def test_a_lazy_pattern_finds_what_a_compiled_one_finds() -> None:
    lazy = lazy_pattern("[一二]号", re.IGNORECASE)
    assert lazy.findall("一号和二号") == ["一号", "二号"]
    assert lazy.sub("某", "一号") == "某"
    assert lazy_pattern(rb"\d+").fullmatch(b"2020")


def test_nothing_is_compiled_before_the_first_use() -> None:
    lazy = lazy_pattern("(")
    with pytest.raises(re.error):
        lazy.search("（")
