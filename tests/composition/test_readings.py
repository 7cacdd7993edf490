"""As many syllables as characters stand each above its own."""

import pytest

from bulletin_export.composition.readings import syllables


@pytest.mark.parametrize(
    ("base", "reading", "expected"),
    [
        ("饕餮", "tāo tiè", [(0, 1, "tāo"), (1, 2, "tiè")]),
        ("饕餮", "tāotiè", [(0, 2, "tāotiè")]),
        ("镕", "róng", [(0, 1, "róng")]),
        ("今日", "きょう", [(0, 2, "きょう")]),
    ],
)
def test_a_reading_is_parted_where_it_can_be(base, reading, expected):
    assert syllables(base, reading) == expected
