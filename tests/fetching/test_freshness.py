"""How long an answer is true."""

from email.utils import formatdate

import pytest

from bulletin_export.fetching.freshness import directives, fresh_until, may_keep

NOW = 1_700_000_000.0


def lifetime(**headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return fresh_until({"date": formatdate(NOW), **named}, NOW) - NOW


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache_control": "max-age=60"}, 60),
        ({"cache_control": 'public, Max-Age="60"'}, 60),
        ({"cache_control": "max-age=60", "age": "20"}, 40),
        ({"cache_control": "max-age=60", "age": "90"}, 0),
        ({"cache_control": "max-age=60", "expires": formatdate(NOW + 999)}, 60),
        ({"cache_control": "no-cache, max-age=60"}, 0),
        ({"cache_control": "max-age=x"}, 0),
        ({"cache_control": "max-age=99999999999"}, 365 * 86_400),
        ({"expires": formatdate(NOW + 999)}, 999),
        ({"expires": "0"}, 0),
        ({"expires": "-1"}, 0),
        ({}, 600),
        ({"last_modified": formatdate(NOW - 60)}, 600),
        ({"last_modified": formatdate(NOW - 36_000)}, 3600),
        ({"last_modified": formatdate(0)}, 86_400),
        ({"last_modified": "nonsense"}, 600),
        ({"last_modified": formatdate(NOW + 9999)}, 600),
    ],
)
def test_an_answer_is_fresh_as_long_as_its_server_says(headers, seconds):
    assert lifetime(**headers) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("status", "control", "kept"),
    [
        (200, "", True), (200, "no-store", False), (200, "private", True), (301, "", True),
        (302, "", False), (302, "max-age=9", True), (404, "", True), (500, "max-age=9", False),
        (403, "", False), (429, "", False), (206, "", False),
    ],
)  # fmt: skip
def test_what_may_be_kept_is(status, control, kept):
    assert may_keep(status, {"cache-control": control}) is kept


def test_directives_are_told_apart():
    assert directives('no-cache="Set-Cookie, a", max-age=3 ,x') == {
        "no-cache": "Set-Cookie, a", "max-age": "3", "x": "",
    }  # fmt: skip
