"""Running heads and feet, stamps, front matter: what stands around the text."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import article, p
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.template import FurnitureLine, PdfStyle, Role, Template, TextStyle
from bulletin_export.typesetting.furniture import _rooms
from bulletin_export.typesetting.layout import Layout, Page
from bulletin_export.typesetting.pages import lay_out
from bulletin_export.units import Length, Measure
from looks import STYLES, template
from metric import metric_book

LINE = "会议强调要聚焦重点地区重点领域坚持人民至上抓好各项工作"
EDGES = {"left": Length(60), "right": Length(30)}


def look(*, page: dict[str, Any] | None = None, **furniture: Any) -> Template:
    made = template()
    return replace(
        made,
        page=replace(made.page, **(page or {})),
        furniture=replace(made.furniture, **furniture),
    )


def mirrored(**furniture: Any) -> Template:
    margins = replace(template().page.margins, **EDGES)
    return look(page={"margins": margins, "mirrored": True}, **furniture)


def issue(number: int = 3, *, lines: int = 30, contents: bool = True) -> Publication:
    made = tuple(article(p(LINE * lines), title=f"第{n}篇文章") for n in range(number))
    return Publication(
        sections=(Section(made, "要闻"),),
        title="青川简报",
        publisher="青川县委办公室",
        date="2021-03-09",
        has_contents=contents,
    )


def laid(what: Publication, how: Template) -> Layout:
    return lay_out(what, how, metric_book())


def heads(page: Page) -> list[str]:
    return [placed.line.text for placed in page.furniture if placed.role is Role.HEADER]


def feet(page: Page) -> list[str]:
    return [placed.line.text for placed in page.furniture if placed.role is Role.FOOTER]


def texts(page: Page) -> list[str]:
    return [placed.line.text for placed in page.lines]


COUNT = FurnitureLine(centre="第 {page} 页 共 {pages} 页")


def test_the_foot_counts_the_pages_of_the_text_and_the_front_in_roman() -> None:
    pages = laid(issue(), look(footer=COUNT)).pages
    body = len(pages) - 1
    shown = [feet(page)[0].replace(" ", "") for page in pages]
    assert shown == ["第i页共i页", *(f"第{n}页共{body}页" for n in range(1, body + 1))]


def test_numbers_may_count_on_from_the_front() -> None:
    pages = laid(issue(), look(footer=COUNT, front_numbers="continue")).pages
    shown = [feet(page)[0].replace(" ", "") for page in pages]
    assert shown == [f"第{n}页共{len(pages)}页" for n in range(1, len(pages) + 1)]


def test_a_front_without_numbers_prints_no_dashes_either() -> None:
    pages = laid(issue(), look(front_numbers="none")).pages
    assert feet(pages[0]) == []
    assert feet(pages[1]) == ["— 1 —"]


@pytest.mark.parametrize("front", ["roman", "continue", "none"])
def test_contents_say_what_stands_at_the_foot_of_the_page(front: str) -> None:
    pages = laid(issue(), look(front_numbers=front)).pages
    entries = [one.line.text for one in pages[0].lines if one.role is Role.CONTENTS_ENTRY]
    for number, title in enumerate(("第0篇文章", "第1篇文章", "第2篇文章")):
        (page,) = (one for one in pages[1:] if title in texts(one))
        assert entries[2 * number : 2 * number + 2] == [title, page.label]
        assert feet(page) == [f"— {page.label} —"]


def test_left_and_right_change_places_on_even_pages() -> None:
    how = look(mirrored=True, footer=FurnitureLine(right="{page}"))
    pages = laid(issue(1), how).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        (foot,) = page.furniture
        left, right = foot.x, foot.x + foot.line.width
        if number % 2:
            assert right == pytest.approx(260)
        else:
            assert left == pytest.approx(40)


def test_a_number_stands_one_character_in_where_its_style_says_so() -> None:
    inset = TextStyle(size=Length(14), margin_left=Measure(1, "em"), margin_right=Measure(1, "em"))
    how = look(mirrored=True, footer=FurnitureLine(right="— {page} —"))
    how = replace(how, styles={**STYLES, Role.FOOTER: inset})
    odd, even = laid(issue(1), how).pages[:2]
    assert odd.furniture[0].x + odd.furniture[0].line.width == pytest.approx(260 - 14)
    assert even.furniture[0].x == pytest.approx(40 + 14)


def test_margins_change_places_on_even_pages_for_all_that_stands_there() -> None:
    how = mirrored(header=FurnitureLine(left="{title}", rule=True), first_page_header=True)
    odd, even = laid(issue(1), how).pages[:2]
    for page, left in ((odd, 60.0), (even, 30.0)):
        full = [one for one in page.lines if one.role is Role.BODY and not one.line.is_last]
        assert {round(one.x, 3) for one in full} == {left}
        (rule,) = page.furniture_rules
        assert (rule.x, rule.width) == pytest.approx((left, 210.0))
        assert page.furniture[0].x == pytest.approx(left)


def test_the_text_of_a_mirrored_book_is_broken_as_on_one_sided_pages() -> None:
    margins = replace(template().page.margins, **EDGES)
    plain = laid(issue(1), look(page={"margins": margins}))
    assert [texts(one) for one in laid(issue(1), mirrored()).pages] == [
        texts(one) for one in plain.pages
    ]


@pytest.mark.parametrize("cover", ["masthead", "page", "none"])
@pytest.mark.parametrize("number", [3, 60])
def test_in_a_book_printed_on_both_sides_odd_numbers_are_on_the_front(
    cover: str, number: int
) -> None:
    pages = laid(issue(number, lines=1), mirrored(cover=cover)).pages
    first = next(index for index, page in enumerate(pages) if page.label == "1")
    assert first % 2 == 0
    assert "第0篇文章" in texts(pages[first])
    contents = next(index for index, page in enumerate(pages) if "目录" in texts(page))
    assert contents % 2 == 0


def test_a_blank_page_is_blank() -> None:
    pages = laid(issue(), mirrored(cover="page", watermark="密", classification="密")).pages
    blank = pages[1]
    assert not (blank.lines)
    assert not (blank.furniture)
    assert not (blank.background)
    assert not (blank.furniture_rules)


def test_a_booklet_is_printed_on_both_sides_too() -> None:
    pages = laid(issue(), replace(look(), pdf=PdfStyle(impose="booklet"))).pages
    assert [page.label for page in pages[:3]] == ["i", "ii", "1"]
    assert not pages[1].lines


def test_the_first_page_may_do_without_its_foot() -> None:
    pages = laid(issue(1), look(first_page_footer=False)).pages
    assert [feet(page) for page in pages[:2]] == [[], ["— 2 —"]]


def test_a_running_head_names_the_first_article_that_begins_on_its_page_or_goes_on() -> None:
    short = replace(STYLES[Role.TITLE], page_break_before=False)
    how = look(header=FurnitureLine(centre="{article}"), first_page_header=True)
    how = replace(how, styles={**STYLES, Role.TITLE: short})
    made = tuple(
        article(p(LINE * lines), title=f"第{n}篇") for n, lines in enumerate((2, 2, 40, 2, 1))
    )
    pages = laid(Publication(sections=(Section(made),)), how).pages
    going_on = ""
    assert len(pages) > 3
    for page in pages:
        begun = [text for text in texts(page) if text.startswith("第")]
        assert heads(page) == [begun[0] if begun else going_on]
        going_on = begun[-1] if begun else going_on


def test_a_running_head_names_the_section() -> None:
    how = look(header=FurnitureLine(left="{section}", right="{date}"))
    assert heads(laid(issue(), how).pages[2]) == ["要闻", "2021年3月9日"]


@given(st.lists(st.floats(0, 400), min_size=3, max_size=3))
def test_left_centre_and_right_never_touch(widths: list[float]) -> None:
    left, centre, right = (
        min(width, room) for width, room in zip(widths, _rooms(widths, 300, 10), strict=True)
    )
    assert max(left, centre, right) <= 300
    if centre:
        middle = (150 - centre / 2, 150 + centre / 2)
        assert not left or left <= middle[0] - 10 + 1e-9 or left == 0
        assert not right or 300 - right >= middle[1] + 10 - 1e-9
    elif left and right:
        assert left + right <= 290 + 1e-9


def test_a_watermark_is_centred_pale_turned_and_below_everything() -> None:
    for text in ("密", "内部资料", "内部资料不得外传请妥善保管"):
        (page, *_) = laid(issue(1), look(watermark=text)).pages
        (mark,) = page.background
        (run,) = mark.line.runs
        assert (mark.line.text, mark.angle, run.colour) == (text, 45.0, "#E6E6E6")
        turn, above = radians(45), (0.88 - 0.5) * run.size
        x = mark.x + mark.line.width / 2 * cos(turn) - above * sin(turn)
        y = mark.y - mark.line.width / 2 * sin(turn) - above * cos(turn)
        assert (x, y) == pytest.approx((150, 200))
        reach = (mark.line.width + run.size) / 2 * sin(turn)
        assert reach <= 0.41 * 300


def test_a_classification_stands_at_the_head_of_every_page_above_the_running_head() -> None:
    how = look(
        classification="机密★1年",
        header=FurnitureLine(left="{title}"),
        first_page_header=True,
        cover="page",
    )
    pages = laid(issue(), how).pages
    for page in pages[1:]:
        mark, head = page.furniture[:2]
        assert mark.line.text == "机密★1年"
        assert mark.x == 40
        assert mark.y - 0.88 * mark.line.runs[0].size > 0
        assert mark.y < head.y - 0.88 * head.line.runs[0].size
    assert heads(pages[0]) == ["机密★1年"]


def test_a_cover_has_title_date_items_and_publisher_and_no_number() -> None:
    pages = laid(issue(), look(cover="page")).pages
    assert texts(pages[0]) == [
        "青川简报", "2021年3月9日", "青川县委办公室",
        "要闻", "第0篇文章", "第1篇文章", "第2篇文章",
    ]  # fmt: skip
    assert feet(pages[0]) == []
    assert {area.target for area in pages[0].links} == {f"#article-{n}" for n in (1, 2, 3)}
    assert texts(pages[1])[0] == "目录"
    assert (pages[1].label, pages[2].label) == ("ii", "1")


def test_a_cover_leaves_out_items_that_do_not_fit() -> None:
    pages = laid(issue(40, lines=1), look(cover="page")).pages
    assert texts(pages[0]) == ["青川简报", "2021年3月9日", "青川县委办公室", "要闻"]


def test_a_single_article_has_no_cover() -> None:
    pages = laid(issue(1, contents=False), look(cover="page")).pages
    assert "青川简报" not in texts(pages[0])


def test_nothing_opens_a_publication_that_wants_neither_cover_nor_masthead() -> None:
    pages = laid(issue(), look(cover="none")).pages
    assert texts(pages[0])[0] == "目录"
