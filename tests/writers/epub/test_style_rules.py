"""Every selector comes once, and says what the last rule said."""

from bulletin_export.writers.epub.style_rules import merged


def test_what_a_later_rule_adds_stands_where_the_first_one_is():
    css = "p { margin: 0; } td p { margin: 1em; } p { color: red; }"
    assert merged(css) == "p { margin: 0; color: red; }\ntd p { margin: 1em; }\n"


def test_a_later_declaration_replaces_an_earlier_one():
    assert merged("p { margin: 0; }\np { margin: 1em; }") == "p { margin: 1em; }\n"


def test_a_shorthand_leaves_nothing_of_the_sides_before_it():
    css = "ol { padding-left: 2em; } ol { padding: 2em 0 0; }"
    assert merged(css) == "ol { padding: 2em 0 0; }\n"


def test_old_and_new_names_of_a_property_stand_side_by_side():
    css = "html { -webkit-line-break: strict; line-break: strict; }"
    assert merged(css) == f"{css}\n"
