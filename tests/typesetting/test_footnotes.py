"""Notes at the foot, and the laws of filling with them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin_export.styling.template import Role
from bulletin_export.typesetting.layout import Line, Rule
from bulletin_export.typesetting.paging import fill
from bulletin_export.typesetting.setting import Frame
from bulletin_export.typesetting.sheet import Sheet
from bulletin_export.typesetting.strips import SetLine, Strip

ONE = Frame(0, 0, 100, 50, (0,), 50)
TWO = Frame(0, 0, 100, 100, (0, 50), 50)
THREE = Frame(0, 0, 100, 150, (0, 50, 100), 50)
GRID = Frame(0, 0, 100, 100, (0, 50), 50, pitch=6.0, overhang=0.5)
RULE = Strip(height=4, rules=(Rule(0, 2, 10, 0.5),))


def strip(name: str, height: float = 10, **fields: object) -> Strip:
    line = SetLine(0.0, height, Line(name, (), height), Role.BODY, 10.0)
    return Strip(height=height, lines=(line,), **fields)


def note(name: str, lines: int = 1, height: float = 5) -> tuple[Strip, ...]:
    """Return a note of lines called ``name.0``, ``name.1``; two of them stay together."""
    return tuple(
        strip(f"{name}.{n}", height, keeps=n != lines - 1 and n in (0, lines - 2), repeats=(RULE,))
        for n in range(lines)
    )


def names(sheets: list[Sheet]) -> list[str]:
    return [" ".join(placed.line.text for placed in sheet.lines) for sheet in sheets]


def places(sheet: Sheet) -> dict[str, tuple[float, float]]:
    return {placed.line.text: (placed.x, placed.y) for placed in sheet.lines}


def test_a_note_stands_at_the_foot_below_a_short_rule() -> None:
    (sheet,) = fill([strip("a", notes=(note("n"),)), strip("b")], ONE)
    assert places(sheet) == {"a": (0, 10), "b": (0, 20), "n.0": (0, 100)}
    (rule,) = sheet.rules
    assert (rule.y, rule.width) == (100 - 5 - 2, 10)


def test_several_notes_of_a_page_stand_below_one_rule_in_their_order() -> None:
    strips = [strip("a", notes=(note("m"), note("n", 2))), strip("b", notes=(note("o"),))]
    (sheet,) = fill(strips, ONE)
    assert names([sheet]) == ["a b m.0 n.0 n.1 o.0"]
    assert [y for _, y in list(places(sheet).values())[2:]] == [85, 90, 95, 100]
    assert len(sheet.rules) == 1


def test_a_line_whose_note_does_not_fit_moves_on_with_it() -> None:
    strips = [*(strip(str(n)) for n in range(9)), strip("x", notes=(note("n"),))]
    assert names(fill(strips, ONE)) == ["0 1 2 3 4 5 6 7 8", "x n.0"]


def test_a_note_that_is_longer_than_the_room_goes_on_at_the_next_foot() -> None:
    strips = [
        *(strip(str(n)) for n in range(7)),
        strip("x", notes=(note("n", 6),)),
        strip("y"),
        strip("z"),
    ]
    first, second = fill(strips, ONE)
    assert names([first]) == ["0 1 2 3 4 5 6 x n.0 n.1 n.2"]
    assert names([second]) == ["y z n.3 n.4 n.5"]
    assert len(second.rules) == 1
    assert places(second)["n.5"] == (0, 100)


def test_a_note_longer_than_a_page_fills_the_pages_after_the_text() -> None:
    sheets = fill([strip("x", notes=(note("n", 50),))], ONE)
    assert [len(sheet.lines) for sheet in sheets] == [1 + 17, 19, 14]


def test_the_note_of_what_fills_a_column_stands_at_the_next_foot() -> None:
    first, second = fill([strip("x", 98, notes=(note("n"),)), strip("y")], ONE)
    assert names([first, second]) == ["x", "y n.0"]


def test_text_goes_on_beside_a_note_longer_than_a_page() -> None:
    strips = [strip("x", notes=(note("n", 30),)), *(strip(str(n)) for n in range(9))]
    second = fill(strips, ONE)[1]
    assert names([second]).pop().startswith("0 1 2 ")


def test_what_keeps_together_brings_its_notes() -> None:
    strips = [
        *(strip(str(n)) for n in range(7)),
        strip("h", keeps=True),
        strip("x", notes=(note("n"),)),
    ]
    assert names(fill(strips, ONE)) == ["0 1 2 3 4 5 6 h x n.0"]
    assert names(fill([strip("a"), *strips], ONE)) == ["a 0 1 2 3 4 5 6", "h x n.0"]


def test_notes_stand_at_the_foot_of_the_column_of_their_marks() -> None:
    strips = [
        strip("a", notes=(note("m"),)),
        *(strip(str(n)) for n in range(9)),
        strip("b", notes=(note("n"),)),
        *(strip(str(n)) for n in range(7)),
    ]
    (sheet,) = fill(strips, TWO)
    assert places(sheet)["m.0"] == (0, 100)
    assert places(sheet)["n.0"] == (50, 100)


def test_notes_of_what_is_wide_stand_below_those_of_the_columns() -> None:
    strips = [
        strip("W", is_wide=True, notes=(note("w"),)),
        strip("a", notes=(note("n"),)),
        strip("b"),
    ]
    (sheet,) = fill(strips, TWO)
    assert places(sheet) == {
        "W": (0, 10), "a": (0, 20), "b": (50, 20), "n.0": (0, 91), "w.0": (0, 100),
    }  # fmt: skip


def test_balanced_columns_take_their_notes_with_them() -> None:
    strips = [*(strip(str(n)) for n in range(3)), strip("x", notes=(note("n"),)), strip("y")]
    (sheet,) = fill(strips, TWO)
    assert places(sheet)["x"] == (50, 10)
    assert places(sheet)["n.0"] == (50, 100)


def test_notes_stand_above_what_sinks() -> None:
    strips = [strip("a", notes=(note("n"),)), strip("Z", sinks=True)]
    (sheet,) = fill(strips, ONE)
    assert places(sheet) == {"a": (0, 10), "n.0": (0, 90), "Z": (0, 100)}


def test_an_article_on_a_new_page_leaves_no_note_of_the_one_before_behind() -> None:
    strips = [strip("x", notes=(note("n", 25),)), strip("T", breaks_before=True)]
    *sheets, last = fill(strips, ONE)
    assert sum("n." in name for sheet in sheets for name in places(sheet)) == 25
    assert names([last]) == ["T"]


_NOTES = st.lists(
    st.builds(note, st.just("n"), st.integers(1, 30), st.floats(3, 6)), max_size=2
).map(tuple)
_STRIPS = st.lists(
    st.builds(
        strip,
        st.just("t"),
        st.floats(2, 30),
        keeps=st.sampled_from([False, False, True]),
        is_wide=st.sampled_from([False, False, False, True]),
        breaks_before=st.sampled_from([False] * 8 + [True]),
        snaps=st.booleans(),
        sinks=st.sampled_from([False] * 12 + [True]),
        space_before=st.floats(0, 10),
        space_after=st.floats(0, 10),
        notes=st.one_of(st.just(()), st.just(()), _NOTES),
    ),
    max_size=25,
)


def _loosened(strips: list[Strip]) -> list[Strip]:
    """Return *strips* with at most two kept together, so that all can be kept."""
    from bulletin_export.typesetting.strips import changed

    result: list[Strip] = []
    for index, one in enumerate(strips):
        keeps = one.keeps and not (result and result[-1].keeps)
        is_free = not (one.sinks or (result and result[-1].keeps))
        notes = () if not is_free else tuple(
            tuple(changed(s, lines=(s.lines[0]._replace(line=Line(f"n{index}.{k}.{i}", (), s.height)),))
                  for i, s in enumerate(lines))
            for k, lines in enumerate(one.notes)
        )  # fmt: skip
        text = one.lines[0]._replace(line=Line(f"t{index}", (), one.height))
        result.append(changed(one, lines=(text,), keeps=keeps, notes=notes))
    return result


def _boxes(sheet: Sheet, frame: Frame, wide: set[str]) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of everything on *sheet*."""
    return [
        (p.x, p.y - p.line.width,
         p.x + (frame.measure if p.line.text in wide else frame.column_measure), p.y)
        for p in sheet.lines
    ]  # fmt: skip


