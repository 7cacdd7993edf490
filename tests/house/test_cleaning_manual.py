"""The page on cleaning lists the rules that there are, and its examples are true."""

import re
from pathlib import Path

import pytest

from bulletin_export.transforms.base import PARAGRAPH_END
from bulletin_export.transforms.clean.rules import RULES, chosen
from bulletin_export.transforms.clean.text import Cleaner
from bulletin_export.transforms.script import CONVERSIONS

_PAGE = (Path(__file__).parents[2] / "docs" / "cleaning.md").read_text("utf-8")
_ROW = re.compile(
    r"^\| (S\d+) \| `([a-z-]+)` \| (on|off) \| .+ \| `([^`]*)` → `([^`]*)` \|$", re.MULTILINE
)
_SHOWN = str.maketrans(
    {"␠": " ", "⍽": "\u00a0", "␤": "\n", "␍": "\r", "¶": PARAGRAPH_END, "゛": "\u3099"}
)


def test_the_table_lists_every_rule_in_its_order():
    listed = [(step, name, word == "on") for step, name, word, *_ in _ROW.findall(_PAGE)]
    assert listed == [(rule.step, rule.name, rule.is_default) for rule in RULES]


@pytest.mark.parametrize("row", _ROW.findall(_PAGE), ids=lambda row: row[1])
def test_an_example_is_what_the_rule_does(row):
    _, name, word, given, wanted = row
    given, wanted = (part.translate(_SHOWN) for part in (given, wanted))
    extra = ",+marks-before-chinese" if name == "protect" else ""
    assert Cleaner(chosen(f"none,+{name}{extra}")).clean(given, "edge") == wanted
    if word == "on":
        assert Cleaner().clean(given, "edge") == wanted


def test_every_conversion_is_named():
    assert [name for name in CONVERSIONS if f"`{name}`" not in _PAGE] == []
