"""How people choose among the cleaning rules: ``default``, ``none,+edges``, ``+S23,-S7``.

Only the names are known here, so that a template can be checked without the rules.
What each rule does stands in `transforms.clean.rules`, in the same order.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from bulletin_export.wording import Phrase, nearest

#: The names of the rules of each step, steps and rules in the order in which they are done.
STEPS: Mapping[str, tuple[str, ...]] = {
    "S1": ("line-ends",),
    "S2": ("invisible",),
    "S3": ("compose",),
    "S4": ("radicals", "radicals-supplement"),
    "S5": ("edges",),
    "S6": ("lost-paragraphs",),
    "S7": ("narrow-letters",),
    "S8": ("protect",),
    "S11": ("double-quotes",),
    "S12": ("single-quotes",),
    "S13": ("brackets",),
    "S9": ("ellipses",),
    "S10": ("dashes",),
    "S14": ("marks-after-chinese",),
    "S15": ("marks-before-chinese",),
    "S16": ("full-stops", "full-stops-between-han"),
    "S17": ("blanks-inside-marks",),
    "S18": ("blanks-after-marks",),
    "S19": ("blank-runs",),
    "S20": ("blanks-between-han",),
    "S21": ("blanks-beside-latin",),
    "S22": ("boilerplate-facts", "boilerplate"),
    "S23": ("middle-dots", "document-numbers", "dashes-between-han", "book-titles"),
}
DEFAULT, NONE, ALL = BASES = ("default", "none", "all")

_BY_WORD: Mapping[str, tuple[str, ...]] = {
    **{step.lower(): names for step, names in STEPS.items()},
    **{name: (name,) for names in STEPS.values() for name in names},
}


class CleaningChoice(msgspec.Struct, frozen=True):
    """Which rules are wanted: a ground to start from, then names switched on or off, in order."""

    base: str = DEFAULT
    switches: tuple[tuple[str, bool], ...] = ()


class UnknownRuleError(LookupError):
    """A choice names a rule that there is not; ``advice`` tells the nearest."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word

    @property
    def advice(self) -> Phrase:
        """What may have been meant."""
        sign = self.word[:1] if self.word[:1] in "+-" else "+"
        words = (*BASES, *(sign + word for word in (*_names(), *STEPS)))
        advice = nearest(self.word, words)
        return Phrase(advice.code, {**advice.facts, "known": (*BASES, *_names())})


def cleaning_choice(written: str) -> CleaningChoice:
    """Return the choice *written* as words between commas.

    The first word may be one of `BASES`; every other is ``+`` or ``-`` and a rule's name,
    or the number of its step, which stands for all rules of that step.

    Raises:
        UnknownRuleError: A word is none of these.
    """
    first, *words = (word.strip() for word in written.split(","))
    if first.lower() in BASES:
        base = first.lower()
    else:
        base, words = DEFAULT, [first, *words]
    return CleaningChoice(base, tuple(switch for word in words for switch in _switches(word)))


def _switches(word: str) -> list[tuple[str, bool]]:
    names = _BY_WORD.get(word[1:].lower())
    if word[:1] not in ("+", "-") or names is None:
        raise UnknownRuleError(word)
    return [(name, word[0] == "+") for name in names]


def _names() -> list[str]:
    return [name for names in STEPS.values() for name in names]
