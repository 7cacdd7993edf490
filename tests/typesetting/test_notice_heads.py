"""Heads of letters and bulletins stand where the standard, or custom, wants them."""

import pytest
from msgspec.structs import replace

from builders import article, p
from bulletin_export.model.notice import Notice, NoticeForm
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.pages import lay_out
from bulletin_export.typesetting.strips import ASCENT

MM = 72 / 25.4
#: In points: 0.3 mm.
NEAR = 0.3 * MM


def near(value):
    return pytest.approx(value, abs=NEAR)


def pages_of(publication, template, fonts):
    return lay_out(publication, load_template(template), fonts).pages


def lines(page, role):
    return [one for one in page.lines if one.role is role]


def top(one):
    return one.y - ASCENT * one.line.runs[0].size


@pytest.fixture
def letter(test_book):
    said = Notice(
        form=NoticeForm.LETTER,
        issuers=("青石县水利局",),
        document_number="青水函〔2026〕46号",
        copies_to="市水利局",
        date="2026-11-24",
    )
    one = replace(article(p("正文。"), title="关于商请支援的函"), notice=said)
    whole = Publication(sections=(Section((one,)),), title="函")
    return pages_of(whole, "gongwen", test_book)


def test_the_mark_of_a_letter_has_its_top_30_mm_below_the_edge_of_the_sheet(letter):
    (mark,) = lines(letter[0], Role.ISSUER)
    assert top(mark) == near(30 * MM)
    assert mark.x + mark.line.width / 2 == near(28 * MM + 156 * MM / 2)


def test_its_double_rules_are_170_mm_long_and_4_mm_below_the_mark_and_20_mm_above_the_edge(letter):
    (mark,) = lines(letter[0], Role.ISSUER)
    red = [one for one in letter[0].rules if one.width == near(170 * MM)]
    assert len(red) == 4
    assert all(one.x == near(20 * MM) for one in red)
    upper, lower = sorted(red, key=lambda one: one.y)[:2], sorted(red, key=lambda one: one.y)[2:]
    assert upper[0].y == near(top(mark) + mark.line.runs[0].size + 4 * MM)
    assert upper[0].height > upper[1].height
    assert lower[1].y + lower[1].height == near((297 - 20) * MM)
    assert lower[1].height > lower[0].height


def test_the_number_of_a_letter_ends_at_the_right_edge_of_the_type_area(letter):
    (number,) = lines(letter[0], Role.DOCUMENT_NUMBER)
    assert number.x + number.line.width == near((28 + 156) * MM)


def test_the_first_page_of_a_letter_has_no_number(letter):
    assert not lines(letter[0], Role.FOOTER)


@pytest.fixture
def briefing(test_book):
    said = Notice(
        form=NoticeForm.BRIEFING,
        remark="内部资料　注意保存",
        copy_number="000012",
        issuers=("青石要情",),
        document_number="第12期（总第345期）",
        publisher="县委办公室",
        date="2026-11-24",
        reported_to="市委办公室",
        sent_to="县直各单位",
        copies=50,
    )
    items = tuple(article(p("正文。" * 40), title=f"第{n}篇") for n in range(1, 5))
    whole = Publication(
        sections=(Section(items),), title="青石要情", notice=said, has_contents=True
    )
    return pages_of(whole, "briefing", test_book)


def test_the_head_of_a_bulletin_takes_no_more_than_a_third_of_the_page(briefing):
    red = [one for one in briefing[0].rules if one.width == near(156 * MM)]
    rule = min(red, key=lambda one: one.y)
    assert rule.y < 297 * MM / 3
    assert rule.height == pytest.approx(1.5)


def test_its_name_is_spread_over_two_thirds_of_the_measure_or_an_em_a_gap(briefing):
    (name,) = lines(briefing[0], Role.ISSUER)
    size = name.line.runs[0].size
    assert name.line.width == near(min(2 / 3 * 156 * MM, 4 * size + 3 * size))
    assert name.x + name.line.width / 2 == near(28 * MM + 156 * MM / 2)


def test_publisher_and_date_stand_in_one_line_a_character_inside_the_edges(briefing):
    number, publisher, date = lines(briefing[0], Role.DOCUMENT_NUMBER)
    size = date.line.runs[0].size
    assert publisher.y == near(date.y)
    assert publisher.x == near(28 * MM + size)
    assert date.x + date.line.width == near((28 + 156) * MM - size)
    assert number.x + number.line.width / 2 == near(28 * MM + 156 * MM / 2)


def test_contents_with_page_numbers_and_the_first_item_stand_on_the_first_page(briefing):
    entries = [one.line.text for one in lines(briefing[0], Role.CONTENTS_ENTRY)]
    titles = {one.line.text: n for n, page in enumerate(briefing, 1)
              for one in lines(page, Role.TITLE)}  # fmt: skip
    assert titles["第1篇"] == 1
    assert [entries[n : n + 2] for n in range(0, 8, 2)] == [
        [f"第{n}篇", str(titles[f"第{n}篇"])] for n in range(1, 5)
    ]


def test_the_last_rule_of_the_foot_lies_on_the_edge_of_the_type_area(briefing):
    (last,) = [page for page in briefing if lines(page, Role.IMPRINT)]
    assert last is briefing[-1]
    lowest = max(last.rules, key=lambda one: one.y)
    assert lowest.y + lowest.height == near((297 - 35) * MM)
    said = [one.line.text for one in lines(last, Role.IMPRINT)]
    assert "（共印50份）" in said
