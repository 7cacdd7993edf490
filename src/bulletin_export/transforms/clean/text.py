"""One text through all rules, with its changes and the places where its pieces meet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.base import Change
from bulletin_export.transforms.clean.protection import Spans, protected_spans
from bulletin_export.transforms.clean.rules import DEFAULT, OPTIONAL, Edit, Edits, Rule

#: Blanks, marks, oddities and full-width letters: no rule is about any other letter.
#: One look at a text tells which rules can apply at all; most need one or two.
SUSPECT = lazy_pattern(r"[\W\uff10-\uff5a]")


class Cleaner(msgspec.Struct):
    """Applies the rules to text after text and remembers every change.

    ``paragraph`` and ``field`` say where the text being cleaned stands.
    """

    rules: Sequence[Rule] = DEFAULT
    changes: list[Change] = msgspec.field(default_factory=list)
    paragraph: int = 0
    field: str = ""
    #: Every suspect character met so far.
    seen: set[str] = msgspec.field(default_factory=set)

    def clean(self, text: str, kind: str = "") -> str:
        """Return *text* cleaned; *kind* is ``title``, ``cell`` or nothing."""
        return self._cleaned(text, kind, [], ())

    def clean_pieces(
        self, pieces: Sequence[str], locked: Sequence[bool], kind: str = ""
    ) -> list[str]:
        """Return the *pieces* of one text, cleaned as a whole; *locked* ones stay."""
        bounds = [0]
        for piece in pieces:
            bounds.append(bounds[-1] + len(piece))
        spans = [(i, i + 1) for i, is_locked in enumerate(locked) if is_locked]
        text = self._cleaned("".join(pieces), kind, bounds, spans)
        return [text[a:b] for a, b in pairwise(bounds)]

    def _cleaned(
        self, text: str, kind: str, bounds: list[int], locked: Sequence[tuple[int, int]]
    ) -> str:
        characters = set(SUSPECT.findall(text))
        self.seen |= characters
        spans: Spans | None = None
        for rule in self.rules:
            triggers = rule.triggers
            if triggers is not None and triggers.isdisjoint(characters):
                continue
            if kind in rule.not_in:
                continue
            if spans is None and rule.looks_at_spans:
                spans = protected_spans(text)
            edits = rule.find(text, spans or ())
            if locked and edits:
                places = _locked_now(bounds, locked)
                edits = [edit for edit in edits if not _overlaps(edit, places)]
            if edits:
                text = self._apply(rule.name, text, edits)
                _move(bounds, edits)
                spans = _shifted(spans, edits) if spans else spans
                if rule.is_early:  # Looking for the few known ones beats another scan.
                    characters.update(*(new for _, _, new in edits))
                    characters = {one for one in characters if one in text}
        return text

    def _apply(self, rule: str, text: str, edits: Edits) -> str:
        pieces: list[str] = []
        shift = done = 0
        paragraph, field, log = self.paragraph, self.field, self.changes.append
        for start, end, new in edits:
            pieces += (text[done:start], new)
            log(Change(rule, paragraph, start + shift, text[start:end], new, field))
            shift += len(new) - (end - start)
            done = end
        pieces.append(text[done:])
        return "".join(pieces)


def rules_with(*names: str) -> tuple[Rule, ...]:
    """Return the default rules and, in their right place, the optional ones called *names*.

    Raises:
        KeyError: There is no optional rule of that name.
    """
    known = {rule.name: rule for rule in OPTIONAL}
    return (*DEFAULT, *(known[name] for name in names))


def _locked_now(bounds: list[int], locked: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where the locked pieces are by now: they keep their numbers, not their places."""
    return [(bounds[first], bounds[last]) for first, last in locked]


def _overlaps(edit: Edit, places: list[tuple[int, int]]) -> bool:
    return any(edit[0] < end and start < edit[1] for start, end in places)


def _shifted(spans: Spans, edits: Edits) -> Spans:
    """Return where *spans* are after *edits*, none of which lies inside one."""
    ends = [end for _, end, _ in edits]
    shifts = [0]
    for start, end, new in edits:
        shifts.append(shifts[-1] + len(new) - (end - start))
    moved = ((a, b, shifts[bisect_left(ends, a + 1)]) for a, b in spans)
    return tuple((a + shift, b + shift) for a, b, shift in moved)


def _move(bounds: list[int], edits: Edits) -> None:
    """Shift *bounds* by *edits*; what replaces text across a bound goes to its left piece."""
    if not bounds:
        return
    ends = [end for _, end, _ in edits]
    shifts = [0]
    for start, end, new in edits:
        shifts.append(shifts[-1] + len(new) - (end - start))
    for index, bound in enumerate(bounds):
        before = bisect_left(ends, bound + 1)
        moved = bound + shifts[before]
        if before < len(edits) and edits[before][0] < bound:
            start, _, new = edits[before]
            moved = start + shifts[before] + len(new)
        bounds[index] = moved
