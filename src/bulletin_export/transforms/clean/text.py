"""One text through all rules, with its changes and the places where its pieces meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from itertools import accumulate, pairwise

import msgspec

from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.base import Change
from bulletin_export.transforms.clean.pieces import Edits, Pieces, Shifts
from bulletin_export.transforms.clean.protection import Protection
from bulletin_export.transforms.clean.rules import DEFAULT, Rule

#: Blanks, marks, oddities and full-width letters: no rule is about any other letter.
#: One look at a text tells which rules can apply at all; most need one or two.
SUSPECT = lazy_pattern(r"[\W\uff10-\uff5a]")
#: What characters of the blocks of hangul and of Han begin with in UTF-8: counting bytes takes
#: no time, and compiling a pattern with ranges of thousands a millisecond.
_HANGUL, _HAN = b"\xea\xeb\xec\xed", bytes(range(0xE4, 0xEA))
_WORDS = lazy_pattern("[A-Za-z][a-z]* [A-Za-z]+ [A-Za-z(]")
_LETTERS = lazy_pattern("[A-Za-z]")
#: A text in Korean shows it within so many characters.
_BEGINNING = 40


class _Look:
    """Rules that are tried together, and which of them texts with some characters need."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._triggers = frozenset[str]().union(*(rule.triggers or () for rule in self._rules))
        self._groups = [(one[0], one) for one in self._triggers if len(one) > 1]
        self._needed: dict[frozenset[str], tuple[Rule, ...]] = {}

    def needed(self, text: str, characters: set[str]) -> tuple[Rule, ...]:
        """Return the rules that *text*, which has these *characters*, may be a case for.

        Groups of characters that a rule looks for are added to them.
        """
        for first, group in self._groups:
            if first in characters and group in text:
                characters.add(group)
        present = self._triggers & characters
        known = self._needed.get(present)
        if known is None:
            known = tuple(rule for rule in self._rules if _can_apply(rule, present))
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


def _can_apply(rule: Rule, characters: Set[str]) -> bool:
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
        return self._cleaned(text, kind, Pieces())

    def clean_pieces(
        self,
        pieces: Sequence[str],
        locked: Sequence[bool],
        kind: str = "",
        link_ends: Sequence[int] = (),
    ) -> list[str]:
        """Return the *pieces* of one text, cleaned as a whole.

        *locked* ones stay; after those numbered in *link_ends* a link ends.
        """
        bounds = [0, *accumulate(map(len, pieces))]
        numbers = [number for number, is_locked in enumerate(locked) if is_locked]
        text = self._cleaned("".join(pieces), kind, Pieces(bounds, numbers, link_ends))
        return [text[a:b] for a, b in pairwise(bounds)]

    def _cleaned(self, text: str, kind: str, pieces: Pieces) -> str:
        characters = set(SUSPECT.findall(text))
        self.seen |= characters
        language = _foreign(text) or self.language[:2]
        look, again = self._looks.at(kind, language)
        # What one rule does may be what another waits for: until nothing is left to do.
        known = -1
        while known < len(self.changes) and (rules := look.needed(text, characters)):
            known = len(self.changes)
            text = self._once(text, rules, characters, pieces)
            look = again
        return text

    def _once(self, text: str, rules: Sequence[Rule], characters: set[str], pieces: Pieces) -> str:
        """Return *text* after each of *rules*; keep *characters* and *pieces* true of it."""
        kept = Protection(text, pieces, self._looks.has_protection)
        is_changed = False
        for rule in rules:
            if is_changed and not _can_apply(rule, characters):
                continue
            edits = rule.find(text, kept)
            if edits and pieces.locked:
                edits = pieces.sparing(edits)
            if edits:
                kept.text, shifts = self._apply(rule.name, text, edits)
                text = kept.text
                if pieces.bounds:
                    pieces.move(shifts)
                kept.follow(shifts)
                # Looking for the few known ones beats another scan.
                characters.update("".join([new for _, _, new in edits]))
                characters -= {one for one in characters if one not in text}
                is_changed = True
        return text

    def _apply(self, rule: str, text: str, edits: Edits) -> tuple[str, Shifts]:
        """Return *text* after *edits*, each of which is logged, and how far they move the rest."""
        pieces: list[str] = []
        shifts = [0]
        shift = done = 0
        block, field, log = self.block, self.field, self.changes.append
        for start, end, new in edits:
            pieces += (text[done:start], new)
            log(Change(rule, block, start + shift, text[start:end], new, field))
            shift += len(new) - (end - start)
            shifts.append(shift)
            done = end
        pieces.append(text[done:])
        return "".join(pieces), Shifts(edits, shifts)


def _foreign(text: str) -> str:
    """Return ``ko`` or ``latin`` for a text that is written so, Han in it or not."""
    if text.isascii():
        return "latin" if " " in text and _WORDS.search(text) else ""
    if _count(text[:_BEGINNING], _HANGUL):
        return "ko" if _count(text, _HANGUL) > _count(text, _HAN) else ""
    if " " in text and _WORDS.search(text):
        return "latin" if len(_LETTERS.findall(text)) > 10 * _count(text, _HAN) else ""
    return ""


def _count(text: str, leads: bytes) -> int:
    """Return how many characters of *text* begin with one of *leads* in UTF-8."""
    data = text.encode("utf-8", "ignore")
    return len(data) - len(data.translate(None, leads))
