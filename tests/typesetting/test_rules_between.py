"""Rules between columns and between articles, and boxes around datelines."""

from __future__ import annotations

from msgspec.structs import replace

import builders
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Role, Template
from bulletin_export.typesetting.layout import Page, Rule
from bulletin_export.typesetting.pages import lay_out
from metric import metric_book

BOOK = metric_book()
NEWSPAPER, CLIPPING = load_template("newspaper"), load_template("clipping")


def pages(count: int, look: Template, length: int = 400) -> tuple[Page, ...]:
    """Lay out *count* articles of *length* characters each."""
    articles = [
        builders.article("国" * length, title=f"第{n}篇", source="清溪日报") for n in range(count)
    ]
    return lay_out(builders.publication(*articles, title="日报"), look, BOOK).pages


def upright(page: Page) -> list[Rule]:
    return [one for one in page.rules if one.height > one.width]


def across(page: Page, look: Template) -> list[Rule]:
    """The thin rules as wide as the type area, boxes left out."""
    measure = look.page.measure.pt
    titles = [one.y for one in page.lines if one.role is Role.TITLE]
    found = (one for one in page.rules if one.height < 1 and abs(one.width - measure) < 1)
    return [one for one in found if any(0 < y - one.y < 60 for y in titles)]


def test_three_columns_have_two_rules_as_deep_as_the_text() -> None:
    (page,) = pages(1, NEWSPAPER)
    first, second = upright(page)
    body = [one for one in page.lines if one.role is Role.BODY]
    assert first.y == second.y
    assert first.y < min(one.y for one in body)
    assert first.y + first.height > max(one.y for one in body)
    columns = sorted({round(one.x, 1) for one in body if one.line.text == "国" * 15})
    assert columns[0] < first.x < columns[1] < second.x < columns[2]


def test_one_column_has_no_rule() -> None:
    (page,) = pages(1, CLIPPING)
    assert upright(page) == []


def test_a_rule_parts_articles_on_a_page_and_none_stands_at_its_top() -> None:
    look = replace(CLIPPING, furniture=replace(CLIPPING.furniture, cover="none", contents=False))
    found = pages(8, look)
    titles = sum(one.role is Role.TITLE for page in found for one in page.lines)
    assert titles == 8
    for page in found:
        begun = sum(one.role is Role.TITLE for one in page.lines)
        is_first = page.lines[0].role is Role.TITLE
        assert len(across(page, look)) == begun - is_first


def test_the_source_of_a_clipping_stands_on_a_tint_between_rules() -> None:
    (page,) = pages(1, CLIPPING)
    (stamp,) = (one for one in page.lines if one.role is Role.DATELINE)
    (tint,) = (one for one in page.rules if one.colour == "#F0F0F0")
    assert tint.y < stamp.y < tint.y + tint.height
    assert tint.width == CLIPPING.page.measure.pt
    edges = [one for one in page.rules if tint.y - 0.1 <= one.y <= tint.y + tint.height]
    assert len(edges) == 3


def test_a_newspaper_opens_with_its_flag_and_prints_no_contents() -> None:
    first = pages(4, NEWSPAPER)[0]
    assert first.lines[0].role is Role.PUBLICATION_TITLE
    assert all(one.role is not Role.CONTENTS_ENTRY for one in first.lines)
    assert any(one.role is Role.BODY for one in first.lines)
