"""One text through all rules, with its changes and the places where its pieces meet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

import msgspec

from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.base import Change
from bulletin_export.transforms.clean.protection import Spans, protected_spans, united
from bulletin_export.transforms.clean.rules import DEFAULT, Edit, Edits, Rule

#: Blanks, marks, oddities and full-width letters: no rule is about any other letter.
#: One look at a text tells which rules can apply at all; most need one or two.
SUSPECT = lazy_pattern(r"[\W\uff10-\uff5a]")
_HANGUL = lazy_pattern("[\uac00-\ud7a3]")
_HAN = lazy_pattern("[\u4e00-\u9fff]")

#: The rules for the first look at a text, and those for every further one.
_Looks: TypeAlias = tuple[tuple[Rule, ...], tuple[Rule, ...]]


class Cleaner(msgspec.Struct):
    """Applies the rules to text after text and remembers every change.

    ``block`` and ``field`` say where the text being cleaned stands; ``language`` (BCP 47)
    what it is written in.
    """

    rules: Sequence[Rule] = DEFAULT
    language: str = "zh"
    changes: list[Change] = msgspec.field(default_factory=list)
    block: int = 0
    field: str = ""
    #: Every suspect character met so far.
    seen: set[str] = msgspec.field(default_factory=set)
    #: The rules for texts of some kind in some language.
    _fitting: dict[tuple[str, str], _Looks] = msgspec.field(default_factory=dict)
    _protects: bool = True

    def __post_init__(self) -> None:
        self._protects = any(rule.name == "protect" for rule in self.rules)

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
        fixed = [(i, i + 1) for i, is_locked in enumerate(locked) if is_locked]
        text = self._cleaned("".join(pieces), kind, bounds, fixed)
        return [text[a:b] for a, b in pairwise(bounds)]

    def _cleaned(
        self, text: str, kind: str, bounds: list[int], locked: Sequence[tuple[int, int]]
    ) -> str:
        characters = set(SUSPECT.findall(text))
        self.seen |= characters
        rules, again = self._rules_for(text, kind)
        known = -1
        # What one rule does may be what another waits for: until nothing is left to do.
        while known < len(self.changes):
            known = len(self.changes)
            text = self._once(text, rules, characters, bounds, locked)
            rules = again
        return text

    def _once(
        self,
        text: str,
        rules: Sequence[Rule],
        characters: set[str],
        bounds: list[int],
        locked: Sequence[tuple[int, int]],
    ) -> str:
        """Return *text* after each of *rules*; keep *characters* and *bounds* true of it."""
        spans: Spans | None = None
        for rule in rules:
            triggers = rule.triggers
            if triggers is not None and triggers.isdisjoint(characters):
                continue
            if spans is None and rule.looks_at_spans:
                spans = self._spans(text, _locked_now(bounds, locked))
            edits = rule.find(text, spans or ())
            if locked and edits:
                places = _locked_now(bounds, locked)
                edits = [edit for edit in edits if not _overlaps(edit, places)]
            if edits:
                text = self._apply(rule.name, text, edits)
                _move(bounds, edits)
                spans = _shifted(spans, edits) if spans else spans
                # Looking for the few known ones beats another scan.
                characters.update(*{new for _, _, new in edits})
                characters -= {one for one in characters if one not in text}
        return text

    def _rules_for(self, text: str, kind: str) -> _Looks:
        """Return the rules for the first look at *text*, and those for every further one."""
        language = "ko" if _is_korean(text) else self.language[:2]
        known = self._fitting.get((kind, language))
        if known is None:
            unfit = {kind, language}
            first = tuple(rule for rule in self.rules if unfit.isdisjoint(rule.not_in))
            known = first, tuple(rule for rule in first if not rule.is_done_once)
            self._fitting[kind, language] = known
        return known

    def _spans(self, text: str, locked: list[tuple[int, int]]) -> Spans:
        """Return what no punctuation rule may touch (S8), pieces that must stay included."""
        spans = protected_spans(text) if self._protects else ()
        return united(spans, locked) if locked else spans

    def _apply(self, rule: str, text: str, edits: Edits) -> str:
        pieces: list[str] = []
        shift = done = 0
        block, field, log = self.block, self.field, self.changes.append
        for start, end, new in edits:
            pieces += (text[done:start], new)
            log(Change(rule, block, start + shift, text[start:end], new, field))
            shift += len(new) - (end - start)
            done = end
        pieces.append(text[done:])
        return "".join(pieces)


def _is_korean(text: str) -> bool:
    """Whether there is more hangul in *text* than Han."""
    return _HANGUL.search(text) is not None and len(_HANGUL.findall(text)) > len(_HAN.findall(text))


def _locked_now(bounds: list[int], locked: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where the locked pieces are by now: they keep their numbers, not their places."""
    return [(bounds[first], bounds[last]) for first, last in locked]


def _overlaps(edit: Edit, places: list[tuple[int, int]]) -> bool:
    index = bisect_left(places, (edit[1], 0)) - 1  # the last that begins before the edit ends
    return index >= 0 and edit[0] < places[index][1]


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
