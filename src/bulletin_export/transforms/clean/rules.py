"""The cleaning rules in their order: the one list to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeAlias

import msgspec

from bulletin_export.cleaning_choice import ALL, cleaning_choice
from bulletin_export.cleaning_choice import DEFAULT as BY_DEFAULT
from bulletin_export.transforms.clean import blanks, boilerplate, letters, marks, pairs
from bulletin_export.transforms.clean.pieces import Edits
from bulletin_export.transforms.clean.protection import Protection

Find: TypeAlias = Callable[[str, Protection], Edits]


class Rule(msgspec.Struct, frozen=True):
    """One step of cleaning: what it finds, and what must stand in a text for it to apply."""

    step: str
    name: str
    find: Find
    #: Characters, or a few of them together; ``None`` to try it on every text.
    triggers: frozenset[str] | None
    #: Which kinds of text it leaves alone: ``title``, ``cell``, ``edge`` (a paragraph at either
    #: end of the article), nothing for any other; and texts in which language.
    not_in: frozenset[str] = frozenset()
    is_default: bool = True
    #: Whether no other rule can bring anything for it to find.
    is_done_once: bool = False


def nothing(_: str, __: Protection) -> Edits:
    """Find nothing: what this rule does is done around the others."""
    return []


def _rule(step: str, name: str, find: Find, triggers: Iterable[str] | None,
          *not_in: str, wanted: bool = False) -> Rule:  # fmt: skip
    some = None if triggers is None else frozenset(triggers)
    is_done_once = find.__module__ == letters.__name__
    return Rule(step, name, find, some, frozenset(not_in), not wanted, is_done_once)


#: Texts in Japanese, Korean and Latin letters have blanks and marks of their own.
_ABROAD = ("ja", "ko", "latin")

#: Every rule, in the order in which they are done; ``wanted`` ones only when asked for.
#: Quotes and brackets come before dots and dashes, which look at them.
RULES = (
    _rule("S1", "line-ends", letters.line_ends, letters.LINE_ENDS),
    _rule("S2", "invisible", letters.invisible, letters.INVISIBLE),
    _rule("S3", "compose", letters.composed, None),
    _rule("S4", "radicals", letters.radicals, letters.RADICALS),
    _rule("S4", "radicals-supplement", letters.more_radicals, letters.MORE_RADICALS, wanted=True),
    _rule("S5", "edges", blanks.edges, blanks.ANY_BLANK | letters.LINE_ENDS),
    _rule("S6", "lost-paragraphs", blanks.lost_paragraphs, blanks.ANY_BLANK,
          "title", "cell", *_ABROAD),
    _rule("S7", "narrow-letters", letters.wide_letters, letters.WIDE_LETTERS, *_ABROAD),
    _rule("S8", "protect", nothing, ""),
    _rule("S11", "double-quotes", pairs.double_quotes, '"', *_ABROAD),
    _rule("S12", "single-quotes", pairs.single_quotes, "'", *_ABROAD, wanted=True),
    _rule("S13", "brackets", pairs.brackets, "()", *_ABROAD),
    _rule("S9", "ellipses", marks.ellipses, marks.DOTS, *_ABROAD),
    _rule("S10", "dashes", marks.dashes, ["--"], *_ABROAD),
    _rule("S14", "marks-after-chinese", marks.after_chinese, ",;:?!", *_ABROAD),
    _rule("S15", "marks-before-chinese", marks.before_chinese, ",;:?!", *_ABROAD),
    _rule("S16", "full-stops", marks.full_stops, ".", *_ABROAD),
    _rule("S16", "full-stops-between-han", marks.full_stops_between_han, ".", *_ABROAD,
          wanted=True),
    _rule("S17", "blanks-inside-marks", blanks.inside_marks, blanks.ANY_BLANK, *_ABROAD),
    _rule("S18", "blanks-after-marks", blanks.after_marks, blanks.ANY_BLANK, "title", *_ABROAD),
    _rule("S19", "blank-runs", blanks.runs, blanks.ANY_BLANK, "cell"),
    _rule("S20", "blanks-between-han", blanks.between_han, blanks.ANY_BLANK, "title", *_ABROAD,
          wanted=True),
    _rule("S21", "blanks-beside-latin", blanks.beside_latin, blanks.ANY_BLANK, *_ABROAD,
          wanted=True),
    _rule("S22", "boilerplate-facts", nothing, ""),
    _rule("S22", "boilerplate", boilerplate.boilerplate, None, "", "title", "cell",
          wanted=True),
    _rule("S23", "middle-dots", marks.middle_dots, "•・‧.", *_ABROAD, wanted=True),
    _rule("S23", "document-numbers", marks.document_numbers, "[(（［", *_ABROAD, wanted=True),
    _rule("S23", "dashes-between-han", marks.connectors, "-~", *_ABROAD, wanted=True),
    _rule("S23", "book-titles", marks.book_titles, "<>", *_ABROAD, wanted=True),
)  # fmt: skip


@cache
def chosen(written: str = BY_DEFAULT) -> tuple[Rule, ...]:
    """Return the rules that the choice *written* names, in their order.

    ``none`` leaves ``protect``, which changes nothing itself, for what is switched on after it.

    Raises:
        UnknownRuleError: The choice names a rule that there is not.
    """
    choice = cleaning_choice(written)
    is_on = {
        rule.name: choice.base == ALL
        or (rule.is_default and choice.base == BY_DEFAULT)
        or rule.name == "protect"
        for rule in RULES
    }
    is_on.update(choice.switches)
    return tuple(rule for rule in RULES if is_on[rule.name])


DEFAULT = chosen()
