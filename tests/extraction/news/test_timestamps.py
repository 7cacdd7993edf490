"""Dates of messages keep their offset and their print."""

import pytest

from bulletin_export.extraction.news.timestamps import timestamp


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20200206T173000+0800", "2020-02-06T17:30:00+08:00"),
        ("20200206T093000Z", "2020-02-06T09:30:00Z"),
        ("2020-02-06T17:30:00.000-05:00", "2020-02-06T17:30:00-05:00"),
        ("2020-02-06 17:30:40", "2020-02-06T17:30:40"),
        ("2020-02-06T17:30+08", "2020-02-06T17:30+08:00"),
        ("20200206", "2020-02-06"),
        ("2020-02", "2020-02"),
        ("20200206T240000Z", "2020-02-06"),
        ("Thu, 06 Feb 2020 17:30:00 +0800", "2020-02-06T17:30:00+08:00"),
    ],
)
def test_every_form_is_read_as_it_was_meant(text, value):
    found = timestamp(f" {text}\n")
    assert (found.value, found.printed) == (value, text)


@pytest.mark.parametrize("text", ["", "yesterday", "20201306", "2020-02-30", "0000-01-01", "2020"])
def test_what_is_no_date_is_none(text):
    assert timestamp(text) is None
