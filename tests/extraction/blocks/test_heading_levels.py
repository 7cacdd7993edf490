"""Levels begin at 1 and none is skipped; what is told by shape stands below the page's own."""

from builders import h, p, strong
from bulletin_export.extraction.blocks.heading_levels import levelled


def test_levels_of_the_page_begin_at_one_and_skip_none():
    assert levelled((h(2, "甲"), h(4, "乙"), h(2, "丙")), ("", "", "")) == (
        h(1, "甲"),
        h(2, "乙"),
        h(1, "丙"),
    )


def test_lines_told_by_shape_stand_below_the_headings_of_the_page():
    blocks = (h(3, "甲"), p("一、乙"), p("（一）丙"))
    assert levelled(blocks, ("", "han", "bracketed han")) == (
        h(1, "甲"),
        h(2, "一、乙"),
        h(3, "（一）丙"),
    )


def test_bold_lines_stand_above_numbers_that_begin_again():
    blocks = (p(strong("甲")), p("一、乙"), p(strong("　丙 ")), p("一、丁"))
    kinds = ("bold", "han", "bold", "han")
    assert [one.level for one in levelled(blocks, kinds, is_again=True)] == [1, 2, 1, 2]
    assert [one.level for one in levelled(blocks, kinds)] == [2, 1, 2, 1]
    assert levelled(blocks, kinds)[2] == h(2, "丙")


def test_no_level_is_deeper_than_six():
    blocks = (*(h(level, "甲") for level in range(1, 7)), p("1. 乙"))
    assert levelled(blocks, ("",) * 6 + ("digit",))[-1] == h(6, "1. 乙")
