from __future__ import annotations

from builders import article, p
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Page
from bulletin_export.typesetting.pages import lay_out
from looks import template
from metric import metric_book


def contents(*titles: str) -> Page:
    articles = tuple(article(p("文"), title=title) for title in titles)
    whole = Publication(sections=(Section(articles),), title="刊", has_contents=True)
    return lay_out(whole, template(footer=""), metric_book()).pages[0]


def test_page_numbers_are_flush_with_the_right_edge() -> None:
    page = contents(*(f"第{n}篇" for n in range(12)))
    numbers = [placed for placed in page.lines if placed.line.text.isdigit()]
    assert len(numbers) == 12
    assert {round(placed.x + placed.line.width, 3) for placed in numbers} == {260}


def test_a_leader_joins_entry_and_number_and_is_no_part_of_the_text() -> None:
    page = contents("甲", "乙长一些")
    entry, number = [one for one in page.lines if one.role is Role.CONTENTS_ENTRY][:2]
    dots = page.repeated[0]
    assert set(dots.line.text) == {"."}
    assert entry.x + entry.line.width < dots.x
    assert dots.x + dots.line.width < number.x
    assert dots.y == entry.y == number.y


def test_the_dots_of_all_entries_stand_below_each_other() -> None:
    page = contents(*(f"第{'长' * n}篇" for n in range(11)))
    ends = {round((placed.x + placed.line.width) % 5, 3) for placed in page.repeated}
    assert len(page.repeated) == 11
    assert len(ends) == 1


def test_a_long_entry_is_broken_and_has_its_number_on_its_last_line() -> None:
    page = contents("很长的题目" * 7, "短")
    shown = [one for one in page.lines if one.role is Role.CONTENTS_ENTRY]
    assert shown[0].y < shown[1].y == shown[2].y
    assert shown[2].line.text == "1"
    assert max(one.x + one.line.width for one in shown[:2]) <= 260 - 22


def test_no_leader_touches_its_neighbours_however_long_the_entry() -> None:
    for length in range(1, 24):
        page = contents("长" * length, "短")
        shown = [one for one in page.lines if one.role is Role.CONTENTS_ENTRY]
        for dots in page.repeated:
            before, after = [one for one in shown if one.y == dots.y]
            assert before.x + before.line.width < dots.x
            assert dots.x + dots.line.width < after.x
