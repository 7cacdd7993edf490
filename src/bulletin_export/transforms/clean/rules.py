"""The order of the cleaning rules: the one list to look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import msgspec

from bulletin_export.transforms.clean import blanks, letters, marks
from bulletin_export.transforms.clean.protection import Spans

#: Start, end and what to put there.
Edit: TypeAlias = tuple[int, int, str]
Edits: TypeAlias = list[Edit]


class Rule(msgspec.Struct, frozen=True):
    """One step: its id, what it finds, and the characters without which it cannot apply."""

    name: str
    find: Callable[[str, Spans], Edits]
    triggers: frozenset[str] | None
    #: Which kinds of text it leaves alone: ``title``, ``cell``.
    not_in: frozenset[str] = frozenset()
    #: S8: whether it spares addresses, numbers, code and English.
    looks_at_spans: bool = False

    @property
    def is_early(self) -> bool:
        """Whether it comes before punctuation, and may bring or take what others look for."""
        return not self.looks_at_spans


def _rule(
    name: str,
    find: Callable[[str, Spans], Edits],
    triggers: frozenset[str] | str | None,
    *not_in: str,
) -> Rule:
    wanted = None if triggers is None else frozenset(triggers)
    return Rule(name, find, wanted, frozenset(not_in), find.__module__ == marks.__name__)


#: On by default, in this order; quotes and brackets first, for dots and dashes look at them.
DEFAULT = (
    _rule("S1", letters.line_ends, letters.LINE_ENDS),
    _rule("S2", letters.invisible, letters.INVISIBLE),
    _rule("S3", letters.composed, None),
    _rule("S4", letters.radicals, letters.RADICALS),
    _rule("S5", blanks.edges, blanks.ANY_BLANK),
    _rule("S6", blanks.lost_paragraphs, blanks.ANY_BLANK, "title", "cell"),
    _rule("S7", letters.wide_letters, letters.WIDE_LETTERS),
    _rule("S11", marks.double_quotes, '"'),
    _rule("S13", marks.brackets, "()"),
    _rule("S9", marks.ellipses, ".。·…"),
    _rule("S10", marks.dashes, "-"),
    _rule("S14", marks.after_chinese, ",;:?!"),
    _rule("S15", marks.before_chinese, ",;:?!"),
    _rule("S16", marks.full_stops, "."),
    _rule("S17", blanks.inside_marks, blanks.ANY_BLANK),
    _rule("S18", blanks.after_marks, blanks.ANY_BLANK, "title"),
    _rule("S19", blanks.runs, blanks.ANY_BLANK, "cell"),
)

#: Only when asked for, by name.
OPTIONAL = (
    _rule("S12", marks.single_quotes, "'"),
    _rule("S20", blanks.between_han, blanks.ANY_BLANK),
    _rule("S21", blanks.beside_latin, blanks.ANY_BLANK),
    _rule("S23-dots", marks.middle_dots, "•・‧."),
    _rule("S23-numbers", marks.document_numbers, "[(（［"),
    _rule("S23-dashes", marks.connectors, "-~"),
    _rule("S23-titles", marks.book_titles, "<>"),
)
