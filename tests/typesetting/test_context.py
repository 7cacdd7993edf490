"""Chinese or Western, by the neighbours."""

from __future__ import annotations

import pytest

from bulletin_export.typesetting.context import is_chinese, pairs_up


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("他说“好”", 2, True),
        ("Children’s", 8, False),
        ("say “yes” now", 4, False),
        ("“Hello”是问候", 0, True),
        ("是“‘A’”", 2, True),
        ("——", 0, True),
        ("wait…", 4, False),
        ("10–20", 2, False),
        ("马·克", 1, True),
    ],
)
def test_ambiguous_marks_belong_to_their_neighbours(text, index, expected):
    assert is_chinese(text, index) is expected


def test_stops_pair_up_from_the_left():
    assert [pairs_up("好！！！", index) for index in (1, 2, 3)] == [True, True, False]
    assert not pairs_up("好！", 1)
