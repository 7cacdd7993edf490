"""What a text is looked through for before any rule is tried."""

from bulletin_export.transforms.clean.rules import RULES
from bulletin_export.transforms.clean.text import SUSPECT


def test_one_look_at_a_text_finds_whatever_sets_off_a_rule() -> None:
    triggers = frozenset("".join("".join(rule.triggers or ()) for rule in RULES))
    assert [one for one in sorted(triggers) if not SUSPECT.match(one)] == []


def test_one_look_at_a_text_finds_what_stands_for_lost_characters() -> None:
    assert SUSPECT.findall("甲\ufffd乙\ue000丙\U000f0000") == ["\ufffd", "\ue000", "\U000f0000"]
