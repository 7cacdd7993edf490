"""Templates as keys."""

from msgspec.structs import replace

from bulletin_export.styling.load import load_template
from bulletin_export.styling.looks import Looks


def test_templates_that_say_the_same_are_one_key():
    first, second = Looks(load_template("plain")), Looks(load_template("plain"))
    assert first.template is not second.template
    assert {first: "kept"}[second] == "kept"


def test_templates_that_differ_are_two_keys():
    template = load_template("plain")
    assert Looks(template) != Looks(replace(template, stylesheet="p { }"))
    assert Looks(template) != template
