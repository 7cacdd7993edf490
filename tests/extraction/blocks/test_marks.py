"""Styles mark text as the elements of old do."""

import pytest

from builders import em, p, strike, strong, sub, sup, u
from bulletin_export.extraction.fragment import blocks_of_html

CASES = {
    "font-weight:bolder": strong("字"),
    "FONT-WEIGHT: 700": strong("字"),
    "font-style: italic": em("字"),
    "text-emphasis: dot": em("字"),
    "text-decoration: underline": u("字"),
    "text-decoration-line: line-through": strike("字"),
    "vertical-align: super; font-size: 9px": sup("字"),
    "vertical-align:sub": sub("字"),
    "font-weight:400": "字",
    "text-emphasis:none; text-decoration:none": "字",
}


@pytest.mark.parametrize("style", CASES)
def test_a_style_becomes_a_mark(style):
    (found, *_), _ = blocks_of_html(f'<p>前<span style="{style}">字</span></p>')
    wanted = CASES[style]
    assert found == (p("前字") if wanted == "字" else p("前", wanted))


def test_a_style_takes_a_mark_off_again():
    blocks, _ = blocks_of_html('<p><b style="font-weight:normal">甲</b><b>乙</b></p>')
    assert blocks == (p("甲", strong("乙")),)


def test_a_box_is_not_raised_as_a_whole():
    blocks, _ = blocks_of_html('<div style="vertical-align:super">甲</div>')
    assert blocks == (p("甲"),)
