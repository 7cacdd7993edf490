"""Two pages a sheet, in the order of a stapled booklet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import article, h, link, p, publication
from bulletin_export.styling.template import Role
from bulletin_export.typesetting.imposition import booklet
from bulletin_export.typesetting.layout import (
    Anchor,
    Layout,
    Line,
    LinkArea,
    Page,
    PlacedLine,
    PlacedPicture,
    Rule,
)
from bulletin_export.typesetting.pages import lay_out
from looks import template
from metric import metric_book


def _page(number: int, **parts: object) -> Page:
    line = PlacedLine(10.0, 20.0, Line(str(number), (), 5.0), Role.BODY)
    return Page(100.0, 150.0, str(number), lines=(line,), **parts)  # type: ignore[arg-type]


def _sides(count: int) -> list[str]:
    layout = booklet(Layout(tuple(map(_page, range(1, count + 1)))))
    return [side.label for side in layout.pages]


def test_eight_pages_lie_on_two_sheets() -> None:
    assert _sides(8) == ["8, 1", "2, 7", "6, 3", "4, 5"]


def test_a_booklet_is_padded_to_a_multiple_of_four() -> None:
    assert _sides(5) == ["–, 1", "2, –", "–, 3", "4, 5"]
    assert _sides(1) == ["–, 1", "–, –"]


@given(st.integers(1, 40))
def test_folded_and_stapled_the_pages_follow_each_other(count: int) -> None:
    sides = [side.split(", ") for side in _sides(count)]
    assert len(sides) % 2 == 0
    # Sheets inside each other: the right of each front and the left of its back, to the
    # middle; then from there outwards the right of each back and the left of its front.
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    leaves = [page for front, back in sheets for page in (front[1], back[0])]
    leaves += [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    printed = [page for page in leaves if page != "–"]
    assert printed == [str(number) for number in range(1, count + 1)]
    assert leaves == printed + ["–"] * (len(leaves) - count)


def test_everything_on_the_right_page_moves_by_the_width_of_a_page() -> None:
    parts = {
        "rules": (Rule(1.0, 2.0, 3.0, 4.0),),
        "links": (LinkArea(5.0, 6.0, 7.0, 8.0, "#there"),),
        "anchors": (Anchor("there", 9.0),),
        "background": (PlacedLine(3.0, 4.0, Line("密", (), 5.0), Role.HEADER, angle=45.0),),
    }
    side = booklet(Layout((_page(1, **parts),))).pages[0]
    assert (side.width, side.height) == (200.0, 150.0)
    assert [one.x for one in side.lines] == [110.0]
    assert [one.x for one in side.rules] == [101.0]
    assert side.links == (LinkArea(105.0, 6.0, 7.0, 8.0, "#there"),)
    assert side.anchors == (Anchor("there", 9.0),)
    assert (side.background[0].x, side.background[0].angle) == (103.0, 45.0)


def test_a_turned_page_lies_as_it_did_beside_an_upright_one() -> None:
    picture = PlacedPicture(30.0, 10.0, 40.0, 20.0, "a.png", "")
    turned = _page(1, pictures=(picture,), is_turned=True)
    side = booklet(Layout((turned,))).pages[0]
    assert not side.is_turned
    (line,) = side.lines
    # Its frame is 150 wide: 10 from the left is 10 from the foot of the page.
    assert (line.x, line.y, line.angle) == (100 + 20.0, 150 - 10.0, 90.0)
    (placed,) = side.pictures
    assert (placed.x, placed.y, placed.width, placed.height) == (110.0, 80.0, 20.0, 40.0)
    assert placed.is_turned


def test_imposing_loses_no_word_no_link_no_tag_and_no_bookmark() -> None:
    one = article(h(1, "节"), *[p("文字" * 30)] * 30, p(link("https://a.cn/", "远")), title="题")
    layout = lay_out(publication(one), template(), metric_book())
    imposed = booklet(layout)
    assert (imposed.tags, imposed.bookmarks) == (layout.tags, layout.bookmarks)
    for name in ("lines", "furniture", "links", "anchors", "rules"):
        counts = [sum(len(getattr(page, name)) for page in x.pages) for x in (layout, imposed)]
        assert counts[0] == counts[1], name


@pytest.mark.parametrize(("impose", "width"), [("none", 595), ("booklet", 1191)])
def test_the_template_says_whether_pages_are_imposed(impose: str, width: int) -> None:
    from bulletin_export import pipeline
    from bulletin_export.styling.load import load_template
    from painted import reader

    look = load_template("plain", {"pdf.impose": impose})
    made = publication(article(p("文"), title="题"))
    data = pipeline.write(made, "pdf", look, pipeline.font_book(look)).data
    assert round(float(reader(data).pages[0].mediabox.width)) == width
