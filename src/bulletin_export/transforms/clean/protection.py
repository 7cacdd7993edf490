"""Stretches of text that no punctuation rule may touch: addresses, numbers, code, English."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from bulletin_export.patterns import lazy_pattern
from bulletin_export.transforms.base import PARAGRAPH_END
from bulletin_export.transforms.clean.pieces import Pieces, Shifts

Spans = tuple[tuple[int, int], ...]

# Protected spans hold ASCII only, so they are looked for inside runs of ASCII; none begins
# with a comma or the like, which some pages have hundreds of.
_RUN = lazy_pattern(r"[A-Za-z0-9`$&/\\._+-][ -~]*[!-~]")
_WORTH_A_LOOK = lazy_pattern(r"[A-Za-z0-9`$\\/]")
#: A word or number and these at its end are no protected span.
_OUTSIDE = ",;:?!()\"'"
_PROTECTED = lazy_pattern(
    r"(?:https?|ftp)://[!-~]+|www\.[!-~]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|`[^`]{1,400}`|\$[^$]{1,400}\$"
    r"|&(?:[a-z]+|\#\d+|\#x[0-9a-f]+);"
    r"|[A-Za-z]:\\[\w.\\-]*"
    r"|(?<![\w/])/[\w.-]+(?:/[\w./-]*)?"
    r"|\d{4}-\d{1,2}-\d{1,2}"
    r"|(?<!\d)\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|(?<!\d)\d+(?:[.:]\d+)+"
    r"|(?<![A-Za-z'-])[A-Za-z][A-Za-z'-]*(?:[ ,;:]+[A-Za-z][A-Za-z'-]*){2,}[.?!]?",
    re.ASCII | re.IGNORECASE,
)
#: What marks an entry of a list of references (GB/T 7714), which has half-width marks.
_REFERENCE = lazy_pattern(r"\[(?:[MCNJDRSPGZ]|DB|CP|EB|DS|CM)(?:/(?:OL|CD|MT|DK))?\][.,，:：]")
_ADDRESS = lazy_pattern(r"(?:https?|ftp)://|www\.", re.IGNORECASE)


def protected_spans(text: str) -> Spans:
    """Return the protected spans of *text*, from left to right (start, end)."""
    if "[" in text and _REFERENCE.search(text):
        return _with_references(text)
    spans: list[tuple[int, int]] = []
    for run in _RUN.finditer(text):
        if run[0].rstrip(_OUTSIDE).isalnum():  # a bare number or word
            continue
        if _WORTH_A_LOOK.search(text, run.start(), run.end()):
            spans.extend(map(_trimmed, _PROTECTED.finditer(text, run.start(), run.end())))
    return tuple(spans)


def _with_references(text: str) -> Spans:
    """Return the protected spans of *text*, entries of a list of references whole."""
    spans: list[tuple[int, int]] = []
    start = 0
    for part in text.split(PARAGRAPH_END):
        end = start + len(part)
        if _REFERENCE.search(part):
            spans.append((start, end))
        else:
            spans += ((start + a, start + b) for a, b in protected_spans(part))
        start = end + 1
    return tuple(spans)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Return where *match* stands, an address without the bracket that closes around it."""
    start, end = match.span()
    if match[0].endswith(")") and _ADDRESS.match(match[0]):
        tail = len(match[0]) - len(match[0].rstrip(")"))
        end -= min(tail, max(0, match[0].count(")") - match[0].count("(")))
    return start, end


def united(spans: Spans, more: Iterable[tuple[int, int]]) -> Spans:
    """Return *spans* and *more* from left to right, those that overlap as one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted((*spans, *more)):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def ambiguous_addresses(text: str, spans: Spans) -> list[str]:
    """Return the addresses in *text* that end in a comma, which may belong to the sentence."""
    found = (text[start:end] for start, end in spans)
    return [span for span in found if span.endswith((",", ";")) and _ADDRESS.match(span)]


class Protection:
    """What no punctuation rule may touch in a text (S8): asked for when needed, then kept."""

    __slots__ = ("_is_on", "_pieces", "_spans", "text")

    def __init__(self, text: str, pieces: Pieces, is_on: bool = True) -> None:
        self.text = text
        self._pieces = pieces
        self._is_on = is_on
        self._spans: Spans | None = None

    @property
    def spans(self) -> Spans:
        """The protected stretches from left to right, pieces that must stay among them."""
        if self._spans is None:
            spans = protected_spans(self.text) if self._is_on else ()
            spans = _ending_at(self._pieces.walls(), spans)
            places = self._pieces.places()
            self._spans = united(spans, places) if places else spans
        return self._spans

    def covers(self, position: int) -> bool:
        """Whether the character at *position* is protected."""
        spans = self.spans
        if not spans:
            return False
        index = bisect_right(spans, (position, 1 << 60)) - 1
        return index >= 0 and position < spans[index][1]

    def follow(self, shifts: Shifts) -> None:
        """Follow edits of the text, none of which lies inside a stretch."""
        if self._spans and any(shifts.sums):
            ends, sums = shifts.ends(), shifts.sums
            moved = ((a, b, sums[bisect_left(ends, a + 1)]) for a, b in self._spans)
            self._spans = tuple((a + shift, b + shift) for a, b, shift in moved)


def _ending_at(walls: list[int], spans: Spans) -> Spans:
    """Return *spans*, those that reach beyond the end of a link cut there."""
    if not walls:
        return spans
    nexts = ((a, b, bisect_right(walls, a)) for a, b in spans)
    return tuple((a, min(b, walls[i]) if i < len(walls) else b) for a, b, i in nexts)
