"""UAX #14's LineBreakTest.txt through our lines: ``python -m validators.line_breaks``.

The file is Unicode's and is not kept here: Debian's ``unicode-data`` brings it. Every place where
we differ must fall into one of `REASONS`, the same as in ``docs/typesetting.md``.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from bulletin_export.styling.template import Composition
from bulletin_export.typesetting.classes import KINDS, Kind, prohibitions
from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.measured import FREE
from bulletin_export.typesetting.measuring import measure_text

CASES = Path("/usr/share/unicode/auxiliary/LineBreakTest.txt")
#: Why a line of ours ends elsewhere, in the order in which reasons are asked for.
REASONS = {
    "edge": "blanks, and what takes no room, at the start of a paragraph belong to its first line",
    "undrawn": "what takes no room (controls, joiners) never begins a line",
    "blanks": "no line begins with a blank: lines end after the last of several",
    "modifier": "marks, tones and letters of hangul stay with what they follow, whatever it is",
    "symbol": "operators, unassigned characters, Khmer marks: symbols beside which a line may end",
    "hyphen": "a soft hyphen parts a word where it is hyphenated, and not before",
    "quote": "a straight quote is glued to Western text only, as by LB19a since Unicode 16",
    "picture": "an inline picture stands for a character, so marks behind it are bound to it",
    "prefix": "a currency sign or an accent is bound to Western text, not to Han, hangul, emoji",
    "prohibited": "GB/T 15834 and CLREQ forbid these at a line's start, behind a blank too (T20)",
    "word": "a run of Western letters, digits and marks is one word without its hyphenation (T24)",
}
_END = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_HARD = re.compile("[^\n\v\f\r\x85\u2028\u2029]+")
_UNDRAWN = (Kind.NOTHING, Kind.BLANK)


class Place(NamedTuple):
    """A place between two characters of a case."""

    text: str
    at: int
    #: UAX #14's classes of the character before and after, and its rule.
    before: str
    after: str
    rule: str
    wants_break: bool


class AnyFace:
    """A face with everything in it, for breaks that no width decides."""

    name = "any"

    def has(self, _: str) -> bool:
        """Tell whether the face has a character."""
        return True

    def advance(self, _: str) -> float:
        """Return the advance, in em."""
        return 1.0

    def ink(self, _: str) -> tuple[float, float]:
        """Return the edges of the ink, in em."""
        return 0.0, 1.0


class AnyChain:
    """A chain of that one face."""

    own = AnyFace()

    def face(self, _: str) -> AnyFace:
        """Return the face for a character."""
        return self.own

    def itemise(self, text: str) -> Iterator[tuple[AnyFace, str]]:
        """Yield the text with its face."""
        yield self.own, text


def places(path: Path = CASES) -> Iterator[list[Place]]:
    """Yield the places of each case."""
    for line in path.read_text(encoding="utf-8").splitlines():
        data, _, comment = line.partition("#")
        if not data.strip():
            continue
        marks, codes = data.split()[::2], data.split()[1::2]
        text = "".join(chr(int(code, 16)) for code in codes)
        classes = re.findall(r"\((\w+?)(?:_\w+)?\) [×÷]", comment)
        rules = re.findall(r"\[([\d.]+)\]", comment)
        yield [
            Place(text, index, *kinds, rules[index], marks[index] == "÷")
            for index, kinds in enumerate(pairwise(classes), 1)
        ]


def breaks(text: str) -> set[int]:
    """Return where lines of *text* may end, forced ends too."""
    found = {match.end() for match in _END.finditer(text)}
    for part in _HARD.finditer(text):
        measured = measure_text([Span(part[0], AnyChain(), 1.0)], Composition())  # type: ignore[arg-type]
        start = part.start()
        found |= {start + at for at in range(1, len(part[0])) if measured.glue[at] == FREE}
    return found


def reason(place: Place) -> str | None:
    """Return which of `REASONS` explains that we differ at *place*."""
    text, at = place.text, place.at
    before, after = text[at - 1], text[at]
    start = max((match.end() for match in _END.finditer(text, 0, at)), default=0)
    base = text[:at].rstrip(" \u0308")[-1:] or before
    no_start = prohibitions("gb", "GB").no_start
    for name, applies in (
        ("edge", all(KINDS[one] in _UNDRAWN or one == "\u0308" for one in text[start:at])),
        ("undrawn", KINDS[after] is Kind.NOTHING),
        ("blanks", KINDS[after] is Kind.BLANK),
        ("modifier", place.after in ("EM", "JV", "JT") or "\u0308" in text[at - 2 : at]),
        ("symbol", {"XX"} & {place.before, place.after} or {before, after} & set("⊕⊖\u17d6")),
        ("hyphen", base == "\u00ad"),
        ("quote", base in '"«»' or after in '"«»'),
        ("picture", "CB" in (place.before, place.after)),
        ("prefix", place.before in ("PR", "BB") and not place.wants_break),
        ("prohibited", place.wants_break and (after in no_start or {before, after} & set("%-/"))),
        ("word", place.wants_break and KINDS[base] is KINDS[after] is Kind.WORD),
    ):
        if applies:
            return name
    return None


def compared(path: Path = CASES) -> tuple[Counter[str], list[Place]]:
    """Return how many cases and places agree or have which reason; places without one."""
    counts: Counter[str] = Counter()
    strange: list[Place] = []
    for case in places(path):
        ours = breaks(case[0].text) if case else set()
        reasons = [reason(one) for one in case if (one.at in ours) != one.wants_break]
        strange += [one for one in case if (one.at in ours) != one.wants_break and not reason(one)]
        counts["cases"] += 1
        counts["cases alike"] += not reasons
        counts["places"] += len(case)
        counts["places alike"] += len(case) - len(reasons)
        counts.update(one for one in reasons if one)
    return counts, strange


def main() -> int:
    """Print the figures; return 1 if a difference has no reason."""
    if not CASES.exists():
        print(f"line breaks: {CASES} is missing: install unicode-data (tools/machine.sh)")
        return 1
    counts, strange = compared()
    print(
        f"line breaks: {counts['cases alike']} of {counts['cases']} cases and"
        f" {counts['places alike']} of {counts['places']} places alike,"
        f" {len(strange)} without a reason"
    )
    for name, words in REASONS.items():
        print(f"    {counts[name]:5} {name}: {words}")
    for place in strange[:20]:
        codes = " ".join(f"{ord(one):04X}" for one in place.text)
        print(f"    {codes} at {place.at}: LB{place.rule} {place.before} {place.after}")
    return 1 if strange else 0


if __name__ == "__main__":
    sys.exit(main())
