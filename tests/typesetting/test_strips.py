from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Line, LinkArea, PlacedPicture, Rule
from bulletin_export.typesetting.strips import SetLine, Strip, cut, merged, shifted, shrunk, stacked

LINE = Line("文", (), 10.0)


def strip(height: float, *baselines: float, **fields: object) -> Strip:
    lines = tuple(SetLine(0.0, y, LINE, Role.BODY, 10.0) for y in baselines)
    return Strip(height=height, lines=lines, **fields)


def test_a_shifted_strip_moves_everything_but_its_height() -> None:
    whole = strip(
        20,
        10,
        rules=(Rule(0, 0, 5, 1),),
        pictures=(PlacedPicture(1, 1, 2, 2, "a.png", ""),),
        links=(LinkArea(0, 0, 9, 9, "#a"),),
    )
    moved = shifted(whole, 3, 4)
    assert moved.height == 20
    assert (moved.lines[0].x, moved.lines[0].y) == (3, 14)
    assert (moved.rules[0].x, moved.rules[0].y) == (3, 4)
    assert (moved.pictures[0].x, moved.pictures[0].y) == (4, 5)
    assert (moved.links[0].x, moved.links[0].y) == (3, 4)


def test_stacked_strips_keep_the_larger_of_two_blanks() -> None:
    whole = stacked([strip(20, 14, space_after=5), strip(20, 14, space_before=8)])
    assert whole.height == 48
    assert [line.y for line in whole.lines] == [14, 42]


def test_merged_strips_keep_their_places() -> None:
    whole = merged([strip(20, 5), strip(20, 15)], height=20)
    assert [line.y for line in whole.lines] == [5, 15]
    assert whole.height == 20


def test_a_shrunk_picture_keeps_its_shape_and_its_middle() -> None:
    whole = Strip(height=100, pictures=(PlacedPicture(10, 0, 50, 100, "a.png", ""),))
    (picture,) = shrunk(whole, 60).pictures
    assert (picture.width, picture.height) == (30, 60)
    assert picture.x + picture.width / 2 == 35


def test_a_strip_that_fits_is_not_cut() -> None:
    whole = strip(20, 14)
    assert cut(whole, 20) == (whole, None)


def test_what_cannot_be_cut_stays_whole() -> None:
    whole = Strip(height=90, pictures=(PlacedPicture(0, 0, 9, 90, "a.png", ""),))
    assert cut(whole, 50) == (whole, None)


def test_blank_that_does_not_fit_is_left_out_and_the_frame_closes_above_it() -> None:
    frame = (Rule(0, 0, 0.5, 22), Rule(0, 21.5, 90, 0.5))
    whole, rest = cut(strip(22, 14, rules=frame), 20)
    assert rest is None
    assert (whole.height, len(whole.lines)) == (20, 1)
    assert whole.rules == (Rule(0, 0, 0.5, 20), Rule(0, 19.5, 90, 0.5))


def test_an_upright_rule_is_shared_out_between_the_parts() -> None:
    whole = strip(100, 14, 34, 54, 74, 94, rules=(Rule(0, 0, 0.5, 100),))
    head, rest = cut(whole, 50)
    assert rest is not None
    assert head.height + rest.height == 100
    assert (head.rules[0].height, rest.rules[0].height) == (head.height, rest.height)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.floats(9, 190), max_size=12), st.floats(1, 200))
def test_no_line_is_lost_or_parted_by_a_cut(baselines: list[float], depth: float) -> None:
    whole = strip(200, *baselines)
    head, rest = cut(whole, depth)
    parts = [head] if rest is None else [head, rest]
    assert sum(len(part.lines) for part in parts) == len(baselines)
    if rest is not None:
        assert head.height <= depth
        assert all(line.y + 1.2 <= head.height + 0.01 for line in head.lines)
        assert all(line.y - 8.8 >= -0.01 for line in rest.lines)
