from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import table, tr
from bulletin_export.composition.column_widths import Extent, column_widths, extents
from bulletin_export.composition.tiling import Tiling

_EXTENTS = st.builds(
    lambda least, more: Extent(least, least + more), st.floats(1, 20), st.floats(0, 300)
)


@given(st.lists(_EXTENTS, min_size=1, max_size=9), st.floats(5, 60))
def test_columns_fill_the_measure_and_break_no_word_unless_type_shrinks(
    columns: list[Extent], measure: float
) -> None:
    widths, scale = column_widths(columns, measure)
    assert sum(widths) == pytest.approx(measure)
    assert scale <= 1
    for width, one in zip(widths, columns, strict=True):
        assert width >= one.least * scale - 1e-6


def test_a_short_column_gets_all_it_wants_beside_a_long_one() -> None:
    widths, scale = column_widths([Extent(2, 6), Extent(2, 300)], 40)
    assert widths == pytest.approx([6, 34])
    assert scale == 1


def test_a_word_is_not_broken_to_make_a_column_narrow() -> None:
    tiling = Tiling.of(table(tr("国", "internationally")))
    narrow, wide = extents(tiling.tiles, 2, lambda _: 0.0)
    assert wide.least > 15 * 0.5
    assert narrow.least < 4
