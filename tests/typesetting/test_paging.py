from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Line, PlacedPicture
from bulletin_export.typesetting.paging import fill
from bulletin_export.typesetting.setting import Frame
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.strips import SetLine, Strip

ONE = Frame(0, 0, 100, 50, (0,), 50)
TWO = Frame(0, 0, 100, 100, (0, 50), 50)


def strip(name: str, height: float = 10, **fields: object) -> Strip:
    line = SetLine(0.0, height, Line(name, (), 10.0), Role.BODY, 10.0)
    return Strip(height=height, lines=(line,), **fields)


def names(sheets: list[Sheet]) -> list[str]:
    return ["".join(placed.line.text for placed in sheet.lines) for sheet in sheets]


def test_strips_fill_a_page_and_go_on_on_the_next() -> None:
    assert names(fill([strip(str(n)) for n in range(10)] + [strip("a")], ONE)) == [
        "0123456789", "a",
    ]  # fmt: skip


def test_nothing_at_all_is_one_blank_sheet() -> None:
    assert names(fill([], ONE)) == [""]


def test_what_keeps_together_moves_together() -> None:
    strips = [*(strip(str(n)) for n in range(9)), strip("a", keeps=True), strip("b")]
    assert names(fill(strips, ONE)) == ["012345678", "ab"]


def test_what_is_taller_than_a_page_begins_at_once_and_goes_on() -> None:
    strips = [strip("a"), *(strip(str(n % 10), keeps=True) for n in range(15)), strip("z")]
    assert names(fill(strips, ONE)) == ["a012345678", "901234z"]


def test_blank_is_dropped_at_the_top_of_a_column() -> None:
    strips = [strip("a", 90), strip("b", space_before=30)]
    assert fill(strips, ONE)[1].lines[0].y == 10


def test_a_page_break_before_the_first_strip_makes_no_blank_page() -> None:
    assert names(fill([strip("a", breaks_before=True), strip("b", breaks_before=True)], ONE)) == [
        "a", "b",
    ]  # fmt: skip


def test_a_wide_strip_parts_the_columns_into_bands() -> None:
    strips = [strip("a"), strip("b"), strip("W", is_wide=True), strip("c"), strip("d")]
    (sheet,) = fill(strips, TWO)
    places = {placed.line.text: (placed.x, placed.y) for placed in sheet.lines}
    assert places == {"a": (0, 10), "b": (50, 10), "W": (0, 20), "c": (0, 30), "d": (50, 30)}


def test_columns_that_end_early_are_of_like_depth() -> None:
    (sheet,) = fill([strip(str(n)) for n in range(7)], TWO)
    assert [placed.x for placed in sheet.lines].count(0) == 4


def test_a_head_is_repeated_where_a_column_begins_with_its_row() -> None:
    head = strip("H")
    strips = [head, *(strip(str(n), repeats=(head,)) for n in range(12))]
    first, second = fill(strips, ONE)
    assert names([first, second]) == ["H012345678", "91011"]
    assert [placed.line.text for placed in second.repeated] == ["H"]
    assert second.lines[0].y == 20


def test_a_picture_shrinks_to_the_room_that_is_left() -> None:
    picture = PlacedPicture(0, 0, 40, 80, "a.png", "")
    strips = [strip("a", 30), Strip(height=80, pictures=(picture,), shrinks_to=0.6)]
    (sheet,) = fill(strips, ONE)
    assert abs(sheet.pictures[0].height - 70) < 0.02


def test_sinking_strips_stand_together_at_the_foot_of_the_type_area() -> None:
    strips = [strip("a"), strip("b"), strip("Y", sinks=True), strip("Z", sinks=True), strip("c")]
    first, second = fill(strips, ONE)
    assert [(p.line.text, p.y) for p in first.lines] == [
        ("a", 10), ("b", 20), ("Y", 90), ("Z", 100),
    ]  # fmt: skip
    assert names([second]) == ["c"]


def test_sinking_strips_without_room_stand_at_the_foot_of_the_next_page() -> None:
    strips = [*(strip(str(n)) for n in range(9)), strip("Y", sinks=True), strip("Z", sinks=True)]
    first, second = fill(strips, ONE)
    assert names([first]) == ["012345678"]
    assert [(p.line.text, p.y) for p in second.lines] == [("Y", 90), ("Z", 100)]


def test_columns_above_sinking_strips_are_of_like_depth() -> None:
    (sheet,) = fill([*(strip(str(n)) for n in range(4)), strip("Z", sinks=True)], TWO)
    places = {placed.line.text: (placed.x, placed.y) for placed in sheet.lines}
    assert places == {"0": (0, 10), "1": (0, 20), "2": (50, 10), "3": (50, 20), "Z": (0, 100)}


def test_a_strip_with_a_place_of_its_own_stands_there_and_the_text_goes_on_below() -> None:
    strips = [
        strip("H", at=-20.0, is_wide=True),
        strip("K", at=-20.0, is_wide=True),
        strip("M", 20, at=35.0, is_wide=True),
        strip("a", space_before=5),
    ]
    (sheet,) = fill(strips, ONE)
    assert [(p.line.text, p.y) for p in sheet.lines] == [
        ("H", -10), ("K", -10), ("M", 55), ("a", 70),
    ]  # fmt: skip


_STRIPS = st.lists(
    st.builds(
        strip,
        st.just("x"),
        st.floats(1, 120),
        keeps=st.booleans(),
        is_wide=st.booleans(),
        breaks_before=st.booleans(),
        space_before=st.floats(0, 20),
        space_after=st.floats(0, 20),
    ),
    max_size=25,
)


@settings(max_examples=100, deadline=None)
@given(_STRIPS, st.sampled_from([ONE, TWO]))
def test_every_strip_is_placed_once_and_none_below_the_page_that_could_fit(
    strips: list[Strip], frame: Frame
) -> None:
    sheets = fill(strips, frame)
    assert sum(len(sheet.lines) for sheet in sheets) == len(strips)
    tall = any(one.height > 100 for one in strips)
    assert tall or all(placed.y <= 100.02 for sheet in sheets for placed in sheet.lines)
    assert all(sheet.lines for sheet in sheets) or not strips
