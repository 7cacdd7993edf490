"""One text through all rules, with its changes and the places where its pieces meet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import pairwise

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
#: A text in Korean shows it within so many characters.
_BEGINNING = 40


class _Look:
    """Rules that are tried together, and which of them texts with some characters need."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._triggers = frozenset[str]().union(*(rule.triggers or () for rule in self._rules))
        self._needed: dict[frozenset[str], tuple[Rule, ...]] = {}

    def needed(self, characters: set[str]) -> tuple[Rule, ...]:
        """Return the rules that a text with these *characters* may be a case for."""
        present = self._triggers & characters
        known = self._needed.get(present)
        if known is None:
            known = tuple(filter(partial(_can_apply, present), self._rules))
            self._needed[present] = known
        return known


class _Looks:
    """The looks at a text by its kind and language: the first, and every further one."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.has_protection = any(rule.name == "protect" for rule in rules)
        self._rules = rules
        self._known: dict[tuple[str, str], tuple[_Look, _Look]] = {}

    def at(self, kind: str, language: str) -> tuple[_Look, _Look]:
        """Return the two for texts of one *kind* in one *language*."""
        known = self._known.get((kind, language))
        if known is None:
            unfit = {kind, language}
            rules = [rule for rule in self._rules if unfit.isdisjoint(rule.not_in)]
            known = _Look(rules), _Look(rule for rule in rules if not rule.is_done_once)
            self._known[kind, language] = known
        return known


#: What was worked out for some rules serves every article.
_looks = lru_cache(maxsize=16)(_Looks)


def _can_apply(characters: frozenset[str], rule: Rule) -> bool:
    return rule.triggers is None or not rule.triggers.isdisjoint(characters)


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
    _looks: _Looks = msgspec.field(default_factory=lambda: _looks(DEFAULT))

    def __post_init__(self) -> None:
        self._looks = _looks(tuple(self.rules))

    def clean(self, text: str, kind: str = "") -> str:
        """Return *text* cleaned; *kind* is ``title``, ``cell``, ``edge`` or nothing."""
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
        language = "ko" if _is_korean(text) else self.language[:2]
        look, again = self._looks.at(kind, language)
        # What one rule does may be what another waits for: until nothing is left to do.
        while rules := look.needed(characters):
            known = len(self.changes)
            text = self._once(text, rules, bounds, locked)
            done = self.changes[known:]
            if not done:
                break
            # Looking for the few known ones beats another scan.
            characters.update(*{change.after for change in done})
            characters = {one for one in characters if one in text}
            look = again
        return text

    def _once(
        self,
        text: str,
        rules: Sequence[Rule],
        bounds: list[int],
        locked: Sequence[tuple[int, int]],
    ) -> str:
        """Return *text* after each of *rules*; keep *bounds* true of it."""
        spans: Spans | None = None
        for rule in rules:
            if spans is None and rule.looks_at_spans:
                spans = self._spans(text, _locked_now(bounds, locked))
            edits = rule.find(text, spans or ())
            if locked and edits:
                places = _locked_now(bounds, locked)
                edits = [edit for edit in edits if not _overlaps(edit, places)]
            if edits:
                text = self._apply(rule.name, text, edits)
                if bounds or spans:
                    ends, shifts = _shifts(edits)
                    _move(bounds, edits, ends, shifts)
                    spans = _shifted(spans, ends, shifts) if spans else spans
        return text

    def _spans(self, text: str, locked: list[tuple[int, int]]) -> Spans:
        """Return what no punctuation rule may touch (S8), pieces that must stay included."""
        spans = protected_spans(text) if self._looks.has_protection else ()
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
    """Whether there is more hangul in *text* than Han; a look at its beginning tells mostly."""
    if not _HANGUL.search(text, 0, _BEGINNING):
        return False
    return len(_HANGUL.findall(text)) > len(_HAN.findall(text))


def _locked_now(bounds: list[int], locked: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where the locked pieces are by now: they keep their numbers, not their places."""
    return [(bounds[first], bounds[last]) for first, last in locked]


def _overlaps(edit: Edit, places: list[tuple[int, int]]) -> bool:
    index = bisect_left(places, (edit[1], 0)) - 1  # the last that begins before the edit ends
    return index >= 0 and edit[0] < places[index][1]


def _shifts(edits: Edits) -> tuple[list[int], list[int]]:
    """Return where *edits* end, and how far what is behind so many of them moves."""
    shifts = [0]
    for start, end, new in edits:
        shifts.append(shifts[-1] + len(new) - (end - start))
    return [end for _, end, _ in edits], shifts


def _shifted(spans: Spans, ends: list[int], shifts: list[int]) -> Spans:
    """Return where *spans* are after edits, none of which lies inside one."""
    moved = ((a, b, shifts[bisect_left(ends, a + 1)]) for a, b in spans)
    return tuple((a + shift, b + shift) for a, b, shift in moved)


def _move(bounds: list[int], edits: Edits, ends: list[int], shifts: list[int]) -> None:
    """Shift *bounds* by *edits*; what replaces text across a bound goes to its left piece."""
    for index, bound in enumerate(bounds):
        before = bisect_left(ends, bound + 1)
        moved = bound + shifts[before]
        if before < len(edits) and edits[before][0] < bound:
            start, _, new = edits[before]
            moved = start + shifts[before] + len(new)
        bounds[index] = moved