@pytest.mark.parametrize("frame", [ONE, TWO, THREE, GRID], ids=["one", "two", "three", "grid"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_STRIPS)
def test_nothing_is_lost_nothing_overlaps_and_notes_stand_with_their_marks(
    frame: Frame, strips: list[Strip]
) -> None:
    strips = _loosened(strips)
    wide = {one.lines[0].line.text for one in strips if one.is_wide or one.sinks}
    wide |= {
        s.lines[0].line.text for one in strips if one.is_wide for lines in one.notes for s in lines
    }
    sheets = fill(strips, frame)
    placed = [p.line.text for sheet in sheets for p in sheet.lines]
    assert [name for name in placed if name[0] == "t"] == [one.lines[0].line.text for one in strips]
    notes = [s.lines[0].line.text for one in strips for lines in one.notes for s in lines]
    assert sorted(name for name in placed if name[0] == "n") == sorted(notes)
    for sheet in sheets:
        assert all(p.y <= frame.depth + frame.overhang + 0.02 for p in sheet.lines)
        assert all(p.y - p.line.width >= -frame.overhang - 0.02 for p in sheet.lines)
        boxes = sorted(_boxes(sheet, frame, wide), key=lambda box: box[1])
        for n, (left, top, right, bottom) in enumerate(boxes):
            for left2, top2, right2, _ in boxes[n + 1 :]:
                crosses = left < right2 - 0.1 and left2 < right - 0.1
                assert not crosses or top2 >= bottom - 2 * frame.overhang - 0.02 or bottom == top
        here = places(sheet)
        for name, (x, _) in here.items():
            if name[0] == "n" and name.endswith(".0.0"):
                assert here["t" + name[1:].split(".")[0]][0] == x
    for one in strips:
        lines = [s.lines[0].line.text for note_ in one.notes for s in note_]
        order = [name for name in placed if name in set(lines)]
        assert order == lines
