"""How people choose among the cleaning rules."""

import pytest

from bulletin_export.cleaning_choice import STEPS, UnknownRuleError, cleaning_choice
from bulletin_export.transforms.clean.rules import DEFAULT, RULES, chosen


def names(choice):
    return [rule.name for rule in chosen(choice)]


def test_the_names_are_those_of_the_rules_in_their_order():
    known = [(step, name) for step, some in STEPS.items() for name in some]
    assert [(rule.step, rule.name) for rule in RULES] == known
    assert len(STEPS) == 23


def test_default_none_and_all_are_grounds_to_start_from():
    assert names("default") == [rule.name for rule in DEFAULT]
    assert names("all") == [rule.name for rule in RULES]
    # It changes nothing itself, and spares addresses from what is switched on after it.
    assert names("none") == ["protect"]


def test_a_first_word_with_a_sign_starts_from_the_default():
    assert names("+single-quotes") == names("default, +S12")
    assert set(names("+S23")) - set(names("default")) == set(STEPS["S23"])
    assert set(names("default")) - set(names("-S7,-edges")) == {"narrow-letters", "edges"}


def test_later_words_beat_earlier_ones_and_capitals_do_not_matter():
    assert "dashes" in names("-S10,+dashes")
    assert names("All,-s23,-s8") == [r.name for r in RULES if r.step not in ("S23", "S8")]


@pytest.mark.parametrize(
    ("written", "word", "near"),
    [
        ("+dashs", "+dashs", "+dashes"),
        ("S23", "S23", "+S23"),
        ("defalt", "defalt", "default"),
        ("none,-documentnumbers", "-documentnumbers", "-document-numbers"),
        ("default,none", "none", "none"),
        ("+S99", "+S99", "+S9"),
        ("", "", "default"),
    ],
)
def test_an_unknown_word_is_refused_with_the_nearest(written, word, near):
    with pytest.raises(UnknownRuleError) as error:
        cleaning_choice(written)
    assert error.value.word == word
    assert near in error.value.advice.text("en")
    assert near in error.value.advice.text("zh")
