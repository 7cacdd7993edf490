"""The article model as a file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from builders import article, publication
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.model.interchange import from_json
from bulletin_export.styling.load import load_template
from bulletin_export.writers.json import JsonWriter
from strategies import publications

PLAIN = load_template("plain")


def write(one):
    return JsonWriter().write(one, PLAIN, None)


@settings(max_examples=30, deadline=None)
@given(publications())
def test_what_is_written_is_the_publication_itself(one):
    result = write(one)
    assert from_json(result.data) == one
    assert result.diagnostics == ()


def test_a_file_ends_with_a_line_end():
    assert write(publication(article("甲"))).data.endswith(b"}\n")


def test_half_a_surrogate_pair_is_refused_by_its_code():
    with pytest.raises(UnwritablePublicationError, match=r"U\+D800"):
        write(publication(article("甲\ud800")))
