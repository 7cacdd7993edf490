"""The public JSON form: written and read again without loss, and described by a schema."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from builders import article, p, publication
from bulletin_export.model.interchange import from_json, json_schema, to_json
from strategies import PICTURES, publications

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "publication.schema.json"


def schema_text() -> str:
    return json.dumps(json_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@settings(max_examples=60, deadline=None)
@given(publications())
def test_what_is_written_is_read_again_without_loss(one):
    assert from_json(to_json(one)) == one


@settings(max_examples=30, deadline=None)
@given(publications())
def test_everything_written_keeps_to_the_published_schema(one):
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(json.loads(to_json(one)))


def test_the_published_schema_is_that_of_the_model(request):
    """``pytest tests/model/test_interchange.py --rewrite`` writes it anew."""
    if request.config.getoption("--rewrite"):
        SCHEMA.write_text(schema_text(), "utf-8")
    assert SCHEMA.read_text("utf-8") == schema_text()


def test_the_schema_refuses_an_unknown_node():
    written = json.loads(to_json(publication(article("甲"))))
    written["publication"]["sections"][0]["articles"][0]["blocks"][0]["node"] = "Marquee"
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert not validator.is_valid(written)


def test_pictures_come_back_byte_by_byte():
    one = publication(article("甲", media=PICTURES[:2]))
    assert next(from_json(to_json(one)).articles()).media == PICTURES[:2]


def test_chinese_is_readable_in_the_file():
    assert "安徽日报" in to_json(publication(article("安徽日报"))).decode()


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (b"[]", "Expected `object`"),
        (b'{"bulletin_export":2,"publication":{"sections":[]}}', "$.bulletin_export"),
        (b'{"bulletin_export":1,"publication":{"sections":[],"colour":1}}', "$.publication"),
        (
            b'{"bulletin_export":1,"publication":{"sections":[{"articles":['
            b'{"headline":{"title":"t"},"blocks":[{"node":"Marquee"}]}]}]}}',
            "$.publication.sections[0].articles[0].blocks[0].node",
        ),
    ],
)
def test_another_form_is_refused_with_its_path(data, path):
    with pytest.raises(msgspec.MsgspecError) as caught:
        from_json(data)
    assert path in str(caught.value)


def test_defaults_are_left_out_of_the_file():
    assert b"column_span" not in to_json(publication(article(p("甲"))))
